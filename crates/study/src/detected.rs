//! The detected properties of a data file.

use std::fmt;

use crate::table_notes::TableNotes;

/// The detected properties of a data file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Detected {
    /// The platform and export format, by the name that `format` accepts; `None` if no platform exported it.
    pub platform: Option<&'static str>,
    /// The kind of file.
    pub kind: FileKind,
    /// Records below the header.
    pub rows: usize,
    /// Columns of the file, used or not.
    pub columns: usize,
    /// True if each row is a case or respondent with an id.
    pub are_cases: bool,
    /// Notes on the lines and cells of the table.
    pub notes: TableNotes,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FileKind {
    /// Text with separated cells.
    Delimited {
        /// The name of the encoding, as the Encoding Standard writes it.
        encoding: &'static str,
        /// True if it starts with a byte order mark.
        is_marked: bool,
        /// The separator of cells.
        separator: Separator,
    },
    /// An Excel workbook, with its number of sheets.
    Excel(usize),
    /// A workbook of Excel 97, with its number of sheets.
    Excel97(usize),
    /// An OpenDocument workbook, with its number of sheets.
    OpenDocument(usize),
    /// SPSS data.
    Spss,
    /// Stata data.
    Stata,
    /// Parquet.
    Parquet,
    /// JSON.
    #[default]
    Json,
}

/// The separators between the cells of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// The tab.
    Tab,
}

impl FileKind {
    /// Number of sheets of a workbook; 1 for all other files.
    pub fn sheets(self) -> usize {
        match self {
            Self::Excel(sheets) | Self::Excel97(sheets) | Self::OpenDocument(sheets) => sheets,
            Self::Delimited { .. } | Self::Spss | Self::Stata | Self::Parquet | Self::Json => 1,
        }
    }
}

impl FileKind {
    /// True for text with semicolons between cells, as programs write it where the comma is the decimal point.
    pub fn is_by_semicolons(self) -> bool {
        matches!(self, Self::Delimited { separator: Separator::Semicolon, .. })
    }

    /// The name in `results.json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Delimited { .. } => "delimited",
            Self::Excel(_) => "xlsx",
            Self::Excel97(_) => "xls",
            Self::OpenDocument(_) => "ods",
            Self::Spss => "spss",
            Self::Stata => "stata",
            Self::Parquet => "parquet",
            Self::Json => "json",
        }
    }
}

impl Separator {
    /// The character.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
            Self::Tab => "\t",
        }
    }
}

impl fmt::Display for Separator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
        })
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Delimited { encoding, is_marked, separator } => {
                let mark = if *is_marked { " with a byte order mark" } else { "" };
                write!(f, "{encoding}{mark}, {separator}")?;
            }
            Self::Excel(_) => f.write_str("Excel workbook")?,
            Self::Excel97(_) => f.write_str("Excel 97 workbook")?,
            Self::OpenDocument(_) => f.write_str("OpenDocument workbook")?,
            Self::Spss => f.write_str("SPSS file")?,
            Self::Stata => f.write_str("Stata file")?,
            Self::Parquet => f.write_str("Parquet file")?,
            Self::Json => f.write_str("JSON file")?,
        }
        Ok(())
    }
}

/// In English, for log messages and drafts of study files; reports use their own language.
impl fmt::Display for Detected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(platform) = self.platform {
            write!(f, "{platform}, ")?;
        }
        write!(f, "{}", self.kind)?;
        match &self.notes.sheet {
            Some(sheet) if sheet.number > 1 => {
                write!(f, ", sheet {} of {} ({})", sheet.number, self.kind.sheets(), sheet.name)?;
            }
            _ if self.kind.sheets() > 1 => write!(f, ", the first of {} sheets", self.kind.sheets())?,
            _ => {}
        }
        let rows = if self.are_cases { "cases" } else { "rows" };
        write!(f, ", {} {rows} × {} columns", self.rows, self.columns)
    }
}
