//! Internal consistency: Cronbach's α, item-total statistics, and split halves.

use nalgebra::DMatrix;

use crate::distribution::f_quantile;
use crate::items::{Items, ItemsError};

/// Cronbach's α of a scale with its items.
#[derive(Debug, Clone, PartialEq)]
pub struct Alpha {
    /// α = k/(k−1) · (1 − Σs²ᵢ/s²) of the raw items (Cronbach 1951), at most 1; negative if items correlate negatively.
    pub alpha: f64,
    /// The 95 % interval of Feldt (1965).
    pub interval: (f64, f64),
    /// α of standardised items, from their mean correlation.
    pub standardised: f64,
    /// The items in their order.
    pub items: Vec<ItemTotal>,
}

/// An item against the rest of its scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemTotal {
    /// Correlation of the item with the sum of the others (CITC), in [−1, 1]; `None` if the others do not vary.
    pub corrected_correlation: Option<f64>,
    /// α of the scale without the item; `None` for a scale of two.
    pub alpha_if_deleted: Option<f64>,
}

/// Cronbach's α of `items`.
///
/// # Errors
///
/// For fewer than two items, a constant item, or items whose sum does not vary.
pub fn alpha(items: &Items) -> Result<Alpha, ItemsError> {
    items.at_least(2)?;
    let correlation = items.correlation()?;
    let value = of_covariance(&items.covariance()).ok_or(ItemsError::Cancelling)?;
    let standardised = of_covariance(&correlation).ok_or(ItemsError::Cancelling)?;
    Ok(Alpha { alpha: value, interval: feldt(value, items), standardised, items: totals(items)? })
}

/// The item-total statistics of each of `items`.
///
/// # Errors
///
/// For fewer than two items, or a constant item.
pub fn totals(items: &Items) -> Result<Vec<ItemTotal>, ItemsError> {
    items.at_least(2)?;
    items.correlation()?;
    let covariance = items.covariance();
    let each = (0..items.items()).map(|item| {
        let rest = covariance.clone().remove_row(item).remove_column(item);
        let with_rest = covariance.row(item).sum() - covariance[(item, item)];
        let spread = covariance[(item, item)] * rest.sum();
        ItemTotal {
            corrected_correlation: (spread > 0.0).then(|| with_rest / spread.sqrt()),
            alpha_if_deleted: (rest.nrows() > 1).then(|| of_covariance(&rest)).flatten(),
        }
    });
    Ok(each.collect())
}

/// A sum of items with a variance below this share of the items' own variances counts as constant, because of rounding.
const CANCELLED: f64 = 1e-12;

/// α from a covariance matrix; `None` if the sum of the items does not vary.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn of_covariance(covariance: &DMatrix<f64>) -> Option<f64> {
    let k = covariance.nrows() as f64;
    let (own, total) = (covariance.trace(), covariance.sum());
    (total > CANCELLED * own).then(|| k / (k - 1.0) * (1.0 - own / total))
}

/// Feldt, L. S. (1965). Psychometrika 30: (1 − α̂)F is an interval for 1 − α with n−1 and (n−1)(k−1) degrees of
/// freedom.
#[expect(clippy::cast_precision_loss, reason = "counts of responses and items are far below 2^52")]
fn feldt(alpha: f64, items: &Items) -> (f64, f64) {
    let between = items.responses() as f64 - 1.0;
    let freedom = (between, between * (items.items() as f64 - 1.0));
    let bound = |probability| 1.0 - (1.0 - alpha) * f_quantile(probability, freedom);
    (bound(0.975), bound(0.025))
}

/// The Spearman–Brown corrected correlation of odd and even items; `None` if a half does not vary or the correlation is
/// −1.
///
/// Halves of unequal length are corrected as if equal, as SPSS's equal-length coefficient is.
///
/// # Errors
///
/// For fewer than two items.
pub fn split_half(items: &Items) -> Result<Option<f64>, ItemsError> {
    items.at_least(2)?;
    let half = |parity: usize| move |row: &Vec<f64>| row.iter().skip(parity).step_by(2).sum::<f64>();
    let halves = items.rows().iter().map(|row| vec![half(0)(row), half(1)(row)]).collect();
    let correlation = Items::complete(halves)?.correlation().ok().map(|r| r[(0, 1)]);
    Ok(correlation.filter(|r| 1.0 + r > CANCELLED).map(|r| 2.0 * r / (1.0 + r)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(rows: &[&[f64]]) -> Items {
        Items::complete(rows.iter().map(|row| row.to_vec()).collect()).unwrap()
    }

    #[test]
    fn parallel_items_are_perfect() {
        let same = alpha(&items(&[&[1.0, 1.0], &[2.0, 2.0], &[4.0, 4.0]])).unwrap();
        assert!((same.alpha - 1.0).abs() < 1e-15);
        assert_eq!(same.items[0].alpha_if_deleted, None);
        assert_eq!(split_half(&items(&[&[1.0, 1.0], &[2.0, 2.0], &[4.0, 4.0]])), Ok(Some(1.0)));
    }

    #[test]
    fn items_that_cancel_one_another_have_no_alpha() {
        let opposed = items(&[&[1.0, 5.0], &[2.0, 4.0], &[4.0, 2.0], &[5.0, 1.0]]);
        assert_eq!(alpha(&opposed), Err(ItemsError::Cancelling));
        assert_eq!(split_half(&opposed), Ok(None));
        let correlations = totals(&opposed).unwrap().iter().map(|item| item.corrected_correlation).collect::<Vec<_>>();
        assert!(correlations.iter().all(|r| r.is_some_and(|r| (r + 1.0).abs() < 1e-12)), "{correlations:?}");
    }

    #[test]
    fn one_item_or_a_constant_one_has_no_alpha() {
        assert_eq!(alpha(&items(&[&[1.0], &[2.0]])), Err(ItemsError::TooFewItems { found: 1, needed: 2 }));
        assert_eq!(alpha(&items(&[&[1.0, 3.0], &[2.0, 3.0]])), Err(ItemsError::Constant { item: 2 }));
    }
}
