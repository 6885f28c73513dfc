//! Detects unopened REDCap forms, in which an unmarked checkbox has no meaning.

use crate::dialect::Layout;
use crate::grid::Grid;

/// Suffix of the column with a form's completion status.
pub(crate) const COMPLETE: &str = "_complete";

/// The column with the completion status of the form at these places: the next such column to the right.
pub(crate) fn opened(grid: &Grid, layout: &Layout, places: &[usize]) -> Option<usize> {
    if layout.format != "redcap" {
        return None;
    }
    let last = places.iter().max()?;
    let after = grid.header.iter().enumerate().skip(last + 1);
    after.filter(|(_, header)| header.ends_with(COMPLETE)).map(|(place, _)| place).next()
}

/// True if the form is neither complete nor unverified, so that it may never have been opened.
pub(crate) fn is_unopened(grid: &Grid, record: usize, place: usize) -> bool {
    matches!(grid.cell(record, place), "" | "0" | "Incomplete")
}
