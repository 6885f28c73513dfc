//! The difference of an effect size between two groups of cases, with a permutation test of the group labels
//! (`nca_difference` of R `NCA` 5, independent groups).

use equifinal_study::config::{Ceiling, Corner};
use equifinal_study::cuts::at_least;
use equifinal_study::draws::Draws;
use rayon::prelude::*;

use crate::ceiling::ceiling;
use crate::cloud::{Cloud, Theoretical};
use crate::error::NcaError;
use crate::measures::measure;
use crate::permutation::PValue;

/// Values of condition and outcome of the cases of a group, in the same order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group<'a> {
    /// The condition.
    pub condition: &'a [f64],
    /// The outcome.
    pub outcome: &'a [f64],
}

/// The difference between two groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The effect size in the first group.
    pub first: f64,
    /// The effect size in the second group.
    pub second: f64,
    /// The share of random divisions whose effect sizes differ at least as much; `None` without permutations.
    pub p: Option<PValue>,
}

/// The effect sizes of a ceiling in two groups, each in its own observed scope unless that is theoretical, and the
/// p-value of their difference; `None` if one of the groups has no effect size. Divisions that have none are not
/// counted.
///
/// # Errors
/// Groups that allow no analysis.
pub fn difference(
    groups: (Group<'_>, Group<'_>),
    (kind, corner): (Ceiling, Corner),
    theoretical: Theoretical,
    (permutations, key): (u64, [u8; 32]),
) -> Result<Option<Difference>, NcaError> {
    let effect = |x: &[f64], y: &[f64]| {
        let cloud = Cloud::new(x, y, corner, theoretical)?;
        Ok(measure(&cloud, &ceiling(&cloud, kind)).effect_size)
    };
    let (one, other) = groups;
    let Some((first, second)) = effect(one.condition, one.outcome)?.zip(effect(other.condition, other.outcome)?) else {
        return Ok(None);
    };
    let x = [one.condition, other.condition].concat();
    let y = [one.outcome, other.outcome].concat();
    let observed = (second - first).abs();
    let drawn = |order: &mut Vec<usize>, draw: u64| {
        order.clear();
        order.extend(0..x.len());
        Draws::keyed(key, draw).shuffle(order);
        let part = |places: &[usize]| {
            let column = |values: &[f64]| places.iter().map(|&place| values[place]).collect::<Vec<f64>>();
            effect(&column(&x), &column(&y)).ok().flatten()
        };
        let (some, others) = order.split_at(one.condition.len());
        part(some).zip(part(others)).map(|(first, second)| at_least(Some((second - first).abs()), observed))
    };
    let draws: Vec<Option<bool>> = (0..permutations).into_par_iter().map_init(Vec::new, drawn).collect();
    let tried = draws.iter().flatten().count() as u64;
    let reached = draws.iter().flatten().filter(|reached| **reached).count() as u64;
    Ok(Some(Difference { first, second, p: (tried > 0).then(|| PValue::sampled(reached, tried)) }))
}
