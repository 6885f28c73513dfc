//! Oblimin rotation: factors that may correlate.

use nalgebra::DMatrix;

use super::{Loadings, ordered};

/// Norm of the projected gradient at convergence; much below, rounding errors hide progress.
const SETTLED: f64 = 1e-7;
/// The smallest step, as a share of the gradient.
const SHORTEST: f64 = 1e-12;
const ROUNDS: usize = 20_000;

/// Loadings on correlated factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Oblique {
    /// The pattern matrix: effects of each factor on each item, with the other factors held constant.
    pub loadings: Loadings,
    /// Correlations of the factors, with 1 on the diagonal.
    pub correlations: DMatrix<f64>,
}

/// Loadings rotated to the direct oblimin criterion with γ = 0 (quartimin; Jennrich & Sampson 1966) and Kaiser's
/// normalisation, by gradient projection (Jennrich 2002; Bernaards & Jennrich 2005).
///
/// Factors are in descending order of their sums of squares.
#[must_use]
pub fn oblimin(loadings: &Loadings) -> Oblique {
    let lengths: Vec<f64> = loadings.communalities().iter().map(|communality| communality.sqrt()).collect();
    let mut normal = loadings.matrix.clone();
    for (mut row, length) in normal.row_iter_mut().zip(&lengths).filter(|(_, length)| **length > 0.0) {
        row /= *length;
    }
    let (axes, converged) = turned(&normal);
    let Some(mut pattern) = pattern(&normal, &axes) else {
        let factors = loadings.matrix.ncols();
        let still = Loadings { matrix: loadings.matrix.clone(), converged: false };
        return Oblique { loadings: still, correlations: DMatrix::identity(factors, factors) };
    };
    for (mut row, length) in pattern.row_iter_mut().zip(&lengths).filter(|(_, length)| **length > 0.0) {
        row *= *length;
    }
    let (matrix, places, signs) = ordered(&pattern);
    let found = axes.transpose() * &axes;
    let correlations = DMatrix::from_fn(places.len(), places.len(), |row, column| {
        let r = found[(places[row], places[column])] * signs[row] * signs[column];
        if row == column { 1.0 } else { r }
    });
    Oblique { loadings: Loadings { matrix, converged: converged && loadings.converged }, correlations }
}

/// The axes of the factors, one unit column each, and true if they converged.
fn turned(normal: &DMatrix<f64>) -> (DMatrix<f64>, bool) {
    let factors = normal.ncols();
    let mut axes = DMatrix::identity(factors, factors);
    if factors < 2 {
        return (axes, true);
    }
    let mut step = 1.0;
    for _ in 0..ROUNDS {
        let Some((value, slope)) = slope(normal, &axes) else { return (axes, false) };
        let mut projected = slope.clone();
        for (at, mut column) in projected.column_iter_mut().enumerate() {
            column -= axes.column(at) * axes.column(at).dot(&slope.column(at));
        }
        let length = projected.norm();
        if length < SETTLED {
            return (axes, true);
        }
        step *= 2.0;
        loop {
            let mut tried = &axes - &projected * step;
            tried.column_iter_mut().for_each(|mut column| column /= column.norm());
            let better = criterion(normal, &tried).filter(|next| *next <= value - 0.5 * length * length * step);
            if better.is_some() {
                axes = tried;
                break;
            }
            step /= 2.0;
            if step < SHORTEST {
                return (axes, false);
            }
        }
    }
    (axes, false)
}

/// The loadings on these axes; `None` if axes coincide.
fn pattern(normal: &DMatrix<f64>, axes: &DMatrix<f64>) -> Option<DMatrix<f64>> {
    Some(normal * axes.clone().try_inverse()?.transpose())
}

/// ¼ Σ over pairs of factors of Σ over items of the product of their squared loadings.
fn criterion(normal: &DMatrix<f64>, axes: &DMatrix<f64>) -> Option<f64> {
    let squared = pattern(normal, axes)?.map(|loading| loading * loading);
    Some(squared.component_mul(&others(&squared)).sum() / 4.0)
}

/// The criterion and its gradient.
fn slope(normal: &DMatrix<f64>, axes: &DMatrix<f64>) -> Option<(f64, DMatrix<f64>)> {
    let inverse = axes.clone().try_inverse()?;
    let pattern = normal * inverse.transpose();
    let squared = pattern.map(|loading| loading * loading);
    let others = others(&squared);
    let moved = pattern.component_mul(&others);
    Some((squared.component_mul(&others).sum() / 4.0, -(pattern.transpose() * moved * inverse).transpose()))
}

/// For each item and factor, the sum over the other factors.
fn others(squared: &DMatrix<f64>) -> DMatrix<f64> {
    let factors = squared.ncols();
    squared * (DMatrix::from_element(factors, factors, 1.0) - DMatrix::identity(factors, factors))
}
