//! The permutation test of an effect size (Dul, van der Laan & Kuik 2020).
//!
//! Under the null hypothesis condition and outcome are unrelated, so every assignment of the outcomes to the cases is
//! equally likely. The p-value is the share of assignments whose effect is at least the observed one.

use std::ops::Range;

use equifinal_study::config::Ceiling;
use equifinal_study::cuts::at_least;
use equifinal_study::draws::Draws;
use equifinal_study::orders::Orders;
use equifinal_study::permutation::{p_value, standard_error};
use rayon::prelude::*;

use crate::ceiling::{ceiling, shape};
use crate::cloud::Cloud;
use crate::peers::{Peer, staircase};

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
    /// The p-value of `reached` random orders out of `orders` with an effect of at least the observed one.
    pub(crate) fn sampled(reached: u64, orders: u64) -> Self {
        let p = p_value(reached, orders, false);
        Self { p, accuracy: Z * standard_error(p, orders), orders, exact: false }
    }

    /// The p-value of `reached` orders out of all `orders`.
    fn exact(reached: u64, orders: u64) -> Self {
        Self { p: p_value(reached, orders, true), accuracy: 0.0, orders, exact: true }
    }
}

/// The p-values of the effect sizes of `ceilings`, by cloud and ceiling; `None` for a ceiling without an effect size.
///
/// The clouds are of the same cases and outcomes. All orders are tried if there are at most `permutations`; otherwise
/// that many are drawn, each from `key` and its number, so that results do not depend on threads. Without permutations
/// there are no p-values.
pub fn p_values(clouds: &[Cloud], ceilings: &[Ceiling], permutations: u64, key: [u8; 32]) -> Vec<Vec<Option<PValue>>> {
    if clouds.is_empty() || permutations == 0 {
        return vec![vec![None; ceilings.len()]; clouds.len()];
    }
    let test = Test::of(clouds, ceilings, permutations, key);
    let mut counts = test.counts(0..test.tried).into_iter();
    let mut one = |observed: &Option<f64>| {
        let count = counts.next().unwrap_or_default();
        observed.map(|_| test.p_value(count))
    };
    test.observed.iter().map(|row| row.iter().map(&mut one).collect()).collect()
}

/// True if the p-value that [`p_values`] gives is at most `most`. It stops as soon as the answer is known.
pub(crate) fn is_at_most(cloud: &Cloud, ceiling: Ceiling, most: f64, permutations: u64, key: [u8; 32]) -> bool {
    let (clouds, ceilings) = (std::slice::from_ref(cloud), [ceiling]);
    let test = Test::of(clouds, &ceilings, permutations, key);
    if permutations == 0 || test.observed.iter().flatten().any(Option::is_none) {
        return false;
    }
    let (mut reached, mut from) = (0, 0);
    while from < test.tried {
        // The first orders decide most cases; each round is as large as all before it.
        let round = from..(2 * from).max(BLOCK).min(test.tried);
        from = round.end;
        reached += test.counts(round).into_iter().sum::<u64>();
        if test.p_value(reached).p > most {
            return false;
        }
    }
    true
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
    /// All distinct orders, if they are few enough to try.
    every: Option<Orders>,
    /// Number of orders to try.
    tried: u64,
    key: [u8; 32],
}

/// Memory of one task.
#[derive(Default)]
struct Scratch {
    outcomes: Vec<f64>,
    y: Vec<f64>,
    peers: Vec<Peer>,
    counts: Vec<u64>,
}

impl<'a> Test<'a> {
    fn of(clouds: &'a [Cloud], ceilings: &'a [Ceiling], permutations: u64, key: [u8; 32]) -> Self {
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
        let signs = clouds.iter().map(sign).collect();
        let every = Orders::of(&outcomes).filter(|orders| orders.count() <= permutations);
        let tried = every.as_ref().map_or(permutations, Orders::count);
        Self { clouds, ceilings, observed, outcomes, signs, every, tried, key }
    }

    /// The p-value of `reached` of the orders to try.
    fn p_value(&self, reached: u64) -> PValue {
        if self.every.is_some() { PValue::exact(reached, self.tried) } else { PValue::sampled(reached, self.tried) }
    }

    /// The number of `orders` whose effect is at least the observed one, by cloud and ceiling.
    fn counts(&self, orders: Range<u64>) -> Vec<u64> {
        let blocks = (0..(orders.end - orders.start).div_ceil(BLOCK)).into_par_iter();
        let block = |scratch: &mut Scratch, block: u64| {
            scratch.counts = self.none();
            scratch.outcomes.resize(self.outcomes.len(), 0.0);
            let start = orders.start + block * BLOCK;
            for number in start..(start + BLOCK).min(orders.end) {
                self.rearrange(number, &mut scratch.outcomes);
                self.count(scratch);
            }
            scratch.counts.clone()
        };
        blocks.map_init(Scratch::default, block).reduce(|| self.none(), added)
    }

    /// Writes the order with a number.
    fn rearrange(&self, number: u64, outcomes: &mut [f64]) {
        match &self.every {
            Some(orders) => orders.write(number, outcomes),
            None => {
                outcomes.copy_from_slice(&self.outcomes);
                Draws::keyed(self.key, number).shuffle(outcomes);
            }
        }
    }

    fn none(&self) -> Vec<u64> {
        vec![0; self.clouds.len() * self.ceilings.len()]
    }

    /// Counts the effects of one order of the outcomes.
    fn count(&self, scratch: &mut Scratch) {
        let Scratch { outcomes, y, peers, counts } = scratch;
        let mut counts = counts.iter_mut();
        for ((cloud, observed), sign) in self.clouds.iter().zip(&self.observed).zip(&self.signs) {
            y.clear();
            y.extend(cloud.places.iter().map(|&place| sign * outcomes[place]));
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
    use equifinal_study::config::Corner;

    use super::*;
    use crate::cloud::Theoretical;

    #[test]
    fn a_verdict_is_that_of_the_whole_p_value() {
        let mut verdicts = [0, 0];
        for (seed, cases) in (0..60).zip([4, 7, 30].into_iter().cycle()) {
            let mut draws = Draws::keyed([7; 32], seed);
            let x: Vec<f64> = (0..cases).map(|_| draws.uniform()).collect();
            let y: Vec<f64> = x.iter().map(|x| x * draws.uniform().max(0.3)).collect();
            for corner in Corner::ALL {
                let cloud = Cloud::new(&x, &y, corner, Theoretical::default()).expect("values vary");
                for kind in [Ceiling::CeFdh, Ceiling::CrFdh] {
                    let whole = p_values(std::slice::from_ref(&cloud), &[kind], 700, [1; 32])[0][0];
                    for most in [0.001, 0.01, 0.05, 0.2, 0.999] {
                        let expected = whole.is_some_and(|whole| whole.p <= most);
                        assert_eq!(is_at_most(&cloud, kind, most, 700, [1; 32]), expected, "{seed} {corner:?} {most}");
                        verdicts[usize::from(expected)] += 1;
                    }
                }
            }
        }
        assert!(verdicts.iter().all(|count| *count > 100), "{verdicts:?}");
    }
}
