//! The findings of an analysis: necessity, truth table, solutions.

mod weighted;

use std::sync::Arc;

use equifinal_study::config::{Analysis, SolutionType};

pub use self::weighted::WeightedModel;
pub use crate::by_hand::ByHand;
use crate::certificate::Procedure;
use crate::combinations::Combinations;
pub use crate::condition::Condition;
pub use crate::cover::Cover;
pub use crate::crossover::CrossoverCell;
pub use crate::derivation::{Derivation, Origin};
pub use crate::fit::{NecessityFit, SufficiencyFit};
use crate::fuzzy::least;
pub use crate::limit::Limit;
pub use crate::missing_case::MissingCase;
pub use crate::necessity::NecessityRow;
pub use crate::output::Output;
pub use crate::refusal::Refusal;
pub use crate::row_list::RowList;
pub use crate::solution::{Model, Path, Solution, SolutionResult};
use crate::space::Space;
use crate::term::Term;
pub use crate::theory::{Area, Configurations, TheoryEvaluation};
pub use crate::unproven::Unproven;
pub use crate::weights::Weights;

/// All findings of one analysis.
#[derive(Debug, Clone)]
pub struct Findings {
    /// The analysis as it was run.
    pub analysis: Analysis,
    /// The ids of the cases in natural order; findings refer to them by index.
    pub cases: Arc<Vec<String>>,
    /// The conditions, most significant first.
    pub conditions: Vec<Condition>,
    /// The space of configurations.
    pub space: Space,
    /// Outcome memberships, one per case, after negation if any.
    pub outcome: Vec<f64>,
    /// Membership of each case in each level of each condition, `[condition][level][case]`, after the crossover policy.
    pub(crate) degrees: Arc<Vec<Vec<Vec<f64>>>>,
    /// The survey weights of the cases, if they have any.
    pub weights: Option<Weights>,
    /// The frequency cutoff as a count of cases.
    pub frequency: usize,
    /// The cases without a value of a condition or of the outcome, which are left out, in natural order.
    pub missing: Vec<MissingCase>,
    /// Condition memberships near 0.5, to which the crossover policy applies.
    pub at_crossover: Vec<CrossoverCell>,
    /// Cases in no row because a membership is 0.5, as indices into `cases`.
    pub in_no_row: Vec<usize>,
    /// Single conditions, each followed by its negation or its other levels.
    pub necessity: Vec<NecessityRow>,
    /// The truth table, by row number.
    pub rows: Vec<Row>,
    /// Number of possible rows, observed or not.
    pub rows_possible: u64,
    /// The three standard solutions.
    pub solutions: [SolutionResult; 3],
    /// Necessary conjunctions and minimal disjunctions of two and more literals.
    pub necessity_combinations: Combinations<NecessityFit>,
    /// Remainders used by parsimonious models of both the outcome and its negation; `None` if there are too many terms
    /// to compare.
    pub contradictory_assumptions: Option<RowList>,
    /// Observed rows that are sufficient for the outcome and for its negation (simultaneous subset relations).
    pub sufficient_for_both: Vec<u64>,
    /// The rows of each implausibility entry of the analysis, in order.
    pub implausible: Vec<Ruled>,
    /// The ledger of remainders.
    pub ledger: Ledger,
    /// Enhanced standard analysis, if requested.
    pub enhanced: Option<EnhancedFindings>,
    /// The best covers of refused solutions; see [`Cover`].
    pub covers: Vec<Cover>,
    /// Theory evaluation of the interpreted solution, if the study has a theory.
    pub theory: Option<TheoryEvaluation>,
}

/// Rows that a study declares impossible; only remainders are excluded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ruled {
    /// The excluded remainders.
    pub out: RowList,
    /// Rows with cases, by number; they are observed and not excluded.
    pub observed: Vec<u64>,
}

/// The ledger of counterfactuals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// Number of remainders.
    pub remainders: u64,
    /// Number of remainders that a listed model uses or the study excludes; `None` if there are too many to count.
    pub used: Option<u64>,
    /// Every remainder if there are at most [`Ledger::LISTED`] possible rows, otherwise the first ones that are used or
    /// excluded.
    pub rows: Vec<LedgerRow>,
}

impl Ledger {
    /// Maximum number of listed remainders.
    pub const LISTED: usize = 512;

    /// The listed remainders that a model uses or the study excludes.
    pub fn used(&self) -> impl Iterator<Item = &LedgerRow> {
        self.rows.iter().filter(|row| row.is_used())
    }

    /// True if all used or excluded remainders are listed.
    pub fn is_complete(&self) -> bool {
        self.used == Some(self.used().count() as u64)
    }
}

