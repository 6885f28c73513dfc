//! What a file of data turned out to be.

use std::fmt;

/// What was found out about a file of data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Detected {
    /// The platform and its form of export, by the name that `format` takes; nothing where no platform wrote it.
    pub platform: Option<&'static str>,
    /// The kind of file.
    pub kind: FileKind,
    /// Records below the header.
    pub rows: usize,
    /// Columns of the file, used or not.
    pub columns: usize,
    /// Whether each row is a case or respondent with an id.
    pub are_cases: bool,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FileKind {
    /// Text with separated cells.
    Delimited {
        /// The name of the encoding, as the Encoding Standard writes it.
        encoding: &'static str,
        /// Whether it starts with a byte order mark.
        is_marked: bool,
        /// What separates the cells.
        separator: Separator,
    },
    /// An Excel workbook of so many sheets, at least one, of which the first is read.
    Excel(usize),
    /// A workbook of Excel 97, likewise.
    Excel97(usize),
    /// An OpenDocument workbook, likewise.
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

/// What stands between the cells of a record.
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
    /// How many sheets a workbook has; one for all others.
    pub fn sheets(self) -> usize {
        match self {
            Self::Excel(sheets) | Self::Excel97(sheets) | Self::OpenDocument(sheets) => sheets,
            Self::Delimited { .. } | Self::Spss | Self::Stata | Self::Parquet | Self::Json => 1,
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
        if self.sheets() > 1 { write!(f, ", the first of {} sheets", self.sheets()) } else { Ok(()) }
    }
}

/// In English, for the log and for drafts of study files; reports say it in their own language.
impl fmt::Display for Detected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(platform) = self.platform {
            write!(f, "{platform}, ")?;
        }
        let rows = if self.are_cases { "cases" } else { "rows" };
        write!(f, "{}, {} {rows} × {} columns", self.kind, self.rows, self.columns)
    }
}
