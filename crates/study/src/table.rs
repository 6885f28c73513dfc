//! The typed table of cases from ingestion.

use crate::config::{ScoreSource, SetSpec};
use crate::detected::Detected;
use crate::text::Text;

/// The required type of a column.
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
    /// Trimmed texts.
    Texts(Vec<String>),
}

/// Measurement error of a column's values.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Uncertainty {
    /// No reliability available.
    #[default]
    Unknown,
    /// Their reliability, in [0, 1]: the share of their variance that is not error.
    Reliability(f64),
    /// The coders' scores, one list per case, in the order of the coders.
    Codings(Vec<Vec<f64>>),
}

/// A column with its name and source: a header, a construct and a coded condition may have the same name.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The header, the construct or the condition.
    pub name: String,
    /// The source.
    pub source: ScoreSource,
    /// The cells, one per case.
    pub cells: Cells,
    /// Their measurement error.
    pub uncertainty: Uncertainty,
    /// For a part of a larger table, the number of levels in the whole column, see [`levels`].
    pub levels: Option<usize>,
}

impl Column {
    /// A column of the file, without further information.
    pub fn of_file(name: String, cells: Cells) -> Self {
        Self { name, source: ScoreSource::Table, cells, uncertainty: Uncertainty::Unknown, levels: None }
    }

    /// True if a set takes its raw values from this column, by name and source.
    pub fn serves(&self, set: &SetSpec) -> bool {
        self.name == set.column && self.source == set.source
    }
}

/// Cases by columns, with the place of each case in the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CaseTable {
    /// The file's name, relative to `data/`, for messages.
    pub file: String,
    /// The ids of the cases, unique and not empty, in the file's order.
    pub cases: Vec<String>,
    /// The line of each case in the file, 1-based.
    pub lines: Vec<usize>,
    /// The rows that the study excludes, in natural order; they are in no column.
    pub excluded: Vec<ExcludedCase>,
    /// The columns that the study uses.
    pub columns: Vec<Column>,
    /// The detected properties of the file.
    pub detected: Detected,
}

/// A row of the file that the study excludes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcludedCase {
    /// The id.
    pub case: String,
    /// Its line in the file, 1-based.
    pub line: usize,
    /// The reason of the study.
    pub because: Text,
}

/// The result of reading a table of a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFound {
    /// The name in the study file.
    pub name: String,
    /// The detected properties of the file.
    pub detected: Detected,
    /// Number of rows.
    pub rows: usize,
}

impl CaseTable {
    /// True if the study excludes this case.
    pub fn excludes(&self, case: &str) -> bool {
        self.excluded.iter().any(|excluded| excluded.case == case)
    }

    /// The first column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The raw values of a set, if they are numbers.
    pub fn numbers(&self, set: &SetSpec) -> Option<&[f64]> {
        self.columns.iter().filter(|column| column.serves(set)).find_map(|column| match &column.cells {
            Cells::Numbers(numbers) => Some(numbers.as_slice()),
            Cells::Texts(_) => None,
        })
    }

    /// Number of levels of a set's column in the table of which this is a part, if it is one.
    pub fn levels(&self, set: &SetSpec) -> Option<usize> {
        self.columns.iter().find(|column| column.serves(set))?.levels
    }

    /// The raw values of a set, if they are texts.
    pub fn texts(&self, set: &SetSpec) -> Option<&[String]> {
        self.columns.iter().filter(|column| column.serves(set)).find_map(|column| match &column.cells {
            Cells::Texts(texts) => Some(texts.as_slice()),
            Cells::Numbers(_) => None,
        })
    }
}

/// Number of levels of values 0, 1, … without a gap, at least two; `None` for other values.
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
