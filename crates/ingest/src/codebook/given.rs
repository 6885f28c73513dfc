//! The answers that a column of an export holds.

use crate::dialect::Layout;
use crate::gap;
use crate::grid::Grid;

/// Maximum number of different answers that are taken for options.
pub(super) const OPTIONS: usize = 12;

/// The cells with an answer.
pub(super) fn given<'a>(grid: &'a Grid, layout: &Layout, place: usize) -> Vec<&'a str> {
    let notes = grid.notes.get(place);
    let is_absent =
        |cell: &str| gap::of(notes, cell).is_some() || layout.missing.contains(&cell) || layout.skipped.contains(&cell);
    (0..grid.height()).map(|record| grid.cell(record, place)).filter(|cell| !is_absent(cell)).collect()
}
