//! Everything that can be wrong with a file of data, collected.

use std::fmt;
use std::mem::discriminant;

use crate::missing_cell::MissingCell;
use crate::size::Size;
use crate::wording::{at, listed, meant, remedy, shown, suggestion};

/// What to do about a file that is too large.
const LESS: &str = "leave out rows and columns that the study does not use, or allow more with --memory-limit";

/// So many errors of one kind are printed; the rest is counted.
const PRINTED_PER_KIND: usize = 20;

/// So many errors of one kind are kept, in one column where they are those of cells.
pub(crate) const KEPT: usize = 10_000;

/// One thing wrong with a file of data. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IngestError {
    /// Nothing but blanks.
    #[error("the file is empty; it needs a line of column names and a line for each case")]
    Empty,
    /// No case.
    #[error("the file holds column names but no case")]
    NoCases,
    /// More bytes than allowed.
    #[error("the file has {found} bytes; at most {limit} are read, half of the memory allowed for one file: {}", LESS)]
    TooManyBytes {
        /// Its size.
        found: u64,
        /// The limit.
        limit: Size,
    },
    /// More memory than allowed.
    #[error("reading it would take more than the {limit} of memory allowed for one file: {}", LESS)]
    TooMuchMemory {
        /// The limit.
        limit: Size,
    },
    /// More columns than responses to a questionnaire have.
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
    /// Bytes that are no text in the encoding found.
    #[error("line {line}: bytes that are no text in {encoding}; save the file as UTF-8")]
    NotText {
        /// The first line concerned.
        line: usize,
        /// The encoding that fitted best.
        encoding: &'static str,
    },
    /// Lines in different encodings.
    #[error("line {line} is not in UTF-8, as line {utf8} is; save the whole file as UTF-8")]
    MixedEncodings {
        /// The first line that is not.
        line: usize,
        /// A line that is.
        utf8: usize,
    },
    /// A NUL character.
    #[error("line {line}: a NUL character; this is no text file, or it is damaged")]
    Nul {
        /// The line.
        line: usize,
    },
    /// A quotation mark that is never closed.
    #[error("line {line}: a quotation mark is opened in this record and never closed")]
    UnclosedQuote {
        /// The line where the record starts.
        line: usize,
    },
    /// A column name that stands twice in the header.
    #[error("line {line}: the column name `{name}` stands in columns {first} and {second}; names must differ")]
    DuplicateColumn {
        /// The line of the header.
        line: usize,
        /// The name.
        name: String,
        /// Where it stands first.
        first: usize,
        /// Where it stands again.
        second: usize,
    },
    /// A column that the study names and the file lacks.
    #[error("{}there is no column `{name}`; {}", at(*line), suggestion(nearest, header))]
    MissingColumn {
        /// The line of the header; 0 in files that have no such line.
        line: usize,
        /// The name.
        name: String,
        /// The column that may have been meant.
        nearest: Option<String>,
        /// All column names.
        header: Vec<String>,
    },
    /// A record with more or fewer cells than the header.
    #[error("line {line}: {found} cells where the header has {expected}")]
    Ragged {
        /// The line where the record starts.
        line: usize,
        /// Its cells.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
    /// A case without an id.
    #[error("line {line}, column `{column}`: the case id is empty")]
    EmptyId {
        /// The line.
        line: usize,
        /// The column of the ids.
        column: String,
    },
    /// A cell that must not be empty.
    #[error("line {line}, column `{column}`: the cell is empty; every row needs one")]
    EmptyCell {
        /// The line.
        line: usize,
        /// The column.
        column: String,
    },
    /// An id used twice.
    #[error("line {line}, column `{column}`: the case id `{id}` stands in line {first} already; ids must differ")]
    DuplicateId {
        /// The line.
        line: usize,
        /// The column of the ids.
        column: String,
        /// The id.
        id: String,
        /// The line where it stands first.
        first: usize,
    },
    /// A cell that is no finite number where one is needed.
    #[error("line {line}, column `{column}`: {} is no number{}", shown(value), remedy(value))]
    NotANumber {
        /// The line where the record starts.
        line: usize,
        /// The column.
        column: String,
        /// The cell.
        value: String,
    },
    /// A cell without a value where a number is needed.
    #[error(transparent)]
    MissingCell(#[from] MissingCell),
    /// A file of a kind that holds no table, or must not be opened.
    #[error("this is {found}; save the table as .csv or .xlsx, without macros and password")]
    NotData {
        /// What it is.
        found: &'static str,
    },
    /// A file whose inside does not fit its kind.
    #[error("the {container} is damaged or of an unknown version: {}; save it again", shown(problem))]
    Unreadable {
        /// The kind of file.
        container: &'static str,
        /// What its reader met.
        problem: String,
    },
    /// More entries than allowed.
    #[error("the archive has {found} entries; at most {limit} are read")]
    TooManyEntries {
        /// Its entries.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// An archive that inflates to far more than it should.
    #[error("the archive inflates to more than the {limit} allowed for its size, at {}; save it again", shown(entry))]
    Inflates {
        /// The entry where the limit is passed.
        entry: String,
        /// The limit.
        limit: Size,
    },
    /// A cell far from the others.
    #[error("cell {cell} lies outside the {rows} rows and {columns} columns that are read; delete what stands there")]
    FarCell {
        /// Letters and number of the cell.
        cell: String,
        /// Rows that are read.
        rows: usize,
        /// Columns that are read.
        columns: usize,
    },
    /// A formula where a value is needed.
    #[error("line {line}: cell {cell} holds a formula; save its value instead (copy, paste as values)")]
    Formula {
        /// The row.
        line: usize,
        /// Letters and number of the cell.
        cell: String,
    },
    /// A column that does not hold texts, numbers or days.
    #[error("the column `{column}` holds values of type {found}; texts, numbers and days are read")]
    ColumnType {
        /// The column.
        column: String,
        /// Its type.
        found: String,
    },
    /// A platform that the file is not from.
    #[error("the header is not that of `{format}`; it looks like {found}: correct or leave out `format`")]
    WrongFormat {
        /// What the study says.
        format: String,
        /// What the file looks like.
        found: String,
    },
    /// A platform that nobody knows.
    #[error("there is no format `{format}`; known are {known}")]
    UnknownFormat {
        /// What the study says.
        format: String,
        /// The formats.
        known: String,
    },
    /// An item without a column.
    #[error("item `{item}`: no column fits {wanted}{}", meant(nearest))]
    NoItemColumn {
        /// The item.
        item: String,
        /// What the codebook says of the column.
        wanted: String,
        /// The header that may have been meant.
        nearest: Option<String>,
    },
    /// An item with more columns than it can have.
    #[error("item `{item}`: {wanted} fits columns {}; say which with {{index: …}}", listed(columns))]
    ManyItemColumns {
        /// The item.
        item: String,
        /// What the codebook says of the column.
        wanted: String,
        /// The columns, with their headers.
        columns: Vec<String>,
    },
    /// A regular expression that is none.
    #[error("item `{item}`: {problem}")]
    BadPattern {
        /// The item.
        item: String,
        /// What is wrong.
        problem: String,
    },
    /// An item whose column holds what identifies a person.
    #[error(
        "item `{item}`: column {column} holds private data ({kind}); mark the item `private: true` or leave it out"
    )]
    PrivateItem {
        /// The item.
        item: String,
        /// The place of the column, from 1.
        column: usize,
        /// What is private.
        kind: &'static str,
    },
    /// A scale that the codebook lacks.
    #[error("item `{item}`: there is no scale `{scale}`")]
    NoScale {
        /// The item.
        item: String,
        /// The name.
        scale: String,
    },
    /// A label that the scale lacks.
    #[error("line {line}, item `{item}`: {} is no label of the scale; known are {}", shown(value), listed(known))]
    UnknownLabel {
        /// The line.
        line: usize,
        /// The item.
        item: String,
        /// The cell.
        value: String,
        /// The labels.
        known: Vec<String>,
    },
    /// A cell that is no day.
    #[error("line {line}, item `{item}`: {} is no day; write it as YYYY-MM-DD", shown(value))]
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
    /// The line concerned; nothing where the whole file is.
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
            _ => None,
        }
    }
}

