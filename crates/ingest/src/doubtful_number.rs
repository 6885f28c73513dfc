//! A cell that may be one of two numbers.

use crate::number::half_width;
use crate::wording::{of_case, shown};
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// A cell that may be one of two numbers, and whose column does not show which.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
    /// Some cells of the column have these signs or units, and others do not: a key of the catalogue.
    Mixed(&'static str),
}

impl Doubt {
    /// The problem with a cell, and its remedy.
    pub(crate) fn about(self, value: &str) -> Message {
        match self {
            Self::Mixed(what) => say!("doubt-mixed", what = Message::of(&crate::WORDS, what)),
            Self::Comma => {
                let plain = half_width(value).unwrap_or_else(|| value.to_owned());
                say!("doubt-comma", joined = plain.replace(',', ""), point = plain.replacen(',', ".", 1))
            }
            Self::NoNumber => say!("doubt-not-plain"),
        }
    }
}

impl DoubtfulNumber {
    /// The message for the user.
    pub fn message(&self) -> Message {
        let Self { line, column, case, value, doubt } = self;
        say!(
            "doubtful-number",
            line,
            column,
            of_case = of_case(case),
            value = shown(value),
            doubted = doubt.about(value)
        )
    }
}

worded!(DoubtfulNumber);
