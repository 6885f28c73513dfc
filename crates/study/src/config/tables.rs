//! The tables that a study reads: files inside `data/`, each of one kind.

use crate::text::Text;

/// A table of the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTable {
    /// The name in the study file.
    pub name: String,
    /// The file, relative to `data/`, with forward slashes.
    pub file: String,
    /// The kind of its rows.
    pub kind: TableKind,
    /// The column of row ids; required for cases that are not a panel; otherwise the platform's own or none if `None`.
    pub id: Option<String>,
    /// The columns that name a case of a panel, instead of `id`.
    pub panel: Option<PanelKeys>,
    /// The platform and export format of responses; detected if `None`.
    pub format: Option<String>,
    /// The rows of a table of cases that are not cases of the study, in the study file's order.
    pub exclude: Vec<Exclusion>,
    /// The column that names the group of each case, such as its region.
    pub cluster: Option<String>,
    /// The column of the survey weights of the cases, each above 0.
    pub weight: Option<String>,
    /// The place of the table in its file, as far as the study gives it.
    pub layout: TableLayout,
    /// The documents that passages are taken from.
    pub documents: Documents,
}

/// The columns that name the cases of a panel: a unit in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelKeys {
    /// The column of the units.
    pub unit: String,
    /// The place of the periods.
    pub time: TimeKeys,
}

/// The place of the periods in a table of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeKeys {
    /// A column: a row is a unit in a period.
    Column(String),
    /// The names of columns: a row is a unit, with one column a period.
    Wide(WideKeys),
}

/// The columns of a table with one row a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WideKeys {
    /// The name of a column, with `{name}` for that of a set's column and `{time}` for the period.
    pub column: String,
    /// The periods, ascending.
    pub times: Vec<String>,
}

impl WideKeys {
    /// The sign for a set's column.
    pub const NAME: &'static str = "{name}";
    /// The sign for a period.
    pub const TIME: &'static str = "{time}";

    /// The column of a set in a period.
    pub fn named(&self, name: &str, time: &str) -> String {
        self.column.replace(Self::TIME, time).replace(Self::NAME, name)
    }
}

impl DataTable {
    /// The column of ids or units, and the place of the periods of a panel.
    pub fn identity(&self) -> (String, Option<TimeKeys>) {
        match &self.panel {
            Some(panel) => (panel.unit.clone(), Some(panel.time.clone())),
            None => (self.id.clone().unwrap_or_default(), None),
        }
    }
}

/// The documents that coded passages are taken from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Documents {
    /// Interviews.
    #[default]
    Interviews,
    /// Texts, such as articles.
    Texts,
}

impl Documents {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Interviews, Self::Texts];

    /// Their names.
    pub const NAMES: [&'static str; 2] = [Self::Interviews.name(), Self::Texts.name()];

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name in study files, and the end of keys of messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Interviews => "interviews",
            Self::Texts => "texts",
        }
    }
}

/// A row of a table of cases that is not a case of the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The id in the file.
    pub case: String,
    /// The reason, printed in the report.
    pub because: Text,
}

/// The place of a table in its file, as far as the study gives it; the rest is found when the file is read. Lines count
/// from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableLayout {
    /// The sheet of a workbook; the first with a table if `None`.
    pub sheet: Option<SheetRef>,
    /// The lines of the column names, ascending; found if empty.
    pub header_rows: Vec<usize>,
    /// The lines of the rows; found if `None`.
    pub rows: Option<LineRange>,
    /// Cells that stand for a missing value, besides empty ones.
    pub missing: Vec<String>,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetRef {
    /// By its name.
    Name(String),
    /// By its place, from 1.
    Number(usize),
}

/// Lines of a file, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineRange {
    /// The first line; the line after the column names if `None`.
    pub from: Option<usize>,
    /// The last line; the last of the file if `None`.
    pub to: Option<usize>,
}

/// The kinds of rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// Cases, with one column per raw value.
    Cases,
    /// Responses to a questionnaire.
    Responses,
    /// Scores of cases by coders.
    Codings,
    /// Indicators by period.
    Indicators,
    /// Passages of interviews, coded by theme.
    Passages,
}

impl TableKind {
    /// All kinds.
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
