//! Fit indices of a factor model.

use nalgebra::DMatrix;

use super::CfaError;
use super::estimate::Model;
use crate::adequacy::ChiSquareTest;
use crate::distribution::{least, noncentral_chi_square_below};
use crate::items::inverse;

/// Fit of a model, with N (not N − 1) throughout, as lavaan counts under its default likelihood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// N·F against χ².
    pub test: ChiSquareTest,
    /// The test of the model without correlations.
    pub baseline: ChiSquareTest,
    /// Comparative fit index, in [0, 1] (Bentler 1990); .90 and .95 are usual limits.
    pub cfi: f64,
    /// Tucker–Lewis index, at most about 1 (Tucker & Lewis 1973); `None` without degrees of freedom.
    pub tli: Option<f64>,
    /// Root mean square error of approximation; `None` without degrees of freedom.
    pub rmsea: Option<Rmsea>,
    /// Standardised root mean square residual, at least 0 (Bentler 1995); .08 is the usual limit.
    pub srmr: f64,
}

/// Root mean square error of approximation (Steiger & Lind 1980), at least 0; .06 and .08 are usual limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rmsea {
    /// √(max(0, χ² − df) / (df·N)).
    pub value: f64,
    /// The 90 % interval from the noncentral χ² (Browne & Cudeck 1993).
    pub interval: (f64, f64),
    /// Probability of a χ² at least as large if the error were .05 (test of close fit).
    pub close: f64,
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(super) fn fit(observed: &DMatrix<f64>, model: &Model, responses: usize) -> Result<Fit, CfaError> {
    let (n, p) = (responses as f64, observed.nrows());
    let moments = p * (p + 1) / 2;
    let test = ChiSquareTest::new(n * model.discrepancy, moments.saturating_sub(model.parameters) as u64);
    let baseline = ChiSquareTest::new(-n * inverse(observed)?.1, (moments - p) as u64);
    let (df, base_df) = (test.df as f64, baseline.df as f64);
    let excess = (test.chi_square - df).max(0.0);
    let base_excess = (baseline.chi_square - base_df).max(excess);
    let ratio = baseline.chi_square / base_df;
    let residuals = observed - &model.implied;
    let squares: f64 = (0..p).flat_map(|i| (0..=i).map(move |j| (i, j))).map(|at| residuals[at] * residuals[at]).sum();
    Ok(Fit {
        test,
        baseline,
        cfi: if base_excess > 0.0 { 1.0 - excess / base_excess } else { 1.0 },
        tli: (df > 0.0 && ratio > 1.0).then(|| (ratio - test.chi_square / df) / (ratio - 1.0)),
        rmsea: (df > 0.0).then(|| rmsea(test.chi_square, df, n)),
        srmr: (squares / moments as f64).sqrt(),
    })
}

fn rmsea(chi_square: f64, df: f64, n: f64) -> Rmsea {
    let of = |noncentrality: f64| (noncentrality / (df * n)).sqrt();
    Rmsea {
        value: of((chi_square - df).max(0.0)),
        interval: (of(noncentrality(chi_square, df, 0.95)), of(noncentrality(chi_square, df, 0.05))),
        close: 1.0 - noncentral_chi_square_below(chi_square, df, 0.0025 * df * n),
    }
}

/// The noncentrality at which `probability` lies below `chi_square`; 0 if even the central χ² has less.
fn noncentrality(chi_square: f64, df: f64, probability: f64) -> f64 {
    if noncentral_chi_square_below(chi_square, df, 0.0) <= probability {
        return 0.0;
    }
    least(|tried| noncentral_chi_square_below(chi_square, df, tried) <= probability)
}
