//! Errors in values that cannot be calibrated, collected over all sets.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

use equifinal_study::config::{Anchors, SetSpec};
use equifinal_study::table::CaseTable;

/// Maximum number of printed cells per set; the rest is counted.
const PRINTED_PER_SET: usize = 3;

/// The problem with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A column given as fuzzy holds a value outside [0, 1].
    NoMembership,
    /// A column given as crisp holds a value other than 0 and 1.
    NotCrisp,
    /// A column given as multi-value holds a value that is not a level.
    NoLevel,
    /// A value is not listed in `recode`.
    NoCode {
        /// The listed values, quoted.
        known: String,
        /// True if cells without a value are among them.
        has_missing: bool,
    },
    /// A column of an order of events holds a value other than 1, 0 and "-".
    NotOrder,
    /// A value has no logarithm.
    NoLogarithm,
    /// A value is below the lowest of the scale.
    BelowLowest {
        /// The lowest value.
        lowest: String,
    },
}

/// A cell with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The line in the file, 1-based.
    pub line: usize,
    /// The id of the case.
    pub case: String,
    /// The value, as text.
    pub value: String,
}

/// Why one set cannot be calibrated.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CalibrateError {
    /// Cells cannot be calibrated.
    Cells {
        /// The set.
        set: String,
        /// Its column.
        column: String,
        /// The problem with each cell.
        fault: Fault,
        /// The cells, by line.
        cells: Vec<Cell>,
    },
    /// No case has one of the levels below the highest.
    LevelsMissing {
        /// The set.
        set: String,
        /// Its column.
        column: String,
        /// The first levels without a case.
        missing: Vec<usize>,
        /// The highest level.
        highest: usize,
    },
    /// No case has a value.
    NoValue {
        /// The set.
        set: String,
        /// Its column.
        column: String,
    },
    /// Percentiles of the cases coincide.
    AnchorsCoincide {
        /// The set.
        set: String,
        /// Its column.
        column: String,
        /// The requested percentiles.
        percents: Anchors,
        /// The values at these percentiles.
        anchors: Anchors,
    },
    /// Anchors neither rise nor fall from exclusion over crossover to inclusion.
    AnchorsOutOfOrder {
        /// The set.
        set: String,
        /// The anchors.
        anchors: Anchors,
    },
    /// Every case has the same value.
    OneValue {
        /// The set.
        set: String,
        /// Its column.
        column: String,
        /// The value.
        value: f64,
    },
    /// All values lie on one side of the thresholds.
    OneGroup {
        /// The set.
        set: String,
        /// Its column.
        column: String,
        /// The smallest and the largest value.
        range: [f64; 2],
    },
    /// The regression of an indirect calibration does not converge.
    NoRegression {
        /// The set.
        set: String,
        /// Its column.
        column: String,
    },
    /// A composite refers to a level that its part does not have.
    NoSuchLevel {
        /// The composite.
        set: String,
        /// The part.
        part: String,
        /// The level.
        level: usize,
        /// The number of levels of the part.
        levels: usize,
    },
    /// The table lacks the column of a set, or holds it as another kind.
    NoColumn {
        /// The set.
        set: String,
        /// Its column.
        column: String,
    },
}

impl CalibrateError {
    /// Cells at these positions of the table, sorted by line.
    pub(crate) fn cells(table: &CaseTable, spec: &SetSpec, fault: Fault, cells: Vec<(usize, String)>) -> Self {
        let mut cells: Vec<Cell> = cells
            .into_iter()
            .map(|(case, value)| Cell {
                line: table.lines.get(case).copied().unwrap_or_default(),
                case: table.cases.get(case).cloned().unwrap_or_default(),
                value,
            })
            .collect();
        cells.sort_by_key(|cell| cell.line);
        Self::Cells { set: spec.name.clone(), column: spec.column.clone(), fault, cells }
    }
}

fn printed(set: &str, column: &str, fault: &Fault, cells: &[Cell]) -> Vec<Message> {
    let line = |Cell { line, case, value }: &Cell| say!("cell", line, column, case, value, fault, set);
    let mut lines: Vec<Message> = cells.iter().take(PRINTED_PER_SET).map(line).collect();
    if cells.len() > PRINTED_PER_SET {
        lines.push(say!("more-cells", column, more = cells.len() - PRINTED_PER_SET, set));
    }
    lines
}

fn named(levels: &[usize]) -> Message {
    Message::list(levels.iter().map(|level| Message::verbatim(level.to_string())))
}

/// The errors that prevent the calibration of a study's sets, at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct CalibrateErrors {
    /// The file of the cases, relative to `data/`.
    pub file: String,
    /// One error per set, in the order of the study file.
    pub errors: Vec<CalibrateError>,
}

impl CalibrateErrors {
    /// The messages for the user, a line each.
    pub fn lines(&self) -> Vec<Message> {
        let lines = self.errors.iter().flat_map(|error| match error {
            CalibrateError::Cells { set, column, fault, cells } => printed(set, column, fault, cells),
            other => vec![other.message()],
        });
        lines.map(|line| Message::verbatim(format!("{}: ", self.file)).then(line)).collect()
    }

    /// The message for the user.
    pub fn message(&self) -> Message {
        Message::lines(self.lines())
    }
}

worded!(CalibrateErrors);

impl std::error::Error for CalibrateErrors {}

impl Fault {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NoMembership => say!("no-membership"),
            Self::NotCrisp => say!("not-crisp"),
            Self::NotOrder => say!("not-order"),
            Self::NoLevel => say!("no-level"),
            Self::NoCode { known, has_missing } => {
                say!("no-code", known, remedy = if *has_missing { say!("missing-remedy") } else { Message::empty() })
            }
            Self::NoLogarithm => say!("no-logarithm"),
            Self::BelowLowest { lowest } => say!("below-lowest", lowest),
        }
    }
}

impl CalibrateError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Cells { set, column, fault, cells } => Message::lines(printed(set, column, fault, cells)),
            Self::LevelsMissing { set, column, missing, highest } => {
                say!("levels-missing", column, highest, named = named(missing), set)
            }
            Self::NoValue { set, column } => say!("no-value", column, set),
            Self::AnchorsCoincide { set, column, percents, anchors } => say!(
                "anchors-coincide",
                column,
                exclusion = percents.exclusion,
                crossover = percents.crossover,
                inclusion = percents.inclusion,
                exclusion_2 = anchors.exclusion,
                crossover_2 = anchors.crossover,
                inclusion_2 = anchors.inclusion,
                set
            ),
            Self::AnchorsOutOfOrder { set, anchors } => say!(
                "anchors-out-of-order",
                set,
                exclusion = anchors.exclusion,
                crossover = anchors.crossover,
                inclusion = anchors.inclusion
            ),
            Self::OneValue { set, column, value } => say!("one-value", column, value, set),
            Self::OneGroup { set, column, range } => {
                say!("one-group", column, range = range[0], range_2 = range[1], set)
            }
            Self::NoRegression { set, column } => say!("no-regression", column, set),
            Self::NoSuchLevel { set, part, level, levels } => {
                say!("no-such-level", set, part, level, levels = levels - 1)
            }
            Self::NoColumn { set, column } => say!("no-column", column, set),
        }
    }
}

worded!(Fault, CalibrateError);
