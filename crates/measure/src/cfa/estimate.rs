//! The maximum-likelihood estimates of a factor model.

use nalgebra::{DMatrix, DVector};

use super::{CfaError, Structure};
use crate::items::{ItemsError, inverse};

/// Maximum number of iterations.
pub const MAX_ROUNDS: usize = 500;

/// Largest gradient of the discrepancy at convergence.
const SETTLED: f64 = 1e-9;

/// A model and what it implies.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) loadings: Vec<f64>,
    pub(super) unique: Vec<f64>,
    pub(super) correlations: DMatrix<f64>,
    pub(super) implied: DMatrix<f64>,
    /// Free parameters.
    pub(super) parameters: usize,
    /// F = ln|Σ| + tr(SΣ⁻¹) − ln|S| − p at the estimates.
    pub(super) discrepancy: f64,
}

/// The position of a parameter in the model.
#[derive(Debug, Clone, Copy)]
enum Parameter {
    Loading(usize),
    Unique(usize),
    Correlation(usize, usize),
}

fn parameters(structure: &Structure) -> Vec<Parameter> {
    let items = structure.factor_of.len();
    let pairs = (0..structure.factors).flat_map(|a| (0..a).map(move |b| Parameter::Correlation(a, b)));
    (0..items).map(Parameter::Loading).chain((0..items).map(Parameter::Unique)).chain(pairs).collect()
}

/// The implied covariances and factor correlations of a parameter vector.
fn implied(structure: &Structure, parameters: &[Parameter], values: &DVector<f64>) -> (DMatrix<f64>, DMatrix<f64>) {
    let items = structure.factor_of.len();
    let mut pattern = DMatrix::zeros(items, structure.factors);
    let mut unique = DVector::zeros(items);
    let mut correlations = DMatrix::identity(structure.factors, structure.factors);
    for (parameter, &value) in parameters.iter().zip(values) {
        match *parameter {
            Parameter::Loading(item) => pattern[(item, structure.factor_of[item])] = value,
            Parameter::Unique(item) => unique[item] = value,
            Parameter::Correlation(a, b) => {
                correlations[(a, b)] = value;
                correlations[(b, a)] = value;
            }
        }
    }
    (&pattern * &correlations * pattern.transpose() + DMatrix::from_diagonal(&unique), correlations)
}

/// The derivative of the implied covariances by one parameter.
fn direction(
    structure: &Structure,
    parameter: Parameter,
    values: &DVector<f64>,
    correlations: &DMatrix<f64>,
) -> DMatrix<f64> {
    let of = &structure.factor_of;
    let items = of.len();
    let mut moved = DMatrix::zeros(items, items);
    match parameter {
        Parameter::Loading(item) => {
            for other in 0..items {
                let slope = correlations[(of[item], of[other])] * values[other];
                moved[(item, other)] += slope;
                moved[(other, item)] += slope;
            }
        }
        Parameter::Unique(item) => moved[(item, item)] = 1.0,
        Parameter::Correlation(a, b) => {
            for i in (0..items).filter(|&i| of[i] == a) {
                for j in (0..items).filter(|&j| of[j] == b) {
                    moved[(i, j)] = values[i] * values[j];
                    moved[(j, i)] = values[i] * values[j];
                }
            }
        }
    }
    moved
}

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn discrepancy(observed: &DMatrix<f64>, implied: &DMatrix<f64>, log_observed: f64) -> Option<f64> {
    let (inverse, log_implied) = inverse(implied).ok()?;
    Some(log_implied + (observed * inverse).trace() - log_observed - observed.nrows() as f64)
}

/// Fisher scoring with step halving (Jöreskog 1969; the expected second derivatives are tr Σ⁻¹Σᵢ'Σ⁻¹Σⱼ').
pub(super) fn estimate(observed: &DMatrix<f64>, structure: &Structure) -> Result<Model, CfaError> {
    let log_observed = inverse(observed)?.1;
    let parameters = parameters(structure);
    let mut values = start(observed, structure, &parameters);
    let (mut model, mut correlations) = implied(structure, &parameters, &values);
    let mut found = discrepancy(observed, &model, log_observed).ok_or(ItemsError::Singular)?;
    for _ in 0..MAX_ROUNDS {
        let inverse = inverse(&model)?.0;
        let weighted: Vec<DMatrix<f64>> = parameters
            .iter()
            .map(|&parameter| &inverse * direction(structure, parameter, &values, &correlations))
            .collect();
        let residual = DMatrix::identity(observed.nrows(), observed.nrows()) - &inverse * observed;
        let slope =
            DVector::from_iterator(weighted.len(), weighted.iter().map(|moved| product_trace(&residual, moved)));
        if slope.amax() < SETTLED {
            let items = structure.factor_of.len();
            return Ok(Model {
                loadings: values.rows(0, items).iter().copied().collect(),
                unique: values.rows(items, items).iter().copied().collect(),
                correlations,
                implied: model,
                parameters: parameters.len(),
                discrepancy: found.max(0.0),
            }
            .signed(structure));
        }
        let curvature =
            DMatrix::from_fn(weighted.len(), weighted.len(), |i, j| product_trace(&weighted[i], &weighted[j]));
        let step = step(&curvature, &slope).ok_or(CfaError::NotSettled { rounds: MAX_ROUNDS })?;
        let mut share = 1.0;
        loop {
            let tried = &values - &step * share;
            let (next, next_correlations) = implied(structure, &parameters, &tried);
            // At the bottom the discrepancy can no longer be told to fall: rounding is let pass.
            match discrepancy(observed, &next, log_observed).filter(|next| *next <= found + 1e-13) {
                Some(better) => {
                    (values, model, correlations, found) = (tried, next, next_correlations, better);
                    break;
                }
                None if share < 1e-9 => return Err(CfaError::NotSettled { rounds: MAX_ROUNDS }),
                None => share /= 2.0,
            }
        }
    }
    Err(CfaError::NotSettled { rounds: MAX_ROUNDS })
}

