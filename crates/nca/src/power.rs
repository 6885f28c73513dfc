//! The power of the permutation test, by simulation (`nca_power` of R `NCA`): the share of samples from a population with
//! a necessary condition of a given effect size in which it is found.

use equifinal_study::config::{Ceiling, Corner};
use equifinal_study::draws::Draws;
use rayon::prelude::*;

use crate::cloud::{Cloud, Theoretical};
use crate::permutation::p_values;

/// A question about power. Condition and outcome are uniform in [0, 1], below a ceiling line of slope 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    /// Number of cases.
    pub cases: usize,
    /// The effect size in the population, in (0, 1).
    pub effect_size: f64,
    /// The largest p-value that counts as a finding.
    pub p: f64,
    /// The ceiling.
    pub ceiling: Ceiling,
    /// Number of samples.
    pub samples: u64,
    /// Number of permutations of each test.
    pub permutations: u64,
}

/// The intercept of the ceiling line of slope 1 that leaves this share of the unit square empty above it.
fn intercept(effect_size: f64) -> f64 {
    if effect_size <= 0.5 { 1.0 - libm::sqrt(2.0 * effect_size) } else { libm::sqrt(2.0 * (1.0 - effect_size)) - 1.0 }
}

/// The largest effect size that is simulated: beyond it nearly every drawn point lies above the ceiling.
const LARGEST: f64 = 0.95;

/// The share of samples in which the condition is found necessary; `None` for effect sizes above 0.95. Each sample is
/// drawn from `key` and its number.
pub fn power(question: &Question, key: [u8; 32]) -> Option<f64> {
    if question.effect_size > LARGEST {
        return None;
    }
    let intercept = intercept(question.effect_size);
    let unit = Theoretical { condition: Some((0.0, 1.0)), outcome: Some((0.0, 1.0)) };
    let found = |sample: u64| {
        let mut draws = Draws::keyed(key, sample);
        let (mut x, mut y) = (Vec::with_capacity(question.cases), Vec::with_capacity(question.cases));
        while x.len() < question.cases {
            let point = (draws.uniform(), draws.uniform());
            if point.1 < intercept + point.0 {
                x.push(point.0);
                y.push(point.1);
            }
        }
        let test_key: [u8; 32] = std::array::from_fn(|_| draws.index(256) as u8);
        let cloud = Cloud::new(&x, &y, Corner::UpperLeft, unit).ok()?;
        let tested = p_values(&[cloud], &[question.ceiling], question.permutations, test_key);
        tested.first()?.first()?.map(|found| found.p <= question.p)
    };
    let count = (0..question.samples).into_par_iter().filter(|&sample| found(sample) == Some(true)).count();
    Some(count as f64 / question.samples.max(1) as f64)
}
