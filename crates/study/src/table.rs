//! The typed table of cases that ingestion hands to the later stages.

/// What a column is wanted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnKind {
    /// Every cell must be a finite number.
    Number,
    /// Cells are kept as text (for `recode`).
    Text,
}

/// The cells of one column, in the order of the cases.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// Finite numbers.
    Numbers(Vec<f64>),
    /// Texts, trimmed of blanks around them.
    Texts(Vec<String>),
}

/// A column by its name in the header.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The header.
    pub name: String,
    /// The cells, one a case.
    pub cells: Cells,
}

/// Cases by columns, with the place in the file each case came from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CaseTable {
    /// The file's name, relative to `data/`, for messages.
    pub file: String,
    /// The ids of the cases, unique and not empty, in the file's order.
    pub cases: Vec<String>,
    /// The line of each case in the file, 1-based.
    pub lines: Vec<usize>,
    /// The columns that the study uses.
    pub columns: Vec<Column>,
    /// What was found out about the file, for the report ("UTF-8 with BOM, semicolons").
    pub detected: String,
}

/// What reading a table of a study found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFound {
    /// The name in the study file.
    pub name: String,
    /// Container, encoding, platform and size.
    pub detected: String,
    /// Rows of data.
    pub rows: usize,
}

impl CaseTable {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}
