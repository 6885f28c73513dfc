//! The study with other cases, or other values of its cases: what is drawn, how often, and how much of it at most.

/// The study with other cases, or other values of its cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resample {
    /// How many cases are left out at a time.
    pub leave_out: Option<usize>,
    /// How often as many cases as there are are drawn with replacement.
    pub bootstrap: Option<u64>,
    /// Noise on memberships.
    pub membership_noise: Option<MembershipNoise>,
    /// True scores that are plausible beside the raw scores.
    pub measurement_error: Option<MeasurementError>,
    /// How often the score of each case and coded condition is drawn from those that its coders gave.
    pub coder_disagreement: Option<u64>,
    /// How many permutations of the outcome are drawn, where not all of its orders are tried.
    pub permutation: Option<u64>,
    /// How many tables with the same margins but no relation between sets are drawn.
    pub random_data: Option<u64>,
    /// How much of each is done.
    pub limits: Limits,
}

/// How much resampling may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most draws of one kind that a study may ask for.
    pub draws: u64,
    /// All distinct orders of the outcome are tried where there are at most this many; else permutations are drawn.
    pub orders: u64,
    /// All ways to leave cases out are tried where there are at most this many; else this many are drawn.
    pub ways: u64,
}

impl Limits {
    /// The most that any of them can be set to: results of draws are kept in memory, 16 bytes each and analysis.
    pub const MOST: u64 = 10_000_000;
}

impl Default for Limits {
    fn default() -> Self {
        Self { draws: 1_000_000, orders: 100_000, ways: 10_000 }
    }
}

/// Noise on memberships.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MembershipNoise {
    /// Its standard deviation, in (0, 1).
    pub sd: f64,
    /// How often it is drawn.
    pub draws: u64,
}

/// True scores that are plausible beside the raw scores, given their reliability (classical test theory).
#[derive(Debug, Clone, PartialEq)]
pub struct MeasurementError {
    /// The reliability of sets' scores, in [0, 1), by set; a construct's own, as measured, for the other sets that come
    /// from constructs.
    pub reliability: Vec<(String, f64)>,
    /// How often it is drawn.
    pub draws: u64,
}
