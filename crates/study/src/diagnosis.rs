//! The diagnosis of each calibrated set, for the report.

use crate::config::Anchors;

/// Descriptive statistics of a set's raw values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Descriptives {
    /// Arithmetic mean.
    pub mean: f64,
    /// Standard deviation with n − 1; `None` for a single case.
    pub sd: Option<f64>,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
}

/// The diagnosis of one set after calibration.
#[derive(Debug, Clone, PartialEq)]
pub struct SetDiagnosis {
    /// The set.
    pub set: String,
    /// The anchors in raw units (percentiles resolved), if the method has three.
    pub anchors: Option<Anchors>,
    /// The raw values, if they are numbers.
    pub raw: Option<Descriptives>,
    /// Share of cases with a membership above 0.5, in [0, 1]; `None` for multi-value sets.
    pub share_in: Option<f64>,
    /// Cases within [`BAND`](crate::crossover::BAND) of 0.5, sorted.
    pub at_crossover: Vec<String>,
}

/// Calibration diagnostics of a study, for the report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagnosis {
    /// The concerns: totals among the cases, sets in the order of the study file, then pairs of conditions.
    pub concerns: Vec<Concern>,
    /// Comparisons of thresholds with suggested ones.
    pub thresholds: Vec<ThresholdCheck>,
}

/// The thresholds of a set compared with those suggested by its raw values: borders between clusters, and the widest
/// gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct ThresholdCheck {
    /// The set.
    pub set: String,
    /// The study's thresholds, ascending.
    pub chosen: Vec<f64>,
    /// The same number of thresholds from a clustering of the values, ascending.
    pub suggested: Vec<f64>,
    /// True if both divide the cases equally.
    pub taken: bool,
    /// The midpoints of the same number of widest gaps between values, ascending.
    pub gaps: Vec<f64>,
    /// True if these and the study's divide the cases equally.
    pub at_gaps: bool,
}

/// A concern about a calibration.
#[derive(Debug, Clone, PartialEq)]
pub enum Concern {
    /// A case is the sum or the mean of the others in every column of numbers.
    TotalOfOthers {
        /// The case.
        case: String,
        /// The columns.
        columns: Vec<String>,
    },
    /// The anchors of a set fall, and the study does not say that they should.
    FallsUnsaid {
        /// The set.
        set: String,
        /// The anchors of exclusion and inclusion, as written.
        anchors: [f64; 2],
    },
    /// At least two cases, all with the same value.
    Constant {
        /// The set.
        set: String,
        /// The membership, or the level of a multi-value set.
        value: f64,
    },
    /// Fewer than a fifth or more than four fifths of the cases are in the set.
    Skewed {
        /// The set.
        set: String,
        /// Share of cases with a membership above 0.5.
        share_in: f64,
    },
    /// More than 85 % of the cases are on one side of 0.5.
    PiledUp {
        /// The set.
        set: String,
        /// The share of that side.
        share: f64,
        /// True if it is the side of the members.
        inside: bool,
    },
    /// More than 85 % of the cases have one level of a multi-value set.
    OneLevel {
        /// The set.
        set: String,
        /// The level.
        level: usize,
        /// The share of cases with this level.
        share: f64,
    },
    /// Memberships vary little: the standard deviation is below 0.15.
    LittleSpread {
        /// The set.
        set: String,
        /// The standard deviation, with n - 1.
        sd: f64,
    },
    /// Cases within 0.05 of the crossover, which a small shift would move across it.
    NearCrossover {
        /// The set.
        set: String,
        /// The cases, sorted.
        cases: Vec<String>,
    },
    /// All raw values are on one side of the anchors or thresholds, or beyond the outer anchors on both sides.
    BeyondAnchors {
        /// The set.
        set: String,
        /// The smallest and the largest value.
        range: [f64; 2],
        /// The lowest and the highest anchor or threshold.
        anchors: [f64; 2],
        /// True if all values are on one side.
        one_sided: bool,
        /// 100 if the values look like shares and the anchors like percentages, 0.01 in the opposite case.
        factor: Option<f64>,
    },
    /// Anchors are at the usual percentiles of the sample, but another reason is given.
    AnchorsFollowSample {
        /// The set.
        set: String,
        /// The percentiles of exclusion, crossover and inclusion.
        percentiles: [f64; 3],
    },
    /// A calibration has no reason.
    NoReason {
        /// The set.
        set: String,
    },
    /// A reason is only a word or two.
    ShortReason {
        /// The set.
        set: String,
    },
    /// Two conditions of an analysis have equal memberships in every case.
    Identical {
        /// The condition declared first.
        first: String,
        /// The other.
        second: String,
    },
    /// Two conditions of an analysis have memberships that correlate above 0.80, or below -0.80.
    Correlated {
        /// The condition declared first.
        first: String,
        /// The other.
        second: String,
        /// Pearson's coefficient.
        r: f64,
    },
}
