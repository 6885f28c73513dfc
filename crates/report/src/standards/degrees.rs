//! Rules about necessary condition analyses, after Dul, Hauff & Bouncken (2023, Review of Managerial Science 17:683–714).

use equifinal_study::config::NcaSpec;

use super::verdict::Verdict;
use crate::input::Input;

/// Passes if every analysis satisfies `has`; `key` is where it is stated.
fn every(input: &Input<'_>, key: &str, has: impl Fn(&NcaSpec) -> bool) -> Verdict {
    let against = input.nca.iter().filter(|found| !has(&found.spec));
    Verdict::unless(against.map(|found| format!("nca.{}.{key}", found.spec.name)).collect())
}

/// An effect size stands with its p-value.
pub(super) fn test(input: &Input<'_>) -> Verdict {
    every(input, "permutations", |spec| spec.permutations > 0)
}

/// More than one ceiling is drawn, so that the choice of one can be judged.
pub(super) fn ceilings(input: &Input<'_>) -> Verdict {
    every(input, "ceilings", |spec| spec.ceilings.iter().filter(|ceiling| ceiling.is_ceiling()).count() > 1)
}

/// The cases that make the effect are named.
pub(super) fn outliers(input: &Input<'_>) -> Verdict {
    every(input, "outliers", |spec| spec.outliers > 0)
}
