//! Weaknesses of an analysis that warnings, reporting standards and sentences name.

use equifinal_qca::findings::{Findings, NecessityFit, NecessityRow};
use equifinal_study::config::{Calibration, Expect, ReasonSource, SetSpec};
use equifinal_study::cuts::at_least;

/// Relevance of necessity below which a necessary condition counts as trivial.
const TRIVIAL: f64 = 0.6;

/// True if a necessary condition is nearly constant, and so trivial.
pub(crate) fn is_trivial(row: &NecessityRow) -> bool {
    row.necessary && is_common(&row.fit)
}

/// True if a condition holds in nearly all cases, so that it is easily necessary for anything.
pub(crate) fn is_common(fit: &NecessityFit) -> bool {
    fit.relevance.is_some_and(|relevance| relevance < TRIVIAL)
}

/// Share of tables without any relation that have a solution, above which chance may explain a solution.
pub(crate) const CHANCE: f64 = 0.2;

/// Share of redrawn data that keep a necessary condition, below which its necessity is fragile.
const FRAGILE: f64 = 0.5;

/// True if so few of the redrawn data keep a necessary condition that its necessity is fragile.
pub(crate) fn is_fragile(kept: f64) -> bool {
    !at_least(Some(kept), FRAGILE)
}

/// A share of a count; `None` of nothing.
pub(crate) fn share(part: u64, whole: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "counts of draws are far below 2^52")]
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// True if there are so many possible rows that random data could give a solution.
pub(crate) fn has_many_conditions(findings: &Findings) -> bool {
    (findings.cases.len() as u64).saturating_mul(4) < findings.rows_possible
}

/// The expectations without a reason: conditions, then combinations.
pub(crate) fn reasonless_expectations(findings: &Findings) -> Vec<String> {
    let analysis = &findings.analysis;
    let single = analysis.conditions.iter().zip(&analysis.expectations);
    let single = single.filter(|(_, expected)| expected.expect != Expect::Any && expected.because.is_none());
    let joint = analysis.expectations_joint.iter().filter(|joint| joint.because.is_none());
    single.map(|(condition, _)| condition.clone()).chain(joint.map(|joint| joint.expression.to_string())).collect()
}

/// True if the anchors of a set follow the sample, so that they move with its cases.
pub(crate) fn follows_sample(set: &SetSpec) -> bool {
    matches!(set.calibrate, Calibration::Percentiles { .. })
        || set.because.as_ref().is_some_and(|why| why.source == Some(ReasonSource::Sample))
}
