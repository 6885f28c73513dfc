//! Indirect calibration: groups of cases, smoothed by a regression (Ragin 2008, *Redesigning Social Inquiry*, ch. 5).
//!
//! Thresholds divide the cases into groups; group *j* of *m* + 1 has the target *j*/*m*, with three decimals as in R
//! `QCA`. A logistic regression of the targets on the raw values gives the memberships: its mean is a share and its
//! variance that of a share up to a factor, so the estimates are those of R's `quasibinomial`. R rounds them to six
//! decimals and moves those near 0 and 1 onto them; here they stay what they are.

use equifinal_study::config::{Basis, SetSpec};
use equifinal_study::table::CaseTable;

use crate::beyond;
use crate::error::{CalibrateError, Fault};

/// Maximum number of iterations, and the relative change of the deviance for convergence, as in R's `glm`.
const STEPS: usize = 25;
const SMALL: f64 = 1e-8;

/// A regression column is dropped if its part independent of earlier columns is smaller than this share.
const DEPENDENT: f64 = 1e-7;

/// Memberships of `raw`, or the reason why the regression fails.
pub(crate) fn memberships(
    table: &CaseTable,
    spec: &SetSpec,
    raw: &[f64],
    thresholds: &[f64],
    basis: Basis,
) -> Result<Vec<f64>, CalibrateError> {
    if basis == Basis::Fractional {
        let outside = raw.iter().enumerate().filter(|(_, value)| **value <= 0.0);
        let outside: Vec<(usize, String)> = outside.map(|(case, value)| (case, value.to_string())).collect();
        if !outside.is_empty() {
            return Err(CalibrateError::cells(table, spec, Fault::NoLogarithm, outside));
        }
    }
    let targets: Vec<f64> = raw.iter().map(|&value| target(value, thresholds)).collect();
    let (set, column) = (spec.name.clone(), spec.column.clone());
    if let Some((first, others)) = targets.split_first()
        && others.iter().all(|other| other.total_cmp(first).is_eq())
    {
        return Err(CalibrateError::OneGroup { set, column, range: beyond::range(raw).unwrap_or_default() });
    }
    fit(raw, &targets, basis).ok_or(CalibrateError::NoRegression { set, column })
}

/// The target of the group of a value; a value equal to a threshold is below it, as in R `QCA`.
#[expect(clippy::cast_precision_loss, reason = "a study has few thresholds")]
fn target(value: f64, thresholds: &[f64]) -> f64 {
    let group = thresholds.iter().filter(|&&threshold| value > threshold).count() as f64;
    libm::round(group / thresholds.len() as f64 * 1e3) / 1e3
}

/// The fitted shares of a logistic regression of `targets` in [0, 1] on `raw`; `None` if it does not converge.
///
/// Iteratively reweighted least squares from R's starting point. `raw` must be above 0 for the fractional basis.
pub fn fit(raw: &[f64], targets: &[f64], basis: Basis) -> Option<Vec<f64>> {
    // In one order, whatever that of the cases, since sums of doubles depend on it.
    let mut order: Vec<usize> = (0..raw.len()).collect();
    let key = |case: &usize| (raw.get(*case).copied(), targets.get(*case).copied());
    order.sort_by(|a, b| key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal));
    let sorted = |values: &[f64]| order.iter().filter_map(|&case| values.get(case).copied()).collect::<Vec<_>>();
    let (x, y) = (sorted(raw), sorted(targets));
    let columns = columns(&x, basis);
    let mut means: Vec<f64> = y.iter().map(|share| (share + 0.5) / 2.0).collect();
    let mut predictors: Vec<f64> = means.iter().map(|mean| libm::log(mean / (1.0 - mean))).collect();
    let mut before = deviance(&y, &means);
    for _ in 0..STEPS {
        let weights: Vec<f64> = means.iter().map(|mean| libm::sqrt(mean * (1.0 - mean))).collect();
        let working = predictors.iter().zip(&means).zip(&y);
        let working: Vec<f64> =
            working.map(|((predictor, mean), share)| predictor + (share - mean) / (mean * (1.0 - mean))).collect();
        predictors = projection(&columns, &weights, &working);
        means = predictors.iter().map(|predictor| share_of(*predictor)).collect();
        let after = deviance(&y, &means);
        if !after.is_finite() {
            return None;
        }
        if (after - before).abs() / (after.abs() + 0.1) < SMALL {
            let mut fitted = vec![0.0; raw.len()];
            for (case, mean) in order.iter().zip(&means) {
                *fitted.get_mut(*case)? = *mean;
            }
            return Some(fitted);
        }
        before = after;
    }
    None
}

/// The inverse logit, kept away from 0 and 1 as far as doubles allow.
fn share_of(predictor: f64) -> f64 {
    (1.0 / (1.0 + libm::exp(-predictor))).clamp(f64::EPSILON, 1.0 - f64::EPSILON)
}

/// The columns of the regression. Each is scaled by its largest value, which changes no fitted share.
fn columns(x: &[f64], basis: Basis) -> Vec<Vec<f64>> {
    let functions: &[fn(f64) -> f64] = match basis {
        Basis::Linear => &[|x| x],
        Basis::Fractional => &[libm::log, libm::sqrt, |x| x, |x| x * x],
    };
    let mut columns = vec![vec![1.0; x.len()]];
    for function in functions {
        let column: Vec<f64> = x.iter().map(|&value| function(value)).collect();
        let largest = column.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let scale = if largest > 0.0 { largest } else { 1.0 };
        columns.push(column.into_iter().map(|value| value / scale).collect());
    }
    columns
}

/// The weighted least-squares fit of `working` on the columns, by Gram–Schmidt with a second pass.
fn projection(columns: &[Vec<f64>], weights: &[f64], working: &[f64]) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let weighted =
        |values: &[f64]| values.iter().zip(weights).map(|(value, weight)| value * weight).collect::<Vec<f64>>();
    let mut directions: Vec<Vec<f64>> = Vec::new();
    for column in columns {
        let mut rest = weighted(column);
        let whole = libm::sqrt(dot(&rest, &rest));
        for _ in 0..2 {
            for direction in &directions {
                let along = dot(direction, &rest);
                rest.iter_mut().zip(direction).for_each(|(rest, direction)| *rest -= along * direction);
            }
        }
        let length = libm::sqrt(dot(&rest, &rest));
        if length > DEPENDENT * whole {
            rest.iter_mut().for_each(|value| *value /= length);
            directions.push(rest);
        }
    }
    let target = weighted(working);
    let mut fitted = vec![0.0; working.len()];
    for direction in &directions {
        let along = dot(direction, &target);
        fitted.iter_mut().zip(direction).for_each(|(fitted, direction)| *fitted += along * direction);
    }
    fitted.iter().zip(weights).map(|(value, weight)| value / weight).collect()
}

/// Twice the distance of the log-likelihood from the best one.
fn deviance(shares: &[f64], means: &[f64]) -> f64 {
    let part = |share: f64, mean: f64| if share > 0.0 { share * libm::log(share / mean) } else { 0.0 };
    let terms = shares.iter().zip(means);
    2.0 * terms.map(|(&share, &mean)| part(share, mean) + part(1.0 - share, 1.0 - mean)).sum::<f64>()
}
