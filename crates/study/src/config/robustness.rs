//! Robustness checks of a study: ranges, a multiverse, resampled cases.

use super::{AtCrossover, Calibration, Expect, Resample, SolutionType};

/// All robustness checks except named alternatives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Robustness {
    /// The seed of all random draws; 0 by default.
    pub seed: u64,
    /// True if exact ranges are computed.
    pub ranges: bool,
    /// Pairs of numeric decisions varied together, besides the cutoffs, with the values to evaluate.
    pub maps: Vec<[Dimension; 2]>,
    /// The study under combinations of decisions.
    pub multiverse: Option<Multiverse>,
    /// The study with other cases, or redrawn values.
    pub resample: Option<Resample>,
}

/// The study in combinations of decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiverse {
    /// The decisions that vary, the slowest first.
    pub vary: Vec<Dimension>,
    /// The design of the combinations.
    pub design: Design,
    /// True if only sweeps evaluate them.
    pub swept: bool,
}

/// Designs of combinations of decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Design {
    /// All combinations.
    #[default]
    Factorial,
    /// Listed combinations: the first values of all decisions, then the second ones, and so on.
    List,
    /// Latin hypercube of this size, with each value of each decision equally often (McKay, Beckman & Conover 1979).
    LatinHypercube(u64),
    /// This number of points of a Sobol sequence (Sobol 1967; Joe & Kuo 2008).
    Sobol(u64),
}

/// One decision and its values.
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
        /// The anchor.
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
    /// The expectation of a condition.
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
    /// The policy for memberships of 0.5.
    AtCrossover(Vec<AtCrossover>),
}

impl Dimension {
    /// Number of values; `None` for a continuous range.
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

    /// True if `other` varies the same decision.
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

/// The anchors that can be varied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// Full non-membership.
    Exclusion,
    /// The crossover alone.
    Crossover,
    /// Full membership.
    Inclusion,
    /// All three, shifted together; the number is that of the crossover.
    Together,
    /// A threshold of a crisp or multi-value set, by index.
    Threshold(usize),
}

impl Anchor {
    /// The anchors that study files name; a threshold of a crisp set.
    pub const ALL: [Self; 5] = [Self::Exclusion, Self::Crossover, Self::Inclusion, Self::Together, Self::Threshold(0)];

    /// The anchor of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|anchor| anchor.name() == name)
    }

    /// True if a calibration has it and can vary it alone.
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

/// The values of a numeric decision.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Listed values.
    List(Vec<f64>),
    /// Any value in a range; for samples only.
    Between {
        /// The lowest.
        from: f64,
        /// The highest.
        to: f64,
    },
}
