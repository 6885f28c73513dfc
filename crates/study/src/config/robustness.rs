//! Robustness checks of a study: ranges, a multiverse, resampled cases.

use super::{Dimension, Resample};

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
