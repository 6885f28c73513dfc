//! The effect sizes and verdicts of conditions, and nothing else of an analysis.

use equifinal_study::config::{Ceiling, NcaSpec};
use equifinal_study::cuts::at_least;

use crate::ceiling::ceiling;
use crate::cloud::Cloud;
use crate::influential::without_influential;
use crate::measures::measure;
use crate::permutation::is_at_most;
use crate::plane::cloud;
use crate::sample::{Sample, Variable};

/// A condition by the deciding ceiling.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The set of the condition.
    pub condition: String,
    /// The effect size, in [0, 1]; `None` if the ceiling has none, or the data allow no analysis.
    pub effect_size: Option<f64>,
    /// True if the condition is necessary.
    pub necessary: bool,
}

/// True if an effect size reaches the threshold of an analysis and its p-value is small; without permutations the effect
/// size alone decides.
pub(crate) fn is_necessary(spec: &NcaSpec, effect_size: Option<f64>, has_small_p: impl FnOnce() -> bool) -> bool {
    at_least(effect_size, spec.effect_size) && (spec.permutations == 0 || has_small_p())
}

/// Each condition by the deciding ceiling, in declared order; the same verdicts as those of
/// [`analyse`](crate::analyse()). A p-value that decides nothing is not computed.
pub fn decided(spec: &NcaSpec, sample: Sample, key: [u8; 32]) -> Vec<Decided> {
    let (sample, _) = without_influential(spec, sample);
    let kind = spec.deciding().unwrap_or(Ceiling::CeFdh);
    let of = |condition: &Variable| {
        let cloud = cloud(spec, condition, &sample).ok();
        let effect_size = cloud.as_ref().and_then(|cloud| measure(cloud, &ceiling(cloud, kind)).effect_size);
        let is_rare = |cloud: &Cloud| is_at_most(cloud, kind, spec.p, spec.permutations, key);
        let necessary =
            at_least(effect_size, spec.effect_size) && (spec.permutations == 0 || cloud.as_ref().is_some_and(is_rare));
        Decided { condition: condition.set.clone(), effect_size, necessary }
    };
    sample.conditions.iter().map(of).collect()
}
