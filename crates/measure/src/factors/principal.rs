//! Eigenvalues of the correlations, principal components, and Harman's single factor.

use nalgebra::{DMatrix, DVector};

use super::Loadings;
use crate::items::{Items, ItemsError};

/// Share of variance in the first unrotated component above which Harman's test indicates common-method bias.
///
/// The usual limit in Chinese papers; 0.5 is the usual one in English papers.
pub const HARMAN_LIMIT: f64 = 0.40;

/// Eigenvalues of a correlation matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigen {
    /// In descending order; they sum to the number of items.
    pub values: Vec<f64>,
}

impl Eigen {
    /// The number of factors by Kaiser's rule: eigenvalues above 1.
    pub fn kaiser(&self) -> usize {
        self.values.iter().filter(|&&value| value > 1.0).count()
    }

    /// The share of all variance in each unrotated component, in [0, 1].
    pub fn shares(&self) -> Vec<f64> {
        let total: f64 = self.values.iter().sum();
        self.values.iter().map(|value| value / total).collect()
    }

    /// Harman's single factor: the share of variance in the first unrotated component (Podsakoff et al. 2003).
    pub fn harman(&self) -> f64 {
        self.shares().first().copied().unwrap_or_default()
    }
}

/// The eigenvalues of the items' correlations.
///
/// # Errors
///
/// For a constant item.
pub fn eigen(items: &Items) -> Result<Eigen, ItemsError> {
    Ok(Eigen { values: decomposed(&items.correlation()?).0 })
}

/// Loadings of the first `factors` principal components, unrotated.
///
/// # Errors
///
/// For a constant item, or more components than items.
pub fn principal_components(items: &Items, factors: usize) -> Result<Loadings, ItemsError> {
    items.at_least(factors.max(1))?;
    Ok(Loadings { matrix: leading(&items.correlation()?, factors), converged: true }.signed())
}

/// Eigenvalues in descending order with their vectors.
pub(super) fn decomposed(symmetric: &DMatrix<f64>) -> (Vec<f64>, Vec<DVector<f64>>) {
    let found = symmetric.clone().symmetric_eigen();
    let mut pairs: Vec<(f64, DVector<f64>)> = found
        .eigenvalues
        .iter()
        .copied()
        .zip(found.eigenvectors.column_iter().map(|column| column.into_owned()))
        .collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    pairs.into_iter().unzip()
}

/// Eigenvectors of the largest eigenvalues, each scaled by the root of its eigenvalue.
pub(super) fn leading(symmetric: &DMatrix<f64>, factors: usize) -> DMatrix<f64> {
    let (values, vectors) = decomposed(symmetric);
    let columns: Vec<DVector<f64>> =
        values.iter().zip(vectors).take(factors).map(|(value, vector)| vector * value.max(0.0).sqrt()).collect();
    if columns.is_empty() { DMatrix::zeros(symmetric.nrows(), 0) } else { DMatrix::from_columns(&columns) }
}
