//! What calibration found out about each set, for the report.

use crate::config::Anchors;

/// Half the width of the band around 0.5 in which a membership counts as "at the crossover".
///
/// Anchors are printed with three decimals, so memberships this close to 0.5 cannot be told from it.
pub const CROSSOVER_BAND: f64 = 5e-4;

/// Raw values of a set, described.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Descriptives {
    /// Arithmetic mean.
    pub mean: f64,
    /// Standard deviation with n − 1; nothing for a single case.
    pub sd: Option<f64>,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
}

/// One set after calibration.
#[derive(Debug, Clone, PartialEq)]
pub struct SetDiagnosis {
    /// The set.
    pub set: String,
    /// The anchors in raw units (percentiles resolved), where the method has three.
    pub anchors: Option<Anchors>,
    /// The raw values, where they are numbers.
    pub raw: Option<Descriptives>,
    /// Share of cases with a membership above 0.5, in [0, 1]; nothing for multi-value sets.
    pub share_in: Option<f64>,
    /// Cases within [`CROSSOVER_BAND`] of 0.5, by id, sorted.
    pub at_crossover: Vec<String>,
}
