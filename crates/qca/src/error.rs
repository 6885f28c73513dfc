//! The reasons why an analysis has no findings: unsuitable data, or a bug detected by the program itself.

use crate::certificate::Refuted;
use crate::space::SpaceError;

/// An analysis without findings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QcaError {
    /// A set is not among the memberships.
    #[error("analysis `{analysis}`: set `{set}` has no memberships; declare it under `sets`")]
    UnknownSet {
        /// The analysis.
        analysis: String,
        /// The set.
        set: String,
    },
    /// An expression names a set that is not a condition.
    #[error("analysis `{analysis}`: `{expression}` names `{set}`, which is no condition of the analysis")]
    NoCondition {
        /// The analysis.
        analysis: String,
        /// The expression.
        expression: String,
        /// The set.
        set: String,
    },
    /// A set does not have the level.
    #[error("analysis `{analysis}`: level {level} of `{set}` does not occur; its levels are 0 to {highest}")]
    NoLevel {
        /// The analysis.
        analysis: String,
        /// The set.
        set: String,
        /// The requested level.
        level: usize,
        /// The highest level.
        highest: usize,
    },
    /// A multi-value set has no level, or a fuzzy one has one.
    #[error("analysis `{analysis}`: `{literal}` {}", if *.multi_value { "needs a level, as in `A[1]`" } else { "has no levels; write the set or `~` and the set" })]
    Level {
        /// The analysis.
        analysis: String,
        /// The literal.
        literal: String,
        /// True if the set is multi-value.
        multi_value: bool,
    },
    /// An expression has too many terms.
    #[error("analysis `{analysis}`: written as a sum of terms `{expression}` is too large: take it apart")]
    TooLarge {
        /// The analysis.
        analysis: String,
        /// The expression.
        expression: String,
    },
    /// A row number is outside the truth table.
    #[error("analysis `{analysis}`: row {row} does not exist; rows are numbered 1 to {rows}")]
    NoRow {
        /// The analysis.
        analysis: String,
        /// The requested number.
        row: u64,
        /// The number of rows.
        rows: u64,
    },
    /// Memberships of one half occur and the study refuses them.
    #[error(
        "analysis `{analysis}`: {} within 0.0005 of 0.5 and the study says `at_crossover: refuse`: {}; move the anchors or choose warn, present, absent or drop",
        if cells.len() == 1 { "a membership lies".to_owned() } else { format!("{} memberships lie", cells.len()) },
        cells.join(", ")
    )]
    AtCrossover {
        /// The analysis.
        analysis: String,
        /// The cells as `case/condition`.
        cells: Vec<String>,
    },
    /// No condition remains.
    #[error("analysis `{analysis}`: no condition is left to explain the outcome")]
    NoConditions {
        /// The analysis.
        analysis: String,
    },
    /// No case remains.
    #[error("analysis `{analysis}`: no case is left to analyse")]
    NoCases {
        /// The analysis.
        analysis: String,
    },
    /// Prime implicants depend on the cases, so the truth table alone does not determine the solutions.
    #[error(
        "analysis `{analysis}`: `minimise: prime_implicant_consistency` asks the cases for every term, which ranges and sweeps over truth tables cannot; leave it out of the analysis they vary"
    )]
    ByCases {
        /// The analysis.
        analysis: String,
    },
    /// The independent check rejects a solution: a bug in the program, not a problem of the data.
    #[error(transparent)]
    Refuted(#[from] Refuted),
    /// Too many conditions.
    #[error("analysis `{analysis}`: {source}")]
    Space {
        /// The analysis.
        analysis: String,
        /// The limit that is exceeded.
        source: SpaceError,
    },
}
