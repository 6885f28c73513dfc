//! The cutoffs of one search.

use equifinal_study::config::{Chain, FitCut};
use equifinal_study::cuts::{TOLERANCE, at_least};

use crate::fit::{Fit, Sums, Target};

/// The measures and cutoffs of sufficiency and necessity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cuts {
    /// Sufficiency.
    pub consistency: FitCut,
    /// The cutoff of sufficiency of a single condition.
    pub condition: f64,
    /// Necessity.
    pub coverage: FitCut,
}

impl Cuts {
    /// The cutoffs of a chain.
    pub fn of(chain: &Chain) -> Self {
        Self::with(chain, chain.consistency.at_least, chain.coverage.at_least)
    }

    /// The measures of a chain with other cutoffs.
    pub(crate) fn with(chain: &Chain, consistency: f64, coverage: f64) -> Self {
        Self {
            consistency: FitCut { at_least: consistency, ..chain.consistency },
            condition: chain.sufficient_at_least.unwrap_or(consistency),
            coverage: FitCut { at_least: coverage, ..chain.coverage },
        }
    }

    /// True if the fit reaches both cutoffs.
    pub(crate) fn both(&self, fit: &Fit) -> bool {
        at_least(fit.consistency(self.consistency.measure), self.consistency.at_least)
            && at_least(fit.coverage(self.coverage.measure), self.coverage.at_least)
    }

    /// True if a single condition with these sums is sufficient.
    pub(crate) fn is_sufficient(&self, target: &Target<'_>, sums: &Sums) -> bool {
        at_least(target.consistency(sums, self.consistency.measure), self.condition)
    }

    pub(crate) fn is_consistent(&self, target: &Target<'_>, sums: &Sums) -> bool {
        at_least(target.consistency(sums, self.consistency.measure), self.consistency.at_least)
    }

    pub(crate) fn is_covering(&self, target: &Target<'_>, sums: &Sums) -> bool {
        at_least(target.coverage(sums, self.coverage.measure), self.coverage.at_least)
    }

    /// False if an antecedent with these sums, rounded in its favour, misses a cutoff.
    pub(crate) fn is_nearly_both(&self, target: &Target<'_>, sums: &Sums) -> bool {
        let nearly = |value: Option<f64>, cut: FitCut| value.is_none_or(|value| value + 2.0 * TOLERANCE > cut.at_least);
        nearly(target.coverage(sums, self.coverage.measure), self.coverage)
            && nearly(target.consistency(sums, self.consistency.measure), self.consistency)
    }

    /// False if no antecedent that contains one with these sums reaches the cutoff of consistency.
    pub(crate) fn may_be_consistent(&self, target: &Target<'_>, sums: &Sums) -> bool {
        target.best_consistency(sums, self.consistency.measure) + 2.0 * TOLERANCE > self.consistency.at_least
    }

    /// False if no antecedent that contains one with these sums, and lacks at least `lacking`, reaches the cutoff of
    /// coverage.
    pub(crate) fn may_cover(&self, target: &Target<'_>, sums: &Sums, lacking: u128) -> bool {
        target.best_coverage(sums, lacking, self.coverage.measure) + 2.0 * TOLERANCE > self.coverage.at_least
    }
}
