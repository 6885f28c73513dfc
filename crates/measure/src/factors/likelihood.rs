//! Factors by maximum likelihood (Lawley 1940; Jöreskog 1967).
//!
//! The unique variances ψ are those for which the smallest eigenvalues of Ψ^(−½) R Ψ^(−½) are closest to 1; the
//! loadings follow from the largest. Newton steps in ln ψ use Clarke's (1970) expected second derivatives and are
//! halved while they do not help.

use nalgebra::{DMatrix, DVector};

use super::Loadings;
use super::principal::decomposed;
use crate::items::{Items, ItemsError, inverse};

/// Largest gradient at convergence.
const SETTLED: f64 = 1e-9;
const ROUNDS: usize = 500;

/// The least unique variance, as a share of an item's variance: the bound of R's `factanal` and Python's
/// `factor_analyzer`.
const LEAST: f64 = 0.005;

/// Unrotated loadings by maximum likelihood, from squared multiple correlations.
///
/// A unique variance that would vanish (Heywood case) is kept at a share of 0.005.
///
/// # Errors
///
/// For a constant item, linearly dependent items, or more factors than items.
pub fn maximum_likelihood(items: &Items, factors: usize) -> Result<Loadings, ItemsError> {
    items.at_least(factors.max(1) + 1)?;
    let correlation = items.correlation()?;
    let bounds = (libm::log(LEAST), 0.0);
    let start = inverse(&correlation)?.0.diagonal().map(|diagonal| libm::log((1.0 / diagonal).max(LEAST)));
    let mut at = Point::new(&correlation, start, factors);
    let mut converged = false;
    for _ in 0..ROUNDS {
        let slope = at.slope();
        let free: Vec<usize> = (0..slope.len()).filter(|&item| at.moves(item, slope[item], bounds)).collect();
        converged = free.iter().all(|&item| slope[item].abs() < SETTLED);
        if converged {
            break;
        }
        let Some(next) = at.improved(&correlation, &slope, &free, bounds) else { break };
        at = next;
    }
    Ok(Loadings { matrix: at.loadings(), converged }.signed())
}

/// Unique variances with the resulting eigenvalues.
struct Point {
    /// ln ψ of each item.
    logs: DVector<f64>,
    values: Vec<f64>,
    vectors: Vec<DVector<f64>>,
    factors: usize,
    /// Σ (e − ln e − 1) over the residual eigenvalues.
    discrepancy: f64,
}

impl Point {
    fn new(correlation: &DMatrix<f64>, logs: DVector<f64>, factors: usize) -> Self {
        let scale = DMatrix::from_diagonal(&logs.map(|log| libm::exp(-log / 2.0)));
        let (values, vectors) = decomposed(&(&scale * correlation * &scale));
        let discrepancy = values.iter().skip(factors).map(|value| value - libm::log(*value) - 1.0).sum();
        Self { logs, values, vectors, factors, discrepancy }
    }

    /// The residual eigenvalues with their vectors.
    fn rest(&self) -> impl Iterator<Item = (f64, &DVector<f64>)> {
        self.values.iter().copied().zip(&self.vectors).skip(self.factors)
    }

    fn slope(&self) -> DVector<f64> {
        let mut slope = DVector::zeros(self.logs.len());
        for (value, vector) in self.rest() {
            slope += vector.map(|part| part * part) * (1.0 - value);
        }
        slope
    }

    /// True if an item's unique variance may move in the downhill direction.
    fn moves(&self, item: usize, slope: f64, (low, high): (f64, f64)) -> bool {
        let log = self.logs[item];
        !(log <= low && slope > 0.0 || log >= high && slope < 0.0)
    }

    /// The next point; `None` if no step helps.
    fn improved(
        &self,
        correlation: &DMatrix<f64>,
        slope: &DVector<f64>,
        free: &[usize],
        (low, high): (f64, f64),
    ) -> Option<Self> {
        let curvature = DMatrix::from_fn(free.len(), free.len(), |i, j| {
            let both: f64 = self.rest().map(|(_, vector)| vector[free[i]] * vector[free[j]]).sum();
            both * both
        });
        let downhill = DVector::from_iterator(free.len(), free.iter().map(|&item| slope[item]));
        let step = curvature.cholesky().map_or_else(|| downhill.clone(), |solver| solver.solve(&downhill));
        let mut share = 1.0;
        while share > 1e-9 {
            let mut logs = self.logs.clone();
            for (&item, step) in free.iter().zip(&step) {
                logs[item] = (logs[item] - share * step).clamp(low, high);
            }
            let next = Self::new(correlation, logs, self.factors);
            // At the bottom the discrepancy can no longer be told to fall: rounding is let pass.
            if next.discrepancy <= self.discrepancy + 1e-13 {
                return Some(next);
            }
            share /= 2.0;
        }
        None
    }

    fn loadings(&self) -> DMatrix<f64> {
        let unique = self.logs.map(|log| libm::exp(log / 2.0));
        let columns: Vec<DVector<f64>> = (self.values.iter().zip(&self.vectors).take(self.factors))
            .map(|(value, vector)| vector.component_mul(&unique) * (value - 1.0).max(0.0).sqrt())
            .collect();
        if columns.is_empty() { DMatrix::zeros(self.logs.len(), 0) } else { DMatrix::from_columns(&columns) }
    }
}
