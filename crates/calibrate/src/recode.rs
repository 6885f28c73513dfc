//! Looks memberships up by the value of the cell.

use equifinal_study::config::SetSpec;
use equifinal_study::memberships::SetKind;
use equifinal_study::table::CaseTable;

use crate::error::{CalibrateError, Fault};

/// The membership of each cell in `codes`; numbers are compared as numbers, so `1` matches `1.0`.
pub(crate) fn recode(
    table: &CaseTable,
    spec: &SetSpec,
    cells: &[String],
    codes: &[(String, f64)],
) -> Result<(SetKind, Vec<f64>), CalibrateError> {
    let mut values = Vec::with_capacity(cells.len());
    let mut unknown = Vec::new();
    for (case, cell) in cells.iter().enumerate() {
        match codes.iter().find(|(code, _)| same(code, cell)) {
            Some((_, membership)) => values.push(*membership),
            None => unknown.push((case, format!("{cell:?}"))),
        }
    }
    if !unknown.is_empty() {
        let known = codes.iter().map(|(code, _)| format!("\"{code}\"")).collect::<Vec<_>>().join(", ");
        return Err(CalibrateError::cells(table, spec, Fault::NoCode { known }, unknown));
    }
    let crisp = codes.iter().all(|&(_, membership)| membership == 0.0 || membership == 1.0);
    Ok((if crisp { SetKind::Crisp } else { SetKind::Fuzzy }, values))
}

fn same(code: &str, cell: &str) -> bool {
    let number = |text: &str| text.trim().parse::<f64>().ok();
    code.trim() == cell.trim() || number(code).is_some_and(|code| number(cell) == Some(code))
}
