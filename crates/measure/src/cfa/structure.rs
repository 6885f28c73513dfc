//! Which item loads on which factor, and why a model cannot be estimated.

use crate::items::ItemsError;

/// Items that each load on one factor, and factors that may all correlate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// The factor of each item, from 0 and without gaps.
    pub(super) factor_of: Vec<usize>,
    pub(super) factors: usize,
}

/// The reasons why a model cannot be estimated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CfaError {
    /// The data are not suitable.
    #[error(transparent)]
    Items(#[from] ItemsError),
    /// The structure has another number of items than the data.
    #[error("the structure places {placed} items where the data hold {found}")]
    Mismatch {
        /// Items in the structure.
        placed: usize,
        /// Items in the data.
        found: usize,
    },
    /// A factor has no items.
    #[error("factor {factor} has no item: number factors without gaps")]
    Empty {
        /// The factor, 1-based.
        factor: usize,
    },
    /// The data do not determine all parameters.
    #[error("factor {factor} has {items} items: {needed} are needed for loadings that the data determine")]
    NotIdentified {
        /// The factor, 1-based.
        factor: usize,
        /// Its items.
        items: usize,
        /// The number of items that it needs.
        needed: usize,
    },
    /// The estimates did not converge.
    #[error(
        "maximum likelihood did not settle in {rounds} rounds: the model does not suit the data, or the sample is too small"
    )]
    NotSettled {
        /// The number of iterations.
        rounds: usize,
    },
}

impl Structure {
    /// The structure with the factor of each item, counted from 0.
    ///
    /// # Errors
    ///
    /// For a factor without items, with one item, or with two items and no other factor.
    pub fn new(factor_of: Vec<usize>) -> Result<Self, CfaError> {
        let factors = factor_of.iter().max().map_or(0, |last| last + 1);
        let needed = if factors == 1 { 3 } else { 2 };
        for factor in 0..factors {
            match factor_of.iter().filter(|&&of| of == factor).count() {
                0 => return Err(CfaError::Empty { factor: factor + 1 }),
                items if items < needed => return Err(CfaError::NotIdentified { factor: factor + 1, items, needed }),
                _ => {}
            }
        }
        Ok(Self { factor_of, factors })
    }

    /// One factor for all of `items` items.
    ///
    /// # Errors
    ///
    /// For fewer than three items.
    pub fn single(items: usize) -> Result<Self, CfaError> {
        Self::new(vec![0; items])
    }
}
