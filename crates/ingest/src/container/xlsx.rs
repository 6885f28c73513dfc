//! Reads `.xlsx` by streaming cells, so that a distant cell costs no memory.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use equifinal_study::detected::FileKind;
use equifinal_study::table_notes::SheetFound;

use super::foreign::unreadable;
use super::leading_zeros;
use super::spreadsheet::{Sheet, address, check_place, note_formula, place, text_of_ref};
use crate::error::{IngestError, KEPT};
use crate::grid::{Filled, Grid, GridBuilder};
use crate::limits::Budget;

const CONTAINER: &str = "container-excel";

/// Bytes of memory for a cell with leading zeros.
const FILLED: usize = 4 * size_of::<((u32, u32), usize)>();

/// The names of the sheets.
pub(super) fn names(bytes: &[u8]) -> Result<Vec<String>, IngestError> {
    let workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(CONTAINER, error))?;
    Ok(workbook.sheet_names())
}

/// Reads the sheet at this place, from 0.
pub(super) fn read(bytes: &[u8], at: usize, budget: &Budget) -> Result<Sheet, IngestError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(CONTAINER, error))?;
    let sheets = workbook.sheet_names();
    let name = sheets.get(at).cloned().ok_or_else(|| unreadable(CONTAINER, "it has no sheet"))?;
    let (mut grid, errors) = read_sheet(&mut workbook, &name, budget, FileKind::Excel(sheets.len()), KEPT)?;
    grid.found.sheet = Some(SheetFound { number: at.saturating_add(1), name });
    Ok((grid, errors))
}

/// Reads the named sheets; `None` if one is missing.
pub(super) fn read_sheets(bytes: &[u8], names: &[&str], budget: &Budget) -> Result<Option<Vec<Grid>>, IngestError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(CONTAINER, error))?;
    let sheets = workbook.sheet_names();
    if !names.iter().all(|name| sheets.iter().any(|sheet| sheet == name)) {
        return Ok(None);
    }
    let grids = names.iter().map(|name| {
        let (grid, _) = read_sheet(&mut workbook, name, budget, FileKind::Excel(sheets.len()), usize::MAX)?;
        Ok(grid)
    });
    grids.collect::<Result<_, _>>().map(Some)
}

/// Reads the named sheet, up to the cell at which the number of formulas without a value, which are errors, reaches
/// `enough`.
fn read_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    budget: &Budget,
    kind: FileKind,
    enough: usize,
) -> Result<Sheet, IngestError> {
    let filled = filled_with_zeros(workbook, sheet, budget)?;
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|error| unreadable(CONTAINER, error))?;
    let mut grid = GridBuilder::new(budget);
    let (mut errors, mut formulas) = (Vec::new(), 0_usize);
    let mut record: (u32, Vec<Filled<'_>>) = (0, Vec::new());
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| unreadable(CONTAINER, error))? {
        let (row, column) = cell.pos;
        let is_formula = cell.formula.is_some();
        if matches!(cell.value, DataRef::Empty) {
            if is_formula {
                note_formula(&mut errors, cell.pos, budget)?;
                if errors.len() >= enough {
                    break;
                }
            }
            continue;
        }
        formulas += usize::from(is_formula);
        check_place(row, column)?;
        if row < record.0 || (row == record.0 && record.1.last().is_some_and(|(last, _)| *last >= place(column))) {
            return Err(unreadable(CONTAINER, format!("cell {} stands out of order", address(row, column))));
        }
        if row > record.0 {
            grid.record(place(record.0).saturating_add(1), &record.1)?;
            record.1.clear();
            record.0 = row;
        }
        let text = match (filled.get(&cell.pos), &cell.value) {
            (Some(digits), DataRef::Float(value)) => Cow::Owned(leading_zeros::shown(*value, *digits)),
            _ => text_of_ref(cell.value),
        };
        record.1.push((place(column), text));
    }
    grid.record(place(record.0).saturating_add(1), &record.1)?;
    let mut grid = grid.finish(kind)?;
    grid.found.formulas = formulas;
    Ok((grid, errors))
}

/// The cells whose number format writes leading zeros, by row and column, with the number of digits.
fn filled_with_zeros(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    budget: &Budget,
) -> Result<BTreeMap<(u32, u32), usize>, IngestError> {
    let mut found = BTreeMap::new();
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|error| unreadable(CONTAINER, error))?;
    let formats = cells.styles().iter().map(|style| style.number_format.as_ref());
    let digits: Vec<Option<usize>> =
        formats.map(|format| format.and_then(|format| leading_zeros::digits(&format.format_code))).collect();
    if digits.iter().all(Option::is_none) {
        return Ok(found);
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(|error| unreadable(CONTAINER, error))? {
        if let Some(digits) = digits.get(style).copied().flatten() {
            budget.take(FILLED)?;
            found.insert((row, column), digits);
        }
    }
    Ok(found)
}
