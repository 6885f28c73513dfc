//! The reasons why a solution is absent.

use equifinal_study::config::SolutionType;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

use crate::limit::{Limit, remedy, smaller};
use crate::unproven::Unproven;

/// The reasons why there is no solution.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No row has output 1.
    NoPositiveRow,
    /// No row is negative, so the solution has no limit.
    NoNegativeRow,
    /// A condition named under `enhanced` is not necessary in this run.
    NotNecessary {
        /// The expression.
        expression: String,
        /// Its consistency, coverage and relevance, for the message.
        found: String,
        /// The cutoffs of the three, for the message.
        asked: String,
    },
    /// No term containing a row is as consistent as required.
    Inconsistent {
        /// The row with output 1.
        row: u64,
        /// The cutoff, for the message.
        cutoff: String,
    },
    /// Only an order that cannot be said separates a row from one with another output.
    Unseparated {
        /// The row with output 1.
        row: u64,
    },
    /// There is no solution between the conservative one and one that may cover negative rows.
    NothingBetween,
    /// The models that the intermediate solution is derived from were not found.
    Underived {
        /// The solution without models.
        solution: SolutionType,
        /// The reason why it has none.
        reason: Box<Self>,
    },
    /// Contradictory assumptions needed by enhanced standard analysis are unknown.
    AssumptionsUnknown {
        /// The reason why the models of one of the two were not found; `None` if they have too many terms.
        reason: Option<Box<Self>>,
    },
    /// A budget was reached.
    Budget {
        /// The limit.
        limit: Limit,
        /// Its value in the study.
        most: u64,
    },
    /// No model was proven to be minimum within the budget.
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
            | Self::Unseparated { .. }
            | Self::NothingBetween => false,
        }
    }

    /// The refusal of the intermediate solution that follows from this refusal of its source `solution`.
    pub(crate) fn of_source(&self, solution: SolutionType) -> Self {
        if self.is_budget() { Self::Underived { solution, reason: Box::new(self.clone()) } } else { self.clone() }
    }
}

impl Refusal {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NoPositiveRow => say!("no-positive-row"),
            Self::NoNegativeRow => say!("no-negative-row"),
            Self::NotNecessary { expression, found, asked } => say!("not-necessary", expression, found, asked),
            Self::Inconsistent { row, cutoff } => say!("inconsistent", row, cutoff),
            Self::Unseparated { row } => say!("unseparated", row),
            Self::NothingBetween => say!("nothing-between"),
            Self::Underived { solution, reason } => say!("underived", solution = solution.words(), reason),
            Self::AssumptionsUnknown { reason } => {
                let reason = match reason {
                    None => say!("too-many-terms", smaller = smaller()),
                    Some(reason) => say!("models-not-found", reason),
                };
                say!("assumptions-unknown", reason)
            }
            Self::Budget { limit, most } => {
                say!("budget", most, counts = limit.counts(), remedy = remedy(*limit, *most))
            }
            Self::Unproven(known) => known.message(),
        }
    }
}

worded!(Refusal);
