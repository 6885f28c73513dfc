//! One analysis: an outcome, its conditions, and every decision between table and solution.

use crate::expression::{Expression, Literal};
use crate::text::Text;

/// What an analysis asks of the sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The name; an analysis of the negated outcome carries a `~` before it.
    pub name: String,
    /// What is explained: a set, its negation, or a level.
    pub outcome: Literal,
    /// The conditions, in the study file's order: the first is the most significant of a row number.
    pub conditions: Vec<String>,
    /// Cutoffs of necessity.
    pub necessity: NecessityCuts,
    /// Cutoffs of the truth table.
    pub truth_table: TruthTableCuts,
    /// What becomes of a membership near one half.
    pub at_crossover: AtCrossover,
    /// One expectation a condition, in the order of `conditions`.
    pub expectations: Vec<Expectation>,
    /// Conjunctural expectations.
    pub expectations_joint: Vec<JointExpectation>,
    /// Rows that are never used as counterfactuals.
    pub implausible: Vec<Implausible>,
    /// Enhanced standard analysis, where asked for.
    pub enhanced: Option<Enhanced>,
    /// The solution that text, chart and claims speak of.
    pub interpret: SolutionType,
    /// The paper's names for paths.
    pub paths: Vec<Path>,
    /// What minimisation looks for.
    pub minimise: Minimise,
    /// What theory says, to be held against the solution.
    pub theory: Option<Theory>,
    /// The analysis whose keys this one took over, so that their charts stand side by side.
    pub like: Option<String>,
}

impl Analysis {
    /// An analysis as a study file means it that says no more than this: everything else has its default.
    pub fn new(name: &str, outcome: Literal, conditions: Vec<String>, truth_table: TruthTableCuts) -> Self {
        Self {
            name: name.to_owned(),
            outcome,
            necessity: NecessityCuts::default(),
            truth_table,
            at_crossover: AtCrossover::Warn,
            expectations: vec![Expectation::default(); conditions.len()],
            expectations_joint: Vec::new(),
            implausible: Vec::new(),
            enhanced: None,
            interpret: SolutionType::Intermediate,
            paths: Vec::new(),
            minimise: Minimise::default(),
            theory: None,
            like: None,
            conditions,
        }
    }

    /// Leaves conditions out, with everything that speaks of them.
    pub fn leave_out(&mut self, dropped: &[&str]) {
        let gone = |name: &str| dropped.contains(&name);
        if !self.conditions.iter().any(|name| gone(name)) {
            return;
        }
        let speaks = |expression: &Expression| {
            let mut speaks = false;
            expression.each_literal(&mut |literal| speaks |= gone(&literal.set));
            speaks
        };
        let mut kept = self.conditions.iter().map(|name| !gone(name));
        self.expectations.retain(|_| kept.next().unwrap_or(true));
        self.conditions.retain(|name| !gone(name));
        self.expectations_joint.retain(|joint| !speaks(&joint.expression));
        // Row numbers count the rows of the full table, so they mean nothing in a smaller one.
        self.implausible.retain(|one| matches!(&one.rows, Rows::Expression(rows) if !speaks(rows)));
        if let Some(enhanced) = &mut self.enhanced {
            enhanced.necessary.retain(|claim| !speaks(claim));
            enhanced.impossible.retain(|combination| !speaks(combination));
        }
        for path in &mut self.paths {
            path.terms.retain(|term| !speaks(term));
        }
        self.paths.retain(|path| !path.terms.is_empty());
        self.theory.take_if(|theory| speaks(&theory.expression));
    }
}

/// What a theory says of the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theory {
    /// The configurations that it expects to lead to the outcome, over the conditions.
    pub expression: Expression,
    /// Whose theory, and why.
    pub because: Option<Text>,
}

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

/// How many cases a truth-table row needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Frequency {
    /// At least so many cases, one or more.
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
    /// Cases a row needs.
    pub frequency: Frequency,
    /// Raw consistency, in [0, 1].
    pub consistency: f64,
    /// Proportional reduction in inconsistency, in [0, 1].
    pub pri: f64,
    /// Rows from here up to `consistency` are contradictions (C).
    pub contradiction_floor: Option<f64>,
}

/// What becomes of a condition's membership within 0.0005 of one half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AtCrossover {
    /// It is used as calibrated; at one half the case is in no row but in every sum, as in R `QCA`; warned of.
    #[default]
    Warn,
    /// The study is refused.
    Refuse,
    /// Set to 0.501.
    Present,
    /// Set to 0.499.
    Absent,
    /// The case is left out.
    Drop,
}

/// What a condition is expected to contribute to the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Expect {
    /// No expectation.
    #[default]
    Any,
    /// Its presence contributes.
    Present,
    /// Its absence contributes.
    Absent,
    /// One of these levels contributes.
    Levels(Vec<usize>),
}

/// A directional expectation with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expectation {
    /// The direction.
    pub expect: Expect,
    /// Why.
    pub because: Option<Text>,
}

/// A conjunctural directional expectation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointExpectation {
    /// The conjunction that contributes to the outcome.
    pub expression: Expression,
    /// Why.
    pub because: Option<Text>,
}

/// Rows named by an expression or by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// Every row in the expression.
    Expression(Expression),
    /// 1-based row numbers.
    Numbers(Vec<u64>),
}

/// Remainders that no one could imagine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implausible {
    /// Which rows.
    pub rows: Rows,
    /// Why.
    pub because: Option<Text>,
}

/// Enhanced standard analysis (Schneider & Wagemann 2013).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enhanced {
    /// Conditions claimed necessary: remainders without them are excluded.
    pub necessary: Vec<Expression>,
    /// Whether contradictory simplifying assumptions are excluded.
    pub contradictory: bool,
    /// Impossible combinations.
    pub impossible: Vec<Expression>,
}

/// The three standard solutions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SolutionType {
    /// No remainder is used (complex).
    Conservative,
    /// Every remainder may be used.
    Parsimonious,
    /// Only easy counterfactuals are used.
    #[default]
    Intermediate,
}

impl AtCrossover {
    /// The name in study files and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warn => "warn",
            Self::Refuse => "refuse",
            Self::Present => "present",
            Self::Absent => "absent",
            Self::Drop => "drop",
        }
    }
}

impl SolutionType {
    /// The name in study files and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conservative => "conservative",
            Self::Parsimonious => "parsimonious",
            Self::Intermediate => "intermediate",
        }
    }
}

/// The paper's name for a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The key.
    pub name: String,
    /// The name in reports.
    pub label: Text,
    /// The terms that make it up.
    pub terms: Vec<Expression>,
}

/// Which covers of the prime-implicant chart count as models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ModelsWanted {
    /// All with the fewest terms.
    #[default]
    Minimum,
    /// All without a superfluous term.
    Irredundant,
}

/// What contradictory rows (C) are to minimisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contradictions {
    /// Rows that no term may cover.
    #[default]
    Negative,
    /// Rows that a term may cover.
    Remainder,
}

/// What minimisation looks for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Minimise {
    /// Which models.
    pub models: ModelsWanted,
    /// What contradictory rows are.
    pub contradictions: Contradictions,
    /// Whether prime implicants are left out where another one covers the same positive rows and more.
    pub row_dominance: bool,
    /// In (0, 1]: the prime implicants of the parsimonious solution are then the shortest terms of this consistency,
    /// whether or not they cover negative rows (`pi.cons` of R `QCA`).
    pub prime_implicant_consistency: Option<f64>,
}