impl LedgerRow {
    /// True if a model uses the row or the study excludes it.
    pub fn is_used(&self) -> bool {
        self.implausible || !self.parsimonious.is_empty() || !self.intermediate.is_empty()
    }
}

/// One remainder in the ledger of counterfactuals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// Its number.
    pub row: u64,
    /// The level of each condition.
    pub levels: Vec<usize>,
    /// True if it has cases, but fewer than the frequency cutoff.
    pub below_frequency: bool,
    /// True if the study excludes it as implausible.
    pub implausible: bool,
    /// Parsimonious models that use it, as indices.
    pub parsimonious: Vec<usize>,
    /// Intermediate models that use it, as indices.
    pub intermediate: Vec<usize>,
    /// True if expectations make it an easy counterfactual.
    pub easy: bool,
    /// The conditions with these expectations.
    pub allowed_by: Vec<usize>,
}

/// The two enhanced solutions and the excluded remainders.
#[derive(Debug, Clone)]
pub struct EnhancedFindings {
    /// The excluded remainders by ground.
    pub excluded: Vec<ExcludedRows>,
    /// The enhanced parsimonious solution.
    pub parsimonious: SolutionResult,
    /// The enhanced intermediate solution.
    pub intermediate: SolutionResult,
}

/// Remainders excluded on one ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcludedRows {
    /// The ground.
    pub ground: Ground,
    /// The rows.
    pub rows: RowList,
    /// For an impossible combination, the rows with cases, by number; they are observed and not excluded.
    pub observed: Vec<u64>,
}

/// The grounds for excluding remainders in enhanced standard analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// They lack this necessary condition.
    Necessary(String),
    /// They are impossible.
    Impossible(String),
    /// They are assumed for both the outcome and its negation.
    Contradictory,
}

impl Findings {
    /// The solution of this type.
    pub fn solution(&self, kind: SolutionType) -> &SolutionResult {
        match kind {
            SolutionType::Conservative => &self.solutions[0],
            SolutionType::Parsimonious => &self.solutions[1],
            SolutionType::Intermediate => &self.solutions[2],
        }
    }

    /// The best cover of a solution that is refused because no model was proven to be minimum.
    pub fn cover(&self, procedure: Procedure, kind: SolutionType) -> Option<&Model> {
        let found = self.covers.iter().find(|cover| (cover.procedure, cover.kind) == (procedure, kind));
        found.map(|cover| &cover.model)
    }

    /// Membership of every case in a condition at a level (1 the set, 0 its negation); empty if there is none.
    pub fn in_literal(&self, condition: usize, level: usize) -> &[f64] {
        self.degrees.get(condition).and_then(|levels| levels.get(level)).map_or(&[], Vec::as_slice)
    }

    /// Membership of every case in a term: the least of its literals.
    pub fn membership(&self, term: &Term) -> Vec<f64> {
        let mut memberships = vec![1.0; self.cases.len()];
        for (levels, level) in self.degrees.iter().zip(&term.levels) {
            let Some(degrees) = level.and_then(|level| levels.get(level)) else { continue };
            memberships
                .iter_mut()
                .zip(degrees)
                .for_each(|(membership, &degree)| *membership = least(*membership, degree));
        }
        memberships
    }

    /// A term as written in study files, `A*~B*C[2]`.
    pub fn write_term(&self, term: &Term) -> String {
        term.write(&self.conditions)
    }

    /// A model as written in study files, `A*~B + C`.
    pub fn write_model(&self, model: &Model) -> String {
        let terms: Vec<String> = model.paths.iter().map(|path| self.write_term(&path.term)).collect();
        terms.join(" + ")
    }
}

/// One row of the truth table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// 1-based mixed-radix number, first condition most significant.
    pub number: u64,
    /// The level of each condition.
    pub levels: Vec<usize>,
    /// The output.
    pub output: Output,
    /// Cases in the row, as indices, in natural order.
    pub cases: Vec<usize>,
    /// Consistency of the row as a sufficient condition.
    pub consistency: Option<f64>,
    /// Proportional reduction in inconsistency.
    pub pri: Option<f64>,
    /// Symmetric consistency, see [`FurtherFit`](crate::FurtherFit).
    pub sym: Option<f64>,
    /// True if some of its cases have the outcome and others do not (memberships above and below 0.5).
    pub contradictory: bool,
    /// True if consistency or PRI lies within 1e-6 of a cutoff that decides the output.
    pub on_the_line: bool,
    /// True if the study declares the row implausible.
    pub implausible: bool,
    /// The computed output, if the study sets the output of this observed row by hand.
    pub by_hand: Option<ByHand>,
}
