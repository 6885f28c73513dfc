//! How much work a run may do. Budgets count work, never time: the same study stops at the same place on every machine.

/// Limits of the work of a run; what stops at one says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Models of a solution that are listed; more are counted.
    pub models: usize,
    /// Prime implicants of a solution; more refuse it.
    pub prime_implicants: usize,
    /// Terms of what a solution may not cover; more refuse it.
    pub complement: usize,
    /// Columns of the prime-implicant chart looked at in search of models; more refuse the solution.
    pub search: u64,
    /// Universes of a multiverse that `run` goes through; a study that asks for more is refused.
    pub universes: u64,
    /// Intervals of an anchor that are looked at for a range, or to prove a claim, in one direction.
    pub intervals: usize,
    /// Combinations of cutoffs that are tried for one claim; a claim that needs more is undecided.
    pub combinations: usize,
}

impl Budget {
    /// The most that any of them can be set to.
    pub const MOST: u64 = 1_000_000_000_000;

    /// The most that `combinations` can be set to: they are kept in memory, with the truth table of each.
    pub const MOST_COMBINATIONS: u64 = 10_000_000;

    /// What to set a limit to that was reached: ten times as much; nothing where no more can be set.
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
