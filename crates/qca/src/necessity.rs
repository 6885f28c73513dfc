//! Necessity of single conditions, their negations and levels.

use equifinal_study::config::NecessityCuts;
use equifinal_study::cuts::at_least;

use crate::findings::{NecessityFit, NecessityRow};
use crate::fit::necessity;
use crate::sample::Sample;
use crate::term::write_literal;

/// Every literal as a necessary condition: each condition, then its negation; all levels of a multi-value one.
pub(crate) fn literals(sample: &Sample, cuts: &NecessityCuts) -> Vec<NecessityRow> {
    let mut rows = Vec::new();
    for (position, condition) in sample.conditions.iter().enumerate() {
        let levels = condition.kind.levels();
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

/// Whether a fit reaches all three cutoffs.
pub(crate) fn passes(fit: &NecessityFit, cuts: &NecessityCuts) -> bool {
    // An undefined relevance (a condition that is full in every case) reaches only a cutoff of nought.
    let reaches = |value: Option<f64>, cut: f64| cut <= 0.0 || at_least(value, cut);
    at_least(fit.consistency, cuts.consistency)
        && reaches(fit.coverage, cuts.coverage)
        && reaches(fit.relevance, cuts.relevance)
}
