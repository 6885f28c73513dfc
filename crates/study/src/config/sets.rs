//! Sets: the source of their raw values and their calibration.

use std::collections::BTreeSet;

use super::SetTime;
use crate::expression::Literal;
use crate::text::Text;

/// The specification of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct SetSpec {
    /// The name in expressions: a letter, then letters, digits and underscores.
    pub name: String,
    /// The label in reports; the name if `None`.
    pub label: Option<Text>,
    /// The label of its negation.
    pub absent: Option<Text>,
    /// The labels of the levels of a multi-value set, ascending by level.
    pub levels: Vec<(usize, Text)>,
    /// Its group of conditions, for tables and charts.
    pub group: Option<Text>,
    /// The definition.
    pub definition: Option<Text>,
    /// The meaning of each score, ascending by score.
    pub rubric: Vec<(f64, Text)>,
    /// The column of the raw values, or the construct; the set's name by default.
    pub column: String,
    /// The source of the column.
    pub source: ScoreSource,
    /// The calibration.
    pub calibrate: Calibration,
    /// The unit of the raw values (inpatients, visits), if stated.
    pub quantity: Option<String>,
    /// The study's target that anchors the set; of the same quantity.
    pub target: Option<String>,
    /// The reason for the anchors.
    pub because: Option<Reason>,
    /// The declared direction of the calibration; that of its anchors agrees with it.
    pub slope: Option<Slope>,
    /// The treatment of cases without a value; they are refused if `None`.
    pub missing: Option<MissingRule>,
    /// The period of the scores, or the periods between them; those of the case's own period if `None`.
    pub time: Option<SetTime>,
}

/// The direction in which memberships go with raw values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slope {
    /// A higher value is more in the set.
    Rising,
    /// A lower value is more in the set.
    Falling,
}

impl Slope {
    /// All directions.
    pub const ALL: [Self; 2] = [Self::Rising, Self::Falling];

    /// Their names.
    pub const NAMES: [&'static str; 2] = [Self::Rising.name(), Self::Falling.name()];

    /// The direction of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slope| slope.name() == name)
    }

    /// The name in study files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Falling => "falling",
        }
    }
}

/// The treatment of cases without a value of a set.
#[derive(Debug, Clone, PartialEq)]
pub enum MissingRule {
    /// They leave every analysis that uses the set, as condition or outcome.
    Drop,
    /// They get this value, as if it stood in the file.
    Impute {
        /// The value.
        value: Imputed,
        /// The reason, printed in the report.
        because: Text,
    },
}

/// An imputed value.
#[derive(Debug, Clone, PartialEq)]
pub enum Imputed {
    /// A raw value.
    Number(f64),
    /// One of the values of a recoded set.
    Code(String),
}

impl MissingRule {
    /// The imputed number, if there is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Impute { value: Imputed::Number(value), .. } => Some(*value),
            _ => None,
        }
    }

    /// The imputed code, if there is one.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Impute { value: Imputed::Code(code), .. } => Some(code),
            _ => None,
        }
    }
}

/// The source of a set's raw values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ScoreSource {
    /// A column of the table of cases, or an item of responses that are the cases.
    #[default]
    Table,
    /// The scores of a construct.
    Construct,
    /// The scores of a condition in this coding.
    Coding(String),
}

/// A value set by a policy for a quantity: an anchor from outside the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The name.
    pub name: String,
    /// The label in reports; the name if `None`.
    pub label: Option<Text>,
    /// The value, in raw units.
    pub value: f64,
    /// The raw unit ("share", "percent").
    pub unit: Option<String>,
    /// The unit counted (inpatients, visits).
    pub quantity: String,
    /// The side of the value on which the target is met.
    pub direction: Direction,
    /// The source of the target.
    pub source: Option<Text>,
}

/// The side of a target on which it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// At the value and above.
    #[default]
    AtLeast,
    /// At the value and below.
    AtMost,
}

/// The kinds of justification of a calibration.
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

/// The reason for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The kind of justification, if stated.
    pub source: Option<ReasonSource>,
    /// The reason in words.
    pub text: Text,
}

/// The three qualitative anchors of a set, in raw units or percentiles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchors {
    /// Full non-membership.
    pub exclusion: f64,
    /// The crossover: maximum ambiguity.
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

/// The regressors of an indirect calibration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// The raw value.
    #[default]
    Linear,
    /// Logarithm, square root, raw value and its square, as R `QCA`; for values above 0.
    Fractional,
}

/// The combination of several sets' memberships in a composite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combination {
    /// The minimum.
    All,
    /// The maximum.
    Any,
    /// The arithmetic mean.
    Mean,
}

