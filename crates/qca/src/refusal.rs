//! Why a solution is absent.

use equifinal_study::config::{Budget, SolutionType};

use crate::unproven::Unproven;

/// Why there is no solution.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No row has output 1.
    #[error("no row of the truth table has output 1, so there is nothing to explain")]
    NoPositiveRow,
    /// Nothing limits the solution.
    #[error(
        "no row of the truth table is negative, so every remainder could be assumed and the solution would be the whole space"
    )]
    NoNegativeRow,
    /// Enhanced standard analysis names a condition that is not necessary in this run.
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
    /// A row cannot be explained by terms as consistent as demanded.
    #[error(
        "no term around row {row} reaches the consistency of {cutoff} that `minimise: prime_implicant_consistency` demands; a lower value lets the row be explained"
    )]
    Inconsistent {
        /// The row with output 1.
        row: u64,
        /// The cutoff, for the message.
        cutoff: String,
    },
    /// Between the conservative solution and one that may cover negative rows lies nothing.
    #[error(
        "with `minimise: prime_implicant_consistency` the parsimonious solution may cover negative rows, so no solution lies between it and the conservative one"
    )]
    NothingBetween,
    /// The models that define the intermediate solution were not found.
    #[error(
        "it is derived from the models of the {} solution, which were not found: {reason}", solution.name()
    )]
    Underived {
        /// The solution without models.
        solution: SolutionType,
        /// Why it has none.
        reason: Box<Self>,
    },
    /// Enhanced standard analysis asks for contradictory assumptions that are not known.
    #[error(
        "`enhanced: contradictory` excludes what parsimonious models assume for the outcome and for its negation, which is not known: {}",
        reason.as_ref().map_or_else(
            || format!("they have too many terms to compare; {SMALLER}"),
            |reason| format!("the models of one of the two were not found: {reason}")
        )
    )]
    AssumptionsUnknown {
        /// Why the models of one of the two were not found; nothing where they have too many terms.
        reason: Option<Box<Self>>,
    },
    /// A budget was reached.
    #[error("the limit of {most} {} was reached; {}", limit.counts(), remedy(*limit, *most))]
    Budget {
        /// Which.
        limit: Limit,
        /// What the study sets it to.
        most: u64,
    },
    /// No model was proven to be minimum within the budget.
    #[error("{0}")]
    Unproven(Box<Unproven>),
}

/// A limit of the study's `budget` that a solution may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Prime implicants.
    PrimeImplicants,
    /// Terms of what the solution may not cover.
    Complement,
    /// Steps of the search for models.
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

    /// What it counts.
    fn counts(self) -> &'static str {
        match self {
            Self::PrimeImplicants => "prime implicants",
            Self::Complement => "terms of what the solution may not cover",
            Self::Search => "steps of the search",
        }
    }
}

/// What makes an analysis smaller.
pub(crate) const SMALLER: &str = "fewer conditions or a higher frequency cutoff make the analysis smaller";

/// What to do where a limit that is set to `most` was reached.
pub(crate) fn remedy(limit: Limit, most: u64) -> String {
    match Budget::raised(most) {
        Some(raised) => format!("`budget: {{{}: {raised}}}` allows more, and {SMALLER}", limit.key()),
        None => SMALLER.to_owned(),
    }
}

impl Refusal {
    /// Whether work was stopped short: more of it might have found an answer.
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

    /// What this refusal of one `solution` means for the intermediate solution, which is derived from it.
    pub(crate) fn of_source(&self, solution: SolutionType) -> Self {
        if self.is_budget() { Self::Underived { solution, reason: Box::new(self.clone()) } } else { self.clone() }
    }
}
