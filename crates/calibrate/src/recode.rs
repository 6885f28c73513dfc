//! Looks memberships up by the value of the cell.

use equifinal_study::config::SetSpec;
use equifinal_study::memberships::SetKind;
use equifinal_study::missing::{MISSING, is_missing};
use equifinal_study::table::CaseTable;

use crate::error::{CalibrateError, Fault};

/// The membership of each cell in `codes`, by itself or by the label that the file gives it; numbers are compared as
/// numbers, so `1` matches `1.0`. A cell that is not a
/// value, by its place in `missing`, has a membership only if it is among the codes, or is imputed.
pub(crate) fn recode(
    table: &CaseTable,
    spec: &SetSpec,
    (cells, missing): (&[String], &[usize]),
    codes: &[(String, f64)],
) -> Result<(SetKind, Vec<f64>), CalibrateError> {
    let column = table.columns.iter().find(|column| column.serves(spec));
    let of = |cell: &str| {
        let label = column.and_then(|column| column.label(cell));
        // A code of the file is named itself or by its label; itself first.
        let named = |wanted: &str| codes.iter().find(|(code, _)| same(code, wanted));
        named(cell).or_else(|| label.and_then(named)).map(|(_, membership)| *membership)
    };
    let mut values = Vec::with_capacity(cells.len());
    let mut unknown = Vec::new();
    for (case, cell) in cells.iter().enumerate() {
        let rule = spec.missing.as_ref().filter(|_| missing.binary_search(&case).is_ok());
        match (of(cell), rule) {
            (Some(membership), _) => values.push(membership),
            (None, Some(rule)) => values.push(rule.code().and_then(of).unwrap_or(MISSING)),
            (None, None) => unknown.push((case, format!("{cell:?}"))),
        }
    }
    if !unknown.is_empty() {
        let has_missing = unknown.iter().any(|(case, _)| missing.binary_search(case).is_ok());
        let known = codes.iter().map(|(code, _)| format!("\"{code}\"")).collect::<Vec<_>>().join(", ");
        return Err(CalibrateError::cells(table, spec, Fault::NoCode { known, has_missing }, unknown));
    }
    if values.iter().all(|&value| is_missing(value)) && !values.is_empty() {
        return Err(CalibrateError::NoValue { set: spec.name.clone(), column: spec.column.clone() });
    }
    let crisp = codes.iter().all(|&(_, membership)| membership == 0.0 || membership == 1.0);
    Ok((if crisp { SetKind::Crisp } else { SetKind::Fuzzy }, values))
}

fn same(code: &str, cell: &str) -> bool {
    let number = |text: &str| text.trim().parse::<f64>().ok();
    code.trim() == cell.trim() || number(code).is_some_and(|code| number(cell) == Some(code))
}
