//! Sets: where their raw values come from and how they are calibrated.

use crate::expression::Literal;
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
    /// The column that holds the raw values, or the construct; the set's name where not given.
    pub column: String,
    /// What the column is one of.
    pub source: ScoreSource,
    /// How raw values become memberships.
    pub calibrate: Calibration,
    /// What the raw values are a share or a count of (inpatients, visits), where said.
    pub quantity: Option<String>,
    /// The target that the set is measured against, one of the study's; of the same quantity.
    pub target: Option<String>,
    /// Why these anchors.
    pub because: Option<Reason>,
}

/// Where the raw values of a set come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ScoreSource {
    /// A column of the table of cases, or an item of the responses that are the cases.
    #[default]
    Table,
    /// The scores of a construct.
    Construct,
    /// The scores of a condition in the coding of this name.
    Coding(String),
}

/// A value that a policy sets for a quantity: an anchor from outside the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The name.
    pub name: String,
    /// What it is called in reports; the name where absent.
    pub label: Option<Text>,
    /// The value, in raw units.
    pub value: f64,
    /// The raw unit ("share", "percent").
    pub unit: Option<String>,
    /// What is counted (inpatients, visits).
    pub quantity: String,
    /// On which side of the value the target is met.
    pub direction: Direction,
    /// Who set it.
    pub source: Option<Text>,
}

/// On which side of its value a target is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// At the value and above.
    #[default]
    AtLeast,
    /// At the value and below.
    AtMost,
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
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Shape {
    /// Log-odds of Ragin (2008), with `idm` at the outer anchors.
    #[default]
    Logistic,
    /// Straight lines, 0 and 1 at the outer anchors.
    Linear,
    /// Powers of the distance from the outer anchors, 0 and 1 there; exponents of 1 are straight lines.
    Power {
        /// The exponent below the crossover, above 0.
        below: f64,
        /// The exponent above the crossover, above 0.
        above: f64,
    },
}

/// What an indirect calibration regresses the groups on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// The raw value.
    #[default]
    Linear,
    /// Logarithm, square root, raw value and its square, as R `QCA`; for values above 0.
    Fractional,
}

/// How the memberships of several sets become that of a set made of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combination {
    /// The smallest of them.
    All,
    /// The largest of them.
    Any,
    /// Their arithmetic mean.
    Mean,
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
    /// Two times three anchors in raw values: in (or out) between the two inner ones.
    Bell {
        /// The anchors met first as raw values rise.
        low: Anchors,
        /// The anchors met after those, running the other way.
        high: Anchors,
        /// Membership at the inclusion anchors of a logistic shape, in (0.5, 1).
        idm: f64,
        /// The curve between anchors.
        shape: Shape,
    },
    /// The share of cases at or below the value; between anchors where there are any.
    Ecdf {
        /// The anchors, in raw values.
        anchors: Option<Anchors>,
    },
    /// Groups between thresholds, smoothed by a regression (Ragin 2008, ch. 5).
    Indirect {
        /// Rising thresholds.
        thresholds: Vec<f64>,
        /// What the regression runs on.
        basis: Basis,
    },
    /// Totally fuzzy and relative (Cheli & Lemmi 1995).
    Tfr {
        /// The lowest value of the scale; the lowest observed where absent.
        lowest: Option<f64>,
    },
    /// A membership for each value, as written in the cell.
    Recode(Vec<(String, f64)>),
    /// Made of other sets; no ring of them.
    Composite {
        /// How.
        how: Combination,
        /// Of which, two at least.
        of: Vec<Literal>,
    },
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

    /// Membership at the inclusion anchor, in (0.5, 1), where the curve depends on it: of logistic shapes.
    pub fn idm(&self) -> Option<f64> {
        match self {
            Self::Direct { idm, shape: Shape::Logistic, .. }
            | Self::Percentiles { idm, shape: Shape::Logistic, .. }
            | Self::Bell { idm, shape: Shape::Logistic, .. } => Some(*idm),
            _ => None,
        }
    }
}

/// Membership of the inclusion anchor where a study says nothing.
pub const DEFAULT_IDM: f64 = 0.95;
