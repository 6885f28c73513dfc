//! A cell that may be one of two numbers.

use crate::number::half_width;
use crate::wording::{of_case, shown};

/// A cell that may be one of two numbers, and whose column does not show which.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column `{column}`{}: {} {}", of_case(case), shown(value), doubted(value, *doubt))]
pub struct DoubtfulNumber {
    /// The line where the record starts, from 1.
    pub line: usize,
    /// The column.
    pub column: String,
    /// The id of the case; empty if the row has none.
    pub case: String,
    /// The cell.
    pub value: String,
    /// The reason.
    pub doubt: Doubt,
}

/// The reason why a cell is not read as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It is not a number.
    NoNumber,
    /// Its comma may separate thousands or decimals.
    Comma,
    /// Some cells of the column have these signs or units, and others do not.
    Mixed(&'static str),
}

/// The problem with the cell, and its remedy.
fn doubted(value: &str, doubt: Doubt) -> String {
    let plain = half_width(value).unwrap_or_else(|| value.to_owned());
    match doubt {
        Doubt::Mixed(what) => format!("stands in a column in which some cells have {what}: write all in one way"),
        Doubt::Comma | Doubt::NoNumber => {
            let (joined, point) = (plain.replace(',', ""), plain.replacen(',', ".", 1));
            format!(
                "may be {joined} or {point}, and the column does not show which: write it without a comma, or with a \
                 decimal point"
            )
        }
    }
}
