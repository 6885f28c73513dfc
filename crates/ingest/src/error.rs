//! Errors in data files, collected per file.

mod in_file;

use crate::doubtful_number::DoubtfulNumber;
use crate::layout_error::LayoutError;
use crate::missing_cell::MissingCell;
use crate::panel_error::PanelError;
use crate::personal::Personal;
use crate::size::Size;
use crate::wording::{at, listed, meant, next_step, of_case, shown, suggestion};
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

pub use in_file::IngestErrors;

/// Maximum number of kept errors per kind, and per column for errors in cells.
pub(crate) const KEPT: usize = 10_000;

/// An error in a data file. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IngestError {
    /// The file is blank.
    Empty,
    /// The table has no case.
    NoCases,
    /// The study excludes a case that the file does not have.
    UnknownExcluded {
        /// The case.
        case: String,
        /// The column of the ids.
        column: String,
        /// The most similar id, or the list of ids.
        hint: Message,
    },
    /// The study excludes every row.
    AllExcluded {
        /// Number of rows.
        rows: usize,
    },
    /// The table is not where the study says, or cannot be found.
    Layout(#[from] LayoutError),
    /// Units and periods of a panel cannot be used.
    Panel(#[from] PanelError),
    /// The file has more bytes than allowed.
    TooManyBytes {
        /// Its size.
        found: u64,
        /// The limit.
        limit: Size,
    },
    /// Reading needs more memory than allowed.
    TooMuchMemory {
        /// The limit.
        limit: Size,
    },
    /// The table has more columns than a table of responses may have.
    TooManyColumns {
        /// Its columns.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The bytes are not valid in the detected encoding.
    NotText {
        /// The first line concerned.
        line: usize,
        /// The best matching encoding.
        encoding: &'static str,
    },
    /// Lines have different encodings.
    MixedEncodings {
        /// The first line that is not UTF-8.
        line: usize,
        /// A line in UTF-8.
        utf8: usize,
    },
    /// The text contains a NUL character.
    Nul {
        /// The line.
        line: usize,
    },
    /// A quotation mark is never closed.
    UnclosedQuote {
        /// The line where the record starts.
        line: usize,
    },
    /// A column name occurs twice in the header.
    DuplicateColumn {
        /// The line of the header.
        line: usize,
        /// The name.
        name: String,
        /// Its first column.
        first: usize,
        /// Its second column.
        second: usize,
    },
    /// The study names a column that the file lacks.
    MissingColumn {
        /// The line of the header; 0 for files without lines.
        line: usize,
        /// The name.
        name: String,
        /// The most similar column.
        nearest: Option<String>,
        /// All column names.
        header: Vec<String>,
    },
    /// A record has more or fewer cells than the header.
    Ragged {
        /// The line where the record starts.
        line: usize,
        /// The number of its cells.
        found: usize,
        /// The number of header columns.
        expected: usize,
    },
    /// A case has no id.
    EmptyId {
        /// The line.
        line: usize,
        /// The column of the ids.
        column: String,
    },
    /// A required cell is empty.
    EmptyCell {
        /// The line.
        line: usize,
        /// The column.
        column: String,
    },
    /// An id occurs twice.
    DuplicateId {
        /// The line.
        line: usize,
        /// The column of the ids.
        column: String,
        /// The id.
        id: String,
        /// The line of its first occurrence.
        first: usize,
    },
    /// A cell is not a finite number.
    NotANumber {
        /// The line where the record starts.
        line: usize,
        /// The column.
        column: String,
        /// The id of the case; empty if the row has none.
        case: String,
        /// The cell.
        value: String,
    },
    /// A cell may be one of two numbers.
    DoubtfulNumber(#[from] DoubtfulNumber),
    /// A cell has no value where a number is needed.
    MissingCell(#[from] MissingCell),
    /// The file kind holds no table or must not be opened.
    NotData {
        /// The kind found, a key of the catalogue.
        found: &'static str,
    },
    /// The content of the file is damaged.
    Unreadable {
        /// The kind of file, a key of the catalogue.
        container: &'static str,
        /// The reader's message.
        problem: String,
    },
    /// The archive has more entries than allowed.
    TooManyEntries {
        /// The number of entries.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// An archive inflates too much.
    Inflates {
        /// The entry at which the limit is exceeded.
        entry: String,
        /// The limit.
        limit: Size,
    },
    /// A cell lies outside the largest allowed table.
    FarCell {
        /// The cell's address.
        cell: String,
        /// Maximum number of rows.
        rows: usize,
        /// Maximum number of columns.
        columns: usize,
    },
    /// A formula without a saved value.
    Formula {
        /// The row.
        line: usize,
        /// The cell's address.
        cell: String,
    },
    /// A column holds values of a type that is not read.
    ColumnType {
        /// The column.
        column: String,
        /// Its type.
        found: String,
    },
    /// The file does not match the named platform format.
    WrongFormat {
        /// The format named in the study.
        format: String,
        /// The detected format.
        found: Message,
    },
    /// Unknown survey platform.
    UnknownFormat {
        /// The format named in the study.
        format: String,
        /// The known formats.
        known: Message,
    },
    /// No column matches an item.
    NoItemColumn {
        /// The item.
        item: String,
        /// The column reference in the codebook.
        wanted: String,
        /// The most similar header.
        nearest: Option<String>,
    },
    /// Too many columns match an item.
    ManyItemColumns {
        /// The item.
        item: String,
        /// The column reference in the codebook.
        wanted: String,
        /// The columns, with their headers.
        columns: Vec<String>,
    },
    /// A regular expression is not valid.
    BadPattern {
        /// The item.
        item: String,
        /// The problem.
        problem: String,
    },
    /// The column of an item holds personal data.
    PrivateItem {
        /// The item.
        item: String,
        /// The column, from 1.
        column: usize,
        /// The kind of personal data.
        kind: Personal,
    },
    /// An item names a scale that the codebook lacks.
    NoScale {
        /// The item.
        item: String,
        /// The name of the scale.
        scale: String,
    },
    /// A label that the scale lacks.
    UnknownLabel {
        /// The line.
        line: usize,
        /// The item.
        item: String,
        /// The cell.
        value: String,
        /// The labels of the scale.
        known: Vec<String>,
    },
    /// A cell is not a valid date.
    NotADate {
        /// The line.
        line: usize,
        /// The item.
        item: String,
        /// The cell.
        value: String,
    },
}

impl IngestError {
    /// The column and the text of a cell that holds no value that can be used.
    fn cell(&self) -> Option<(&str, &str)> {
        match self {
            Self::NotANumber { column, value, .. } => Some((column, value)),
            Self::MissingCell(cell) => Some((&cell.column, &cell.value)),
            _ => None,
        }
    }

    /// The column that is not there, if no other has a similar name.
    fn lacking(&self) -> Option<&str> {
        match self {
            Self::MissingColumn { name, nearest: None, .. } => Some(name),
            _ => None,
        }
    }

    /// The line concerned; `None` if the error concerns the whole file.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::NotText { line, .. }
            | Self::MixedEncodings { line, .. }
            | Self::Nul { line }
            | Self::UnclosedQuote { line }
            | Self::DuplicateColumn { line, .. }
            | Self::MissingColumn { line, .. }
            | Self::Ragged { line, .. }
            | Self::EmptyId { line, .. }
            | Self::EmptyCell { line, .. }
            | Self::DuplicateId { line, .. }
            | Self::NotANumber { line, .. }
            | Self::Formula { line, .. }
            | Self::UnknownLabel { line, .. }
            | Self::NotADate { line, .. } => Some(*line),
            Self::MissingCell(cell) => Some(cell.line),
            Self::DoubtfulNumber(cell) => Some(cell.line),
            Self::Panel(error) => Some(error.line()),
            _ => None,
        }
    }
}

impl IngestError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => say!("empty"),
            Self::NoCases => say!("no-cases"),
            Self::UnknownExcluded { case, column, hint } => say!("unknown-excluded", case, column, hint),
            Self::AllExcluded { rows } => say!("all-excluded", rows),
            Self::Layout(source) => source.message(),
            Self::Panel(source) => source.message(),
            Self::TooManyBytes { found, limit } => say!("too-many-bytes", found, limit, less = say!("less")),
            Self::TooMuchMemory { limit } => say!("too-much-memory", limit, less = say!("less")),
            Self::TooManyColumns { found, limit } => say!("too-many-columns", found, limit),
            Self::NotText { line, encoding } => say!("not-text", line, encoding),
            Self::MixedEncodings { line, utf8 } => say!("mixed-encodings", line, utf8),
            Self::Nul { line } => say!("nul", line),
            Self::UnclosedQuote { line } => say!("unclosed-quote", line),
            Self::DuplicateColumn { line, name, first, second } => say!("duplicate-column", line, name, first, second),
            Self::MissingColumn { line, name, nearest, header } => {
                say!("missing-column", at = at(*line), name, suggestion = suggestion(nearest, header))
            }
            Self::Ragged { line, found, expected } => say!("ragged", line, found, expected),
            Self::EmptyId { line, column } => say!("empty-id", line, column),
            Self::EmptyCell { line, column } => say!("empty-cell", line, column),
            Self::DuplicateId { line, column, id, first } => say!("duplicate-id", line, column, id, first),
            Self::NotANumber { line, column, case, value } => say!(
                "not-a-number",
                line,
                column,
                of_case = of_case(case),
                value = shown(value),
                next_step = next_step(value, case)
            ),
            Self::DoubtfulNumber(source) => source.message(),
            Self::MissingCell(source) => source.message(),
            Self::NotData { found } => say!("not-data", found = Message::of(&crate::WORDS, found)),
            Self::Unreadable { container, problem } => {
                say!("unreadable", container = Message::of(&crate::WORDS, container), problem = shown(problem))
            }
            Self::TooManyEntries { found, limit } => say!("too-many-entries", found, limit),
            Self::Inflates { entry, limit } => say!("inflates", limit, entry = shown(entry)),
            Self::FarCell { cell, rows, columns } => say!("far-cell", cell, rows, columns),
            Self::Formula { line, cell } => say!("formula", line, cell),
            Self::ColumnType { column, found } => say!("column-type", column, found),
            Self::WrongFormat { format, found } => say!("wrong-format", format, found),
            Self::UnknownFormat { format, known } => say!("unknown-format", format, known),
            Self::NoItemColumn { item, wanted, nearest } => say!("no-item-column", item, wanted, hint = meant(nearest)),
            Self::ManyItemColumns { item, wanted, columns } => {
                say!("many-item-columns", item, wanted, columns = listed(columns))
            }
            Self::BadPattern { item, problem } => say!("bad-pattern", item, problem),
            Self::PrivateItem { item, column, kind } => say!("private-item", item, column, kind),
            Self::NoScale { item, scale } => say!("no-scale", item, scale),
            Self::UnknownLabel { line, item, value, known } => {
                say!("unknown-label", line, item, value = shown(value), known = listed(known))
            }
            Self::NotADate { line, item, value } => say!("not-a-date", line, item, value = shown(value)),
        }
    }
}

worded!(IngestError);
