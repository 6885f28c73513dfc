//! Confirmatory factor analysis of simple structure, by maximum likelihood.

mod estimate;
mod fit;
mod structure;

use nalgebra::DMatrix;

pub use estimate::MAX_ROUNDS;
pub use fit::{Fit, Rmsea};
pub use structure::{CfaError, Structure};

use crate::items::Items;

/// A fitted model, standardised.
#[derive(Debug, Clone, PartialEq)]
pub struct Cfa {
    /// The standardised loading of each item on its factor.
    pub loadings: Vec<f64>,
    /// The factor of each item, from 0.
    pub factor_of: Vec<usize>,
    /// Correlations of the factors, with 1 on the diagonal.
    pub correlations: DMatrix<f64>,
    /// Fit of the model.
    pub fit: Fit,
    /// True for an improper (Heywood) solution: a negative unique variance or a correlation beyond ±1; not
    /// interpretable.
    pub improper: bool,
}

impl Cfa {
    /// The loadings of the items of one factor.
    pub fn loadings_of(&self, factor: usize) -> Vec<f64> {
        self.loadings
            .iter()
            .zip(&self.factor_of)
            .filter(|(_, of)| **of == factor)
            .map(|(loading, _)| *loading)
            .collect()
    }
}

/// Fits `structure` to the correlations of `items`.
///
/// All unique variances are free, so the model is scale invariant: the discrepancy and the standardised estimates are
/// those of the covariances (Bollen 1989, ch. 4).
///
/// # Errors
///
/// If structure and data do not agree, the correlations are singular, or the estimates do not converge.
pub fn cfa(items: &Items, structure: &Structure) -> Result<Cfa, CfaError> {
    if structure.factor_of.len() != items.items() {
        return Err(CfaError::Mismatch { placed: structure.factor_of.len(), found: items.items() });
    }
    let observed = items.correlation()?;
    let model = estimate::estimate(&observed, structure)?;
    let unique_below_zero = model.unique.iter().any(|variance| *variance < 0.0);
    let beyond_one = model.correlations.iter().any(|correlation| correlation.abs() > 1.0 + 1e-9);
    Ok(Cfa {
        fit: fit::fit(&observed, &model, items.responses())?,
        improper: unique_below_zero || beyond_one,
        loadings: model.loadings,
        factor_of: structure.factor_of.clone(),
        correlations: model.correlations,
    })
}
