//! Parameters of fit from exact sums: Ragin (2006), Goertz (2006), Schneider & Wagemann (2012).

use equifinal_study::exact::Sum;

use crate::fuzzy::least;

/// Parameters of fit of a necessary condition (Goertz 2006; Schneider & Wagemann 2012). Ratios in [0, 1], `None` for
/// 0/0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NecessityFit {
    /// Σ min(x, y) / Σ y.
    pub consistency: Option<f64>,
    /// Σ min(x, y) / Σ x.
    pub coverage: Option<f64>,
    /// Relevance of necessity, Σ (1 − x) / Σ (1 − min(x, y)).
    pub relevance: Option<f64>,
}

/// Parameters of fit of a sufficient condition (Ragin 2006). `None` for 0/0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SufficiencyFit {
    /// Σ min(x, y) / Σ x.
    pub consistency: Option<f64>,
    /// (Σ min(x, y) − Σ min(x, y, 1−y)) / (Σ x − Σ min(x, y, 1−y)).
    pub pri: Option<f64>,
    /// Σ min(x, y) / Σ y.
    pub coverage: Option<f64>,
}

/// The sums from which every parameter of sufficiency follows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    /// Σ x.
    pub(crate) x: Sum,
    /// Σ min(x, y).
    pub(crate) both: Sum,
    /// Σ min(x, y, 1−y).
    pub(crate) ambiguous: Sum,
}

impl Sums {
    /// Sums over all cases.
    pub(crate) fn over(x: &[f64], y: &[f64]) -> Self {
        Self {
            x: Sum::of(x),
            both: Sum::over(x.len(), |case| least(x[case], y[case])),
            ambiguous: Sum::over(x.len(), |case| least(x[case], least(y[case], 1.0 - y[case]))),
        }
    }

    /// Consistency: the degree to which x is a subset of y.
    pub(crate) fn consistency(self) -> Option<f64> {
        self.both.share_of(self.x)
    }

    /// Proportional reduction in inconsistency.
    pub(crate) fn pri(self) -> Option<f64> {
        self.both.less(self.ambiguous).share_of(self.x.less(self.ambiguous))
    }

    /// All three parameters, given Σ y.
    pub(crate) fn fit(self, y: Sum) -> SufficiencyFit {
        SufficiencyFit { consistency: self.consistency(), pri: self.pri(), coverage: self.both.share_of(y) }
    }
}

impl std::ops::Add for Sums {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, both: self.both + other.both, ambiguous: self.ambiguous + other.ambiguous }
    }
}

/// Fit of x as a sufficient condition of y.
pub fn sufficiency(x: &[f64], y: &[f64]) -> SufficiencyFit {
    Sums::over(x, y).fit(Sum::of(y))
}

/// Consistency alone, the degree to which x is a subset of y.
pub(crate) fn subsethood(x: &[f64], y: &[f64]) -> Option<f64> {
    Sum::over(x.len(), |case| least(x[case], y[case])).share_of(Sum::of(x))
}

/// Fit of x as a necessary condition of y.
pub fn necessity(x: &[f64], y: &[f64]) -> NecessityFit {
    let both = Sum::over(x.len(), |case| least(x[case], y[case]));
    let outside = Sum::over(x.len(), |case| 1.0 - x[case]);
    let not_both = Sum::over(x.len(), |case| 1.0 - least(x[case], y[case]));
    NecessityFit {
        consistency: both.share_of(Sum::of(y)),
        coverage: both.share_of(Sum::of(x)),
        relevance: outside.share_of(not_both),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_over_nothing_is_undefined() {
        assert_eq!(sufficiency(&[0.0, 0.0], &[1.0, 0.0]).consistency, None);
        assert_eq!(necessity(&[1.0, 1.0], &[1.0, 1.0]).relevance, None);
    }

    fn membership() -> impl Strategy<Value = f64> {
        (0_u32..=1000).prop_map(|thousandths| f64::from(thousandths) / 1000.0)
    }

    proptest! {
        #[test]
        fn parameters_obey_the_algebra_of_sets(cells in proptest::collection::vec((membership(), membership(), membership()), 1..40)) {
            let a: Vec<f64> = cells.iter().map(|cell| cell.0).collect();
            let b: Vec<f64> = cells.iter().map(|cell| cell.1).collect();
            let y: Vec<f64> = cells.iter().map(|cell| cell.2).collect();
            let both: Vec<f64> = a.iter().zip(&b).map(|(&a, &b)| least(a, b)).collect();
            let fit = sufficiency(&a, &y);
            for ratio in [fit.consistency, fit.pri, fit.coverage].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&ratio));
            }
            // A part of a set covers no more of the outcome and is no more consistent as a necessary condition.
            prop_assert!(sufficiency(&both, &y).coverage <= fit.coverage);
            prop_assert!(necessity(&both, &y).consistency <= necessity(&a, &y).consistency);
            // Sufficiency of X for Y is necessity of Y for X.
            prop_assert_eq!(fit.consistency, necessity(&y, &a).consistency);
            prop_assert_eq!(fit.coverage, necessity(&y, &a).coverage);
            // PRI never exceeds consistency.
            if let (Some(consistency), Some(pri)) = (fit.consistency, fit.pri) {
                prop_assert!(pri <= consistency + 1e-12);
            }
        }
    }
}
