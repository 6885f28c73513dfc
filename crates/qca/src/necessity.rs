//! Necessity of single conditions, their negations and levels, and of expressions over conditions.

use equifinal_study::config::{Analysis, NecessityCuts};
use equifinal_study::cuts::at_least;
use equifinal_study::expression::Expression;
use equifinal_study::memberships::Memberships;

use crate::error::QcaError;
use crate::fit::{NecessityFit, necessity};
use crate::relation::degrees;
use crate::sample::Sample;
use crate::term::write_literal;

/// One literal as a necessary condition.
#[derive(Debug, Clone, PartialEq)]
pub struct NecessityRow {
    /// The position of its condition.
    pub condition: usize,
    /// The level (1 the set, 0 its negation).
    pub level: usize,
    /// The literal as written in study files.
    pub expression: String,
    /// Its fit.
    pub fit: NecessityFit,
    /// True if all three cutoffs are reached.
    pub necessary: bool,
}

/// The fit of an expression over the conditions as a necessary condition of the outcome, after the crossover policy.
///
/// # Errors
/// As for [`crate::analyse`]; and a literal that the analysis does not have.
pub fn necessity_of(
    expression: &Expression,
    analysis: &Analysis,
    memberships: &Memberships,
) -> Result<NecessityFit, QcaError> {
    let sample = Sample::new(analysis, memberships)?;
    let x = degrees(expression, sample.cases.len(), &|literal| sample.in_literal(literal))
        .map_err(|misfit| misfit.of(&analysis.name, expression))?;
    Ok(necessity(&x, &sample.outcome))
}

/// Every literal as a necessary condition: each condition, then its negation; all levels of a multi-value one.
pub(crate) fn literals(sample: &Sample, cuts: &NecessityCuts) -> Vec<NecessityRow> {
    let mut rows = Vec::new();
    for (position, condition) in sample.conditions.iter().enumerate() {
        let levels = condition.kind.literals();
        let order: Vec<usize> = if condition.kind.is_multi_value() { (0..levels).collect() } else { vec![1, 0] };
        for level in order {
            let fit = necessity(&sample.degrees[position][level], &sample.outcome);
            rows.push(NecessityRow {
                condition: position,
                level,
                expression: write_literal(condition, level),
                fit,
                necessary: passes(&fit, cuts),
            });
        }
    }
    rows
}

/// True if a fit reaches all three cutoffs.
pub fn passes(fit: &NecessityFit, cuts: &NecessityCuts) -> bool {
    // An undefined relevance (a condition that is full in every case) reaches only a cutoff of nought.
    let reaches = |value: Option<f64>, cut: f64| cut <= 0.0 || at_least(value, cut);
    at_least(fit.consistency, cuts.consistency)
        && reaches(fit.coverage, cuts.coverage)
        && reaches(fit.relevance, cuts.relevance)
}
