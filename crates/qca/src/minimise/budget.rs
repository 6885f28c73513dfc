//! How much work one solution may cost before it is refused.
//!
//! Budgets count work, never time: the same study is refused or solved on every machine alike.

/// Limits of one solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Prime implicants.
    pub prime_implicants: usize,
    /// Cubes of the complement of what may be covered.
    pub cubes: usize,
    /// Columns of the prime-implicant chart looked at in search of covers.
    pub work: u64,
    /// Models listed.
    pub models: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { prime_implicants: 1_000_000, cubes: 1_000_000, work: 600_000_000, models: 1_000 }
    }
}
