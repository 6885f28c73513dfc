//! What a study tries beside its own decisions: ranges, a multiverse, resampled cases.

use super::{AtCrossover, Calibration, Expect, Resample, SolutionType};

/// What else is tried, named alternatives aside.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Robustness {
    /// The seed of everything drawn; 0 where the study says nothing.
    pub seed: u64,
    /// Whether exact ranges are looked for.
    pub ranges: bool,
    /// Pairs of decisions moved together, besides the cutoffs: each two numbers, with the values that are tried.
    pub maps: Vec<[Dimension; 2]>,
    /// The study in every combination of some decisions.
    pub multiverse: Option<Multiverse>,
    /// The study with other cases, or other values of its cases.
    pub resample: Option<Resample>,
}

/// The study in combinations of decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiverse {
    /// The decisions that vary, the slowest first.
    pub vary: Vec<Dimension>,
    /// Which combinations are tried.
    pub design: Design,
    /// Whether sweeps alone go through them, and no run does.
    pub swept: bool,
}

/// Which combinations of decisions are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Design {
    /// Every one.
    #[default]
    Factorial,
    /// Those that are listed: the first values of all decisions, then the second ones, and so on.
    List,
    /// So many, each value of each decision as often as every other (McKay, Beckman & Conover 1979).
    LatinHypercube(u64),
    /// So many points of a Sobol sequence (Sobol 1967; Joe & Kuo 2008).
    Sobol(u64),
}

/// One decision and what it may be.
#[derive(Debug, Clone, PartialEq)]
pub enum Dimension {
    /// The raw-consistency cutoff.
    Consistency(Values),
    /// The PRI cutoff.
    Pri(Values),
    /// The frequency cutoff, in cases.
    Frequency(Vec<usize>),
    /// An anchor of a set.
    Anchor {
        /// The set.
        set: String,
        /// Which anchor.
        anchor: Anchor,
        /// Its values.
        values: Values,
    },
    /// Membership at the inclusion anchor of a set.
    Idm {
        /// The set.
        set: String,
        /// Its values.
        values: Values,
    },
    /// The solution that is interpreted.
    Solution(Vec<SolutionType>),
    /// What is expected of a condition.
    Expectation {
        /// The condition.
        condition: String,
        /// The expectations.
        expect: Vec<Expect>,
    },
    /// Conditions left out together; an empty list leaves out none.
    DropConditions(Vec<Vec<String>>),
    /// Cases left out together; an empty list leaves out none.
    DropCases(Vec<Vec<String>>),
    /// What becomes of memberships of 0.5.
    AtCrossover(Vec<AtCrossover>),
}

impl Dimension {
    /// How many values there are; nothing where there is no end of them.
    pub fn values(&self) -> Option<usize> {
        match self {
            Self::Consistency(values) | Self::Pri(values) | Self::Anchor { values, .. } | Self::Idm { values, .. } => {
                match values {
                    Values::List(values) => Some(values.len()),
                    Values::Between { .. } => None,
                }
            }
            Self::Frequency(values) => Some(values.len()),
            Self::Solution(values) => Some(values.len()),
            Self::Expectation { expect, .. } => Some(expect.len()),
            Self::DropConditions(groups) | Self::DropCases(groups) => Some(groups.len()),
            Self::AtCrossover(values) => Some(values.len()),
        }
    }

    /// Whether `other` gives values to the same decision.
    pub fn moves_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Anchor { set, anchor, .. }, Self::Anchor { set: twin, anchor: same, .. }) => {
                (set, anchor) == (twin, same)
            }
            (Self::Idm { set, .. }, Self::Idm { set: twin, .. }) => set == twin,
            (Self::Expectation { condition, .. }, Self::Expectation { condition: twin, .. }) => condition == twin,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What moves when an anchor is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// Full non-membership.
    Exclusion,
    /// The crossover alone.
    Crossover,
    /// Full membership.
    Inclusion,
    /// All three, by the same distance; the number is that of the crossover.
    Together,
    /// A threshold of a crisp or multi-value set, by position.
    Threshold(usize),
}

impl Anchor {
    /// Those that study files name; of the thresholds that of a crisp set.
    pub const ALL: [Self; 5] = [Self::Exclusion, Self::Crossover, Self::Inclusion, Self::Together, Self::Threshold(0)];

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|anchor| anchor.name() == name)
    }

    /// Whether a calibration has it, and can have it alone elsewhere.
    pub fn moves_in(self, calibration: &Calibration) -> bool {
        match calibration {
            Calibration::Direct { .. } => !matches!(self, Self::Threshold(_)),
            Calibration::Percentiles { .. } => !matches!(self, Self::Threshold(_) | Self::Together),
            Calibration::Crisp { .. } => self == Self::Threshold(0),
            _ => false,
        }
    }

    /// The name in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exclusion => "exclusion",
            Self::Crossover => "crossover",
            Self::Inclusion => "inclusion",
            Self::Together => "together",
            Self::Threshold(_) => "threshold",
        }
    }
}

/// The numbers that a decision may be.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// These.
    List(Vec<f64>),
    /// Any between two; for samples only.
    Between {
        /// The lowest.
        from: f64,
        /// The highest.
        to: f64,
    },
}
