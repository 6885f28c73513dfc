//! What a study tries beside its own decisions: ranges, a multiverse, resampled cases.

use super::{AtCrossover, Calibration, Expect, SolutionType};

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

/// The study with other cases, or other values of its cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resample {
    /// So many cases are left out at a time, in every way or, of too many ways, in as many as are drawn.
    pub leave_out: Option<usize>,
    /// So many times, as many cases as there are, drawn with replacement.
    pub bootstrap: Option<u64>,
    /// Noise on memberships.
    pub membership_noise: Option<MembershipNoise>,
    /// Noise on raw scores.
    pub measurement_error: Option<MeasurementError>,
    /// So many times, the score of each case and coded condition drawn from those that its coders gave.
    pub coder_disagreement: Option<u64>,
    /// So many permutations of the outcome.
    pub permutation: Option<u64>,
    /// So many tables with the same margins but no relation between sets.
    pub random_data: Option<u64>,
}

/// Noise on memberships.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MembershipNoise {
    /// Its standard deviation, in (0, 1).
    pub sd: f64,
    /// How often it is drawn.
    pub draws: u64,
}

/// Noise on raw scores: draws are score + N(0, (1 − reliability) · variance), cut to the range of the scores.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasurementError {
    /// The reliability of sets' scores, in [0, 1), by set; a construct's own, as measured, for the other sets that come
    /// from constructs.
    pub reliability: Vec<(String, f64)>,
    /// How often it is drawn.
    pub draws: u64,
}
