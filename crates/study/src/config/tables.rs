//! The tables that a study reads: files inside `data/`, each of one kind.

/// A table that a study names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTable {
    /// The name in the study file.
    pub name: String,
    /// The file, relative to `data/`, with forward slashes.
    pub file: String,
    /// What its rows are.
    pub kind: TableKind,
    /// The column with the ids of the rows; required of cases, else the platform's own or none where absent.
    pub id: Option<String>,
    /// The platform of responses and its form of export; found out where absent.
    pub format: Option<String>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// Cases, with a column a raw value.
    Cases,
    /// Responses to a questionnaire.
    Responses,
    /// Scores that coders gave to cases.
    Codings,
    /// Indicators by period.
    Indicators,
    /// Passages of interviews, coded by theme.
    Passages,
}

impl TableKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Cases, Self::Responses, Self::Codings, Self::Indicators, Self::Passages];

    /// The name in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Responses => "responses",
            Self::Codings => "codings",
            Self::Indicators => "indicators",
            Self::Passages => "passages",
        }
    }
}
