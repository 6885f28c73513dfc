//! Work limits of a run. They count work, never time, so that a study stops at the same place on every machine.

/// Work limits of a run; whatever stops at one reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Number of listed models per solution; more are counted.
    pub models: usize,
    /// Number of prime implicants per solution; more are refused.
    pub prime_implicants: usize,
    /// Number of terms in the complement of a solution; more are refused.
    pub complement: usize,
    /// Number of columns of the prime implicant chart examined in the search for models; more are refused.
    pub search: u64,
    /// Number of universes that `run` evaluates; a study with more is refused.
    pub universes: u64,
    /// Maximum number of intervals of an anchor searched in one direction, for a range or to prove a claim.
    pub intervals: usize,
    /// Number of combinations of decisions evaluated for one claim; a claim that needs more is undecided.
    pub combinations: usize,
}

impl Budget {
    /// The maximum of any limit.
    pub const MOST: u64 = 1_000_000_000_000;

    /// The maximum of `combinations`, which are kept in memory with their truth tables.
    pub const MOST_COMBINATIONS: u64 = 10_000_000;

    /// The next value to try after a limit was reached: ten times as much; `None` at the maximum.
    pub fn raised(limit: u64) -> Option<u64> {
        (limit < Self::MOST).then(|| limit.saturating_mul(10).min(Self::MOST))
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            models: 1_000,
            prime_implicants: 1_000_000,
            complement: 1_000_000,
            search: 200_000_000,
            universes: 1_000_000,
            intervals: 20_000,
            combinations: 100_000,
        }
    }
}
