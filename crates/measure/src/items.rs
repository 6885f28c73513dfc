//! Complete answers to items: the matrix for reliability and validity.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use nalgebra::DMatrix;

/// Respondents by items, without missing answers.
///
/// Rows are kept sorted, so that no sum over respondents depends on the order in which they answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Items {
    rows: Vec<Vec<f64>>,
    items: usize,
}

/// The reasons why a matrix of items cannot be analysed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ItemsError {
    /// Too few respondents.
    TooFewResponses {
        /// The number found.
        found: usize,
        /// The number needed.
        needed: usize,
    },
    /// Too few items.
    TooFewItems {
        /// The number found.
        found: usize,
        /// The number needed.
        needed: usize,
    },
    /// A row has another length than the first.
    Ragged {
        /// The row, 1-based.
        row: usize,
        /// Its length.
        found: usize,
        /// The length of the first.
        expected: usize,
    },
    /// An answer is not a finite number.
    NotANumber {
        /// The row, 1-based.
        row: usize,
        /// The item, 1-based.
        item: usize,
    },
    /// All answers to an item are equal.
    Constant {
        /// The item, 1-based.
        item: usize,
    },
    /// The sum of the items does not vary.
    Cancelling,
    /// An item is a linear combination of the others.
    Singular,
}

impl Items {
    /// The matrix of complete rows.
    ///
    /// # Errors
    ///
    /// If rows differ in length, an answer is not finite, or there are fewer than two responses.
    pub fn complete(mut rows: Vec<Vec<f64>>) -> Result<Self, ItemsError> {
        let items = rows.first().map_or(0, Vec::len);
        for (at, row) in rows.iter().enumerate() {
            if row.len() != items {
                return Err(ItemsError::Ragged { row: at + 1, found: row.len(), expected: items });
            }
            if let Some(item) = row.iter().position(|answer| !answer.is_finite()) {
                return Err(ItemsError::NotANumber { row: at + 1, item: item + 1 });
            }
        }
        if items == 0 {
            return Err(ItemsError::TooFewItems { found: 0, needed: 1 });
        }
        if rows.len() < 2 {
            return Err(ItemsError::TooFewResponses { found: rows.len(), needed: 2 });
        }
        rows.sort_unstable_by(|a, b| {
            a.iter().zip(b).map(|(x, y)| x.total_cmp(y)).find(|o| o.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
        Ok(Self { rows, items })
    }

    /// The number of responses, at least two.
    pub fn responses(&self) -> usize {
        self.rows.len()
    }

    /// The number of items, at least one.
    pub fn items(&self) -> usize {
        self.items
    }

    /// The answers, a row for each response, sorted.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// The answers to one item, in the order of the rows.
    pub fn answers(&self, item: usize) -> impl Iterator<Item = f64> {
        self.rows.iter().filter_map(move |row| row.get(item).copied())
    }

    /// Some of the items, in the given order; unknown items are left out.
    #[must_use]
    pub fn only(&self, items: &[usize]) -> Self {
        let rows: Vec<Vec<f64>> =
            self.rows.iter().map(|row| items.iter().filter_map(|&item| row.get(item).copied()).collect()).collect();
        let items = rows.first().map_or(0, Vec::len);
        Self { rows, items }
    }

    /// All items but one.
    #[must_use]
    pub fn without(&self, item: usize) -> Self {
        self.only(&(0..self.items).filter(|&other| other != item).collect::<Vec<_>>())
    }

    /// The mean of each item.
    #[expect(clippy::cast_precision_loss, reason = "counts of responses are far below 2^52")]
    pub fn means(&self) -> Vec<f64> {
        (0..self.items).map(|item| self.answers(item).sum::<f64>() / self.rows.len() as f64).collect()
    }

    /// Covariances with n − 1.
    #[expect(clippy::cast_precision_loss, reason = "counts of responses are far below 2^52")]
    pub fn covariance(&self) -> DMatrix<f64> {
        let means = self.means();
        let centred = DMatrix::from_fn(self.rows.len(), self.items, |row, item| {
            self.rows
                .get(row)
                .and_then(|r| r.get(item))
                .zip(means.get(item))
                .map_or(0.0, |(answer, mean)| answer - mean)
        });
        centred.tr_mul(&centred) / (self.rows.len() as f64 - 1.0)
    }

    /// Pearson correlations.
    ///
    /// # Errors
    ///
    /// If an item is constant.
    pub fn correlation(&self) -> Result<DMatrix<f64>, ItemsError> {
        let covariance = self.covariance();
        let sd: Vec<f64> = covariance.diagonal().iter().map(|variance| variance.sqrt()).collect();
        if let Some(item) = sd.iter().position(|sd| *sd <= 0.0) {
            return Err(ItemsError::Constant { item: item + 1 });
        }
        Ok(DMatrix::from_fn(
            self.items,
            self.items,
            |i, j| if i == j { 1.0 } else { covariance[(i, j)] / (sd[i] * sd[j]) },
        ))
    }

    /// Fails with [`ItemsError::TooFewItems`] if there are fewer than `needed`.
    pub(crate) fn at_least(&self, needed: usize) -> Result<(), ItemsError> {
        if self.items < needed { Err(ItemsError::TooFewItems { found: self.items, needed }) } else { Ok(()) }
    }
}

/// The inverse of a positive definite matrix, and the logarithm of its determinant.
///
/// # Errors
///
/// If the matrix is singular, or its determinant is below 1e-12.
pub(crate) fn inverse(matrix: &DMatrix<f64>) -> Result<(DMatrix<f64>, f64), ItemsError> {
    let cholesky = matrix.clone().cholesky().ok_or(ItemsError::Singular)?;
    let log_determinant = 2.0 * cholesky.l_dirty().diagonal().iter().map(|root| libm::log(*root)).sum::<f64>();
    if log_determinant.is_finite() && cholesky.l_dirty().diagonal().iter().all(|root| *root > 1e-6) {
        Ok((cholesky.inverse(), log_determinant))
    } else {
        Err(ItemsError::Singular)
    }
}

impl ItemsError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::TooFewResponses { found, needed } => say!("items-too-few-responses", found, needed),
            Self::TooFewItems { found, needed } => say!("items-too-few-items", found, needed),
            Self::Ragged { row, found, expected } => say!("items-ragged", row, found, expected),
            Self::NotANumber { row, item } => say!("items-not-a-number", row, item),
            Self::Constant { item } => say!("items-constant", item),
            Self::Cancelling => say!("items-cancelling"),
            Self::Singular => say!("items-singular"),
        }
    }
}

