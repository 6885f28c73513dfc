//! What an analysis found: necessity, truth table, solutions.

use equifinal_study::config::{Analysis, SolutionType};
use equifinal_study::memberships::SetKind;

use crate::certificate::Procedure;
use crate::combinations::Combinations;
pub use crate::crossover::CrossoverCell;
pub use crate::refusal::{Limit, Refusal};
use crate::space::Space;
use crate::term::Term;
pub use crate::theory::{Area, Configurations, TheoryEvaluation};
pub use crate::unproven::{Cover, Unproven};

/// Everything one analysis found.
#[derive(Debug, Clone)]
pub struct Findings {
    /// The analysis as it was run.
    pub analysis: Analysis,
    /// The ids of the cases, in natural order, in which findings number them.
    pub cases: Vec<String>,
    /// The conditions, most significant first.
    pub conditions: Vec<Condition>,
    /// The configurations that they span.
    pub space: Space,
    /// Outcome memberships, a case each, negation already applied.
    pub outcome: Vec<f64>,
    /// The frequency cutoff as a count of cases.
    pub frequency: usize,
    /// Condition memberships near 0.5 that the crossover policy concerned.
    pub at_crossover: Vec<CrossoverCell>,
    /// Cases that are in no row because a membership is 0.5, as positions in `cases`.
    pub in_no_row: Vec<usize>,
    /// Single conditions, each followed by its negation or its other levels.
    pub necessity: Vec<NecessityRow>,
    /// The truth table, by row number.
    pub rows: Vec<Row>,
    /// How many rows the conditions span, observed or not.
    pub rows_possible: u64,
    /// The three standard solutions.
    pub solutions: [SolutionResult; 3],
    /// Necessary conjunctions and minimal disjunctions of two and more literals.
    pub necessity_combinations: Combinations<NecessityFit>,
    /// Remainders that parsimonious models of the outcome and of its negation both use; nothing where the models have
    /// too many terms to compare.
    pub contradictory_assumptions: Option<RowList>,
    /// Observed rows that are sufficient for the outcome and for its negation (simultaneous subset relations).
    pub sufficient_for_both: Vec<u64>,
    /// What each of the analysis's implausible rows comes to, in their order.
    pub implausible: Vec<Ruled>,
    /// The remainders and their use.
    pub ledger: Ledger,
    /// Enhanced standard analysis, where the study asks for it.
    pub enhanced: Option<EnhancedFindings>,
    /// The best covers found of refused solutions; see [`Cover`].
    pub covers: Vec<Cover>,
    /// The interpreted solution held against theory, where both are there.
    pub theory: Option<TheoryEvaluation>,
}

/// What becomes of rows that a study says cannot be: only remainders are ruled out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ruled {
    /// The remainders that are ruled out.
    pub out: RowList,
    /// The rows with cases, by number: they are observed and stay.
    pub observed: Vec<u64>,
}

/// The ledger of counterfactuals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// How many remainders there are.
    pub remainders: u64,
    /// How many of them a listed model uses or the study rules out; nothing where that was too much to count.
    pub used: Option<u64>,
    /// Every remainder where the conditions span at most [`Ledger::LISTED`] rows, else the first so many of those used
    /// or ruled out.
    pub rows: Vec<LedgerRow>,
}

impl Ledger {
    /// At most so many remainders are listed.
    pub const LISTED: usize = 512;

    /// The listed remainders that a model uses or the study rules out.
    pub fn used(&self) -> impl Iterator<Item = &LedgerRow> {
        self.rows.iter().filter(|row| row.is_used())
    }

    /// Whether every remainder that is used or ruled out is listed.
    pub fn is_complete(&self) -> bool {
        self.used == Some(self.used().count() as u64)
    }
}

impl LedgerRow {
    /// Whether a model uses the row or the study rules it out.
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
    /// Whether it holds cases, but too few.
    pub below_frequency: bool,
    /// Whether the study excludes it as implausible.
    pub implausible: bool,
    /// Parsimonious models that use it, as positions.
    pub parsimonious: Vec<usize>,
    /// Intermediate models that use it, as positions.
    pub intermediate: Vec<usize>,
    /// Whether expectations make it an easy counterfactual.
    pub easy: bool,
    /// The conditions whose expectations do.
    pub allowed_by: Vec<usize>,
}

/// The two enhanced solutions and what they leave out.
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
    /// Of an impossible combination the rows with cases, by number: they are observed and stay.
    pub observed: Vec<u64>,
}

/// Why enhanced standard analysis excludes remainders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// They lack this necessary condition.
    Necessary(String),
    /// They are impossible.
    Impossible(String),
    /// They are assumed for the outcome and for its negation.
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

    /// The best cover found of a solution that is refused because no model was proven to be minimum.
    pub fn cover(&self, procedure: Procedure, kind: SolutionType) -> Option<&Model> {
        let found = self.covers.iter().find(|cover| (cover.procedure, cover.kind) == (procedure, kind));
        found.map(|cover| &cover.model)
    }

    /// A term in words of the study file, `A*~B*C[2]`.
    pub fn write_term(&self, term: &Term) -> String {
        term.write(&self.conditions)
    }

    /// A model as written in study files, `A*~B + C`.
    pub fn write_model(&self, model: &Model) -> String {
        let terms: Vec<String> = model.paths.iter().map(|path| self.write_term(&path.term)).collect();
        terms.join(" + ")
    }
}

/// A condition of an analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The set's name.
    pub name: String,
    /// Its kind.
    pub kind: SetKind,
}

