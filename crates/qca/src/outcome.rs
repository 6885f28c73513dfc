//! The outcome of an analysis: a set, its negation, or a level.

use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Set, SetKind};

use crate::error::QcaError;

/// Refuses an outcome level that the set does not have.
pub(crate) fn check_outcome(analysis: &str, outcome: &Literal, set: &Set) -> Result<(), QcaError> {
    match (outcome.level, set.kind) {
        (Some(level), SetKind::MultiValue { levels }) if level >= levels => {
            Err(QcaError::NoLevel { analysis: analysis.to_owned(), set: set.name.clone(), level, highest: levels - 1 })
        }
        (Some(_), SetKind::MultiValue { .. }) | (None, SetKind::Crisp | SetKind::Fuzzy | SetKind::Temporal) => Ok(()),
        (level, _) => Err(QcaError::Level {
            analysis: analysis.to_owned(),
            literal: outcome.to_string(),
            multi_value: level.is_none(),
        }),
    }
}

/// Membership of `case` in the outcome, or in its negation if that is analysed.
pub(crate) fn outcome_degree(outcome: &Literal, set: &Set, case: usize) -> f64 {
    let degree = set.at_level(case, outcome.level.unwrap_or(1));
    if outcome.negated { 1.0 - degree } else { degree }
}
