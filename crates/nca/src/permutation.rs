//! The permutation test of an effect size (Dul, van der Laan & Kuik 2020).
//!
//! Under the null hypothesis condition and outcome are unrelated, so every assignment of the outcomes to the cases is
//! equally likely. The p-value is the share of assignments whose effect is at least the observed one.

use equifinal_study::config::Ceiling;
use equifinal_study::cuts::at_least;
use rayon::prelude::*;

use crate::ceiling::{ceiling, shape};
use crate::cloud::Cloud;
use crate::peers::{Peer, staircase};
use crate::random_order::{all_orders, random_order};

/// The 0.975 quantile of the normal distribution, for intervals of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// Draws made by one task, so that memory is taken once for many.
const BLOCK: u64 = 64;

/// The result of a test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PValue {
    /// The p-value, in (0, 1].
    pub p: f64,
    /// Half the width of its 95 % interval; 0 if all orders were tried.
    pub accuracy: f64,
    /// Number of orders tried.
    pub orders: u64,
    /// True if these are all distinct orders.
    pub exact: bool,
}

impl PValue {
    /// The p-value of `reached` random orders out of `orders` with an effect of at least the observed one. The observed
    /// order counts as one of them, so that no p-value is 0 (Davison & Hinkley 1997).
    pub(crate) fn sampled(reached: u64, orders: u64) -> Self {
        let p = (reached + 1) as f64 / (orders + 1) as f64;
        Self { p, accuracy: Z * libm::sqrt(p * (1.0 - p) / orders as f64), orders, exact: false }
    }
}

/// The p-values of the effect sizes of `ceilings`, by cloud and ceiling; `None` for a ceiling without an effect size.
///
/// The clouds are of the same cases and outcomes. All orders are tried if there are at most `permutations`; otherwise
/// that many are drawn, each from `key` and its number, so that results do not depend on threads. Without permutations
/// there are no p-values.
pub fn p_values(clouds: &[Cloud], ceilings: &[Ceiling], permutations: u64, key: [u8; 32]) -> Vec<Vec<Option<PValue>>> {
    let test = Test::of(clouds, ceilings);
    let Some(first) = clouds.first().filter(|_| permutations > 0) else {
        return vec![vec![None; ceilings.len()]; clouds.len()];
    };
    let counted = |count: u64, orders: u64, exact: bool| match exact {
        true => PValue { p: count as f64 / orders as f64, accuracy: 0.0, orders, exact },
        false => PValue::sampled(count, orders),
    };
    let (counts, orders, exact) = match all_orders(&test.outcomes, permutations) {
        Some(orders) => (test.counts(orders.par_iter().cloned()), orders.len() as u64, true),
        None => (test.drawn(permutations, key, first.cases()), permutations, false),
    };
    let mut counts = counts.into_iter();
    let mut one = |observed: &Option<f64>| {
        let count = counts.next().unwrap_or_default();
        observed.map(|_| counted(count, orders, exact))
    };
    test.observed.iter().map(|row| row.iter().map(&mut one).collect()).collect()
}

/// p-values adjusted for testing several conditions, in their order (Holm 1979).
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let (mut adjusted, mut highest) = (vec![1.0; p.len()], 0.0_f64);
    for (tested, place) in order.into_iter().enumerate() {
        highest = highest.max(p[place] * (p.len() - tested) as f64).min(1.0);
        adjusted[place] = highest;
    }
    adjusted
}

struct Test<'a> {
    clouds: &'a [Cloud],
    ceilings: &'a [Ceiling],
    /// The observed effect sizes, by cloud and ceiling.
    observed: Vec<Vec<Option<f64>>>,
    /// The outcomes by place of the case, as the first cloud turns them.
    outcomes: Vec<f64>,
    /// For each cloud, -1 if it turns the outcome the other way than the first, else 1.
    signs: Vec<f64>,
}

