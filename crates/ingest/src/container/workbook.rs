//! Workbooks: which kind an archive or a compound file is, and how a cell becomes text.

use calamine::{Data, DataRef, ExcelDateTime, Range};
use equifinal_study::detected::FileKind;

use super::{archive, guarded, number, ods, unreadable, xls, xlsx};
use crate::error::IngestError;
use crate::grid::{Grid, GridBuilder};
use crate::limits::Limits;

/// A grid and what is wrong with its cells.
pub(super) type Sheet = (Grid, Vec<IngestError>);

/// Which kind of workbook an archive holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Excel,
    OpenDocument,
}

/// The kind of a workbook whose archive is safe to read.
fn kind(bytes: &[u8], limits: Limits) -> Result<Kind, IngestError> {
    let entries = archive::entries(bytes, limits)?;
    let has = |name: &str| entries.iter().any(|entry| entry.eq_ignore_ascii_case(name));
    if entries.iter().any(|entry| entry.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        return Err(IngestError::NotData { found: "a workbook with macros" });
    }
    if has("xl/workbook.bin") {
        return Err(IngestError::NotData { found: "a binary workbook (.xlsb)" });
    }
    if has("xl/workbook.xml") {
        Ok(Kind::Excel)
    } else if has("content.xml") {
        Ok(Kind::OpenDocument)
    } else {
        Err(IngestError::NotData { found: "an archive without a workbook" })
    }
}

/// Reads the first sheet of an `.xlsx` or `.ods` workbook.
pub(super) fn read_archive(bytes: &[u8], limits: Limits) -> Result<Sheet, IngestError> {
    match kind(bytes, limits)? {
        Kind::Excel => guarded("Excel workbook", || xlsx::read(bytes, limits)),
        Kind::OpenDocument => guarded("OpenDocument workbook", || ods::read(bytes, limits)),
    }
}

/// Reads the sheets of these names of an `.xlsx` workbook; nothing where it lacks one.
pub(super) fn read_sheets(bytes: &[u8], names: &[&str], limits: Limits) -> Result<Option<Vec<Grid>>, IngestError> {
    match kind(bytes, limits)? {
        Kind::Excel => guarded("Excel workbook", || xlsx::read_sheets(bytes, names, limits)),
        Kind::OpenDocument => Ok(None),
    }
}

/// Reads the first sheet of an `.xls` workbook.
pub(super) fn read_compound(bytes: &[u8], limits: Limits) -> Result<Sheet, IngestError> {
    guarded("Excel workbook", || xls::read(bytes, limits))
}

/// A cell by its letters and number, as spreadsheets name it; row and column count from 0.
pub(super) fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

/// Refuses a cell outside the largest table that is read; row and column count from 0.
pub(super) fn check_place(row: u32, column: u32, limits: Limits) -> Result<(), IngestError> {
    let far = |at: u32, limit: usize| usize::try_from(at).map_or(true, |at| at >= limit);
    if far(row, limits.rows) || far(column, limits.columns) {
        let cell = address(row, column);
        return Err(IngestError::FarCell { cell, rows: limits.rows, columns: limits.columns });
    }
    Ok(())
}

/// The text of a streamed cell.
pub(super) fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::Bool(value) => truth(*value),
        DataRef::DateTime(value) => day(*value),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn text_of(value: &Data) -> String {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(value) => value.to_string(),
        Data::Float(value) => number(*value),
        Data::Bool(value) => truth(*value),
        Data::DateTime(value) => day(*value),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn truth(value: bool) -> String {
    if value { "TRUE" } else { "FALSE" }.to_owned()
}

fn day(value: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    if !value.is_datetime() {
        return number(value.as_f64());
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if hour == 0 && minute == 0 && second == 0 { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") }
}

/// The grid of a sheet whose cells a guard has counted.
pub(super) fn grid_of(
    cells: &Range<Data>,
    formulas: &Range<String>,
    limits: Limits,
    kind: FileKind,
) -> Result<Sheet, IngestError> {
    let (top, left) = cells.start().unwrap_or_default();
    let mut grid = GridBuilder::new(limits);
    for (row, record) in (top..).zip(cells.rows()) {
        let mut filled = Vec::new();
        for (column, value) in (left..).zip(record) {
            if *value != Data::Empty {
                check_place(row, column, limits)?;
                filled.push((place(column), text_of(value)));
            }
        }
        grid.record(place(row).saturating_add(1), &filled)?;
    }
    let (top, left) = formulas.start().unwrap_or_default();
    let written = formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty());
    let errors = written.map(|(row, column, _)| {
        let shift = |at: usize, start: u32| u32::try_from(at).unwrap_or(u32::MAX).saturating_add(start);
        let (row, column) = (shift(row, top), shift(column, left));
        IngestError::Formula { line: place(row).saturating_add(1), cell: address(row, column) }
    });
    let errors = errors.collect();
    Ok((grid.finish(kind)?, errors))
}

/// A row or column as a place in memory.
pub(super) fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// The name of the first sheet.
pub(super) fn first_sheet(container: &'static str, names: &[String]) -> Result<String, IngestError> {
    names.first().cloned().ok_or_else(|| unreadable(container, "it has no sheet"))
}
