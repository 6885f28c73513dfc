//! The part of a table of cases that a study reads.

use std::collections::BTreeSet;

use equifinal_study::config::{Exclusion, TableLayout, TimeKeys};
use equifinal_study::table::ColumnKind;

/// The columns to read from a table of cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The column of the case ids, or of the units of a panel.
    pub id: String,
    /// The place of the periods of a panel.
    pub time: Option<TimeKeys>,
    /// Columns by name; a column needed both as numbers and as text occurs twice.
    pub columns: Vec<(String, ColumnKind)>,
    /// Those of them that may hold cells without a value.
    pub may_lack: BTreeSet<(String, ColumnKind)>,
    /// The rows that are not cases, by id; their cells are not read.
    pub exclude: Vec<Exclusion>,
    /// The place of the table in its file.
    pub layout: TableLayout,
}

impl Wanted {
    /// The names of columns that the header must have; those of a wide table depend on it.
    pub(crate) fn names(&self) -> Vec<&str> {
        let columns = self.columns.iter().map(|(name, _)| name.as_str());
        let id = std::iter::once(self.id.as_str());
        match &self.time {
            None => id.chain(columns).collect(),
            Some(TimeKeys::Column(time)) => id.chain([time.as_str()]).chain(columns).collect(),
            Some(TimeKeys::Wide(_)) => id.collect(),
        }
    }
}
