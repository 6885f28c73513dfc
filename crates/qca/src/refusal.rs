//! The reasons why a solution is absent.

use equifinal_study::config::SolutionType;

use crate::limit::{Limit, SMALLER, remedy};
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
