//! A cell without a value where a case needs one.

use std::fmt;

use crate::gap::Gap;
use crate::wording::{beginning, shown};

/// A cell that holds no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column `{column}`, case `{case}`: {}", absence(value, why))]
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
fn absence(value: &str, why: &MissingBecause) -> String {
    const REMEDY: &str =
        "give it a value, or give its set `missing: drop` or `missing: {impute: {value: …, because: …}}`";
    let value = beginning(value);
    match why {
        MissingBecause::Empty => format!("the cell is empty; {REMEDY}"),
        MissingBecause::Said => format!("the study declares {value} missing; {REMEDY}"),
        MissingBecause::Declared(label) if label.is_empty() => format!("the file declares {value} missing; {REMEDY}"),
        MissingBecause::Declared(label) => {
            format!("the file declares {value} ({}) missing; {REMEDY}", beginning(label))
        }
        MissingBecause::Labelled(label) => format!(
            "the label of {value} in the file is {}, so there is no value; {REMEDY}, or change the label in the file",
            shown(label)
        ),
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
