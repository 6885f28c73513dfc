//! The reasons why an analysis has no findings: unsuitable data, or a bug detected by the program itself.

use crate::certificate::Refuted;
use crate::space::SpaceError;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// An analysis without findings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QcaError {
    /// A set is not among the memberships.
    UnknownSet {
        /// The analysis.
        analysis: String,
        /// The set.
        set: String,
    },
    /// An expression names a set that is not a condition.
    NoCondition {
        /// The analysis.
        analysis: String,
        /// The expression.
        expression: String,
        /// The set.
        set: String,
    },
    /// A set does not have the level.
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
    Level {
        /// The analysis.
        analysis: String,
        /// The literal.
        literal: String,
        /// True if the set is multi-value.
        multi_value: bool,
    },
    /// An expression has too many terms.
    TooLarge {
        /// The analysis.
        analysis: String,
        /// The expression.
        expression: String,
    },
    /// A row number is outside the truth table.
    NoRow {
        /// The analysis.
        analysis: String,
        /// The requested number.
        row: u64,
        /// The number of rows.
        rows: u64,
    },
    /// An output set by hand whose expression names no observed row.
    OutputWithoutRow {
        /// The analysis.
        analysis: String,
        /// The expression.
        rows: String,
    },
    /// Two outputs set by hand for the same row.
    OutputsOverlap {
        /// The analysis.
        analysis: String,
        /// The number of the row.
        row: u64,
        /// The two expressions.
        rows: Box<[String; 2]>,
    },
    /// Memberships of one half occur and the study refuses them.
    AtCrossover {
        /// The analysis.
        analysis: String,
        /// The cells as `case/condition`.
        cells: Vec<String>,
    },
    /// No condition remains.
    NoConditions {
        /// The analysis.
        analysis: String,
    },
    /// No case remains.
    NoCases {
        /// The analysis.
        analysis: String,
    },
    /// Prime implicants depend on the cases, so the truth table alone does not determine the solutions.
    ByCases {
        /// The analysis.
        analysis: String,
    },
    /// The independent check rejects a solution: a bug in the program, not a problem of the data.
    Refuted(#[from] Refuted),
    /// Too many conditions.
    Space {
        /// The analysis.
        analysis: String,
        /// The limit that is exceeded.
        source: SpaceError,
    },
}

impl QcaError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownSet { analysis, set } => say!("qca-unknown-set", analysis, set),
            Self::NoCondition { analysis, expression, set } => say!("qca-no-condition", analysis, expression, set),
            Self::NoLevel { analysis, set, level, highest } => say!("qca-no-level", analysis, level, set, highest),
            Self::Level { analysis, literal, multi_value } => say!(
                "qca-level",
                analysis,
                literal,
                advice = if *multi_value { say!("needs-level") } else { say!("without-levels") }
            ),
            Self::TooLarge { analysis, expression } => say!("qca-too-large", analysis, expression),
            Self::NoRow { analysis, row, rows } => say!("qca-no-row", analysis, row, rows),
            Self::OutputWithoutRow { analysis, rows } => say!("qca-output-without-row", analysis, rows),
            Self::OutputsOverlap { analysis, row, rows } => {
                let [one, other] = &**rows;
                say!("qca-outputs-overlap", analysis, row, one, other)
            }
            Self::AtCrossover { analysis, cells } => {
                say!("qca-at-crossover", analysis, memberships = cells.len(), cells = listed(cells))
            }
            Self::NoConditions { analysis } => say!("qca-no-conditions", analysis),
            Self::NoCases { analysis } => say!("qca-no-cases", analysis),
            Self::ByCases { analysis } => say!("qca-by-cases", analysis),
            Self::Refuted(source) => source.message(),
            Self::Space { analysis, source } => say!("qca-space", analysis, source),
        }
    }
}

worded!(QcaError);

/// Cells as a list.
fn listed(cells: &[String]) -> Message {
    Message::list(cells.iter().map(|cell| Message::verbatim(cell.as_str())))
}
