//! Sets as they are declared, and the number of their values.

use equifinal_study::config::{Calibration, SetSpec};

/// A declared set, even if it could not be read.
#[derive(Debug, Clone)]
pub(super) struct DeclaredSet {
    /// The name.
    pub(super) name: String,
    /// The byte offset of its name, which distinguishes included sets from the study's own.
    pub(super) at: usize,
    /// The set, if it has no mistakes.
    pub(super) spec: Option<SetSpec>,
}

/// The number of values of a set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    /// In or out.
    Two,
    /// Levels 0 up to this many less one.
    Levels(usize),
    /// Levels; their number depends on the data.
    SomeLevels,
    /// The set could not be read.
    Unknown,
}

impl DeclaredSet {
    /// True for the order of two events.
    pub(super) fn is_temporal(&self) -> bool {
        self.spec.as_ref().is_some_and(|spec| spec.calibrate == Calibration::Temporal)
    }

    /// The number of values of the set.
    pub(super) fn values(&self) -> Values {
        match self.spec.as_ref().map(|spec| &spec.calibrate) {
            None => Values::Unknown,
            Some(Calibration::Levels { thresholds }) => Values::Levels(thresholds.len() + 1),
            Some(calibration) if calibration.is_multi_value() => Values::SomeLevels,
            Some(_) => Values::Two,
        }
    }
}
