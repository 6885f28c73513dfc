//! Whether a form of REDCap was ever opened: an unmarked checkbox of one that was not says nothing.

use crate::dialect::Layout;
use crate::grid::Grid;

/// The end of the column that says how far a form was filled in.
pub(crate) const COMPLETE: &str = "_complete";

/// The column that says how far the form of these columns was filled in: the next of its kind to the right.
pub(crate) fn opened(grid: &Grid, layout: &Layout, places: &[usize]) -> Option<usize> {
    if layout.format != "redcap" {
        return None;
    }
    let last = places.iter().max()?;
    let after = grid.header.iter().enumerate().skip(last + 1);
    after.filter(|(_, header)| header.ends_with(COMPLETE)).map(|(place, _)| place).next()
}

/// Whether the form is neither complete nor unverified, so that nobody may have looked at it.
pub(crate) fn is_unopened(grid: &Grid, record: usize, place: usize) -> bool {
    matches!(grid.cell(record, place), "" | "0" | "Incomplete")
}
