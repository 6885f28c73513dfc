//! A grid as its records stand in the file, the first among them.

use super::figures::is_figure;
use crate::grid::Grid;
use crate::wording::beginning;
use equifinal_study::message::Message;
use equifinal_study::say;

/// Maximum number of records that are examined to find column names and kinds of columns.
pub(super) const EXAMINED: usize = 60;

/// Number of records that a message shows, and of the cells of each.
const SHOWN: usize = 8;
const SHOWN_CELLS: usize = 6;

/// The records of a grid; the first is what the reader of the file took for its header.
pub(super) struct Seen<'a> {
    grid: &'a Grid,
    /// The number of filled cells of each record.
    filled: Vec<usize>,
}

impl<'a> Seen<'a> {
    pub(super) fn new(grid: &'a Grid) -> Self {
        let mut filled = vec![0; grid.height() + 1];
        if let Some(first) = filled.first_mut() {
            *first = grid.header.iter().filter(|cell| !cell.is_empty()).count();
        }
        for column in &grid.columns {
            // Equal texts are stored once: a column without an empty one is filled in every record.
            let empty: Vec<bool> = column.texts().map(str::is_empty).collect();
            let is_empty = |number: &u32| usize::try_from(*number).ok().and_then(|at| empty.get(at)) == Some(&true);
            let has_empty = empty.contains(&true);
            for (count, number) in filled.iter_mut().skip(1).zip(column.numbers().iter()) {
                *count += usize::from(!(has_empty && is_empty(number)));
            }
        }
        Self { grid, filled }
    }

    /// Number of records.
    pub(super) fn height(&self) -> usize {
        self.filled.len()
    }

    /// Number of columns.
    pub(super) fn width(&self) -> usize {
        self.grid.width()
    }

    /// The line of a record in the file.
    pub(super) fn line(&self, record: usize) -> usize {
        let below = record.checked_sub(1).and_then(|at| self.grid.lines.get(at)).copied();
        below.unwrap_or(self.grid.header_line)
    }

    /// The last line of a record, whose cells may hold line ends.
    pub(super) fn last_line(&self, record: usize) -> usize {
        let ends = self.cells(record).map(|cell| cell.matches('\n').count());
        self.line(record).saturating_add(ends.fold(0, usize::saturating_add))
    }

    /// The record of a line; `None` if nothing stands there.
    pub(super) fn record(&self, line: usize) -> Option<usize> {
        if line == self.grid.header_line {
            return Some(0);
        }
        self.grid.lines.binary_search(&line).ok().map(|at| at + 1)
    }

    /// The cell of a record and column.
    pub(super) fn cell(&self, record: usize, column: usize) -> &'a str {
        match record.checked_sub(1) {
            None => self.grid.header.get(column).map_or("", String::as_str),
            Some(below) => self.grid.cell(below, column),
        }
    }

    /// The cells of a record, from left to right.
    pub(super) fn cells(&self, record: usize) -> impl Iterator<Item = &'a str> {
        (0..self.width()).map(move |column| self.cell(record, column))
    }

    /// The number of filled cells of a record.
    pub(super) fn filled(&self, record: usize) -> usize {
        self.filled.get(record).copied().unwrap_or_default()
    }

    /// The first filled cell of a record.
    pub(super) fn label(&self, record: usize) -> &'a str {
        self.cells(record).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// The usual number of filled cells of a record: the median of the first records with two or more; 1 if there are
    /// none.
    pub(super) fn usual(&self) -> usize {
        let mut counts: Vec<usize> = self.filled.iter().copied().filter(|count| *count >= 2).take(EXAMINED).collect();
        counts.sort_unstable();
        counts.get(counts.len() / 2).copied().unwrap_or(1)
    }

    /// The first column with a cell in at least half of the records examined.
    pub(super) fn first_column(&self) -> usize {
        let records = self.height().min(EXAMINED);
        let content = (0..records).filter(|record| self.filled(*record) >= 2).count();
        let count = |column: &usize| (0..records).filter(|record| !self.cell(*record, *column).is_empty()).count();
        (0..self.width()).find(|column| 2 * count(column) >= content.max(1)).unwrap_or_default()
    }

    /// True if, below this record, most filled cells of the column are numbers, and at least two are.
    pub(super) fn is_numeric(&self, column: usize, below: usize) -> bool {
        let (mut numbers, mut others) = (0_usize, 0_usize);
        for record in below + 1..self.height().min(below + 1 + EXAMINED) {
            match self.cell(record, column) {
                "" => {}
                cell if is_figure(cell) => numbers += 1,
                _ => others += 1,
            }
        }
        numbers >= 2 && numbers >= 4 * others
    }

    /// The first records as read, a line each, for a message.
    pub(super) fn shown(&self) -> Message {
        let line = |record: usize| {
            let cells: Vec<String> = self.cells(record).take(SHOWN_CELLS).map(beginning).collect();
            let more = if self.width() > SHOWN_CELLS { " | …" } else { "" };
            say!("shown-line", line = self.line(record), cells = format!("{}{more}", cells.join(" | ")))
        };
        let filled = (0..self.height()).filter(|record| self.filled(*record) > 0).take(SHOWN);
        filled.map(line).fold(Message::empty(), Message::then)
    }
}
