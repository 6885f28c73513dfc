//! Reads the cells of a sheet of an `.xls` workbook.

use std::borrow::Cow;

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::super::cell_text::number;
use super::super::leading_zeros;
use super::super::spreadsheet::{check_place, day, truth};
use super::globals::{Globals, Shown};
use super::record::{self, Record, damaged};
use crate::error::IngestError;
use crate::grid::{Filled, GridBuilder};
use crate::limits::Budget;

/// Record types, [MS-XLS] 2.3.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const FORMULA: u16 = 0x0006;
const MANY_RK: u16 = 0x00bd;
const RICH_TEXT: u16 = 0x00d6;
const SHARED_TEXT: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const TRUTH_OR_ERROR: u16 = 0x0205;
const RESULT: u16 = 0x0207;
const RK: u16 = 0x027e;

/// Row and column of a cell, from 0.
type Place = (u16, u16);

/// Bytes of memory per cell, besides its text.
const KEPT: usize = 2 * size_of::<(Place, Cow<'_, str>)>();

/// A sheet under construction.
pub(super) struct Cells<'a> {
    globals: &'a Globals,
    budget: &'a Budget,
    cells: Vec<(Place, Cow<'a, str>)>,
    /// The cell of the last formula, whose text follows in the next record.
    formula: Place,
    /// The number of formulas with a value.
    formulas: usize,
    errors: Vec<IngestError>,
}

/// Reads the cells of the sheet that begins here into a grid; lists the formulas without a value, and counts those with
/// one.
pub(super) fn read(
    mut stream: &[u8],
    globals: &Globals,
    grid: &mut GridBuilder<'_>,
    budget: &Budget,
) -> Result<(Vec<IngestError>, usize), IngestError> {
    let mut cells = Cells { globals, budget, cells: Vec::new(), formula: (0, 0), formulas: 0, errors: Vec::new() };
    // A chart within the sheet has records of its own.
    let mut depth = 0_usize;
    while let Some(record) = record::next(&mut stream)? {
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth <= 1 => cells.record(record)?,
            _ => {}
        }
    }
    let formulas = cells.formulas;
    Ok((cells.into_grid(grid)?, formulas))
}

impl<'a> Cells<'a> {
    fn record(&mut self, mut record: Record<'_>) -> Result<(), IngestError> {
        let cut = || damaged("a cell is cut off");
        let kind = record.kind;
        if kind == RESULT {
            let text = record.text(self.globals.letters, self.budget)?;
            self.formulas += usize::from(!text.is_empty());
            return self.push(self.formula, Cow::Owned(text));
        }
        if ![FORMULA, MANY_RK, RICH_TEXT, SHARED_TEXT, NUMBER, TEXT, TRUTH_OR_ERROR, RK].contains(&kind) {
            return Ok(());
        }
        let at = (record.short().ok_or_else(cut)?, record.short().ok_or_else(cut)?);
        if kind == MANY_RK {
            return self.many(at, record);
        }
        let format = record.short().ok_or_else(cut)?;
        let text: Cow<'a, str> = match kind {
            SHARED_TEXT => {
                let number = usize::try_from(record.long().ok_or_else(cut)?).unwrap_or(usize::MAX);
                Cow::Borrowed(self.globals.texts.get(number).map_or("", String::as_str))
            }
            TEXT | RICH_TEXT => Cow::Owned(record.text(self.globals.letters, self.budget)?),
            NUMBER => self.number(f64::from_le_bytes(record.bytes().ok_or_else(cut)?), format),
            RK => self.number(rk(record.long().ok_or_else(cut)?), format),
            TRUTH_OR_ERROR => match (record.byte().ok_or_else(cut)?, record.byte()) {
                (value, Some(0)) => Cow::Borrowed(truth(value != 0)),
                (code, _) => Cow::Borrowed(error(code)),
            },
            _ => return self.formula(at, format, record.bytes().ok_or_else(cut)?),
        };
        self.push(at, text)
    }

    /// Several numbers in adjacent cells.
    fn many(&mut self, (row, first): Place, mut record: Record<'_>) -> Result<(), IngestError> {
        for column in first.. {
            // Behind the last one stands its column.
            if record.len() < 6 {
                break;
            }
            let (Some(format), Some(value)) = (record.short(), record.long()) else { break };
            let text = self.number(rk(value), format);
            self.push((row, column), text)?;
        }
        Ok(())
    }

    /// A formula with its value; a text value follows in a separate record.
    fn formula(&mut self, at: Place, format: u16, value: [u8; 8]) -> Result<(), IngestError> {
        self.formula = at;
        let (row, column) = (u32::from(at.0), u32::from(at.1));
        check_place(row, column)?;
        let text = match value {
            // A text follows in the next record; an empty one does not.
            [0 | 3, .., 0xff, 0xff] => return Ok(()),
            [1, _, value, .., 0xff, 0xff] => Cow::Borrowed(truth(value != 0)),
            [2, _, code, .., 0xff, 0xff] => Cow::Borrowed(error(code)),
            value => self.number(f64::from_le_bytes(value), format),
        };
        self.formulas += 1;
        self.push(at, text)
    }

    fn number(&self, value: f64, format: u16) -> Cow<'a, str> {
        Cow::Owned(match self.globals.formats.get(usize::from(format)) {
            Some(Shown::Day) => day(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, self.globals.is_1904)),
            Some(Shown::WithZeros(digits)) => leading_zeros::shown(value, *digits),
            Some(Shown::Plain) | None => number(value),
        })
    }

    fn push(&mut self, at: Place, text: Cow<'a, str>) -> Result<(), IngestError> {
        if text.is_empty() {
            return Ok(());
        }
        check_place(u32::from(at.0), u32::from(at.1))?;
        let own = if let Cow::Owned(text) = &text { text.len() } else { 0 };
        self.budget.take(KEPT.saturating_add(own))?;
        self.cells.push((at, text));
        Ok(())
    }

    /// Writes the cells to the grid row by row; the last of several cells at one place counts.
    fn into_grid(mut self, grid: &mut GridBuilder<'_>) -> Result<Vec<IngestError>, IngestError> {
        self.cells.sort_by_key(|(at, _)| *at);
        for row in self.cells.chunk_by(|a, b| a.0.0 == b.0.0) {
            let at_one_place = row.chunk_by(|a, b| a.0 == b.0);
            let last = at_one_place.filter_map(|same| same.last());
            let record: Vec<Filled<'_>> =
                last.map(|((_, column), text)| (usize::from(*column), Cow::Borrowed(text.as_ref()))).collect();
            let line = row.first().map_or(0, |((row, _), _)| usize::from(*row)) + 1;
            grid.record(line, &record)?;
        }
        Ok(self.errors)
    }
}

/// A number in four bytes: `RkNumber`, [MS-XLS] 2.5.217.
fn rk(value: u32) -> f64 {
    let bits = value & !3;
    let number =
        if value & 2 != 0 { f64::from(bits.cast_signed() >> 2) } else { f64::from_bits(u64::from(bits) << 32) };
    if value & 1 != 0 { number / 100.0 } else { number }
}

/// The name of an error value in a cell: `BErr`, [MS-XLS] 2.5.10.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        _ => "#DATA!",
    }
}
