//! A table that is not where the study says, or that cannot be found in its file.

use crate::wording::{lines_named, listed};

/// The keys of a study that say where a table stands.
const LAYOUT_KEYS: &str = "`sheet: NAME`, `header_rows: [3, 4]` (the lines of the column names) and `rows: {from: 5, \
                           to: 35}` (the lines of the cases), under `data`, beside `file`";

/// Why the table of a file cannot be read where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// The lines of the column names cannot be distinguished from the rest.
    #[error(
        "the table in it cannot be found: {why}; the first lines as read are:{shown}\n  say where it stands: \
         {LAYOUT_KEYS}"
    )]
    Undecided {
        /// The reason.
        why: &'static str,
        /// The first lines as read.
        shown: String,
    },
    /// The column names were found, and they lack a name of the study.
    #[error(
        "the column names were found in {}; the first lines as read are:{shown}\n  if the names stand elsewhere, say \
         where: {LAYOUT_KEYS}",
        lines_named(lines)
    )]
    FoundElsewhere {
        /// The lines of the column names.
        lines: Vec<usize>,
        /// The first lines as read.
        shown: String,
    },
    /// The study names lines on which nothing stands.
    #[error("`{key}` names lines of which at least one is blank or not there; the first lines as read are:{shown}")]
    BlankLines {
        /// The key.
        key: &'static str,
        /// The first lines as read.
        shown: String,
    },
    /// The study names sheets or lines of column names in a file that has none.
    #[error("this kind of file has no sheets, and its columns have names of their own: leave out `{key}`")]
    NoLines {
        /// The key.
        key: &'static str,
    },
    /// The workbook does not have the sheet that the study names.
    #[error("there is no sheet {wanted}; the sheets are {}", listed(sheets))]
    NoSheet {
        /// The name or number.
        wanted: String,
        /// The names of the sheets.
        sheets: Vec<String>,
    },
}
