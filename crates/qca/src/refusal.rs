//! The reasons why a solution is absent.

use equifinal_study::config::{Budget, SolutionType};

use crate::unproven::Unproven;

/// The reasons why there is no solution.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No row has output 1.
    #[error("no row of the truth table has output 1, so there is nothing to explain")]
    NoPositiveRow,
    /// No row is negative, so the solution has no limit.
    #[error(
        "no row of the truth table is negative, so every remainder could be assumed and the solution would be the whole space"
    )]
    NoNegativeRow,
    /// A condition named under `enhanced` is not necessary in this run.
    #[error(
        "`{expression}` is named under `enhanced: necessary` but is not necessary here: consistency, coverage and relevance are {found}, the cutoffs {asked}"
    )]
    NotNecessary {
        /// The expression.
        expression: String,
        /// Its consistency, coverage and relevance, for the message.
        found: String,
        /// The cutoffs of the three, for the message.
        asked: String,
    },
    /// No term containing a row is as consistent as required.
    #[error(
        "no term around row {row} reaches the consistency of {cutoff} that `minimise: prime_implicant_consistency` demands; a lower value lets the row be explained"
    )]
    Inconsistent {
        /// The row with output 1.
        row: u64,
        /// The cutoff, for the message.
        cutoff: String,
    },
    /// There is no solution between the conservative one and one that may cover negative rows.
    #[error(
        "with `minimise: prime_implicant_consistency` the parsimonious solution may cover negative rows, so no solution lies between it and the conservative one"
    )]
    NothingBetween,
    /// The models that the intermediate solution is derived from were not found.
    #[error(
        "it is derived from the models of the {} solution, which were not found: {reason}", solution.name()
    )]
    Underived {
        /// The solution without models.
        solution: SolutionType,
        /// The reason why it has none.
        reason: Box<Self>,
    },
    /// Contradictory assumptions needed by enhanced standard analysis are unknown.
    #[error(
        "`enhanced: contradictory` excludes what parsimonious models assume for the outcome and for its negation, which is not known: {}",
        reason.as_ref().map_or_else(
            || format!("they have too many terms to compare; {SMALLER}"),
            |reason| format!("the models of one of the two were not found: {reason}")
        )
    )]
    AssumptionsUnknown {
        /// The reason why the models of one of the two were not found; `None` if they have too many terms.
        reason: Option<Box<Self>>,
    },
    /// A budget was reached.
    #[error("the limit of {most} {} was reached; {}", limit.counts(), remedy(*limit, *most))]
    Budget {
        /// The limit.
        limit: Limit,
        /// Its value in the study.
        most: u64,
    },
    /// No model was proven to be minimum within the budget.
    #[error("{0}")]
    Unproven(Box<Unproven>),
}

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
    fn counts(self) -> &'static str {
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

impl Refusal {
    /// True if a budget ended the work: a larger one might give an answer.
    pub fn is_budget(&self) -> bool {
        match self {
            Self::Budget { .. } | Self::Unproven(_) | Self::Underived { .. } | Self::AssumptionsUnknown { .. } => true,
            Self::NoPositiveRow
            | Self::NoNegativeRow
            | Self::NotNecessary { .. }
            | Self::Inconsistent { .. }
            | Self::NothingBetween => false,
        }
    }

    /// The refusal of the intermediate solution that follows from this refusal of its source `solution`.
    pub(crate) fn of_source(&self, solution: SolutionType) -> Self {
        if self.is_budget() { Self::Underived { solution, reason: Box::new(self.clone()) } } else { self.clone() }
    }
}
