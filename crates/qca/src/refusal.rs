//! Why a solution is absent.

use equifinal_study::config::SolutionType;

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
        "`enhanced: contradictory` excludes what parsimonious models assume for the outcome and for its negation, which is not known: the models of one of the two were not found, or they have too many terms to compare; fewer conditions or a higher frequency cutoff make the analysis smaller"
    )]
    AssumptionsUnknown,
    /// A budget was reached.
    #[error(
        "the budget of {limit} {what} was reached after {found}; fewer conditions or a higher frequency cutoff make the analysis smaller"
    )]
    Budget {
        /// What is counted.
        what: &'static str,
        /// The budget.
        limit: u64,
        /// How many had been found.
        found: u64,
    },
    /// No model was proven to be minimum within the budget.
    #[error(
        "no model was proven to be minimum within the budget: {prime_implicants} prime implicants cover {rows} rows, and a minimum model has at least {at_least} and at most {at_most} terms; fewer conditions or a higher frequency cutoff make the analysis smaller"
    )]
    Unproven {
        /// Prime implicants that cover a row with output 1.
        prime_implicants: usize,
        /// Rows with output 1.
        rows: usize,
        /// A proven lower bound of a model's terms.
        at_least: usize,
        /// The terms of a model that is known.
        at_most: usize,
    },
}

impl Refusal {
    /// Whether work was stopped short: more of it might have found an answer.
    pub fn is_budget(&self) -> bool {
        matches!(self, Self::Budget { .. } | Self::Unproven { .. } | Self::Underived { .. } | Self::AssumptionsUnknown)
    }

    /// What this refusal of one `solution` means for the intermediate solution, which is derived from it.
    pub(crate) fn of_source(&self, solution: SolutionType) -> Self {
        if self.is_budget() { Self::Underived { solution, reason: Box::new(self.clone()) } } else { self.clone() }
    }
}
