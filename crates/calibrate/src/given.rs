//! Checks columns that already hold memberships or levels.

use std::collections::BTreeSet;

use equifinal_study::config::{Given, SetSpec};
use equifinal_study::memberships::SetKind;
use equifinal_study::table::{CaseTable, levels};

use crate::error::{CalibrateError, Fault};

/// Maximum number of missing levels named.
const NAMED: usize = 5;

/// The kind of the set, if every value is valid for such a column.
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
        // A part of a table keeps the levels of the whole: cases that are left out take no row away.
        Given::MultiValue => match table.levels(spec).or_else(|| levels(raw)) {
            Some(levels) => Ok(SetKind::MultiValue { levels }),
            None => Err(level_missing(spec, raw)),
        },
    }
}

/// The error for a level without a case. The truth table has a row for each level, so a gap is either a typing error or
/// a reason to renumber the levels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and not negative")]
fn level_missing(spec: &SetSpec, raw: &[f64]) -> CalibrateError {
    let found: BTreeSet<usize> = raw.iter().map(|&value| value as usize).collect();
    let highest = found.last().copied().unwrap_or_default();
    let missing = (0..highest).filter(|level| !found.contains(level)).take(NAMED).collect();
    CalibrateError::LevelsMissing { set: spec.name.clone(), column: spec.column.clone(), missing, highest }
}
