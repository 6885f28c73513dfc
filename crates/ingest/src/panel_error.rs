//! Mistakes in the units and periods of a panel.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

use crate::wording::{listed, shown};

/// A mistake in the units and periods of a panel.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PanelError {
    /// A cell is not a period.
    NotAPeriod {
        /// The line.
        line: usize,
        /// The column of the periods.
        column: String,
        /// The unit.
        unit: String,
        /// The cell; empty if there is none.
        value: String,
    },
    /// Two rows are the same unit in the same period.
    Twice {
        /// The line.
        line: usize,
        /// The line of the first row.
        first: usize,
        /// The unit.
        unit: String,
        /// The period.
        time: String,
    },
    /// A column has a value for some periods of a wide table but not for all.
    PeriodsLack {
        /// The line of the header; 0 for files without lines.
        line: usize,
        /// The column of the set.
        name: String,
        /// The names of columns that are not there.
        lacking: Vec<String>,
    },
}

impl PanelError {
    /// The line concerned.
    pub(crate) fn line(&self) -> usize {
        match self {
            Self::NotAPeriod { line, .. } | Self::Twice { line, .. } | Self::PeriodsLack { line, .. } => *line,
        }
    }

    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NotAPeriod { line, column, unit, value } if value.is_empty() => {
                say!("panel-no-period", line, column, unit)
            }
            Self::NotAPeriod { line, column, unit, value } => {
                say!("panel-not-period", line, column, unit, value = shown(value))
            }
            Self::Twice { line, first, unit, time } => say!("panel-twice", line, first, unit, time),
            Self::PeriodsLack { line, name, lacking } => {
                say!("panel-periods-lack", line, name, lacking = listed(lacking))
            }
        }
    }
}

worded!(PanelError);
