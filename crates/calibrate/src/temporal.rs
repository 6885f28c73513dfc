//! Reads the order of two events: temporal QCA (Caren & Panofsky 2005; Ragin & Strand 2008).

use equifinal_study::config::SetSpec;
use equifinal_study::memberships::{UNSAID, UNSAID_SIGN};
use equifinal_study::missing::MISSING;
use equifinal_study::table::CaseTable;

use crate::error::{CalibrateError, Fault};

/// The level of each cell: 1, 0, or [`UNSAID`] for "-", also in its wide forms. A cell at a place in `missing` has a
/// level only if it says "-".
#[expect(clippy::cast_precision_loss, reason = "a small constant")]
pub(crate) fn orders(
    table: &CaseTable,
    spec: &SetSpec,
    (cells, missing): (&[String], &[usize]),
) -> Result<Vec<f64>, CalibrateError> {
    let level = |cell: &str| match cell.trim() {
        UNSAID_SIGN | "\u{2212}" | "\u{2013}" | "\u{2014}" | "\u{2014}\u{2014}" | "\u{ff0d}" => Some(UNSAID as f64),
        number => number.parse().ok().filter(|&level: &f64| level == 0.0 || level == 1.0),
    };
    let mut values = Vec::with_capacity(cells.len());
    let mut wrong = Vec::new();
    for (case, cell) in cells.iter().enumerate() {
        let may_lack = spec.missing.is_some() && missing.binary_search(&case).is_ok();
        match level(cell) {
            Some(level) => values.push(level),
            None if may_lack => values.push(MISSING),
            None => wrong.push((case, format!("{cell:?}"))),
        }
    }
    if wrong.is_empty() { Ok(values) } else { Err(CalibrateError::cells(table, spec, Fault::NotOrder, wrong)) }
}
