//! Work limits of a solution.
//!
//! Budgets count work, never time, so that a study is solved or refused alike on every machine.

use equifinal_study::config;

/// Limits of one solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Prime implicants.
    pub prime_implicants: usize,
    /// Cubes of the complement of the coverable region.
    pub cubes: usize,
    /// Columns of the prime implicant chart examined in the search for covers.
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

/// The search has examined more columns than its budget allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exhausted;

/// The number of columns examined, and its limit.
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

    /// The work done so far.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// Sets the limit to about `more` further columns.
    pub fn allow(&mut self, more: u64) {
        self.budget = self.done + more;
    }

    /// Counts `columns` as examined.
    ///
    /// # Errors
    /// [`Exhausted`] when the budget is used up.
    #[inline]
    pub fn charge(&mut self, columns: usize) -> Result<(), Exhausted> {
        self.done += columns as u64;
        if self.done > self.budget { Err(Exhausted) } else { Ok(()) }
    }
}
