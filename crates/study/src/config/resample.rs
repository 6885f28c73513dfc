//! Resampling: the study with other cases, or redrawn values, with numbers of draws and limits.

/// The resampling of a study.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resample {
    /// Number of cases left out at a time.
    pub leave_out: Option<usize>,
    /// Number of cases whose outcome is reversed at a time.
    pub reverse: Option<usize>,
    /// Cases that are left out, or whose outcome is reversed, each with a probability of its own.
    pub perturb: Option<Perturbation>,
    /// Number of bootstrap draws of all cases with replacement.
    pub bootstrap: Option<u64>,
    /// Noise on memberships.
    pub membership_noise: Option<MembershipNoise>,
    /// Plausible true scores given the raw scores.
    pub measurement_error: Option<MeasurementError>,
    /// Number of draws of each coded score from those of its coders.
    pub coder_disagreement: Option<u64>,
    /// Number of permutations of the outcome, if not all orders are tried.
    pub permutation: Option<u64>,
    /// Number of tables with the same margins but no relation between sets.
    pub random_data: Option<u64>,
    /// The limits.
    pub limits: Limits,
}

/// Limits of resampling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Maximum number of draws per kind.
    pub draws: u64,
    /// Maximum number of distinct orders of the outcome that are all tried; otherwise permutations are drawn.
    pub orders: u64,
    /// Maximum number of subsets of cases that are all tried; otherwise this number is drawn.
    pub ways: u64,
}

impl Limits {
    /// The maximum of any limit: results of draws are kept in memory, 16 bytes per draw and analysis.
    pub const MOST: u64 = 10_000_000;
}

impl Default for Limits {
    fn default() -> Self {
        Self { draws: 1_000_000, orders: 100_000, ways: 10_000 }
    }
}

/// Cases left out, or with a reversed outcome, independently of each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Perturbation {
    /// The probability for each case, in (0, 1).
    pub probability: f64,
    /// Number of draws of each kind.
    pub draws: u64,
}

/// Noise on memberships.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MembershipNoise {
    /// Its standard deviation, in (0, 1).
    pub sd: f64,
    /// Number of draws.
    pub draws: u64,
}

/// Plausible true scores given the raw scores and their reliability (classical test theory).
#[derive(Debug, Clone, PartialEq)]
pub struct MeasurementError {
    /// The reliability of sets' scores, in [0, 1), by set; the measured reliability for other sets from constructs.
    pub reliability: Vec<(String, f64)>,
    /// Number of draws.
    pub draws: u64,
}
