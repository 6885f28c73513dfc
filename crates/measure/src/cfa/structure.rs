//! Which item loads on which factor, and why a model cannot be estimated.

use crate::items::ItemsError;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

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
    Items(#[from] ItemsError),
    /// The structure has another number of items than the data.
    Mismatch {
        /// Items in the structure.
        placed: usize,
        /// Items in the data.
        found: usize,
    },
    /// A factor has no items.
    Empty {
        /// The factor, 1-based.
        factor: usize,
    },
    /// The data do not determine all parameters.
    NotIdentified {
        /// The factor, 1-based.
        factor: usize,
        /// Its items.
        items: usize,
        /// The number of items that it needs.
        needed: usize,
    },
    /// The estimates did not converge.
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

impl CfaError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Items(source) => source.message(),
            Self::Mismatch { placed, found } => say!("cfa-mismatch", placed, found),
            Self::Empty { factor } => say!("cfa-empty", factor),
            Self::NotIdentified { factor, items, needed } => say!("cfa-not-identified", factor, items, needed),
            Self::NotSettled { rounds } => say!("cfa-not-settled", rounds),
        }
    }
}

worded!(CfaError);