worded!(ItemsError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matrices_that_cannot_be_analysed_are_refused() {
        let check = |rows: Vec<Vec<f64>>, expected: ItemsError| assert_eq!(Items::complete(rows), Err(expected));
        check(vec![], ItemsError::TooFewItems { found: 0, needed: 1 });
        check(vec![vec![1.0]], ItemsError::TooFewResponses { found: 1, needed: 2 });
        check(vec![vec![1.0, 2.0], vec![1.0]], ItemsError::Ragged { row: 2, found: 1, expected: 2 });
        check(vec![vec![1.0, 2.0], vec![1.0, f64::NAN]], ItemsError::NotANumber { row: 2, item: 2 });
    }

    #[test]
    fn constant_and_dependent_items_have_no_correlation_to_invert() {
        let constant = Items::complete(vec![vec![1.0, 3.0], vec![2.0, 3.0]]).unwrap();
        assert_eq!(constant.correlation(), Err(ItemsError::Constant { item: 2 }));
        let doubled = Items::complete(vec![vec![1.0, 2.0], vec![2.0, 4.0], vec![4.0, 8.0]]).unwrap();
        assert_eq!(inverse(&doubled.correlation().unwrap()), Err(ItemsError::Singular));
    }

    #[test]
    fn the_order_of_responses_changes_no_bit() {
        let mut rows: Vec<Vec<f64>> =
            (0..50_u32).map(|i| vec![f64::from(i * 37 % 11) / 7.0, f64::from(i * 53 % 13) / 3.0]).collect();
        let forward = Items::complete(rows.clone()).unwrap().covariance();
        rows.reverse();
        assert_eq!(Items::complete(rows).unwrap().covariance(), forward);
    }
}
