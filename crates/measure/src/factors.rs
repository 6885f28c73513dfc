//! Exploratory factor analysis: number of factors, loadings, rotation.

mod axis;
mod likelihood;
mod oblique;
mod parallel;
mod principal;
mod rotation;

use nalgebra::DMatrix;

pub use axis::principal_axis;
pub use likelihood::maximum_likelihood;
pub use oblique::{Oblique, oblimin};
pub use parallel::{ParallelAnalysis, parallel_analysis};
pub use principal::{Eigen, HARMAN_LIMIT, eigen, principal_components};
pub use rotation::varimax;

/// Loadings of items on factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Loadings {
    /// One row per item, one column per factor, signed so that each column sums to at least zero.
    pub matrix: DMatrix<f64>,
    /// True if the extraction or rotation converged; otherwise the loadings are reported with a warning.
    pub converged: bool,
}

/// Loadings with columns in descending order of their sums of squares, each with a non-negative sum; also the original
/// position of each column and the sign applied.
fn ordered(matrix: &DMatrix<f64>) -> (DMatrix<f64>, Vec<usize>, Vec<f64>) {
    let mut places: Vec<usize> = (0..matrix.ncols()).collect();
    places.sort_by(|&a, &b| matrix.column(b).norm_squared().total_cmp(&matrix.column(a).norm_squared()));
    let sign = |&place: &usize| if matrix.column(place).sum() < 0.0 { -1.0 } else { 1.0 };
    let signs: Vec<f64> = places.iter().map(sign).collect();
    let sorted = DMatrix::from_fn(matrix.nrows(), places.len(), |item, at| matrix[(item, places[at])] * signs[at]);
    (sorted, places, signs)
}

impl Loadings {
    /// The share of each item's variance explained by the factors, in [0, 1] except in improper (Heywood) solutions.
    pub fn communalities(&self) -> Vec<f64> {
        self.matrix.row_iter().map(|row| row.norm_squared()).collect()
    }

    /// Sum of squared loadings of each factor, in units of one item's variance.
    pub fn sums_of_squares(&self) -> Vec<f64> {
        self.matrix.column_iter().map(|column| column.norm_squared()).collect()
    }

    /// Reflects columns with a negative sum, since the sign of a factor is arbitrary.
    fn signed(mut self) -> Self {
        for mut column in self.matrix.column_iter_mut() {
            if column.sum() < 0.0 {
                column.neg_mut();
            }
        }
        self
    }
}
