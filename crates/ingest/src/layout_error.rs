//! A table that is not where the study says, or that cannot be found in its file.

use crate::wording::{lines_named, listed};
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// Why the table of a file cannot be read where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// The lines of the column names cannot be distinguished from the rest.
    Undecided {
        /// The reason, a key of the catalogue.
        why: &'static str,
        /// The first lines as read.
        shown: Message,
    },
    /// The column names were found, and they lack a name of the study.
    FoundElsewhere {
        /// The lines of the column names.
        lines: Vec<usize>,
        /// The first lines as read.
        shown: Message,
    },
    /// The study names lines on which nothing stands.
    BlankLines {
        /// The key.
        key: &'static str,
        /// The first lines as read.
        shown: Message,
    },
    /// The study names sheets or lines of column names in a file that has none.
    NoLines {
        /// The key.
        key: &'static str,
    },
    /// The workbook does not have the sheet that the study names.
    NoSheet {
        /// The name or number.
        wanted: String,
        /// The names of the sheets.
        sheets: Vec<String>,
    },
}

impl LayoutError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Undecided { why, shown } => {
                say!("layout-undecided", why = Message::of(&crate::WORDS, why), shown, keys = say!("layout-keys"))
            }
            Self::FoundElsewhere { lines, shown } => {
                say!("layout-found-elsewhere", lines = lines_named(lines), shown, keys = say!("layout-keys"))
            }
            Self::BlankLines { key, shown } => say!("layout-blank-lines", key, shown),
            Self::NoLines { key } => say!("layout-no-lines", key),
            Self::NoSheet { wanted, sheets } => say!("layout-no-sheet", wanted, sheets = listed(sheets)),
        }
    }
}

worded!(LayoutError);
