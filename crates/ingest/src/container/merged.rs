//! Merged cells of a column in an `.xlsx` workbook: the first holds the content, the others are blank.

use std::io::Cursor;
use std::ops::RangeInclusive;

use calamine::{Reader, Xlsx};

use super::foreign::unreadable;
use super::spreadsheet::{address, place};
use crate::error::IngestError;

/// Cells of one column that are merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Merged {
    /// The column, from 0.
    pub(crate) column: usize,
    /// The lines, from 1.
    pub(crate) lines: RangeInclusive<usize>,
    /// The name of the range in the spreadsheet: `A2:A4`.
    pub(crate) range: String,
}

/// The merged cells over several lines of the sheet at this place, from 0. Of a block, those of its first column.
pub(super) fn of_excel(bytes: &[u8], at: usize) -> Result<Vec<Merged>, IngestError> {
    let broken = |error: calamine::XlsxError| unreadable("container-excel", error);
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let Some(sheet) = workbook.sheet_names().into_iter().nth(at) else { return Ok(Vec::new()) };
    let regions = workbook.merge_cells_by_sheet_name(&sheet).map_err(broken)?;
    let over_lines = regions.into_iter().filter(|region| region.start.0 < region.end.0);
    let merged = over_lines.map(|region| Merged {
        column: place(region.start.1),
        lines: place(region.start.0).saturating_add(1)..=place(region.end.0).saturating_add(1),
        range: format!("{}:{}", address(region.start.0, region.start.1), address(region.end.0, region.end.1)),
    });
    Ok(merged.collect())
}
