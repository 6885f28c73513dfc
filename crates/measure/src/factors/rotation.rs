//! Varimax rotation.

use nalgebra::DMatrix;

use super::{Loadings, ordered};

const SETTLED: f64 = 1e-12;
const ROUNDS: usize = 1_000;

/// Loadings rotated to the varimax criterion with Kaiser's normalisation (Kaiser 1958), by planar rotations.
///
/// Factors are in descending order of their sums of squares.
#[must_use]
pub fn varimax(loadings: &Loadings) -> Loadings {
    let lengths: Vec<f64> = loadings.communalities().iter().map(|communality| communality.sqrt()).collect();
    let mut rotated = loadings.matrix.clone();
    for (mut row, length) in rotated.row_iter_mut().zip(&lengths).filter(|(_, length)| **length > 0.0) {
        row /= *length;
    }
    let factors = rotated.ncols();
    let mut converged = factors < 2;
    for _ in 0..ROUNDS {
        if converged {
            break;
        }
        let mut largest = 0.0_f64;
        for first in 0..factors {
            for second in first + 1..factors {
                largest = largest.max(rotate(&mut rotated, first, second));
            }
        }
        converged = largest < SETTLED;
    }
    for (mut row, length) in rotated.row_iter_mut().zip(&lengths).filter(|(_, length)| **length > 0.0) {
        row *= *length;
    }
    let (matrix, _, _) = ordered(&rotated);
    Loadings { matrix, converged: converged && loadings.converged }
}

/// Rotates two factors by their optimal angle; returns the absolute sine of the angle.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn rotate(loadings: &mut DMatrix<f64>, first: usize, second: usize) -> f64 {
    let items = loadings.nrows() as f64;
    let (mut a, mut b, mut c, mut d) = (0.0, 0.0, 0.0, 0.0);
    for row in loadings.row_iter() {
        let (x, y) = (row[first], row[second]);
        let (u, v) = (x * x - y * y, 2.0 * x * y);
        (a, b, c, d) = (a + u, b + v, c + u * u - v * v, d + 2.0 * u * v);
    }
    let angle = libm::atan2(d - 2.0 * a * b / items, c - (a * a - b * b) / items) / 4.0;
    let (sine, cosine) = libm::sincos(angle);
    for mut row in loadings.row_iter_mut() {
        let (x, y) = (row[first], row[second]);
        row[first] = cosine * x + sine * y;
        row[second] = cosine * y - sine * x;
    }
    sine.abs()
}
