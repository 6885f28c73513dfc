//! The typed table of cases that ingestion hands to the later stages.

use crate::config::{ScoreSource, SetSpec};
use crate::detected::Detected;

/// What a column is wanted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnKind {
    /// Every cell must be a finite number.
    Number,
    /// Cells are kept as text (for `recode`).
    Text,
}

/// The cells of one column, in the order of the cases.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// Finite numbers.
    Numbers(Vec<f64>),
    /// Texts, trimmed of blanks around them.
    Texts(Vec<String>),
}

/// How far the values of a column may be off.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Uncertainty {
    /// Nothing is known of it.
    #[default]
    Unknown,
    /// Their reliability, in [0, 1]: the share of their variance that is no error.
    Reliability(f64),
    /// What each coder gave, a list a case in the order of the coders.
    Codings(Vec<Vec<f64>>),
}

/// A column by its name and what it is one of: a header, a construct and a coded condition may have the same name.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The header, the construct or the condition.
    pub name: String,
    /// What it is one of.
    pub source: ScoreSource,
    /// The cells, one a case.
    pub cells: Cells,
    /// How far they may be off.
    pub uncertainty: Uncertainty,
    /// Where the table is a part of another and the whole column holds levels: how many, see [`levels`].
    pub levels: Option<usize>,
}

impl Column {
    /// A column of the file, of which nothing more is known.
    pub fn of_file(name: String, cells: Cells) -> Self {
        Self { name, source: ScoreSource::Table, cells, uncertainty: Uncertainty::Unknown, levels: None }
    }

    /// Whether a set takes its raw values from here, as far as the names go.
    pub fn serves(&self, set: &SetSpec) -> bool {
        self.name == set.column && self.source == set.source
    }
}

/// Cases by columns, with the place in the file each case came from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CaseTable {
    /// The file's name, relative to `data/`, for messages.
    pub file: String,
    /// The ids of the cases, unique and not empty, in the file's order.
    pub cases: Vec<String>,
    /// The line of each case in the file, 1-based.
    pub lines: Vec<usize>,
    /// The columns that the study uses.
    pub columns: Vec<Column>,
    /// What was found out about the file.
    pub detected: Detected,
}

/// What reading a table of a study found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFound {
    /// The name in the study file.
    pub name: String,
    /// What was found out about the file.
    pub detected: Detected,
    /// Rows of data.
    pub rows: usize,
}

impl CaseTable {
    /// The first column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The raw values of a set, where they are numbers.
    pub fn numbers(&self, set: &SetSpec) -> Option<&[f64]> {
        self.columns.iter().filter(|column| column.serves(set)).find_map(|column| match &column.cells {
            Cells::Numbers(numbers) => Some(numbers.as_slice()),
            Cells::Texts(_) => None,
        })
    }

    /// How many levels the column of a set has in the table that this is a part of, where it is one.
    pub fn levels(&self, set: &SetSpec) -> Option<usize> {
        self.columns.iter().find(|column| column.serves(set))?.levels
    }

    /// The raw values of a set, where they are texts.
    pub fn texts(&self, set: &SetSpec) -> Option<&[String]> {
        self.columns.iter().filter(|column| column.serves(set)).find_map(|column| match &column.cells {
            Cells::Texts(texts) => Some(texts.as_slice()),
            Cells::Numbers(_) => None,
        })
    }
}

/// How many levels values have that are 0, 1, … without a gap, two at least; nothing where they are others.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and below the number of values")]
pub fn levels(values: &[f64]) -> Option<usize> {
    let mut held = vec![false; values.len()];
    for &value in values {
        let whole = value >= 0.0 && libm::trunc(value) == value;
        *held.get_mut(value as usize).filter(|_| whole)? = true;
    }
    let levels = held.iter().rposition(|held| *held)? + 1;
    held.iter().take(levels).all(|held| *held).then_some(levels.max(2))
}