/// Ridges on the information matrix, as shares of its mean diagonal; none if it is invertible. While factors do not
/// correlate, as at the start, one of two items is not determined (Marquardt 1963).
const RIDGES: [f64; 3] = [0.0, 1e-8, 1e-4];

/// The step of Fisher scoring.
fn step(curvature: &DMatrix<f64>, slope: &DVector<f64>) -> Option<DVector<f64>> {
    let mean = curvature.diagonal().mean();
    RIDGES.into_iter().find_map(|ridge| {
        let ridged = curvature + DMatrix::from_diagonal_element(slope.len(), slope.len(), ridge * mean);
        Some(ridged.cholesky()?.solve(slope))
    })
}

/// The trace of a product, without the product.
fn product_trace(a: &DMatrix<f64>, b: &DMatrix<f64>) -> f64 {
    a.row_iter()
        .zip(b.column_iter())
        .map(|(row, column)| row.iter().zip(column.iter()).map(|(x, y)| x * y).sum::<f64>())
        .sum()
}

/// Start values: loadings of 0.7 with the sign of the item's correlation with its factor's first item.
fn start(observed: &DMatrix<f64>, structure: &Structure, parameters: &[Parameter]) -> DVector<f64> {
    let first = |factor: usize| structure.factor_of.iter().position(|of| *of == factor).unwrap_or_default();
    let value = |parameter: &Parameter| match *parameter {
        Parameter::Loading(item) if observed[(item, first(structure.factor_of[item]))] < 0.0 => -0.7,
        Parameter::Loading(_) => 0.7,
        Parameter::Unique(_) => 0.51,
        Parameter::Correlation(..) => 0.0,
    };
    DVector::from_iterator(parameters.len(), parameters.iter().map(value))
}

impl Model {
    /// Reflects factors so that the loadings of each sum to at least zero.
    fn signed(mut self, structure: &Structure) -> Self {
        for factor in 0..structure.factors {
            let own = |item: usize| structure.factor_of[item] == factor;
            let sum: f64 =
                self.loadings.iter().enumerate().filter(|(item, _)| own(*item)).map(|(_, loading)| loading).sum();
            if sum < 0.0 {
                self.loadings
                    .iter_mut()
                    .enumerate()
                    .filter(|(item, _)| own(*item))
                    .for_each(|(_, loading)| *loading = -*loading);
                self.correlations.row_mut(factor).neg_mut();
                self.correlations.column_mut(factor).neg_mut();
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Recovers a model with these loadings and factor correlation from its implied covariances.
    fn check(loadings: &[f64], factor_of: &[usize], correlation: f64) {
        let observed = DMatrix::from_fn(loadings.len(), loadings.len(), |i, j| {
            let together = if factor_of[i] == factor_of[j] { 1.0 } else { correlation };
            if i == j { 1.0 } else { loadings[i] * loadings[j] * together }
        });
        let found = estimate(&observed, &Structure::new(factor_of.to_vec()).unwrap()).unwrap();
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-6, "{a} for {b} in {loadings:?}");
        found.loadings.iter().zip(loadings).for_each(|(found, expected)| close(*found, *expected));
        close(found.correlations[(0, 1)], correlation);
        close(found.discrepancy, 0.0);
    }

    #[test]
    fn two_item_factors_are_identified_by_their_correlation() {
        check(&[0.8, 0.7, 0.6, 0.9, 0.5], &[0, 0, 0, 1, 1], 0.2);
        check(&[0.8, -0.6, 0.7, 0.4], &[0, 0, 1, 1], -0.3);
        check(&[0.6, 0.7, 0.5, 1.4, 0.3], &[0, 0, 0, 1, 1], 0.1);
    }
}
