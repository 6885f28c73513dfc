//! The reasons why a coincidence analysis cannot be run.

use equifinal_qca::QcaError;
use equifinal_qca::space::SpaceError;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// An error that keeps an analysis from its results.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainsError {
    /// Too many factors.
    Space {
        /// The analysis.
        chain: String,
        /// The reason.
        why: SpaceError,
    },
    /// A set that does not exist.
    NoSet {
        /// The analysis.
        chain: String,
        /// The set.
        set: String,
    },
    /// No case has a value of every factor.
    NoCase {
        /// The analysis.
        chain: String,
        /// Number of factors.
        factors: usize,
    },
    /// No configuration has enough cases.
    Rare {
        /// The analysis.
        chain: String,
        /// The fewest cases that the study asks for.
        frequency: usize,
    },
    /// A value that no factor has.
    NoValue {
        /// The analysis.
        chain: String,
        /// The literal.
        literal: String,
        /// The values that exist.
        values: String,
    },
    /// A truth table that cannot be minimised.
    Minimised(#[from] QcaError),
    /// A model that the program's own check rejects.
    Refuted {
        /// The analysis.
        chain: String,
        /// The model.
        model: String,
        /// The reason.
        flaw: String,
    },
}

impl ChainsError {
    /// True if the program's own check rejects a result: a bug, not a problem of the data.
    pub fn is_bug(&self) -> bool {
        matches!(self, Self::Refuted { .. } | Self::Minimised(QcaError::Refuted(_)))
    }

    /// The message of the error.
    pub fn message(&self) -> Message {
        match self {
            Self::Space { chain, why } => say!("chain-too-wide", chain, why = why.message()),
            Self::NoSet { chain, set } => say!("chain-no-set", chain, set),
            Self::NoCase { chain, factors } => say!("chain-no-case", chain, factors),
            Self::Rare { chain, frequency } => say!("chain-rare", chain, frequency),
            Self::NoValue { chain, literal, values } => say!("chain-no-value", chain, literal, values),
            Self::Minimised(error) => error.message(),
            Self::Refuted { chain, model, flaw } => say!("chain-refuted", chain, model, flaw),
        }
    }
}

worded!(ChainsError);
