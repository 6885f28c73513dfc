//! A table as in its file: a header and cells of text, not yet interpreted.

use equifinal_study::message::Message;
use std::borrow::Cow;

use equifinal_study::detected::{Detected, FileKind};
use equifinal_study::table_notes::TableNotes;

use crate::error::IngestError;
use crate::limits::{Budget, CELL, COLUMN, ROW};
use crate::text_column::{TextColumn, TextColumnBuilder, retain, trimmed};
use crate::variable_notes::VariableNotes;

/// A table of text.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// The first record, trimmed.
    pub(crate) header: Vec<String>,
    /// The line of the header.
    pub(crate) header_line: usize,
    /// The cells below the header, by column; one column per header name.
    pub(crate) columns: Vec<TextColumn>,
    /// The line of each record.
    pub(crate) lines: Vec<usize>,
    /// The metadata of the variables; empty, or one entry per column.
    pub(crate) notes: Vec<VariableNotes>,
    /// The kind of file.
    pub(crate) kind: FileKind,
    /// Notes on its lines and cells.
    pub(crate) found: TableNotes,
    /// The first records as read, for a message; empty if the first holds the column names.
    pub(crate) top: Message,
}

impl Grid {
    /// The trimmed cell of a record and column, counted from 0; empty if there is none.
    pub(crate) fn cell(&self, record: usize, column: usize) -> &str {
        self.columns.get(column).map_or("", |cells| cells.get(record))
    }

    /// Number of records below the header.
    pub(crate) fn height(&self) -> usize {
        self.lines.len()
    }

    /// Number of columns.
    pub(crate) fn width(&self) -> usize {
        self.header.len()
    }

    /// The table without its first records, which belong to the header.
    pub(crate) fn below(mut self, records: usize) -> Self {
        self.lines.drain(..records.min(self.lines.len()));
        self.columns.iter_mut().for_each(|cells| cells.behead(records));
        self
    }

    /// Declares cells missing in all columns.
    pub(crate) fn declare_missing(&mut self, cells: &[String]) {
        if cells.is_empty() {
            return;
        }
        self.notes.resize_with(self.header.len(), VariableNotes::default);
        self.notes.iter_mut().for_each(|notes| cells.clone_into(&mut notes.said_missing));
    }

    /// Keeps the records for which `stay` is true.
    pub(crate) fn retain(&mut self, stay: &[bool]) {
        retain(&mut self.lines, stay);
        self.columns.iter_mut().for_each(|cells| cells.retain(stay));
    }

    /// The detected properties of the file: format and size.
    pub(crate) fn detected(&self, platform: Option<&'static str>) -> Detected {
        let (rows, columns) = (self.height(), self.width());
        Detected { platform, kind: self.kind, rows, columns, are_cases: true, notes: self.found.clone() }
    }
}

/// A grid under construction: records of any width are added one by one.
pub(crate) struct GridBuilder<'a> {
    budget: &'a Budget,
    header: Option<(usize, Vec<String>)>,
    columns: Vec<TextColumnBuilder>,
    lines: Vec<usize>,
}

/// A filled cell with its column, from 0.
pub(crate) type Filled<'a> = (usize, Cow<'a, str>);

impl<'a> GridBuilder<'a> {
    /// An empty grid.
    pub(crate) fn new(budget: &'a Budget) -> Self {
        Self { budget, header: None, columns: Vec::new(), lines: Vec::new() }
    }

    /// Adds a record with the filled cells in ascending order of columns; a blank record is skipped.
    pub(crate) fn record(&mut self, line: usize, cells: &[Filled<'_>]) -> Result<(), IngestError> {
        let filled = cells.iter().rev().find(|(_, cell)| !trimmed(cell).is_empty());
        let Some(width) = filled.map(|(at, _)| at.saturating_add(1)) else {
            return Ok(());
        };
        let text = cells.iter().map(|(_, cell)| cell.len()).fold(0, usize::saturating_add);
        // Columns grow by doubling, and what they outgrow lies idle for a while.
        self.budget.take(text.saturating_add(text / 4).saturating_add(ROW))?;
        let Some((_, header)) = &mut self.header else {
            self.budget.take_each(width, COLUMN)?;
            let mut header = vec![String::new(); width];
            for (at, cell) in cells {
                if let Some(name) = header.get_mut(*at) {
                    trimmed(cell).clone_into(name);
                }
            }
            self.columns.resize_with(width, TextColumnBuilder::default);
            self.header = Some((line, header));
            return Ok(());
        };
        let height = self.lines.len();
        if width > header.len() {
            let more = width - header.len();
            self.budget.take_each(more, COLUMN.saturating_add(height.saturating_mul(CELL)))?;
            header.resize(width, String::new());
            self.columns.resize_with(width, || std::iter::repeat_n("", height).collect());
        }
        self.budget.take_each(self.columns.len(), CELL)?;
        let mut next = cells.iter().peekable();
        for (at, column) in self.columns.iter_mut().enumerate() {
            let cell = next.next_if(|(place, _)| *place == at);
            column.push(cell.map_or("", |(_, cell)| cell.as_ref()));
        }
        self.lines.push(line);
        Ok(())
    }

    /// The grid.
    pub(crate) fn finish(self, kind: FileKind) -> Result<Grid, IngestError> {
        let (header_line, header) = self.header.ok_or(IngestError::Empty)?;
        let columns = self.columns.into_iter().map(TextColumnBuilder::finish).collect();
        let found = TableNotes { header_lines: vec![header_line], ..TableNotes::default() };
        Ok(Grid {
            header,
            header_line,
            columns,
            lines: self.lines,
            notes: Vec::new(),
            kind,
            found,
            top: Message::empty(),
        })
    }
}
