//! Sets: where their raw values come from and how they are calibrated.

use crate::text::Text;

/// A set that analyses speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct SetSpec {
    /// The name in expressions: a letter, then letters, digits and underscores.
    pub name: String,
    /// What the set is called in reports; the name where absent.
    pub label: Option<Text>,
    /// What its negation is called.
    pub absent: Option<Text>,
    /// The group of conditions it belongs to, for tables and charts.
    pub group: Option<Text>,
    /// What the set means.
    pub definition: Option<Text>,
    /// What each score means, ascending by score.
    pub rubric: Vec<(f64, Text)>,
    /// The column that holds the raw values; the name where not given.
    pub column: String,
    /// How raw values become memberships.
    pub calibrate: Calibration,
    /// Why these anchors.
    pub because: Option<Reason>,
}

/// Where the justification of a calibration comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonSource {
    /// A theory.
    Theory,
    /// An external standard.
    Standard,
    /// Knowledge of the cases.
    Cases,
    /// The distribution in the sample.
    Sample,
}

/// Why a decision was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The kind of ground, where said.
    pub source: Option<ReasonSource>,
    /// The words.
    pub text: Text,
}

/// The three qualitative anchors of a set, in raw units or percentiles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchors {
    /// Full non-membership.
    pub exclusion: f64,
    /// The point of maximum ambiguity.
    pub crossover: f64,
    /// Full membership; below `exclusion` in a falling set.
    pub inclusion: f64,
}

/// The shape of a direct calibration between its anchors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// Log-odds of Ragin (2008), with `idm` at the outer anchors.
    #[default]
    Logistic,
    /// Straight lines, 0 and 1 at the outer anchors.
    Linear,
}

/// How the raw values of a set become memberships or levels.
#[derive(Debug, Clone, PartialEq)]
pub enum Calibration {
    /// The column already holds memberships, 0/1 or levels.
    Given(Given),
    /// 1 from the threshold upwards, else 0.
    Crisp {
        /// The raw value that belongs to the upper group.
        threshold: f64,
    },
    /// The number of thresholds reached.
    Levels {
        /// Rising thresholds, each belonging to the level above it.
        thresholds: Vec<f64>,
    },
    /// Three anchors in raw values.
    Direct {
        /// The anchors.
        anchors: Anchors,
        /// Membership at the inclusion anchor, in (0.5, 1).
        idm: f64,
        /// The curve between anchors.
        shape: Shape,
    },
    /// Three anchors as percentiles of the cases (R type 7).
    Percentiles {
        /// The anchors, in percent.
        anchors: Anchors,
        /// Membership at the inclusion anchor, in (0.5, 1).
        idm: f64,
        /// The curve between anchors.
        shape: Shape,
    },
    /// A membership for each value, as written in the cell.
    Recode(Vec<(String, f64)>),
}

/// What a column that is already calibrated holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Degrees in [0, 1].
    Fuzzy,
    /// Only 0 and 1.
    Crisp,
    /// Whole levels 0, 1, 2, …
    MultiValue,
}

impl Calibration {
    /// Whether the set it makes is multi-value.
    pub fn is_multi_value(&self) -> bool {
        matches!(self, Self::Given(Given::MultiValue) | Self::Levels { .. })
    }
}

/// Membership of the inclusion anchor where a study says nothing.
pub const DEFAULT_IDM: f64 = 0.95;
