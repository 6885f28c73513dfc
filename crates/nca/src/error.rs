//! Data that allow no necessary condition analysis.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use thiserror::Error;

/// Data that allow no necessary condition analysis of a condition.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum NcaError {
    /// Fewer than two cases.
    TooFewCases {
        /// The number of cases.
        cases: usize,
    },
    /// All cases have the same value of the condition, and no theoretical scope is stated.
    ConstantCondition {
        /// The value.
        value: f64,
    },
    /// All cases have the same value of the outcome, and no theoretical scope is stated.
    ConstantOutcome {
        /// The value.
        value: f64,
    },
    /// A value that is not finite.
    NotFinite {
        /// The place of the case, counted from 1.
        case: usize,
    },
    /// A theoretical scope that is not a range.
    ScopeReversed {
        /// The first value.
        low: f64,
        /// The second value.
        high: f64,
    },
    /// A theoretical scope that leaves out cases.
    ScopeTooNarrow {
        /// The lowest value of the scope.
        low: f64,
        /// The highest value of the scope.
        high: f64,
        /// The lowest value of the cases.
        least: f64,
        /// The highest value of the cases.
        most: f64,
    },
    /// Ranges whose product or difference exceeds what a double can hold.
    TooWide,
}

impl NcaError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::TooFewCases { cases } => say!("nca-too-few-cases", cases),
            Self::ConstantCondition { value } => say!("nca-constant-condition", value),
            Self::ConstantOutcome { value } => say!("nca-constant-outcome", value),
            Self::NotFinite { case } => say!("nca-not-finite", case),
            Self::ScopeReversed { low, high } => say!("nca-scope-reversed", low, high),
            Self::ScopeTooNarrow { low, high, least, most } => say!("nca-scope-too-narrow", low, high, least, most),
            Self::TooWide => say!("nca-too-wide"),
        }
    }
}

worded!(NcaError);
