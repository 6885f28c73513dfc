//! The limits of the work that a solution may take, and what to do where one is reached.

use equifinal_study::config::Budget;
use equifinal_study::message::Message;
use equifinal_study::say;

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
    pub(crate) fn counts(self) -> Message {
        match self {
            Self::PrimeImplicants => say!("counts-prime-implicants"),
            Self::Complement => say!("counts-complement"),
            Self::Search => say!("counts-search"),
        }
    }
}

/// Advice on how to make an analysis smaller.
pub(crate) fn smaller() -> Message {
    say!("smaller")
}

/// The remedy if a limit of `most` was reached.
pub(crate) fn remedy(limit: Limit, most: u64) -> Message {
    match Budget::raised(most) {
        Some(raised) => say!("raise-budget", key = limit.key(), raised, smaller = smaller()),
        None => smaller(),
    }
}
