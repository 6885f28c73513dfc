//! The typed table of cases from ingestion.

use std::borrow::Cow;

use crate::config::{MissingRule, ScoreSource, SetSpec, SetTime};
use crate::detected::Detected;
use crate::missing::{are_same, is_missing, known};
use crate::panel::Panel;
use crate::periods::StepUnit;
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
#[derive(Debug, Clone)]
pub enum Cells {
    /// Finite numbers, or [`MISSING`](crate::missing::MISSING).
    Numbers(Vec<f64>),
    /// Trimmed texts, with the places of those that are not a value, ascending: empty cells, and codes that the file
    /// declares missing.
    Texts(Vec<String>, Vec<usize>),
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Numbers(some), Self::Numbers(others)) => are_same(some, others),
            (Self::Texts(some, missing), Self::Texts(others, more)) => some == others && missing == more,
            _ => false,
        }
    }
}

impl Cells {
    /// The places of the cells that are not a value, ascending.
    pub fn missing(&self) -> Vec<usize> {
        match self {
            Self::Numbers(numbers) => (0..numbers.len()).filter(|&case| is_missing(numbers[case])).collect(),
            Self::Texts(_, missing) => missing.clone(),
        }
    }

    /// Those of the cases at these positions, in this order.
    fn picked(&self, order: &[usize]) -> Self {
        match self {
            Self::Numbers(numbers) => Self::Numbers(pick(numbers, order)),
            Self::Texts(texts, missing) => {
                let places = order.iter().enumerate().filter(|(_, at)| missing.binary_search(at).is_ok());
                Self::Texts(pick(texts, order), places.map(|(place, _)| place).collect())
            }
        }
    }
}

fn pick<T: Clone>(values: &[T], order: &[usize]) -> Vec<T> {
    order.iter().filter_map(|&at| values.get(at)).cloned().collect()
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
    /// The labels that the file gives to codes: each code with its label.
    pub labels: Vec<(String, String)>,
    /// For scores taken from other periods, the periods and what is not there.
    pub timed: Option<Timed>,
}

/// Scores taken from other periods of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timed {
    /// The period, or the periods between the scores.
    pub time: SetTime,
    /// The length of one period and its unit; `None` for a fixed period.
    pub step: Option<(i64, StepUnit)>,
    /// Number of cases without a score because their unit is no case in that period.
    pub no_period: usize,
    /// Number of cases without a score because a cell has no value.
    pub no_value: usize,
    /// Number of cases whose growth would be divided by 0.
    pub zero: usize,
}

impl Timed {
    /// Number of cases without a score.
    pub fn lacking(&self) -> usize {
        self.no_period + self.no_value + self.zero
    }
}

impl Column {
    /// A column of the file, without further information.
    pub fn of_file(name: String, cells: Cells) -> Self {
        let (uncertainty, levels, labels) = (Uncertainty::Unknown, None, Vec::new());
        Self { name, source: ScoreSource::Table, cells, uncertainty, levels, labels, timed: None }
    }

    /// The label that the file gives to a code.
    pub fn label(&self, code: &str) -> Option<&str> {
        self.labels.iter().find(|(known, _)| known == code).map(|(_, label)| label.as_str())
    }

    /// True if a set takes its raw values from this column, by name, source and period.
    pub fn serves(&self, set: &SetSpec) -> bool {
        self.name == set.column && self.source == set.source && self.time() == set.time.as_ref()
    }

    /// The period of its scores, if they are taken from other periods.
    pub fn time(&self) -> Option<&SetTime> {
        self.timed.as_ref().map(|timed| &timed.time)
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
    /// The unit and the period of each case, if the table is a panel.
    pub panel: Option<Panel>,
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

    /// The raw values of a set, if they are numbers: imputed where the set says so, otherwise missing where the file
    /// has none.
    pub fn numbers(&self, set: &SetSpec) -> Option<Cow<'_, [f64]>> {
        let numbers =
            self.columns.iter().filter(|column| column.serves(set)).find_map(|column| match &column.cells {
                Cells::Numbers(numbers) => Some(numbers.as_slice()),
                Cells::Texts(..) => None,
            })?;
        let imputed = set.missing.as_ref().and_then(MissingRule::number);
        let Some(imputed) = imputed.filter(|_| numbers.iter().any(|&number| is_missing(number))) else {
            return Some(Cow::Borrowed(numbers));
        };
        let filled = |&number: &f64| if is_missing(number) { imputed } else { number };
        Some(Cow::Owned(numbers.iter().map(filled).collect()))
    }

    /// True if the file has no value of a set for this case, by its index.
    pub fn lacks(&self, set: &SetSpec, case: usize) -> bool {
        self.columns.iter().filter(|column| column.serves(set)).any(|column| match &column.cells {
            Cells::Numbers(numbers) => numbers.get(case).is_some_and(|&number| is_missing(number)),
            Cells::Texts(_, missing) => missing.binary_search(&case).is_ok(),
        })
    }

    /// The cases at these positions, in this order, with the columns for which `wanted` is true.
    #[must_use]
    pub fn picked(&self, order: &[usize], wanted: impl Fn(&Column) -> bool) -> Self {
        let column = |column: &Column| Column {
            name: column.name.clone(),
            source: column.source.clone(),
            cells: column.cells.picked(order),
            uncertainty: match &column.uncertainty {
                Uncertainty::Codings(given) => Uncertainty::Codings(pick(given, order)),
                other => other.clone(),
            },
            labels: column.labels.clone(),
            timed: column.timed.clone(),
            levels: column.levels.or_else(|| match &column.cells {
                Cells::Numbers(numbers) => levels(numbers),
                Cells::Texts(..) => None,
            }),
        };
        Self {
            file: self.file.clone(),
            cases: pick(&self.cases, order),
            lines: pick(&self.lines, order),
            excluded: self.excluded.clone(),
            columns: self.columns.iter().filter(|column| wanted(column)).map(column).collect(),
            panel: self.panel.as_ref().map(|panel| panel.picked(order)),
            detected: self.detected.clone(),
        }
    }

    /// Number of levels of a set's column in the table of which this is a part, if it is one.
    pub fn levels(&self, set: &SetSpec) -> Option<usize> {
        self.columns.iter().find(|column| column.serves(set))?.levels
    }

    /// The raw values of a set, if they are texts, with the places of those that are not a value.
    pub fn texts(&self, set: &SetSpec) -> Option<(&[String], &[usize])> {
        self.columns.iter().filter(|column| column.serves(set)).find_map(|column| match &column.cells {
            Cells::Texts(texts, missing) => Some((texts.as_slice(), missing.as_slice())),
            Cells::Numbers(_) => None,
        })
    }
}

/// Number of levels of values 0, 1, … without a gap, at least two; `None` for other values. Missing ones do not count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and below the number of values")]
pub fn levels(values: &[f64]) -> Option<usize> {
    let mut held = vec![false; values.len()];
    for value in known(values) {
        let whole = value >= 0.0 && libm::trunc(value) == value;
        *held.get_mut(value as usize).filter(|_| whole)? = true;
    }
    let levels = held.iter().rposition(|held| *held)? + 1;
    held.iter().take(levels).all(|held| *held).then_some(levels.max(2))
}