/// The calibration of raw values to memberships or levels.
#[derive(Debug, Clone, PartialEq)]
pub enum Calibration {
    /// The column already holds memberships or levels.
    Given(Given),
    /// 1 from the threshold upwards, otherwise 0.
    Crisp {
        /// The threshold, which belongs to the upper group.
        threshold: f64,
    },
    /// The number of thresholds reached.
    Levels {
        /// Ascending thresholds, each belonging to the level above it.
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
    /// Two triples of anchors in raw values: in (or out) between the two inner ones.
    Bell {
        /// The anchors on the lower side.
        low: Anchors,
        /// The anchors on the upper side, in reverse order.
        high: Anchors,
        /// Membership at the inclusion anchors of a logistic shape, in (0.5, 1).
        idm: f64,
        /// The curve between anchors.
        shape: Shape,
    },
    /// The share of cases at or below the value; between anchors if there are any.
    Ecdf {
        /// The anchors, in raw values.
        anchors: Option<Anchors>,
    },
    /// Groups between thresholds, smoothed by a regression (Ragin 2008, ch. 5).
    Indirect {
        /// Ascending thresholds.
        thresholds: Vec<f64>,
        /// The regressors.
        basis: Basis,
    },
    /// Totally fuzzy and relative (Cheli & Lemmi 1995).
    Tfr {
        /// The lowest value of the scale; the lowest observed by default.
        lowest: Option<f64>,
    },
    /// A membership for each value, as written in the cells.
    Recode(Vec<(String, f64)>),
    /// The order of two events: cells of 1, 0 and "-" for a case of which it cannot be said.
    Temporal,
    /// A combination of other sets, without circular definitions.
    Composite {
        /// The combination.
        how: Combination,
        /// The parts, at least two.
        of: Vec<Literal>,
    },
}

/// The content of a column that is already calibrated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Degrees in [0, 1].
    Fuzzy,
    /// Only 0 and 1.
    Crisp,
    /// Whole levels 0, 1, 2, …
    MultiValue,
}

impl Anchors {
    /// All three anchors shifted together, with the crossover at `value`.
    #[must_use]
    pub fn shifted(self, value: f64) -> Self {
        let distance = value - self.crossover;
        Self { exclusion: self.exclusion + distance, crossover: value, inclusion: self.inclusion + distance }
    }
}

impl Calibration {
    /// The thresholds of a crisp or multi-value set.
    pub fn thresholds(&self) -> Option<&[f64]> {
        match self {
            Self::Crisp { threshold } => Some(std::slice::from_ref(threshold)),
            Self::Levels { thresholds } => Some(thresholds),
            _ => None,
        }
    }

    /// The three anchors, in raw values or percentiles, if it has three.
    pub fn anchors(&self) -> Option<Anchors> {
        match self {
            Self::Direct { anchors, .. } | Self::Percentiles { anchors, .. } => Some(*anchors),
            Self::Ecdf { anchors } => *anchors,
            _ => None,
        }
    }

    /// The direction in which memberships go with raw values; `None` if they go both ways, or have no raw values.
    pub fn slope(&self) -> Option<Slope> {
        match self {
            Self::Bell { .. } | Self::Recode(_) | Self::Temporal | Self::Composite { .. } => None,
            _ if self.anchors().is_some_and(|anchors| anchors.exclusion > anchors.inclusion) => Some(Slope::Falling),
            _ => Some(Slope::Rising),
        }
    }

    /// True if the resulting set is multi-value.
    pub fn is_multi_value(&self) -> bool {
        matches!(self, Self::Given(Given::MultiValue) | Self::Levels { .. })
    }

    /// Membership at the inclusion anchor, in (0.5, 1), for logistic shapes.
    pub fn idm(&self) -> Option<f64> {
        match self {
            Self::Direct { idm, shape: Shape::Logistic, .. }
            | Self::Percentiles { idm, shape: Shape::Logistic, .. }
            | Self::Bell { idm, shape: Shape::Logistic, .. } => Some(*idm),
            _ => None,
        }
    }
}

/// Some sets with those of which their composites are made, and so on.
pub fn with_parts<'a>(
    mut names: BTreeSet<&'a str>,
    sets: impl IntoIterator<Item = &'a SetSpec, IntoIter: Clone>,
) -> BTreeSet<&'a str> {
    let sets = sets.into_iter();
    let mut open: Vec<&str> = names.iter().copied().collect();
    while let Some(name) = open.pop() {
        for spec in sets.clone().filter(|spec| spec.name == name) {
            let Calibration::Composite { of, .. } = &spec.calibrate else { continue };
            open.extend(of.iter().map(|part| part.set.as_str()).filter(|part| names.insert(part)));
        }
    }
    names
}

/// Default membership at the inclusion anchor.
pub const DEFAULT_IDM: f64 = 0.95;
