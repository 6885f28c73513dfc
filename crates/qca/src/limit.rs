//! The limits of the work that a solution may take, and what to do where one is reached.

use equifinal_study::config::Budget;

/// A limit of the study's `budget` that a solution may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Number of prime implicants.
    PrimeImplicants,
    /// Number of terms of the forbidden region.
    Complement,
    /// Number of steps of the search for models.
    Search,
}

impl Limit {
    /// Its key under `budget`.
    pub fn key(self) -> &'static str {
        match self {
            Self::PrimeImplicants => "prime_implicants",
            Self::Complement => "complement",
            Self::Search => "search",
        }
    }

    /// The unit that it counts.
    pub(crate) fn counts(self) -> &'static str {
        match self {
            Self::PrimeImplicants => "prime implicants",
            Self::Complement => "terms of what the solution may not cover",
            Self::Search => "steps of the search",
        }
    }
}

/// Advice on how to make an analysis smaller.
pub(crate) const SMALLER: &str = "fewer conditions or a higher frequency cutoff make the analysis smaller";

/// The remedy if a limit of `most` was reached.
pub(crate) fn remedy(limit: Limit, most: u64) -> String {
    match Budget::raised(most) {
        Some(raised) => format!("`budget: {{{}: {raised}}}` allows more, and {SMALLER}", limit.key()),
        None => SMALLER.to_owned(),
    }
}
