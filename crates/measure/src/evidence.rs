//! Everything that the tables of a study came to before calibration.

use equifinal_study::table::{CaseTable, TableFound};

use crate::answers::Answered;
use crate::coded::Coded;
use crate::indicators::Trend;
use crate::measurement::Measurement;
use crate::themes::{JointDisplay, Theme};

/// The cases with their raw values, and how they were measured.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evidence {
    /// The cases with the columns that sets are calibrated from; empty where the study has no sets.
    pub cases: CaseTable,
    /// What was found out about each file, in the order of the study's tables.
    pub tables: Vec<TableFound>,
    /// The surveys, in the order of the study's surveys.
    pub measurements: Vec<Measurement>,
    /// The codings, in the order of the study's.
    pub codings: Vec<Coded>,
    /// What is told of answers, in the order of the study's.
    pub answers: Vec<Answered>,
    /// The trend of each indicator by name, in the order of the study's.
    pub trends: Vec<(String, Trend)>,
    /// The themes, in the order of the study's.
    pub themes: Vec<Theme>,
    /// Indicators beside themes, where the study has both.
    pub joint: Option<JointDisplay>,
}
