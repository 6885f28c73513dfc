//! Work limits of a chain. They count work, never time.

use equifinal_study::config;

/// Limits of the search for one outcome, and of structures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Minimally sufficient conditions, and models kept, of one outcome.
    pub kept: usize,
    /// Conjunctions and disjunctions examined for one outcome; configurations examined for structures.
    pub work: u64,
    /// Models and structures listed.
    pub listed: usize,
}

impl From<&config::Budget> for Budget {
    fn from(study: &config::Budget) -> Self {
        Self { kept: study.prime_implicants, work: study.search, listed: study.models }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::from(&config::Budget::default())
    }
}
