//! What calibration found out about each set, for the report.

use crate::config::Anchors;

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
    /// Cases within [`BAND`](crate::crossover::BAND) of 0.5, sorted.
    pub at_crossover: Vec<String>,
}

/// What stands out in the sets of a study, for the report to put into words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagnosis {
    /// What to think twice about, sets in the order of the study file, then pairs of conditions.
    pub concerns: Vec<Concern>,
    /// Thresholds beside those that the values suggest.
    pub thresholds: Vec<ThresholdCheck>,
}

/// The thresholds of a set and those that its raw values suggest: the borders between clusters, and the widest gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct ThresholdCheck {
    /// The set.
    pub set: String,
    /// The study's, rising.
    pub chosen: Vec<f64>,
    /// As many from a clustering of the values, rising.
    pub suggested: Vec<f64>,
    /// Whether both divide the cases alike.
    pub taken: bool,
    /// The middles of as many widest gaps between the values, rising.
    pub gaps: Vec<f64>,
    /// Whether these and the study's divide the cases alike.
    pub at_gaps: bool,
}

/// Something about a calibration that a reader would ask about.
#[derive(Debug, Clone, PartialEq)]
pub enum Concern {
    /// The same value in every case of at least two, so that nothing follows from it.
    Constant {
        /// The set.
        set: String,
        /// The membership, or the level of a multi-value set.
        value: f64,
    },
    /// Fewer than a fifth or more than four fifths of the cases are in.
    Skewed {
        /// The set.
        set: String,
        /// Share of cases with a membership above 0.5.
        share_in: f64,
    },
    /// More than 85 % of the cases lie on one side of 0.5.
    PiledUp {
        /// The set.
        set: String,
        /// The share of that side.
        share: f64,
        /// Whether it is the side of the members.
        inside: bool,
    },
    /// More than 85 % of the cases have one level of a multi-value set.
    OneLevel {
        /// The set.
        set: String,
        /// The level.
        level: usize,
        /// The share of cases that have it.
        share: f64,
    },
    /// Memberships that hardly differ: a standard deviation below 0.15.
    LittleSpread {
        /// The set.
        set: String,
        /// The standard deviation, with n - 1.
        sd: f64,
    },
    /// Cases within 0.05 of the crossover, which a small shift of it would carry over.
    NearCrossover {
        /// The set.
        set: String,
        /// The cases, sorted.
        cases: Vec<String>,
    },
    /// Raw values that lie on one side of all anchors or thresholds, or beyond the outer anchors on both sides.
    BeyondAnchors {
        /// The set.
        set: String,
        /// The smallest and the largest value.
        range: [f64; 2],
        /// The lowest and the highest anchor or threshold.
        anchors: [f64; 2],
        /// Whether all values lie on one side.
        one_sided: bool,
        /// 100 where the values look like shares and the anchors like percentages, 0.01 the other way round.
        factor: Option<f64>,
    },
    /// Anchors at the usual percentiles of the sample, though the reason given is not the sample.
    AnchorsFollowSample {
        /// The set.
        set: String,
        /// The percentiles of exclusion, crossover and inclusion.
        percentiles: [f64; 3],
    },
    /// No reason for a calibration.
    NoReason {
        /// The set.
        set: String,
    },
    /// A reason of a word or two.
    ShortReason {
        /// The set.
        set: String,
    },
    /// Two conditions of an analysis in which every case has the same membership.
    Identical {
        /// The condition declared first.
        first: String,
        /// The other.
        second: String,
    },
    /// Two conditions of an analysis whose memberships correlate above 0.80, or below -0.80.
    Correlated {
        /// The condition declared first.
        first: String,
        /// The other.
        second: String,
        /// Pearson's coefficient.
        r: f64,
    },
}
