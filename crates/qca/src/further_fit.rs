//! Further parameters of a sufficient condition, beside consistency and PRI.
//!
//! With x the membership in the condition and y that in the outcome:
//!
//! - `cons_h`, consistency after Haesebrouck (2015): Σ min(x, y) / Σ (min(x, y) + √(max(x − y, 0)·x)). A case counts the
//!   more against the condition, the more it is in it;
//! - `product`: consistency × PRI;
//! - `sym`, the symmetric consistency of fs/QCA: (Σ min(x, y) − m) / (Σ min(x, max(y, 1−y)) − m) with
//!   m = Σ min(x, y, 1−y). Those of an outcome and of its negation add up to 1.

use equifinal_study::exact::Sum;

use crate::findings::{Findings, Row};
use crate::fit::{SufficiencyFit, Sums};
use crate::fuzzy::least;
use crate::term::Term;

/// Further parameters of fit of a sufficient condition, in [0, 1]; `None` for 0/0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FurtherFit {
    /// Consistency after Haesebrouck (2015).
    pub cons_h: Option<f64>,
    /// Consistency × PRI.
    pub product: Option<f64>,
    /// Symmetric consistency.
    pub sym: Option<f64>,
}

impl FurtherFit {
    /// The parameters of x for y, of which consistency and PRI are known.
    fn of(x: &[f64], y: &[f64], fit: &SufficiencyFit) -> Self {
        let sums = Sums::over(x, y);
        let without = Sum::over(x.len(), |case| least(x[case], 1.0 - y[case]));
        let excess = Sum::over(x.len(), |case| libm::sqrt((x[case] - y[case]).max(0.0) * x[case]));
        Self {
            cons_h: sums.both.share_of(sums.both + excess),
            product: product(fit.consistency, fit.pri),
            sym: symmetric(sums, without),
        }
    }
}

/// Symmetric consistency from the sums for the outcome, and Σ min(x, 1−y).
pub(crate) fn symmetric(sums: Sums, without: Sum) -> Option<f64> {
    // Of two memberships, the greater and the lesser have the same sum as the two.
    let (inside, outside) = (sums.both.less(sums.ambiguous), without.less(sums.ambiguous));
    inside.share_of(inside + outside)
}

/// Consistency × PRI.
fn product(consistency: Option<f64>, pri: Option<f64>) -> Option<f64> {
    Some(consistency? * pri?)
}

impl Row {
    /// Consistency × PRI.
    pub fn product(&self) -> Option<f64> {
        product(self.consistency, self.pri)
    }
}

impl Findings {
    /// The further parameters of a term with this fit.
    pub fn further_fit(&self, term: &Term, fit: &SufficiencyFit) -> FurtherFit {
        FurtherFit::of(&self.membership(term), &self.outcome, fit)
    }

    /// The further parameters of a model with these memberships and this fit.
    pub fn further_fit_of(&self, memberships: &[f64], fit: &SufficiencyFit) -> FurtherFit {
        FurtherFit::of(memberships, &self.outcome, fit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fit::sufficiency;

    fn further(x: &[f64], y: &[f64]) -> FurtherFit {
        FurtherFit::of(x, y, &sufficiency(x, y))
    }

    /// Computed by hand: memberships in the condition, in the outcome, and the three parameters as fractions.
    #[test]
    fn parameters_are_those_computed_by_hand() {
        let close = |found: Option<f64>, expected: f64| (found.unwrap() - expected).abs() < 1e-12;
        // Crisp: three of four cases have the outcome. min 3, excess 1, no doubt.
        let found = further(&[1.0, 1.0, 1.0, 1.0, 0.0], &[1.0, 1.0, 1.0, 0.0, 1.0]);
        assert!(close(found.cons_h, 3.0 / 4.0) && close(found.product, 9.0 / 16.0) && close(found.sym, 3.0 / 4.0));
        // x .8 .5 .9, y .6 .7 .1. min(x, y) .6 .5 .1 = 1.2; √((x−y)x) = √.16 + 0 + √.72 = .4 + .848528…;
        // min(x, y, 1−y) .4 .3 .1 = .8; Σx 2.2; min(x, 1−y) .4 .3 .9 = 1.6.
        let found = further(&[0.8, 0.5, 0.9], &[0.6, 0.7, 0.1]);
        assert!(close(found.cons_h, 1.2 / (1.6 + 0.72_f64.sqrt())), "{found:?}");
        assert!(close(found.product, 1.2 / 2.2 * (0.4 / 1.4)), "{found:?}");
        assert!(close(found.sym, 0.4 / (0.4 + 0.8)), "{found:?}");
        assert_eq!(further(&[0.0, 0.0], &[1.0, 0.0]), FurtherFit::default());
    }

    fn membership() -> impl Strategy<Value = f64> {
        (0_u32..=1000).prop_map(|thousandths| f64::from(thousandths) / 1000.0)
    }

    proptest! {
        #[test]
        fn parameters_obey_their_laws(cells in proptest::collection::vec((membership(), membership()), 1..40)) {
            let (x, y): (Vec<f64>, Vec<f64>) = cells.into_iter().unzip();
            let not: Vec<f64> = y.iter().map(|y| 1.0 - y).collect();
            let (fit, own, negated) = (sufficiency(&x, &y), further(&x, &y), further(&x, &not));
            for value in [own.cons_h, own.product, own.sym].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&value));
            }
            // √((x−y)x) is at least x − y: this consistency never exceeds the usual one.
            if let (Some(cons_h), Some(consistency)) = (own.cons_h, fit.consistency) {
                prop_assert!(cons_h <= consistency + 1e-12);
            }
            if let (Some(sym), Some(other)) = (own.sym, negated.sym) {
                prop_assert!((sym + other - 1.0).abs() < 1e-9);
            }
        }
    }
}
