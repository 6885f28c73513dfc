//! The effect sizes and p-values that decide whether conditions are necessary, and nothing else of an analysis.

use equifinal_study::config::{Ceiling, NcaSpec};
use equifinal_study::cuts::at_least;

use crate::ceiling::ceiling;
use crate::cloud::Cloud;
use crate::influential::without_influential;
use crate::measures::measure;
use crate::permutation::p_values;
use crate::plane::cloud;
use crate::sample::Sample;

/// A condition by the deciding ceiling.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The set of the condition.
    pub condition: String,
    /// The effect size, in [0, 1]; `None` if the ceiling has none, or the data allow no analysis.
    pub effect_size: Option<f64>,
    /// The p-value; `None` without a test.
    pub p: Option<f64>,
    /// True if the condition is necessary.
    pub necessary: bool,
}

/// True if an effect size and its p-value reach the thresholds of an analysis; without permutations the effect size
/// alone.
pub(crate) fn is_necessary(spec: &NcaSpec, effect_size: Option<f64>, p: Option<f64>) -> bool {
    at_least(effect_size, spec.effect_size) && (spec.permutations == 0 || p.is_some_and(|p| p <= spec.p))
}

/// Each condition by the deciding ceiling, in declared order; the same values as those of [`analyse`](crate::analyse()).
pub fn decided(spec: &NcaSpec, sample: Sample, key: [u8; 32]) -> Vec<Decided> {
    let (sample, _) = without_influential(spec, sample);
    let kind = spec.deciding().unwrap_or(Ceiling::CeFdh);
    let clouds: Vec<Option<Cloud>> = sample.conditions.iter().map(|one| cloud(spec, one, &sample).ok()).collect();
    let usable: Vec<Cloud> = clouds.iter().flatten().cloned().collect();
    let mut tested = p_values(&usable, &[kind], spec.permutations, key).into_iter();
    let of = |(condition, cloud): (&crate::sample::Variable, Option<Cloud>)| {
        let effect_size = cloud.as_ref().and_then(|cloud| measure(cloud, &ceiling(cloud, kind)).effect_size);
        let tests = cloud.and_then(|_| tested.next()).unwrap_or_default();
        let p = tests.into_iter().next().flatten().map(|p| p.p);
        let necessary = is_necessary(spec, effect_size, p);
        Decided { condition: condition.set.clone(), effect_size, p, necessary }
    };
    sample.conditions.iter().zip(clouds).map(of).collect()
}
