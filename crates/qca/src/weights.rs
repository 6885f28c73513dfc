//! Survey weights: fit in which every case counts as often as its weight says.
//!
//! A weight multiplies each summand of a sum. Cases are counted as they are, and no weight decides a row, a solution or
//! a necessary condition: weighted fit stands beside the unweighted. Weights are whole numbers of a common unit, so sums
//! stay exact: weights of 1 give the unweighted fit, and whole weights that of repeated cases, to the last bit.

use std::sync::Arc;

use equifinal_study::exact::Sum;

use crate::fit::{NecessityFit, SufficiencyFit, Sums};
use crate::fuzzy::least;

/// Bits of the largest weight.
const BITS: i32 = 52;

/// The weights of the cases of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// The column that they come from.
    pub column: String,
    /// Weights as multiples of a power of two, the largest below 2⁵².
    units: Arc<[u64]>,
}

impl Weights {
    /// The weights of cases, in their order; each is above 0 and finite.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, and between 0 and 2^52")]
    pub fn new(column: &str, weights: &[f64]) -> Self {
        let largest = weights.iter().copied().fold(0.0_f64, f64::max);
        let (_, exponent) = libm::frexp(largest);
        let unit = |weight: &f64| libm::round(libm::scalbn(*weight, BITS - exponent)) as u64;
        Self { column: column.to_owned(), units: weights.iter().map(unit).collect() }
    }

    /// The effective number of cases, (Σ w)² / Σ w² (Kish 1965): the number of cases of equal weight that say as much.
    #[expect(clippy::cast_precision_loss, reason = "one rounding of an exact sum is the point")]
    pub fn effective_cases(&self) -> f64 {
        let sum: u128 = self.units.iter().map(|&unit| u128::from(unit)).sum();
        let squares: u128 = self.units.iter().map(|&unit| u128::from(unit) * u128::from(unit)).sum();
        sum as f64 * (sum as f64 / squares as f64)
    }

    /// The weights of some cases, in this order.
    #[must_use]
    pub fn among(&self, cases: &[usize]) -> Self {
        let units = cases.iter().filter_map(|&case| self.units.get(case)).copied().collect();
        Self { column: self.column.clone(), units }
    }

    /// The units of a case.
    pub(crate) fn unit(&self, case: usize) -> u64 {
        self.units[case]
    }

    /// The exact sum of memberships, each as often as its case counts.
    pub(crate) fn sum(&self, membership: impl Fn(usize) -> f64) -> Sum {
        Sum::weighted(&self.units, membership)
    }

    /// Weighted fit of x as a sufficient condition of y.
    pub fn sufficiency(&self, x: &[f64], y: &[f64]) -> SufficiencyFit {
        let sums = Sums {
            x: self.sum(|case| x[case]),
            both: self.sum(|case| least(x[case], y[case])),
            ambiguous: self.sum(|case| least(x[case], least(y[case], 1.0 - y[case]))),
        };
        sums.fit(self.sum(|case| y[case]))
    }

    /// Weighted fit of x as a necessary condition of y.
    pub(crate) fn necessity(&self, x: &[f64], y: &[f64]) -> NecessityFit {
        let both = self.sum(|case| least(x[case], y[case]));
        NecessityFit {
            consistency: both.share_of(self.sum(|case| y[case])),
            coverage: both.share_of(self.sum(|case| x[case])),
            relevance: self.sum(|case| 1.0 - x[case]).share_of(self.sum(|case| 1.0 - least(x[case], y[case]))),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fit::{necessity, sufficiency};

    fn membership() -> impl Strategy<Value = f64> {
        (0_u32..=1000).prop_map(|thousandths| f64::from(thousandths) / 1000.0)
    }

    proptest! {
        /// Whole weights give the sums of repeated cases to the last bit, and weights of 1 those of no weights.
        #[test]
        fn whole_weights_repeat_cases(
            cells in proptest::collection::vec((membership(), membership(), 1_u32..9), 1..30), scale in 1_u32..4,
        ) {
            let (mut x, mut y, mut weights) = (Vec::new(), Vec::new(), Vec::new());
            let (mut all_x, mut all_y) = (Vec::new(), Vec::new());
            for (a, b, times) in cells {
                x.push(a);
                y.push(b);
                weights.push(f64::from(times * (1 << scale)) / 8.0);
                for _ in 0..times {
                    all_x.push(a);
                    all_y.push(b);
                }
            }
            let weighted = Weights::new("w", &weights);
            prop_assert_eq!(weighted.sufficiency(&x, &y), sufficiency(&all_x, &all_y));
            prop_assert_eq!(weighted.necessity(&x, &y), necessity(&all_x, &all_y));
            let equal = Weights::new("w", &vec![1.0; x.len()]);
            prop_assert_eq!(equal.sufficiency(&x, &y), sufficiency(&x, &y));
            prop_assert_eq!(equal.necessity(&x, &y), necessity(&x, &y));
            prop_assert_eq!(equal.effective_cases(), x.len() as f64);
        }
    }

    #[test]
    fn unequal_weights_say_less() {
        // (1 + 1 + 2)² / (1 + 1 + 4) = 16 / 6.
        assert_eq!(Weights::new("w", &[1.0, 1.0, 2.0]).effective_cases(), 16.0 / 6.0);
    }
}
