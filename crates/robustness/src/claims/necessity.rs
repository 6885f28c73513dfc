//! Claims about necessary conditions.

use equifinal_qca::findings::NecessityFit;
use equifinal_qca::necessity::{necessity_of, passes};
use equifinal_study::config::{ClaimedNecessity, NecessityCuts};
use equifinal_study::cuts::at_least;
use equifinal_study::expression::Expression;

use super::record::Universe;
use super::verdict::{Found, Outcome, Reason};
use crate::named::cube;

/// The outcome of a claim about consistency, coverage and relevance of a necessary expression.
pub(super) fn outcome(
    expression: &Expression,
    cuts: &NecessityCuts,
    claimed: ClaimedNecessity,
    universe: Universe<'_>,
) -> Outcome {
    let findings = universe.findings;
    let fit = match necessity_of(expression, &findings.analysis, universe.memberships) {
        Ok(fit) => fit,
        Err(error) => return Outcome::Unknown(Reason::NotAllowed(error.message())),
    };
    match (claimed, passes(&fit, cuts)) {
        (ClaimedNecessity::NotNecessary, false) => Outcome::Holds,
        (ClaimedNecessity::NotNecessary, true) => Outcome::Fails(Found::Values(values(&fit, cuts, false))),
        (_, false) => Outcome::Fails(Found::Values(values(&fit, cuts, true))),
        (ClaimedNecessity::Necessary, true) => Outcome::Holds,
        (ClaimedNecessity::Only, true) => {
            let own = cube(expression, &findings.conditions, &findings.space);
            let others = findings.necessity.iter().filter(|row| passes(&row.fit, cuts));
            let others = others.filter(|row| own != Some(findings.space.literal(row.condition, row.level)));
            let others: Vec<String> = others.map(|row| row.expression.clone()).collect();
            if others.is_empty() { Outcome::Holds } else { Outcome::Fails(Found::AlsoNecessary(others)) }
        }
    }
}

/// The parameters with their cutoffs; only missed ones if `missed`.
pub(super) fn values(fit: &NecessityFit, cuts: &NecessityCuts, missed: bool) -> Vec<(&'static str, Option<f64>, f64)> {
    let all = [
        ("consistency", fit.consistency, cuts.consistency),
        ("coverage", fit.coverage, cuts.coverage),
        ("relevance", fit.relevance, cuts.relevance),
    ];
    all.into_iter().filter(|(_, value, cut)| *cut > 0.0 && !(missed && at_least(*value, *cut))).collect()
}
