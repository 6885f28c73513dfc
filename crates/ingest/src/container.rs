//! Detects the kind of a file from its first bytes, and reads its table.

mod archive;
mod archive_part;
mod cell_text;
mod foreign;
mod json;
mod leading_zeros;
mod merged;
mod ods;
mod parquet;
mod percent;
mod spreadsheet;
mod spss;
mod stata;
mod table;
mod workbook;
mod xls;
mod xlsx;

pub use cell_text::date as day;
pub use foreign::is_reading;
pub use parquet::read_groups;
pub(crate) use table::read_table;
pub(crate) use workbook::Tables;

use std::collections::BTreeMap;

use equifinal_study::detected::FileKind;

use self::foreign::guarded;
use self::merged::Merged;
use crate::delimited;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::{Budget, Limits};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    /// Cells separated by commas, semicolons or tabs.
    Delimited,
    /// A zip archive: an Excel or OpenDocument workbook.
    Archive,
    /// A compound file: an old or an encrypted Excel workbook.
    Compound,
    /// SPSS data.
    Spss,
    /// Stata data.
    Stata,
    /// Parquet.
    Parquet,
    /// JSON.
    Json,
}

/// The kind of the file by its first bytes; an error names kinds that are not supported.
fn detect(bytes: &[u8]) -> Result<Container, IngestError> {
    const REFUSED: [(&[u8], &str); 8] = [
        (b"%PDF", "found-pdf"),
        (b"\x1f\x8b", "found-gzip"),
        (b"Rar!", "found-rar"),
        (b"7z\xbc\xaf", "found-7zip"),
        (b"\x89PNG", "found-image"),
        (b"\xff\xd8\xff", "found-image"),
        (b"{\\rtf", "found-rich-text"),
        (b"SAS     ", "found-sas"),
    ];
    if let Some((_, found)) = REFUSED.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(IngestError::NotData { found });
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let lower = text.get(..text.len().min(64)).unwrap_or_default().to_ascii_lowercase();
    Ok(match bytes {
        [b'P', b'K', 3..=8, 4..=9, ..] => Container::Archive,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Container::Compound,
        [b'$', b'F', b'L', b'2' | b'3', ..] => Container::Spss,
        [b'P', b'A', b'R', b'1', ..] => Container::Parquet,
        [102..=115, 1 | 2, 1, 0, ..] => Container::Stata,
        _ if bytes.starts_with(b"<stata_dta>") => Container::Stata,
        _ if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") || lower.starts_with(b"<table") => {
            return Err(IngestError::NotData { found: "found-web-page" });
        }
        _ if json::starts(text) => Container::Json,
        _ => Container::Delimited,
    })
}

/// Reads the table of a file of any kind, from its first record on and of the first sheet, and collects the errors in its shape.
///
/// Fails at once if no further check is possible.
pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let budget = &of_file(bytes, limits)?;
    let whole = |grid: Grid| (grid, Vec::new());
    match detect(bytes)? {
        Container::Delimited => delimited::read(bytes, budget),
        Container::Archive => workbook::read_archive(bytes, 0, budget),
        Container::Compound => workbook::read_compound(bytes, 0, budget),
        Container::Spss => spss::read(bytes, budget).map(whole),
        Container::Stata => guarded("container-stata", || stata::read(bytes, budget)).map(whole),
        Container::Parquet => guarded("container-parquet", || parquet::read(bytes, budget)).map(whole),
        Container::Json => json::read(bytes, budget).map(whole),
    }
}

/// Reads the named sheets of an `.xlsx` workbook that has them all, or else what [`read`] reads.
pub(crate) fn read_sheets(bytes: &[u8], names: &[&str], limits: Limits) -> Result<Tables, IngestError> {
    if detect(bytes)? == Container::Archive {
        return workbook::read_sheets(bytes, names, &of_file(bytes, limits)?);
    }
    read(bytes, limits).map(|(grid, errors)| Tables::First(Box::new(grid), errors))
}

/// The indices, from 0, of the columns that a workbook formats as percentages, with the number of cells; empty for other
/// kinds of files. `grid`
/// is the table read from the file.
pub(crate) fn percents(bytes: &[u8], grid: &Grid) -> Result<BTreeMap<usize, usize>, IngestError> {
    let mut found = percent::Percents::new(&grid.lines, grid.width());
    let sheet = grid.found.sheet.as_ref().map_or(0, |sheet| sheet.number.saturating_sub(1));
    match grid.kind {
        FileKind::Excel(_) => guarded("container-excel", || percent::of_excel(bytes, sheet, &mut found))?,
        FileKind::OpenDocument(_) => percent::of_open_document(bytes, sheet, &mut found)?,
        FileKind::Excel97(_) => guarded("container-excel-97", || percent::of_excel_97(bytes, sheet, &mut found))?,
        FileKind::Delimited { .. } | FileKind::Spss | FileKind::Stata | FileKind::Parquet | FileKind::Json => {}
    }
    Ok(found.columns())
}

/// The merged cells of the sheet of an `.xlsx` workbook that `grid` was read from; none for other kinds of files.
pub(crate) fn merged(bytes: &[u8], grid: &Grid) -> Result<Vec<Merged>, IngestError> {
    let sheet = grid.found.sheet.as_ref().map_or(0, |sheet| sheet.number.saturating_sub(1));
    match grid.kind {
        FileKind::Excel(_) => guarded("container-excel", || merged::of_excel(bytes, sheet)),
        _ => Ok(Vec::new()),
    }
}

/// The memory budget, after subtracting the bytes of the file.
fn of_file(bytes: &[u8], limits: Limits) -> Result<Budget, IngestError> {
    limits.check_bytes(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    let budget = Budget::new(limits);
    budget.take(bytes.len())?;
    Ok(budget)
}
