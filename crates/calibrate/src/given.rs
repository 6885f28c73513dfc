//! Columns that hold memberships or levels already.

use equifinal_study::config::{Given, SetSpec};
use equifinal_study::memberships::SetKind;
use equifinal_study::table::CaseTable;

use crate::error::{CalibrateError, Fault};

/// So many missing levels are named.
const NAMED: usize = 5;

/// The kind of the set, if every value is one that such a column may hold.
pub(crate) fn check(table: &CaseTable, spec: &SetSpec, raw: &[f64], given: Given) -> Result<SetKind, CalibrateError> {
    let (fault, allowed): (Fault, fn(f64) -> bool) = match given {
        Given::Fuzzy => (Fault::NoMembership, |value| (0.0..=1.0).contains(&value)),
        Given::Crisp => (Fault::NotCrisp, |value| value == 0.0 || value == 1.0),
        Given::MultiValue => (Fault::NoLevel, |value| value >= 0.0 && libm::trunc(value) == value),
    };
    let wrong = raw.iter().enumerate().filter(|(_, value)| !allowed(**value));
    let wrong: Vec<(usize, String)> = wrong.map(|(case, value)| (case, value.to_string())).collect();
    if !wrong.is_empty() {
        return Err(CalibrateError::cells(table, spec, fault, wrong));
    }
    match given {
        Given::Fuzzy => Ok(SetKind::Fuzzy),
        Given::Crisp => Ok(SetKind::Crisp),
        Given::MultiValue => levels_without_gap(spec, raw).map(|levels| SetKind::MultiValue { levels }),
    }
}

/// Levels from 0 to the largest value, two at least. The truth table has a row for each level, so one that no
/// case has is a typing error or calls for the levels to be numbered anew.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and not negative")]
fn levels_without_gap(spec: &SetSpec, raw: &[f64]) -> Result<usize, CalibrateError> {
    let mut found: Vec<usize> = raw.iter().map(|&value| value as usize).collect();
    found.sort_unstable();
    found.dedup();
    let highest = found.last().copied().unwrap_or_default();
    if found.len() <= highest {
        let missing = (0..highest).filter(|level| found.binary_search(level).is_err()).take(NAMED).collect();
        let (set, column) = (spec.name.clone(), spec.column.clone());
        return Err(CalibrateError::LevelsMissing { set, column, missing, highest });
    }
    Ok((highest + 1).max(2))
}
