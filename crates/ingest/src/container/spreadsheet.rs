//! A cell of a spreadsheet: where it may stand, how it is named, and the text in it.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime};

use super::cell_text::number;
use crate::error::{IngestError, KEPT};
use crate::grid::Grid;
use crate::limits::{Budget, MISTAKE};

/// A grid and the errors in its cells.
pub(super) type Sheet = (Grid, Vec<IngestError>);

/// Records that a cell holds a formula without a value; row and column count from 0.
pub(super) fn note_formula(
    errors: &mut Vec<IngestError>,
    (row, column): (u32, u32),
    budget: &Budget,
) -> Result<(), IngestError> {
    if errors.len() < KEPT {
        budget.take(MISTAKE)?;
        errors.push(IngestError::Formula { line: place(row).saturating_add(1), cell: address(row, column) });
    }
    Ok(())
}

/// The spreadsheet address of a cell; row and column count from 0.
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

/// Maximum rows and columns of a sheet.
const ROWS: usize = 100_000;
const COLUMNS: usize = 2_000;

/// Refuses a cell outside the largest table that is read; row and column count from 0.
pub(super) fn check_place(row: u32, column: u32) -> Result<(), IngestError> {
    if place(row) >= ROWS || place(column) >= COLUMNS {
        let cell = address(row, column);
        return Err(IngestError::FarCell { cell, rows: ROWS, columns: COLUMNS });
    }
    Ok(())
}

/// The text of a streamed cell; shared strings are not copied.
pub(super) fn text_of_ref(value: DataRef<'_>) -> Cow<'_, str> {
    match value {
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cow::Owned(text),
        DataRef::Int(value) => Cow::Owned(value.to_string()),
        DataRef::Float(value) => Cow::Owned(number(value)),
        DataRef::Bool(value) => Cow::Borrowed(truth(value)),
        DataRef::DateTime(value) => Cow::Owned(day(value)),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
        DataRef::Empty => Cow::Borrowed(""),
    }
}

/// A truth value as a spreadsheet shows it.
pub(super) fn truth(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

/// A date as a cell would show it.
pub(super) fn day(value: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    if !value.is_datetime() {
        return number(value.as_f64());
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if hour == 0 && minute == 0 && second == 0 { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") }
}

/// A row or column number as an index.
pub(super) fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}
