//! The reasons why a coincidence analysis cannot be run.

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
    /// A value that no factor has.
    NoValue {
        /// The analysis.
        chain: String,
        /// The literal.
        literal: String,
        /// The values that exist.
        values: String,
    },
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
    /// The message of the error.
    pub fn message(&self) -> Message {
        match self {
            Self::Space { chain, why } => say!("chain-too-wide", chain, why = why.message()),
            Self::NoSet { chain, set } => say!("chain-no-set", chain, set),
            Self::NoCase { chain, factors } => say!("chain-no-case", chain, factors),
            Self::NoValue { chain, literal, values } => say!("chain-no-value", chain, literal, values),
            Self::Refuted { chain, model, flaw } => say!("chain-refuted", chain, model, flaw),
        }
    }
}

worded!(ChainsError);
