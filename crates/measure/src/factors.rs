//! Exploratory factor analysis: how many factors, their loadings, their rotation.

mod axis;
mod parallel;
mod principal;
mod rotation;

use nalgebra::DMatrix;

pub use axis::principal_axis;
pub use parallel::{ParallelAnalysis, parallel_analysis};
pub use principal::{Eigen, HARMAN_LIMIT, eigen, principal_components};
pub use rotation::varimax;

/// Loadings of items on factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Loadings {
    /// A row for each item, a column for each factor, signed so that each column sums to at least zero.
    pub matrix: DMatrix<f64>,
    /// Whether the extraction or rotation settled; loadings that did not are reported with a warning.
    pub converged: bool,
}

impl Loadings {
    /// The share of each item's variance that the factors hold, in [0, 1] except in improper (Heywood) solutions.
    pub fn communalities(&self) -> Vec<f64> {
        self.matrix.row_iter().map(|row| row.norm_squared()).collect()
    }

    /// Sum of squared loadings of each factor, in units of one item's variance.
    pub fn sums_of_squares(&self) -> Vec<f64> {
        self.matrix.column_iter().map(|column| column.norm_squared()).collect()
    }

    /// Columns with a negative sum are turned round: the sign of a factor is arbitrary.
    fn signed(mut self) -> Self {
        for mut column in self.matrix.column_iter_mut() {
            if column.sum() < 0.0 {
                column.neg_mut();
            }
        }
        self
    }
}
