//! Errors in data files, collected per file.

mod in_file;

use crate::doubtful_number::DoubtfulNumber;
use crate::layout_error::LayoutError;
use crate::missing_cell::MissingCell;
use crate::size::Size;
use crate::wording::{at, listed, meant, next_step, of_case, shown, suggestion};

pub use in_file::IngestErrors;

/// The remedy for a file that is too large.
const LESS: &str = "leave out rows and columns that the study does not use, or allow more with --memory-limit";

/// Maximum number of kept errors per kind, and per column for errors in cells.
pub(crate) const KEPT: usize = 10_000;

/// An error in a data file. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IngestError {
    /// The file is blank.
    #[error("the file is empty; it needs a line of column names and a line for each case")]
    Empty,
    /// The table has no case.
    #[error("the file holds column names but no case")]
    NoCases,
    /// The study excludes a case that the file does not have.
    #[error("`exclude` names the case `{case}`, but no row has it in the column `{column}`{hint}")]
    UnknownExcluded {
        /// The case.
        case: String,
        /// The column of the ids.
        column: String,
        /// The most similar id, or the list of ids.
        hint: String,
    },
    /// The study excludes every row.
    #[error("`exclude` leaves no case: it names all {rows} rows; keep those that are cases of the study")]
    AllExcluded {
        /// Number of rows.
        rows: usize,
    },
    /// The table is not where the study says, or cannot be found.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// The file has more bytes than allowed.
    #[error("the file has {found} bytes; at most {limit} are read, half of the memory allowed for one file: {}", LESS)]
    TooManyBytes {
        /// Its size.
        found: u64,
        /// The limit.
        limit: Size,
    },
    /// Reading needs more memory than allowed.
    #[error("reading it would take more than the {limit} of memory allowed for one file: {}", LESS)]
    TooMuchMemory {
        /// The limit.
        limit: Size,
    },
    /// The table has more columns than a table of responses may have.
    #[error(
        "a table of responses with {found} columns, of which at most {limit} are read: leave out columns that the \
         study does not use"
    )]
    TooManyColumns {
        /// Its columns.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The bytes are not valid in the detected encoding.
    #[error("line {line}: bytes that are no text in {encoding}; save the file as UTF-8")]
    NotText {
        /// The first line concerned.
        line: usize,
        /// The best matching encoding.
        encoding: &'static str,
    },
    /// Lines have different encodings.
    #[error("line {line} is not in UTF-8, as line {utf8} is; save the whole file as UTF-8")]
    MixedEncodings {
        /// The first line that is not UTF-8.
        line: usize,
        /// A line in UTF-8.
        utf8: usize,
    },
    /// The text contains a NUL character.
    #[error("line {line}: a NUL character; this is no text file, or it is damaged")]
    Nul {
        /// The line.
        line: usize,
    },
    /// A quotation mark is never closed.
    #[error("line {line}: a quotation mark is opened in this record and never closed")]
    UnclosedQuote {
        /// The line where the record starts.
        line: usize,
    },
    /// A column name occurs twice in the header.
    #[error("line {line}: the column name `{name}` stands in columns {first} and {second}; names must differ")]
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
    #[error("{}there is no column `{name}`; {}", at(*line), suggestion(nearest, header))]
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
    #[error("line {line}: {found} cells where the header has {expected}")]
    Ragged {
        /// The line where the record starts.
        line: usize,
        /// The number of its cells.
        found: usize,
        /// The number of header columns.
        expected: usize,
    },
    /// A case has no id.
    #[error("line {line}, column `{column}`: the case id is empty")]
    EmptyId {
        /// The line.
        line: usize,
        /// The column of the ids.
        column: String,
    },
    /// A required cell is empty.
    #[error("line {line}, column `{column}`: the cell is empty; every row needs one")]
    EmptyCell {
        /// The line.
        line: usize,
        /// The column.
        column: String,
    },
    /// An id occurs twice.
    #[error("line {line}, column `{column}`: the case id `{id}` stands in line {first} already; ids must differ")]
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
    #[error(
        "line {line}, column `{column}`{}: {} is not a valid number{}",
        of_case(case),
        shown(value),
        next_step(value, case)
    )]
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
    #[error(transparent)]
    DoubtfulNumber(#[from] DoubtfulNumber),
    /// A cell has no value where a number is needed.
    #[error(transparent)]
    MissingCell(#[from] MissingCell),
    /// The file kind holds no table or must not be opened.
    #[error("this is {found}; save the table as .csv or .xlsx, without macros and password")]
    NotData {
        /// The kind found.
        found: &'static str,
    },
    /// The content of the file is damaged.
    #[error("the {container} is damaged or of an unknown version: {}; save it again", shown(problem))]
    Unreadable {
        /// The kind of file.
        container: &'static str,
        /// The reader's message.
        problem: String,
    },
    /// The archive has more entries than allowed.
    #[error("the archive has {found} entries; at most {limit} are read")]
    TooManyEntries {
        /// The number of entries.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// An archive inflates too much.
    #[error("the archive inflates to more than the {limit} allowed for its size, at {}; save it again", shown(entry))]
    Inflates {
        /// The entry at which the limit is exceeded.
        entry: String,
        /// The limit.
        limit: Size,
    },
    /// A cell lies outside the largest allowed table.
    #[error("cell {cell} lies outside the {rows} rows and {columns} columns that are read; delete what stands there")]
    FarCell {
        /// The cell's address.
        cell: String,
        /// Maximum number of rows.
        rows: usize,
        /// Maximum number of columns.
        columns: usize,
    },
    /// A formula without a saved value.
    #[error(
        "line {line}: cell {cell} holds a formula and no value; open the file in Excel and save it, or copy and paste as \
         values"
    )]
    Formula {
        /// The row.
        line: usize,
        /// The cell's address.
        cell: String,
    },
    /// A column holds values of a type that is not read.
    #[error(
        "the column `{column}` holds values of type {found}; texts, truth values and numbers of 32 or 64 bits are read: \
         save it as one of these, a day as a text YYYY-MM-DD"
    )]
    ColumnType {
        /// The column.
        column: String,
        /// Its type.
        found: String,
    },
    /// The file does not match the named platform format.
    #[error("the header is not that of `{format}`; it looks like {found}: correct or leave out `format`")]
    WrongFormat {
        /// The format named in the study.
        format: String,
        /// The detected format.
        found: String,
    },
    /// Unknown survey platform.
    #[error("there is no format `{format}`; known are {known}")]
    UnknownFormat {
        /// The format named in the study.
        format: String,
        /// The known formats.
        known: String,
    },
    /// No column matches an item.
    #[error("item `{item}`: no column fits {wanted}{}", meant(nearest))]
    NoItemColumn {
        /// The item.
        item: String,
        /// The column reference in the codebook.
        wanted: String,
        /// The most similar header.
        nearest: Option<String>,
    },
    /// Too many columns match an item.
    #[error("item `{item}`: {wanted} fits columns {}; say which with {{index: …}}", listed(columns))]
    ManyItemColumns {
        /// The item.
        item: String,
        /// The column reference in the codebook.
        wanted: String,
        /// The columns, with their headers.
        columns: Vec<String>,
    },
    /// A regular expression is not valid.
    #[error("item `{item}`: {problem}")]
    BadPattern {
        /// The item.
        item: String,
        /// The problem.
        problem: String,
    },
    /// The column of an item holds personal data.
    #[error(
        "item `{item}`: column {column} holds private data ({kind}); mark the item `private: true` or leave it out"
    )]
    PrivateItem {
        /// The item.
        item: String,
        /// The column, from 1.
        column: usize,
        /// The kind of personal data.
        kind: &'static str,
    },
    /// An item names a scale that the codebook lacks.
    #[error("item `{item}`: there is no scale `{scale}`")]
    NoScale {
        /// The item.
        item: String,
        /// The name of the scale.
        scale: String,
    },
    /// A label that the scale lacks.
    #[error("line {line}, item `{item}`: {} is not a label of the scale; known are {}", shown(value), listed(known))]
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
    #[error("line {line}, item `{item}`: {} is not a valid day; write it as YYYY-MM-DD", shown(value))]
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
    fn line(&self) -> Option<usize> {
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
            _ => None,
        }
    }
}
