//! How much work one solution may cost before it is refused.
//!
//! Budgets count work, never time: the same study is refused or solved on every machine alike.

use equifinal_study::config;

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

impl From<&config::Budget> for Budget {
    fn from(study: &config::Budget) -> Self {
        Self {
            prime_implicants: study.prime_implicants,
            cubes: study.complement,
            work: study.search,
            models: study.models,
        }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::from(&config::Budget::default())
    }
}

/// The search looked at more columns than its budget allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exhausted;

/// Columns looked at so far, and how many may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    done: u64,
    budget: u64,
}

impl Work {
    /// Work of at most about `budget` columns.
    pub fn new(budget: u64) -> Self {
        Self { done: 0, budget }
    }

    /// What was done so far.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// From now on at most about `more` columns may be looked at.
    pub fn allow(&mut self, more: u64) {
        self.budget = self.done + more;
    }

    /// Notes that so many more were looked at.
    ///
    /// # Errors
    /// [`Exhausted`] once the budget is used up.
    #[inline]
    pub fn charge(&mut self, columns: usize) -> Result<(), Exhausted> {
        self.done += columns as u64;
        if self.done > self.budget { Err(Exhausted) } else { Ok(()) }
    }
}
