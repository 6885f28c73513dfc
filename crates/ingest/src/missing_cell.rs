//! A cell without a value where a case needs one.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use std::fmt;

use crate::gap::Gap;
use crate::wording::{beginning, shown};

/// A cell that holds no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct MissingCell {
    /// The line where the record starts, from 1.
    pub line: usize,
    /// The column.
    pub column: String,
    /// The id of the case.
    pub case: String,
    /// The cell.
    pub value: String,
    /// The reason why it holds no value.
    pub why: MissingBecause,
}

/// The reason why a cell holds no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MissingBecause {
    /// It is empty.
    Empty,
    /// The file declares its code missing; with the label, empty if the code has none.
    Declared(String),
    /// The label of its code means "no answer".
    Labelled(String),
    /// The study declares it missing.
    Said,
}

impl From<Gap<'_>> for MissingBecause {
    fn from(gap: Gap<'_>) -> Self {
        match gap {
            Gap::Empty => Self::Empty,
            Gap::Said => Self::Said,
            Gap::Declared(label) => Self::Declared(label.to_owned()),
            Gap::Labelled(label) => Self::Labelled(label.to_owned()),
        }
    }
}

/// The problem with a missing cell and its remedy.
fn absence(value: &str, why: &MissingBecause) -> Message {
    let (value, remedy) = (beginning(value), say!("missing-give"));
    match why {
        MissingBecause::Empty => say!("missing-empty", remedy),
        MissingBecause::Said => say!("missing-said", value, remedy),
        MissingBecause::Declared(label) if label.is_empty() => say!("missing-declared", value, remedy),
        MissingBecause::Declared(label) => say!("missing-declared-label", value, label = beginning(label), remedy),
        MissingBecause::Labelled(label) => say!("missing-labelled", value, label = shown(label), remedy),
    }
}

/// A missing cell as shown in a draft: its code and, in brackets, its label; blank if the cell is empty.
pub(crate) struct Code<'a>(pub(crate) &'a str, pub(crate) &'a MissingBecause);

impl fmt::Display for Code<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            MissingBecause::Empty => Ok(()),
            MissingBecause::Said => f.write_str(self.0),
            MissingBecause::Declared(label) if label.is_empty() => f.write_str(self.0),
            MissingBecause::Declared(label) | MissingBecause::Labelled(label) => write!(f, "{} ({label})", self.0),
        }
    }
}

impl MissingCell {
    /// The message for the user.
    pub fn message(&self) -> Message {
        let Self { line, column, case, value, why } = self;
        say!("missing-cell", line, column, case, absence = absence(value, why))
    }
}

worded!(MissingCell);
