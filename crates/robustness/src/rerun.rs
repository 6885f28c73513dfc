//! Runs a variant of a study from the raw table.

use std::borrow::Cow;

use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, QcaError, analyse};
use equifinal_study::config::Variant;
use equifinal_study::memberships::Memberships;
use equifinal_study::natural;
use equifinal_study::table::CaseTable;

use crate::impossible::{Impossible, UnknownCase};

/// The findings of each analysis of a variant, or the reason why there are none, in the order of its `analyses`.
///
/// # Errors
/// The reason why no analysis can be run: a set that cannot be calibrated, an unknown case.
pub fn findings(
    variant: &Variant,
    table: &CaseTable,
    budget: &Budget,
) -> Result<Vec<Result<Findings, QcaError>>, Impossible> {
    let memberships = memberships(variant, table)?;
    let run = |analysis| analyse(analysis, &memberships, budget);
    Ok(variant.analyses.iter().map(run).collect())
}

/// The memberships of a variant. Cases are left out before calibration, since percentiles depend on them.
///
/// # Errors
/// As [`findings`].
pub fn memberships(variant: &Variant, table: &CaseTable) -> Result<Memberships, Impossible> {
    let fewer = (!variant.drop_cases.is_empty()).then(|| without(table, &variant.drop_cases)).transpose()?;
    Ok(equifinal_calibrate::memberships(fewer.as_ref().unwrap_or(table), &variant.sets)?)
}

/// The table without some cases.
///
/// # Errors
/// An unknown case.
pub fn without(table: &CaseTable, dropped: &[String]) -> Result<CaseTable, UnknownCase> {
    if let Some(unknown) = UnknownCase::first(dropped, table) {
        return Err(unknown);
    }
    let order: Vec<usize> = (0..table.cases.len()).filter(|&at| !dropped.contains(&table.cases[at])).collect();
    Ok(picked(table, &order))
}

/// The table with its cases in natural order.
pub(crate) fn sorted(table: &CaseTable) -> Cow<'_, CaseTable> {
    if table.cases.is_sorted_by(|a, b| natural::compare(a, b).is_le()) {
        return Cow::Borrowed(table);
    }
    Cow::Owned(picked(table, &natural::order(&table.cases)))
}

/// The cases at these positions, in this order.
pub(crate) fn picked(table: &CaseTable, order: &[usize]) -> CaseTable {
    table.picked(order, |_| true)
}
