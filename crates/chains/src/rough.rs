//! Rounded degrees of membership, with which most disjunctions are ruled out before their exact sums are needed.
//!
//! The part of an antecedent inside the outcome, min(Φ, Y), is rounded up and the part outside, max(Φ − Y, 0), down.
//! Both parts of a disjunction are the maxima of those of its terms, so their sums bound consistency and coverage from
//! above. Degrees of 14 bits are compared eight at a time.

use equifinal_study::exact::ONE;

use crate::fit::Sums;

/// Bits that rounding drops: 14 of 52 remain.
const DROPPED: u32 = 38;

/// Degrees summed before a partial sum could overflow 32 bits.
const BLOCK: usize = 4096;

/// The rounded degrees of an antecedent, case by case.
#[derive(Debug, Clone)]
pub(crate) struct Rough {
    /// min(Φ, Y), rounded up.
    inside: Vec<i16>,
    /// max(Φ − Y, 0), rounded down.
    outside: Vec<i16>,
}

impl Rough {
    /// The rounded degrees of an antecedent for an outcome; configurations are repeated by their weights.
    pub(crate) fn new(degrees: &[u64], outcome: &[u64], weights: &[u64]) -> Self {
        let mut rough = Self { inside: Vec::new(), outside: Vec::new() };
        for ((&x, &y), &weight) in degrees.iter().zip(outcome).zip(weights) {
            let times = usize::try_from(weight).unwrap_or(usize::MAX);
            let up = (x.min(y) + (1 << DROPPED) - 1) >> DROPPED;
            let down = x.saturating_sub(y) >> DROPPED;
            rough.inside.extend(std::iter::repeat_n(i16::try_from(up).unwrap_or(i16::MAX), times));
            rough.outside.extend(std::iter::repeat_n(i16::try_from(down).unwrap_or(i16::MAX), times));
        }
        const { assert!(ONE >> DROPPED <= 1 << 14) };
        rough
    }

    /// The degrees of both antecedents together.
    pub(crate) fn or(&self, other: &Self) -> Self {
        let greater = |a: &[i16], b: &[i16]| a.iter().zip(b).map(|(&a, &b)| a.max(b)).collect();
        Self { inside: greater(&self.inside, &other.inside), outside: greater(&self.outside, &other.outside) }
    }

    /// Sums of both antecedents together whose consistency and coverage are not below the exact ones.
    pub(crate) fn sums_with(&self, other: &Self) -> Sums {
        let both = u128::from(sum_of_greater(&self.inside, &other.inside)) << DROPPED;
        let outside = u128::from(sum_of_greater(&self.outside, &other.outside)) << DROPPED;
        Sums { both, antecedent: both + outside, ..Sums::default() }
    }

    /// Σ min(Φ, Y) of both antecedents together, not below the exact one.
    pub(crate) fn inside_with(&self, other: &Self) -> u128 {
        u128::from(sum_of_greater(&self.inside, &other.inside)) << DROPPED
    }
}

fn sum_of_greater(a: &[i16], b: &[i16]) -> u64 {
    let block = |(a, b): (&[i16], &[i16])| {
        // A block cannot overflow, and additions that need not be checked are made several at once.
        let sum = a.iter().zip(b).fold(0_i32, |sum, (&a, &b)| sum.wrapping_add(i32::from(a.max(b))));
        u64::from(sum.unsigned_abs())
    };
    a.chunks(BLOCK).zip(b.chunks(BLOCK)).map(block).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::Target;
    use equifinal_study::config::FitMeasure;
    use equifinal_study::exact::units;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rounded_sums_bound_the_exact_ones(
            cells in proptest::collection::vec((0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64, 1_u64..3), 1..50)
        ) {
            let of = |pick: fn(&(f64, f64, f64, u64)) -> f64| cells.iter().map(|cell| units(pick(cell))).collect::<Vec<_>>();
            let (a, b, y) = (of(|cell| cell.0), of(|cell| cell.1), of(|cell| cell.2));
            let weights: Vec<u64> = cells.iter().map(|cell| cell.3).collect();
            let target = Target::new(&y, &weights);
            let exact = target.sums(a.iter().zip(&b).map(|(&a, &b)| a.max(b)));
            let rough = Rough::new(&a, &y, &weights).sums_with(&Rough::new(&b, &y, &weights));
            let measure = FitMeasure::Standard;
            prop_assert!(target.coverage(&rough, measure) >= target.coverage(&exact, measure));
            prop_assert!(target.consistency(&rough, measure) >= target.consistency(&exact, measure));
            prop_assert!(rough.both - exact.both <= u128::from(weights.iter().sum::<u64>()) << DROPPED);
        }
    }
}
