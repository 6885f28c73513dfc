//! Errors in values that cannot be calibrated, collected over all sets.

use std::fmt;

use equifinal_study::config::{Anchors, SetSpec};
use equifinal_study::table::CaseTable;

/// Maximum number of printed cells per set; the rest is counted.
const PRINTED_PER_SET: usize = 20;

/// The remedies for cells without a value in a recoded column.
const MISSING_REMEDY: &str = "; for a cell without a value list it too, or give the set `missing: drop` (the case \
                              leaves the analyses that use the set) or `missing: {impute: {value: …, because: \"…\"}}`";

/// The problem with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A column given as fuzzy holds a value outside [0, 1].
    #[error("no membership; a set given as fuzzy holds values from 0 to 1")]
    NoMembership,
    /// A column given as crisp holds a value other than 0 and 1.
    #[error("neither 0 nor 1; a set given as crisp holds nothing else")]
    NotCrisp,
    /// A column given as multi-value holds a value that is not a level.
    #[error("no level; a set given as multivalue holds whole numbers from 0")]
    NoLevel,
    /// A value is not listed in `recode`.
    #[error("not recoded; known values are {known}{}", if *.has_missing { MISSING_REMEDY } else { "" })]
    NoCode {
        /// The listed values, quoted.
        known: String,
        /// True if cells without a value are among them.
        has_missing: bool,
    },
    /// A value has no logarithm.
    #[error(
        "not above 0, and the fractional basis takes logarithms; leave out `basis: fractional`, or add the same number \
         to every value of the column and to the thresholds"
    )]
    NoLogarithm,
    /// A value is below the lowest of the scale.
    #[error("below {lowest}, the lowest value of the scale")]
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
    #[error("{}", printed(set, column, fault, cells))]
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
    #[error(
        "column `{column}`: levels run up to {highest}, but no case has level {}; number the levels of set `{set}` from 0 without a gap",
        named(missing)
    )]
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
    #[error("column `{column}`: every cell is missing, so set `{set}` has no case; leave the set out")]
    NoValue {
        /// The set.
        set: String,
        /// Its column.
        column: String,
    },
    /// Percentiles of the cases coincide.
    #[error(
        "column `{column}`: the percentiles {}, {} and {} are {}, {} and {}, so the anchors of set `{set}` coincide; choose others or anchors in raw values (direct)",
        percents.exclusion, percents.crossover, percents.inclusion,
        anchors.exclusion, anchors.crossover, anchors.inclusion
    )]
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
    #[error(
        "the anchors of set `{set}` are {}, {} and {}; from exclusion over crossover to inclusion they must rise or fall",
        anchors.exclusion, anchors.crossover, anchors.inclusion
    )]
    AnchorsOutOfOrder {
        /// The set.
        set: String,
        /// The anchors.
        anchors: Anchors,
    },
    /// Every case has the same value.
    #[error(
        "column `{column}`: no case lies above {value}, so set `{set}` has no case to order by; choose another way"
    )]
    OneValue {
        /// The set.
        set: String,
        /// Its column.
        column: String,
        /// The value.
        value: f64,
    },
    /// All values lie on one side of the thresholds.
    #[error(
        "column `{column}`: all values, {} to {}, lie on one side of the thresholds of set `{set}`, so there is nothing to regress on; choose thresholds among the values",
        range[0], range[1]
    )]
    OneGroup {
        /// The set.
        set: String,
        /// Its column.
        column: String,
        /// The smallest and the largest value.
        range: [f64; 2],
    },
    /// The regression of an indirect calibration does not converge.
    #[error(
        "column `{column}`: the regression of set `{set}` finds no end, since the raw values separate the groups; choose other thresholds or anchors in raw values (direct)"
    )]
    NoRegression {
        /// The set.
        set: String,
        /// Its column.
        column: String,
    },
    /// A composite refers to a level that its part does not have.
    #[error("set `{set}` is made of `{part}[{level}]`, but the levels of `{part}` are 0 to {}", levels - 1)]
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
    #[error("the table has no column `{column}` of the kind that set `{set}` needs")]
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

fn printed(set: &str, column: &str, fault: &Fault, cells: &[Cell]) -> String {
    let line = |cell: &Cell| {
        let Cell { line, case, value } = cell;
        format!("line {line}, column `{column}`, case `{case}`: {value} is {fault} (set `{set}`)")
    };
    let mut lines: Vec<String> = cells.iter().take(PRINTED_PER_SET).map(line).collect();
    if cells.len() > PRINTED_PER_SET {
        lines.push(format!(
            "column `{column}`: … and {} more of this kind (set `{set}`)",
            cells.len() - PRINTED_PER_SET
        ));
    }
    lines.join("\n")
}

fn named(levels: &[usize]) -> String {
    levels.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

/// The errors that prevent the calibration of a study's sets, at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct CalibrateErrors {
    /// The file of the cases, relative to `data/`.
    pub file: String,
    /// One error per set, in the order of the study file.
    pub errors: Vec<CalibrateError>,
}

impl fmt::Display for CalibrateErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let printed: Vec<String> = self.errors.iter().map(ToString::to_string).collect();
        for (i, line) in printed.iter().flat_map(|error| error.lines()).enumerate() {
            write!(f, "{}{}: {line}", if i > 0 { "\n" } else { "" }, self.file)?;
        }
        Ok(())
    }
}

impl std::error::Error for CalibrateErrors {}