/// Everything wrong with one file, at least one thing, in the order of kinds and lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IngestErrors {
    /// The file, relative to `data/`.
    pub file: String,
    /// What is wrong.
    pub errors: Vec<IngestError>,
}

impl IngestErrors {
    /// A file with a single thing wrong.
    pub fn one(file: &str, error: IngestError) -> Self {
        Self { file: file.to_owned(), errors: vec![error] }
    }
}

impl fmt::Display for IngestErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_a_kind = |a: &IngestError, b: &IngestError| discriminant(a) == discriminant(b);
        let mut separator = "";
        let mut seen = Vec::new();
        for error in &self.errors {
            if seen.contains(&discriminant(error)) {
                continue;
            }
            seen.push(discriminant(error));
            let mut kind: Vec<&IngestError> = self.errors.iter().filter(|other| of_a_kind(error, other)).collect();
            kind.sort_by_key(|error| error.line());
            for error in kind.iter().take(PRINTED_PER_KIND) {
                write!(f, "{separator}{}: {error}", self.file)?;
                separator = "\n";
            }
            if kind.len() > PRINTED_PER_KIND {
                let than = if kind.len() < KEPT { "" } else { "more than " };
                write!(f, "\n{}: … and {than}{} more of this kind", self.file, kind.len() - PRINTED_PER_KIND)?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for IngestErrors {}
