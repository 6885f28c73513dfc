//! Confirmatory factor analysis of simple structure, by maximum likelihood.

mod estimate;
mod fit;

use nalgebra::DMatrix;

pub use estimate::MAX_ROUNDS;
pub use fit::{Fit, Rmsea};

use crate::items::{Items, ItemsError};

/// Items that each load on one factor, and factors that may all correlate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// The factor of each item, from 0 and without gaps.
    factor_of: Vec<usize>,
    factors: usize,
}

/// Why a model cannot be estimated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CfaError {
    /// The data forbid it.
    #[error(transparent)]
    Items(#[from] ItemsError),
    /// The structure names another number of items than the data hold.
    #[error("the structure places {placed} items where the data hold {found}")]
    Mismatch {
        /// Items in the structure.
        placed: usize,
        /// Items in the data.
        found: usize,
    },
    /// A factor has no items.
    #[error("factor {factor} has no item: number factors without gaps")]
    Empty {
        /// The factor, 1-based.
        factor: usize,
    },
    /// More parameters than the data determine.
    #[error("factor {factor} has {items} items: {needed} are needed for loadings that the data determine")]
    NotIdentified {
        /// The factor, 1-based.
        factor: usize,
        /// Its items.
        items: usize,
        /// Items that it needs.
        needed: usize,
    },
    /// The estimates did not settle.
    #[error(
        "maximum likelihood did not settle in {rounds} rounds: the model does not suit the data, or the sample is too small"
    )]
    NotSettled {
        /// How often the estimates were improved.
        rounds: usize,
    },
}

/// A fitted model, standardised.
#[derive(Debug, Clone, PartialEq)]
pub struct Cfa {
    /// The standardised loading of each item on its factor.
    pub loadings: Vec<f64>,
    /// The factor of each item, from 0.
    pub factor_of: Vec<usize>,
    /// Correlations of the factors, with 1 on the diagonal.
    pub correlations: DMatrix<f64>,
    /// How well the model fits.
    pub fit: Fit,
    /// Whether a unique variance is below zero or a correlation beyond 1 (a Heywood case): not to be interpreted.
    pub improper: bool,
}

impl Structure {
    /// The structure with the factor of each item, counted from 0.
    ///
    /// # Errors
    ///
    /// For a factor without items, with one item, or with two and no other factor to lean on.
    pub fn new(factor_of: Vec<usize>) -> Result<Self, CfaError> {
        let factors = factor_of.iter().max().map_or(0, |last| last + 1);
        let needed = if factors == 1 { 3 } else { 2 };
        for factor in 0..factors {
            match factor_of.iter().filter(|&&of| of == factor).count() {
                0 => return Err(CfaError::Empty { factor: factor + 1 }),
                items if items < needed => return Err(CfaError::NotIdentified { factor: factor + 1, items, needed }),
                _ => {}
            }
        }
        Ok(Self { factor_of, factors })
    }

    /// One factor for all of `items` items.
    ///
    /// # Errors
    ///
    /// For fewer than three items.
    pub fn single(items: usize) -> Result<Self, CfaError> {
        Self::new(vec![0; items])
    }
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
/// The model leaves all unique variances free, so it is invariant to scale: the discrepancy and the standardised
/// estimates are those of the covariances (Bollen 1989, ch. 4).
///
/// # Errors
///
/// Where structure and data do not agree, the correlations are singular, or the estimates do not settle.
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
