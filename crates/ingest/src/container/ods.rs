//! `.ods`: its reader writes out every repeated cell, so repetitions are counted first.

use std::io::{BufReader, Cursor, Read};

use calamine::{Ods, Reader};
use equifinal_study::detected::FileKind;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::unreadable;
use super::workbook::{Sheet, first_sheet, grid_of};
use crate::error::IngestError;
use crate::limits::Limits;

const CONTAINER: &str = "OpenDocument workbook";

/// Reads the first sheet.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Sheet, IngestError> {
    check(bytes, limits)?;
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| unreadable(CONTAINER, error))?;
    let sheets = workbook.sheet_names();
    let sheet = first_sheet(CONTAINER, &sheets)?;
    let cells = range(&mut workbook, &sheet)?;
    let formulas = workbook.worksheet_formula(&sheet).map_err(|error| unreadable(CONTAINER, error))?;
    grid_of(&cells, &formulas, limits, FileKind::OpenDocument(sheets.len()))
}

#[expect(clippy::disallowed_methods, reason = "the repetitions of the cells have been counted")]
fn range(workbook: &mut Ods<Cursor<&[u8]>>, sheet: &str) -> Result<calamine::Range<calamine::Data>, IngestError> {
    workbook.worksheet_range(sheet).map_err(|error| unreadable(CONTAINER, error))
}

/// How the cells of the rows seen so far would be written out.
#[derive(Default)]
struct Counted {
    /// Cells of this row up to the last filled one, and blank ones after it.
    filled: usize,
    blank: usize,
    /// How often this row stands there.
    repeats: usize,
    /// Rows and cells written out so far, and blank rows after them.
    rows: usize,
    cells: usize,
    blank_rows: usize,
    widest: usize,
}

impl Counted {
    fn cell(&mut self, repeats: usize, is_filled: bool) {
        if is_filled {
            self.filled = self.filled.saturating_add(self.blank).saturating_add(repeats);
            self.blank = 0;
        } else {
            self.blank = self.blank.saturating_add(repeats);
        }
    }

    fn end_of_row(&mut self, limits: Limits) -> Result<(), IngestError> {
        let (filled, repeats) = (std::mem::take(&mut self.filled), std::mem::take(&mut self.repeats));
        self.blank = 0;
        if filled == 0 {
            self.blank_rows = self.blank_rows.saturating_add(repeats);
            return Ok(());
        }
        self.rows = self.rows.saturating_add(self.blank_rows).saturating_add(repeats);
        self.blank_rows = 0;
        self.widest = self.widest.max(filled);
        self.cells = self.rows.saturating_mul(self.widest);
        if self.rows > limits.rows || self.widest > limits.columns {
            let at = |count: usize| u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX);
            let cell = super::workbook::address(at(self.rows), at(self.widest));
            return Err(IngestError::FarCell { cell, rows: limits.rows, columns: limits.columns });
        }
        if self.cells > limits.cells { Err(IngestError::TooManyCells { limit: limits.cells }) } else { Ok(()) }
    }
}

/// Refuses encryption, far cells and tables of more cells than allowed.
fn check(bytes: &[u8], limits: Limits) -> Result<(), IngestError> {
    let broken = |error: &dyn std::fmt::Display| unreadable(CONTAINER, error);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if let Ok(mut manifest) = archive.by_name("META-INF/manifest.xml") {
        let mut text = String::new();
        manifest.read_to_string(&mut text).map_err(|error| broken(&error))?;
        if text.contains("encryption-data") {
            return Err(IngestError::NotData { found: "an encrypted workbook" });
        }
    }
    let content = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut counted = Counted::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Eof => return Ok(()),
            Event::Start(tag) if tag.name().as_ref() == "table:table" => counted = Counted::default(),
            Event::Start(tag) if tag.name().as_ref() == "table:table-row" => {
                counted.repeats = repeated(&tag, "table:number-rows-repeated");
            }
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => counted.end_of_row(limits)?,
            Event::Start(tag) | Event::Empty(tag)
                if ["table:table-cell", "table:covered-table-cell"].contains(&tag.name().as_ref()) =>
            {
                let is_filled = attribute(&tag, "office:value-type").is_some();
                counted.cell(repeated(&tag, "table:number-columns-repeated"), is_filled);
            }
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(String::from(&*found.value))
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(1)
}
