//! Workbooks: which kind an archive or a compound file is.

use super::foreign::guarded;
use super::spreadsheet::Sheet;
use super::{archive, ods, xls, xlsx};
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::Budget;

/// The names of workbooks in messages.
const EXCEL: &str = "container-excel";
const OPEN_DOCUMENT: &str = "container-opendocument";

/// The tables of a file that may be an `.xlsx` workbook with sheets of certain names.
pub(crate) enum Tables {
    /// These sheets.
    Named(Vec<Grid>),
    /// The table of any other file, and the errors in its shape.
    First(Box<Grid>, Vec<IngestError>),
}

/// Kinds of workbooks in an archive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Excel,
    OpenDocument,
}

/// The kind of a workbook whose archive is safe to read.
fn kind(bytes: &[u8], budget: &Budget) -> Result<Kind, IngestError> {
    let entries = archive::entries(bytes, budget)?;
    let has = |name: &str| entries.iter().any(|entry| entry.eq_ignore_ascii_case(name));
    if entries.iter().any(|entry| entry.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        return Err(IngestError::NotData { found: "found-macros" });
    }
    if has("xl/workbook.bin") {
        return Err(IngestError::NotData { found: "found-xlsb" });
    }
    if has(archive::EXCEL) {
        Ok(Kind::Excel)
    } else if has("content.xml") {
        Ok(Kind::OpenDocument)
    } else {
        Err(IngestError::NotData { found: "found-no-workbook" })
    }
}

/// Reads the sheet at this place, from 0, of an `.xlsx` or `.ods` workbook.
pub(super) fn read_archive(bytes: &[u8], at: usize, budget: &Budget) -> Result<Sheet, IngestError> {
    one(kind(bytes, budget)?, bytes, at, budget)
}

fn one(kind: Kind, bytes: &[u8], at: usize, budget: &Budget) -> Result<Sheet, IngestError> {
    match kind {
        Kind::Excel => guarded(EXCEL, || xlsx::read(bytes, at, budget)),
        Kind::OpenDocument => guarded(OPEN_DOCUMENT, || ods::read(bytes, at, budget)),
    }
}

/// The names of the sheets of an `.xlsx` or `.ods` workbook.
pub(super) fn names_in_archive(bytes: &[u8], budget: &Budget) -> Result<Vec<String>, IngestError> {
    match kind(bytes, budget)? {
        Kind::Excel => guarded(EXCEL, || xlsx::names(bytes)),
        Kind::OpenDocument => guarded(OPEN_DOCUMENT, || ods::names(bytes, budget)),
    }
}

/// Reads the named sheets of an `.xlsx` workbook that has them all, or else the first sheet.
pub(super) fn read_sheets(bytes: &[u8], names: &[&str], budget: &Budget) -> Result<Tables, IngestError> {
    let kind = kind(bytes, budget)?;
    if kind == Kind::Excel
        && let Some(sheets) = guarded(EXCEL, || xlsx::read_sheets(bytes, names, budget))?
    {
        return Ok(Tables::Named(sheets));
    }
    one(kind, bytes, 0, budget).map(|(grid, errors)| Tables::First(Box::new(grid), errors))
}

/// Reads the sheet at this place, from 0, of an `.xls` workbook.
pub(super) fn read_compound(bytes: &[u8], at: usize, budget: &Budget) -> Result<Sheet, IngestError> {
    guarded(EXCEL, || xls::read(bytes, at, budget))
}

/// The names of the sheets of an `.xls` workbook.
pub(super) fn names_in_compound(bytes: &[u8], budget: &Budget) -> Result<Vec<String>, IngestError> {
    guarded(EXCEL, || xls::names(bytes, budget))
}
