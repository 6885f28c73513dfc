//! The evidence of a study: all tables as they are before calibration.

use equifinal_study::table::{CaseTable, TableFound};

use crate::answers::Answered;
use crate::coded::Coded;
use crate::indicators::Trend;
use crate::measurement::Measurement;
use crate::themes::{JointDisplay, Theme};

/// The cases with their raw values, and their measurement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evidence {
    /// The cases with the columns that sets are calibrated from; empty if the study has no sets.
    pub cases: CaseTable,
    /// The detected properties of each file, in the order of the study's tables.
    pub tables: Vec<TableFound>,
    /// The surveys, in the order of the study's surveys.
    pub measurements: Vec<Measurement>,
    /// The codings, in the order of the study's.
    pub codings: Vec<Coded>,
    /// The statements about answers, in the study's order.
    pub answers: Vec<Answered>,
    /// The trend of each indicator by name, in the order of the study's.
    pub trends: Vec<(String, Trend)>,
    /// The themes, in the order of the study's.
    pub themes: Vec<Theme>,
    /// Indicators and their themes, if the study has both.
    pub joint: Option<JointDisplay>,
}
