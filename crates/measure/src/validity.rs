//! Reliability and validity of constructs from a confirmatory model: ω, CR, AVE, Fornell–Larcker, HTMT.

use crate::cfa::{Cfa, CfaError, Structure, cfa};
use crate::items::{Items, ItemsError};

/// Composite reliability of standardised loadings, (Σλ)²/((Σλ)²+Σ(1−λ²)) (Fornell & Larcker 1981), in [0, 1]; .70 is
/// the usual limit.
pub fn composite_reliability(loadings: &[f64]) -> f64 {
    let sum: f64 = loadings.iter().sum();
    let unique: f64 = loadings.iter().map(|loading| 1.0 - loading * loading).sum();
    sum * sum / (sum * sum + unique)
}

/// Average variance extracted of standardised loadings, Σλ²/k, in [0, 1]; .50 is the usual limit. `None` without
/// loadings.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
pub fn average_variance_extracted(loadings: &[f64]) -> Option<f64> {
    (!loadings.is_empty())
        .then(|| loadings.iter().map(|loading| loading * loading).sum::<f64>() / loadings.len() as f64)
}

/// McDonald's (1999) ω of the sum of raw items: the share of its variance in one common factor, by maximum likelihood.
///
/// # Errors
///
/// For fewer than three items, or if one factor cannot be estimated.
pub fn omega(items: &Items) -> Result<f64, CfaError> {
    let model = cfa(items, &Structure::single(items.items())?)?;
    let variances = items.covariance().diagonal();
    let weighted: f64 =
        variances.iter().zip(&model.loadings).map(|(variance, loading)| variance.sqrt() * loading).sum();
    let unique: f64 =
        variances.iter().zip(&model.loadings).map(|(variance, loading)| variance * (1.0 - loading * loading)).sum();
    Ok(weighted * weighted / (weighted * weighted + unique))
}

/// Convergent and discriminant validity of one factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Convergence {
    /// Composite reliability.
    pub composite_reliability: f64,
    /// Average variance extracted.
    pub ave: f64,
    /// The largest absolute correlation with another factor; `None` for a single factor.
    pub largest_correlation: Option<f64>,
    /// True if √AVE exceeds that correlation (Fornell & Larcker 1981).
    pub distinct: bool,
}

/// Convergent and discriminant validity of each factor of a fitted model.
pub fn convergence(model: &Cfa) -> Vec<Convergence> {
    let of = |factor: usize| {
        let loadings = model.loadings_of(factor);
        let ave = average_variance_extracted(&loadings)?;
        let others = model
            .correlations
            .row(factor)
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != factor)
            .map(|(_, r)| r.abs())
            .collect::<Vec<_>>();
        let largest_correlation = others.into_iter().reduce(f64::max);
        let distinct = largest_correlation.is_none_or(|largest| ave.sqrt() > largest);
        Some(Convergence {
            composite_reliability: composite_reliability(&loadings),
            ave,
            largest_correlation,
            distinct,
        })
    };
    (0..model.correlations.nrows()).filter_map(of).collect()
}

/// Heterotrait–monotrait ratio of two groups of items (Henseler, Ringle & Sarstedt 2015); .85 and .90 are usual limits.
///
/// The mean correlation across the groups divided by the geometric mean of the mean correlations within them; `None` if
/// a group has fewer than two items or its items do not correlate positively on average.
///
/// # Errors
///
/// For a constant item.
pub fn htmt(items: &Items, first: &[usize], second: &[usize]) -> Result<Option<f64>, ItemsError> {
    let correlation = items.only(&[first, second].concat()).correlation()?;
    let (split, end) = (first.len(), first.len() + second.len());
    let mean = |rows: std::ops::Range<usize>, columns: std::ops::Range<usize>| {
        let pairs = rows.flat_map(|i| columns.clone().map(move |j| (i, j))).filter(|(i, j)| i != j);
        mean_of(&pairs.map(|at| correlation[at]).collect::<Vec<_>>())
    };
    let across = mean(0..split, split..end);
    let within = mean(0..split, 0..split).zip(mean(split..end, split..end));
    let within = within.filter(|(a, b)| *a > 0.0 && *b > 0.0).map(|(a, b)| (a * b).sqrt());
    Ok(across.zip(within).map(|(across, within)| across / within))
}

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn mean_of(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_loadings_have_closed_forms() {
        assert_eq!(average_variance_extracted(&[]), None);
        assert!((average_variance_extracted(&[0.7, 0.8]).unwrap() - 0.565).abs() < 1e-15);
        // Three loadings of .8: 5.76 / (5.76 + 1.08)
        assert!((composite_reliability(&[0.8; 3]) - 5.76 / 6.84).abs() < 1e-15);
    }

    #[test]
    fn a_group_of_one_has_no_ratio() {
        let rows = [[1.0, 2.0, 2.0], [2.0, 1.0, 2.0], [3.0, 4.0, 5.0], [4.0, 3.0, 1.0]];
        let items = Items::complete(rows.iter().map(|row| row.to_vec()).collect()).unwrap();
        assert_eq!(htmt(&items, &[0], &[1, 2]), Ok(None));
    }
}
