//! Instruments: the codebook of a table of responses.

use std::collections::BTreeMap;

/// The codebook of one table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Instrument {
    /// The scales by name.
    pub scales: BTreeMap<String, Scale>,
    /// Cells that mean "no answer"; numbers as written in the file.
    pub missing: Vec<String>,
    /// Cells that mean "not applicable": structurally missing, never imputed.
    pub skipped: Vec<String>,
    /// The questions, in the file's order.
    pub items: Vec<Item>,
    /// Columns that are never passed on, besides those detected as private.
    pub private: Vec<ColumnRef>,
}

/// The labels of a scale with their codes, in the file's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scale {
    /// A label as in the cells, and its finite code.
    pub codes: Vec<(String, f64)>,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The name that constructs and rules use.
    pub name: String,
    /// The location of its answers.
    pub column: ColumnRef,
    /// The kind of answer.
    pub kind: ItemKind,
    /// The scale that gives codes to labels, by name.
    pub scale: Option<String>,
    /// True for a reverse-worded item; scoring reverses its codes, reading does not.
    pub reversed: bool,
    /// True if the answers are never passed on.
    pub private: bool,
}

/// The location of the answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnRef {
    /// The column, or the group of columns, with this header.
    Header(String),
    /// The column with this number, from 1.
    Index(usize),
    /// The column, or the group of columns, whose header matches this regular expression.
    Matches(String),
}

/// Kinds of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// One of several options.
    Single,
    /// Any number of options, in one cell or in a column each.
    Multiple {
        /// The separator between options in one cell; the platform's by default.
        separator: Option<String>,
    },
    /// A point on a rating scale.
    Scale,
    /// A number.
    Number,
    /// A day, with or without a time.
    Date,
    /// Free text: kept only if the codebook names it.
    Text,
    /// Options in order of preference.
    Ranking {
        /// The separator between options in one cell; the platform's by default.
        separator: Option<String>,
    },
}

impl ItemKind {
    /// The word of a codebook for this kind.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple { .. } => "multiple",
            Self::Scale => "scale",
            Self::Number => "number",
            Self::Date => "date",
            Self::Text => "text",
            Self::Ranking { .. } => "ranking",
        }
    }
}
