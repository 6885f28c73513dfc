//! The cutoffs of necessity and of the truth table.

/// Cutoffs that a necessary condition must reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NecessityCuts {
    /// Consistency, in [0, 1].
    pub consistency: f64,
    /// Coverage, in [0, 1].
    pub coverage: f64,
    /// Relevance of necessity (RoN), in [0, 1].
    pub relevance: f64,
}

impl Default for NecessityCuts {
    fn default() -> Self {
        Self { consistency: 0.9, coverage: 0.0, relevance: 0.0 }
    }
}

/// The minimum number of cases in a truth table row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Frequency {
    /// At least this number of cases, one or more.
    Count(usize),
    /// At least this share of all cases, in (0, 1].
    Share(f64),
}

impl Frequency {
    /// The cutoff as a count for a study of `cases` cases: ceil(share × N), never below 1.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts of cases are far below 2^52"
    )]
    pub fn count(self, cases: usize) -> usize {
        match self {
            Self::Count(count) => count.max(1),
            // A share that is meant to hit a whole number must not be lifted by its last bit.
            Self::Share(share) => (libm::ceil(share * cases as f64 - 1e-9) as usize).max(1),
        }
    }
}

/// Cutoffs of the truth table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TruthTableCuts {
    /// Minimum number of cases in a row.
    pub frequency: Frequency,
    /// Raw consistency, in [0, 1].
    pub consistency: f64,
    /// Proportional reduction in inconsistency, in [0, 1].
    pub pri: f64,
    /// Rows from here up to `consistency` are contradictions (C).
    pub contradiction_floor: Option<f64>,
}
