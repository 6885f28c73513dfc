//! Data that allow no necessary condition analysis.

use thiserror::Error;

/// Data that allow no necessary condition analysis of a condition.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum NcaError {
    /// Fewer than two cases.
    #[error("{cases} case has values of both condition and outcome: at least 2 are needed")]
    TooFewCases {
        /// The number of cases.
        cases: usize,
    },
    /// All cases have the same value of the condition, and no theoretical scope is stated.
    #[error(
        "all cases have the condition {value}, so nothing can be said of other values: state its `scope`, or leave it out"
    )]
    ConstantCondition {
        /// The value.
        value: f64,
    },
    /// All cases have the same value of the outcome, and no theoretical scope is stated.
    #[error(
        "all cases have the outcome {value}, so nothing can be said of other values: state its `scope`, or choose another"
    )]
    ConstantOutcome {
        /// The value.
        value: f64,
    },
    /// A value that is not finite.
    #[error("case {case} (counted from 1) has a value that is not a finite number")]
    NotFinite {
        /// The place of the case, counted from 1.
        case: usize,
    },
    /// A theoretical scope that is not a range.
    #[error("the scope [{low}, {high}] is not a range: write the lowest possible value first, then the highest")]
    ScopeReversed {
        /// The first value.
        low: f64,
        /// The second value.
        high: f64,
    },
    /// A theoretical scope that leaves out cases.
    #[error("the scope [{low}, {high}] leaves out values from {least} to {most} of the cases: widen it")]
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
    #[error("the values span a range that is too wide to compute with: express them in larger units")]
    TooWide,
}