/// Memory of one task.
#[derive(Default)]
struct Scratch {
    order: Vec<usize>,
    y: Vec<f64>,
    peers: Vec<Peer>,
    counts: Vec<u64>,
}

impl<'a> Test<'a> {
    fn of(clouds: &'a [Cloud], ceilings: &'a [Ceiling]) -> Self {
        let effect = |cloud: &Cloud, kind: Ceiling| {
            let zone = kind.is_ceiling().then(|| ceiling(cloud, kind).shape.zone(&cloud.turned))?;
            zone.map(|zone| zone / cloud.scope.area())
        };
        let observed = clouds.iter().map(|cloud| ceilings.iter().map(|&kind| effect(cloud, kind)).collect()).collect();
        let mut outcomes = vec![0.0; clouds.first().map_or(0, Cloud::cases)];
        let lower = clouds.first().is_some_and(|cloud| cloud.corner.is_lower());
        if let Some(cloud) = clouds.first() {
            cloud.places.iter().zip(&cloud.y).for_each(|(&place, &y)| outcomes[place] = y);
        }
        let sign = |cloud: &Cloud| if cloud.corner.is_lower() == lower { 1.0 } else { -1.0 };
        Self { clouds, ceilings, observed, outcomes, signs: clouds.iter().map(sign).collect() }
    }

    /// The number of random orders whose effect is at least the observed one, by cloud and ceiling.
    fn drawn(&self, permutations: u64, key: [u8; 32], cases: usize) -> Vec<u64> {
        let blocks = (0..permutations.div_ceil(BLOCK)).into_par_iter();
        let block = |scratch: &mut Scratch, block: u64| {
            scratch.counts = self.none();
            for draw in block * BLOCK..((block + 1) * BLOCK).min(permutations) {
                random_order(key, draw, cases, &mut scratch.order);
                self.count(scratch);
            }
            scratch.counts.clone()
        };
        blocks.map_init(Scratch::default, block).reduce(|| self.none(), added)
    }

    /// The same for given orders.
    fn counts(&self, orders: impl ParallelIterator<Item = Vec<usize>>) -> Vec<u64> {
        let one = |scratch: &mut Scratch, order: Vec<usize>| {
            (scratch.order, scratch.counts) = (order, self.none());
            self.count(scratch);
            scratch.counts.clone()
        };
        orders.map_init(Scratch::default, one).reduce(|| self.none(), added)
    }

    fn none(&self) -> Vec<u64> {
        vec![0; self.clouds.len() * self.ceilings.len()]
    }

    /// Counts the effects of one order of the outcomes.
    fn count(&self, scratch: &mut Scratch) {
        let Scratch { order, y, peers, counts } = scratch;
        let mut counts = counts.iter_mut();
        for ((cloud, observed), sign) in self.clouds.iter().zip(&self.observed).zip(&self.signs) {
            y.clear();
            y.extend(cloud.places.iter().map(|&place| sign * self.outcomes[order[place]]));
            staircase(&cloud.x, y, peers);
            for (&kind, observed) in self.ceilings.iter().zip(observed) {
                let Some(count) = counts.next() else { return };
                let Some(observed) = *observed else { continue };
                let zone = match kind {
                    Ceiling::CeFdh => Some(crate::zone::above_steps(peers, &cloud.turned)),
                    _ => shape(kind, cloud, y, peers).zone(&cloud.turned),
                };
                if at_least(zone.map(|zone| zone / cloud.scope.area()), observed) {
                    *count += 1;
                }
            }
        }
    }
}

fn added(mut some: Vec<u64>, others: Vec<u64>) -> Vec<u64> {
    some.iter_mut().zip(others).for_each(|(count, other)| *count += other);
    some
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holm_adjusts_in_the_order_of_p() {
        assert_eq!(holm(&[0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
        assert_eq!(holm(&[0.5, 0.9]), [1.0, 1.0]);
        assert_eq!(holm(&[]), Vec::<f64>::new());
    }
}
