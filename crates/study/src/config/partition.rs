//! The parts of the cases in which an analysis is run again: their specification.

/// The groups that make the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartitionBy {
    /// The periods of a panel.
    Time,
    /// The units of a panel.
    Unit,
    /// The groups in the column that the table of cases declares as its cluster.
    Cluster(String),
    /// The groups in another column.
    Column(String),
}

impl PartitionBy {
    /// The word in study files and results; the column if it has none.
    pub fn name(&self) -> &str {
        match self {
            Self::Time => "time",
            Self::Unit => "unit",
            Self::Cluster(_) => "cluster",
            Self::Column(column) => column,
        }
    }

    /// The column of the table of cases that names the group of each case; `None` for units and periods.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Cluster(column) | Self::Column(column) => Some(column),
            Self::Time | Self::Unit => None,
        }
    }
}