/// Parameters of fit of a necessity claim (Goertz 2006; Schneider & Wagemann 2012). Ratios in [0, 1], nothing where 0/0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NecessityFit {
    /// Σ min(x, y) / Σ y.
    pub consistency: Option<f64>,
    /// Σ min(x, y) / Σ x.
    pub coverage: Option<f64>,
    /// Relevance of necessity, Σ (1 − x) / Σ (1 − min(x, y)).
    pub relevance: Option<f64>,
}

/// One literal as a necessary condition.
#[derive(Debug, Clone, PartialEq)]
pub struct NecessityRow {
    /// The position of its condition.
    pub condition: usize,
    /// The level (1 the set, 0 its negation).
    pub level: usize,
    /// The literal as written in study files.
    pub expression: String,
    /// Its fit.
    pub fit: NecessityFit,
    /// Whether all three cutoffs are reached.
    pub necessary: bool,
}

/// What a truth-table row says of the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Output {
    /// Sufficient: "1".
    Positive,
    /// Not sufficient: "0".
    Negative,
    /// Between the two cutoffs: "C".
    Contradiction,
    /// Not, or too seldom, observed: "?".
    Remainder,
}

impl Output {
    /// The sign in results and tables.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Positive => "1",
            Self::Negative => "0",
            Self::Contradiction => "C",
            Self::Remainder => "?",
        }
    }
}

/// One row of the truth table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// 1-based mixed-radix number, first condition most significant.
    pub number: u64,
    /// The level of each condition.
    pub levels: Vec<usize>,
    /// What it says.
    pub output: Output,
    /// Cases that are in the row, as positions, in natural order.
    pub cases: Vec<usize>,
    /// Consistency of the row as a sufficient condition.
    pub consistency: Option<f64>,
    /// Proportional reduction in inconsistency.
    pub pri: Option<f64>,
    /// Whether some of its cases are in the outcome and others out of it, memberships above and below 0.5.
    pub contradictory: bool,
    /// Whether a cutoff that decides the output lies within 1e-6 of consistency or PRI.
    pub on_the_line: bool,
    /// Whether the study declares the row implausible.
    pub implausible: bool,
}

/// Parameters of fit of a sufficiency claim (Ragin 2006). Nothing where 0/0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SufficiencyFit {
    /// Σ min(x, y) / Σ x.
    pub consistency: Option<f64>,
    /// (Σ min(x, y) − Σ min(x, y, 1−y)) / (Σ x − Σ min(x, y, 1−y)).
    pub pri: Option<f64>,
    /// Σ min(x, y) / Σ y.
    pub coverage: Option<f64>,
}

/// One term of a model with its fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The term.
    pub term: Term,
    /// Consistency, PRI and raw coverage.
    pub fit: SufficiencyFit,
    /// Coverage by this term alone; nothing in a model of one term.
    pub unique_coverage: Option<f64>,
    /// The cases of the positive rows that the term covers, as positions, in natural order.
    pub cases: Vec<usize>,
}

/// Rows of a set that may be too large to list whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowList {
    /// How many rows.
    pub count: u64,
    /// Their numbers, ascending; only the first [`RowList::LISTED`].
    pub numbers: Vec<u64>,
}

impl RowList {
    /// At most so many rows are listed.
    pub const LISTED: usize = 1024;
}

/// One model of a solution: a sum of terms.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The terms, in the order of the prime implicants.
    pub paths: Vec<Path>,
    /// Fit of the whole model.
    pub fit: SufficiencyFit,
    /// Memberships in the model, a case each.
    pub memberships: Vec<f64>,
    /// Rows covered that are not observed positives.
    pub simplifying_assumptions: RowList,
    /// Only in intermediate solutions: where the model comes from, the first hundred pairs at most.
    pub origin: Vec<Origin>,
    /// How many pairs there are.
    pub pairs: u64,
    /// Only in intermediate solutions: the parsimonious models of all its pairs, as ascending positions.
    pub behind: Vec<usize>,
    /// Only in intermediate solutions: easy counterfactuals of the first origin.
    pub easy: RowList,
    /// Only in intermediate solutions: difficult counterfactuals of the first origin.
    pub difficult: RowList,
    /// Only in intermediate solutions: the terms that hold the easy counterfactuals of the first origin.
    pub easy_terms: Vec<Term>,
}

/// The pair of models from which an intermediate model was derived, 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Position in the conservative solution.
    pub conservative: usize,
    /// Position in the parsimonious solution.
    pub parsimonious: usize,
}

/// A solution: all its models. The independent checker has nothing against any that is listed, see
/// [`Refuted`](crate::Refuted).
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// How many models there are, or at least are.
    pub model_count: u128,
    /// Whether the count was finished.
    pub count_is_exact: bool,
    /// The models, the first thousand at most.
    pub models: Vec<Model>,
    /// The prime implicants that cover a positive row, in the order of the reference.
    pub prime_implicants: Vec<Term>,
}

impl Solution {
    /// Whether every model is listed.
    pub fn is_complete(&self) -> bool {
        self.count_is_exact && self.models.len() as u128 == self.model_count
    }

    /// Every term with the number of listed models that hold it, most frequent first.
    pub fn term_frequencies(&self) -> Vec<(&Term, usize)> {
        let mut frequencies: Vec<(&Term, usize)> = Vec::new();
        for term in self.models.iter().flat_map(|model| &model.paths).map(|path| &path.term) {
            match frequencies.iter_mut().find(|(known, _)| *known == term) {
                Some((_, models)) => *models += 1,
                None => frequencies.push((term, 1)),
            }
        }
        frequencies.sort_by_key(|&(_, models)| std::cmp::Reverse(models));
        frequencies
    }
}

/// A solution or the reason for its absence.
pub type SolutionResult = Result<Solution, Refusal>;
