//! Workbooks: which kind an archive or a compound file is.

use super::foreign::guarded;
use super::spreadsheet::Sheet;
use super::{archive, ods, xls, xlsx};
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::Budget;

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
        return Err(IngestError::NotData { found: "a workbook with macros" });
    }
    if has("xl/workbook.bin") {
        return Err(IngestError::NotData { found: "a binary workbook (.xlsb)" });
    }
    if has(archive::EXCEL) {
        Ok(Kind::Excel)
    } else if has("content.xml") {
        Ok(Kind::OpenDocument)
    } else {
        Err(IngestError::NotData { found: "an archive without a workbook" })
    }
}

/// Reads the first sheet of an `.xlsx` or `.ods` workbook.
pub(super) fn read_archive(bytes: &[u8], budget: &Budget) -> Result<Sheet, IngestError> {
    match kind(bytes, budget)? {
        Kind::Excel => guarded("Excel workbook", || xlsx::read(bytes, budget)),
        Kind::OpenDocument => guarded("OpenDocument workbook", || ods::read(bytes, budget)),
    }
}

/// Reads the named sheets of an `.xlsx` workbook; `None` if it lacks one.
pub(super) fn read_sheets(bytes: &[u8], names: &[&str], budget: &Budget) -> Result<Option<Vec<Grid>>, IngestError> {
    match kind(bytes, budget)? {
        Kind::Excel => guarded("Excel workbook", || xlsx::read_sheets(bytes, names, budget)),
        Kind::OpenDocument => Ok(None),
    }
}

/// Reads the first sheet of an `.xls` workbook.
pub(super) fn read_compound(bytes: &[u8], budget: &Budget) -> Result<Sheet, IngestError> {
    guarded("Excel workbook", || xls::read(bytes, budget))
}
