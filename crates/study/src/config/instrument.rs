//! Instruments: the codebook of a table of responses.

use std::collections::BTreeMap;

/// The codebook of one table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Instrument {
    /// The scales by name.
    pub scales: BTreeMap<String, Scale>,
    /// Cells that stand for no answer; numbers as they are written in the file.
    pub missing: Vec<String>,
    /// Cells that stand for a question that did not apply: structural, never imputed.
    pub skipped: Vec<String>,
    /// The questions, in the file's order.
    pub items: Vec<Item>,
    /// Columns that never leave ingestion, besides those that it recognises itself.
    pub private: Vec<ColumnRef>,
}

/// The labels of a scale with their codes, in the file's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scale {
    /// A label as it stands in the cells, and its finite code.
    pub codes: Vec<(String, f64)>,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The name that constructs and rules use.
    pub name: String,
    /// Where its answers stand.
    pub column: ColumnRef,
    /// What an answer is.
    pub kind: ItemKind,
    /// The scale that turns labels into codes, by name.
    pub scale: Option<String>,
    /// Whether agreement speaks against the construct; scoring turns it round, reading does not.
    pub reversed: bool,
    /// Whether the answers must not leave ingestion.
    pub private: bool,
}

/// Where the answers of a question stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnRef {
    /// The column, or the group of columns, with this header.
    Header(String),
    /// The column at this place, counted from 1.
    Index(usize),
    /// The column, or the group of columns, whose header this regular expression finds.
    Matches(String),
}

/// What an answer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// One of several options.
    Single,
    /// Any number of options, in one cell or in a column each.
    Multiple {
        /// What stands between the options of one cell; that of the platform where absent.
        separator: Option<String>,
    },
    /// A step of a rating scale.
    Scale,
    /// A number.
    Number,
    /// A day, with or without a time.
    Date,
    /// Free text: kept only because the codebook names it.
    Text,
    /// Options in order of preference.
    Ranking {
        /// What stands between the options of one cell; that of the platform where absent.
        separator: Option<String>,
    },
}
