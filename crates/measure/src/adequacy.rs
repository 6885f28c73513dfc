//! Suitability of correlations for a factor analysis: Kaiser–Meyer–Olkin and Bartlett's sphericity.

use nalgebra::DMatrix;

use crate::distribution::chi_square_above;
use crate::items::{Items, ItemsError, inverse};

/// Sampling adequacy of items.
#[derive(Debug, Clone, PartialEq)]
pub struct Adequacy {
    /// Kaiser–Meyer–Olkin measure over all items, in [0, 1] (Kaiser 1974).
    pub kmo: f64,
    /// The measure of each item (MSA), in [0, 1].
    pub kmo_items: Vec<f64>,
    /// Bartlett's (1951) test that all correlations are zero.
    pub bartlett: ChiSquareTest,
}

/// A χ² test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquareTest {
    /// The statistic.
    pub chi_square: f64,
    /// Degrees of freedom.
    pub df: u64,
    /// Probability of a statistic at least as large; 1 for no degrees of freedom.
    pub p: f64,
}

impl ChiSquareTest {
    /// The test of a statistic against χ² with `df` degrees of freedom.
    #[expect(clippy::cast_precision_loss, reason = "degrees of freedom are far below 2^52")]
    pub fn new(chi_square: f64, df: u64) -> Self {
        Self { chi_square, df, p: if df == 0 { 1.0 } else { chi_square_above(chi_square, df as f64) } }
    }
}

/// KMO and Bartlett's test of `items`.
///
/// # Errors
///
/// For fewer than two items, a constant item, or linearly dependent items.
#[expect(clippy::cast_precision_loss, reason = "counts of responses and items are far below 2^52")]
pub fn adequacy(items: &Items) -> Result<Adequacy, ItemsError> {
    items.at_least(2)?;
    let correlation = items.correlation()?;
    let (inverse, log_determinant) = inverse(&correlation)?;
    let k = items.items();
    let squares = |matrix: &DMatrix<f64>, item: usize| -> f64 {
        (0..k).filter(|&other| other != item).map(|other| matrix[(item, other)] * matrix[(item, other)]).sum()
    };
    let partial = DMatrix::from_fn(k, k, |i, j| -inverse[(i, j)] / (inverse[(i, i)] * inverse[(j, j)]).sqrt());
    let of = |zero_order: f64, partial: f64| {
        if zero_order + partial > 0.0 { zero_order / (zero_order + partial) } else { 0.5 }
    };
    let pairs: Vec<(f64, f64)> = (0..k).map(|item| (squares(&correlation, item), squares(&partial, item))).collect();
    let n = items.responses() as f64;
    Ok(Adequacy {
        kmo: of(pairs.iter().map(|pair| pair.0).sum(), pairs.iter().map(|pair| pair.1).sum()),
        kmo_items: pairs.iter().map(|&(zero_order, partial)| of(zero_order, partial)).collect(),
        bartlett: ChiSquareTest::new(
            -(n - 1.0 - (2.0 * k as f64 + 5.0) / 6.0) * log_determinant,
            (k * (k - 1) / 2) as u64,
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_items_leave_no_partial_correlation_to_compare() {
        // With two items the partial correlation is the correlation: KMO is a half.
        let rows = [[1.0, 2.0], [2.0, 1.0], [3.0, 4.0], [4.0, 3.0], [5.0, 5.0]];
        let found = adequacy(&Items::complete(rows.iter().map(|row| row.to_vec()).collect()).unwrap()).unwrap();
        assert!((found.kmo - 0.5).abs() < 1e-12);
        assert_eq!(found.bartlett.df, 1);
        // r = .8, n = 5: χ² = −(4 − 9/6)·ln(1 − .64)
        assert!((found.bartlett.chi_square - 2.5 * 1.0216512475319814).abs() < 1e-12);
    }
}
