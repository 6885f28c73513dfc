//! One analysis: an outcome, its conditions, and every decision between truth table and solution.

use std::collections::BTreeSet;

use super::{
    CaseSelectionSpec, ConditionSearch, Grounds, ImpossibleCombination, NecessityCuts, PanelSpec, PartitionBy,
    Temporal, TruthTableCuts,
};
use crate::expression::{Expression, Literal};
use crate::message::Message;
use crate::say;
use crate::text::Text;

/// The specification of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The name; that of an analysis derived by `negation` is prefixed with `~`.
    pub name: String,
    /// The analysis of the outcome that this one negates, if it was derived by `negation`.
    pub negates: Option<String>,
    /// The name in reports, beside the outcome.
    pub label: Option<Text>,
    /// The outcome: a set, its negation, or a level.
    pub outcome: Literal,
    /// The analysis of the study file with several outcomes, if this one explains one of them.
    pub joint: Option<String>,
    /// The conditions, in the study file's order: the first is the most significant of a row number.
    pub conditions: Vec<String>,
    /// The conditions that are an order of two others.
    pub temporal: Vec<Temporal>,
    /// Cutoffs of necessity.
    pub necessity: NecessityCuts,
    /// Cutoffs of the truth table.
    pub truth_table: TruthTableCuts,
    /// True if the cutoff of PRI is stated, false if it is the default of 0.
    pub states_pri: bool,
    /// The policy for memberships near one half.
    pub at_crossover: AtCrossover,
    /// One expectation per condition, in the order of `conditions`.
    pub expectations: Vec<Expectation>,
    /// Conjunctural expectations.
    pub expectations_joint: Vec<JointExpectation>,
    /// Rows that are never used as counterfactuals.
    pub implausible: Vec<Implausible>,
    /// Outputs of observed rows set by hand.
    pub outputs: Vec<SetOutput>,
    /// Enhanced standard analysis, if requested.
    pub enhanced: Option<Enhanced>,
    /// The solution that text, chart and claims refer to.
    pub interpret: SolutionType,
    /// The paper's names for paths.
    pub paths: Vec<Path>,
    /// The options of minimisation.
    pub minimise: Minimise,
    /// The theory that the solution is compared with.
    pub theory: Option<Theory>,
    /// The choice of cases to study next, if the study asks for it.
    pub case_selection: Option<CaseSelectionSpec>,
    /// The search over sets of its conditions, if the study asks for it.
    pub condition_search: Option<ConditionSearch>,
    /// The fit over periods and units, if the study asks for it.
    pub panel: Option<PanelSpec>,
    /// The parts in which it is run again, if the study asks for them.
    pub partition: Option<PartitionBy>,
    /// The analysis whose keys this one copies, so that their charts are printed side by side.
    pub like: Option<String>,
}

impl Analysis {
    /// An analysis with these values and defaults for everything else.
    pub fn new(name: &str, outcome: Literal, conditions: Vec<String>, truth_table: TruthTableCuts) -> Self {
        Self {
            name: name.to_owned(),
            negates: None,
            label: None,
            joint: None,
            outcome,
            temporal: Vec::new(),
            necessity: NecessityCuts::default(),
            truth_table,
            states_pri: true,
            at_crossover: AtCrossover::Warn,
            expectations: vec![Expectation::default(); conditions.len()],
            expectations_joint: Vec::new(),
            implausible: Vec::new(),
            outputs: Vec::new(),
            enhanced: None,
            interpret: SolutionType::Intermediate,
            paths: Vec::new(),
            minimise: Minimise::default(),
            theory: None,
            case_selection: None,
            condition_search: None,
            panel: None,
            partition: None,
            like: None,
            conditions,
        }
    }

    /// The name of the analysis in the study file: that of all its outcomes, its own, or that of the one it negates.
    pub fn declared(&self) -> &str {
        self.joint.as_deref().or(self.negates.as_deref()).unwrap_or(&self.name)
    }

    /// The names of its sets: outcome and conditions.
    pub fn sets(&self) -> BTreeSet<&str> {
        std::iter::once(&self.outcome.set).chain(&self.conditions).map(String::as_str).collect()
    }

    /// Removes conditions, and everything that refers to them: so an order of events without one of the two.
    pub fn leave_out(&mut self, dropped: &[&str]) {
        let is_lost = |one: &Temporal| [&one.first, &one.then].iter().any(|event| dropped.contains(&event.as_str()));
        let orders: Vec<String> = self.temporal.iter().filter(|one| is_lost(one)).map(|one| one.name.clone()).collect();
        let gone = |name: &str| dropped.contains(&name) || orders.iter().any(|order| order == name);
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
        self.temporal.retain(|one| !gone(&one.name));
        self.expectations_joint.retain(|joint| !speaks(&joint.expression));
        // Row numbers count the rows of the full table, so they mean nothing in a smaller one.
        self.implausible.retain(|one| matches!(&one.rows, Rows::Expression(rows) if !speaks(rows)));
        self.outputs.retain(|one| !speaks(&one.rows));
        if let Some(enhanced) = &mut self.enhanced {
            enhanced.necessary.retain(|claim| !speaks(claim));
            enhanced.impossible.retain(|combination| !speaks(&combination.expression));
        }
        for path in &mut self.paths {
            path.terms.retain(|term| !speaks(term));
        }
        self.paths.retain(|path| !path.terms.is_empty());
        self.theory.take_if(|theory| speaks(&theory.expression));
    }
}

/// A theory about the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theory {
    /// The configurations that it expects to lead to the outcome, over the conditions.
    pub expression: Expression,
    /// The source of the theory, and its reason.
    pub because: Option<Text>,
}

/// The policy for a condition's membership within 0.0005 of one half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AtCrossover {
    /// Used as calibrated; at exactly one half the case is in no row but in all sums, as in R `QCA`; with a warning.
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

/// The expected contribution of a condition to the outcome.
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

impl Expect {
    /// The expectations that are words in study files.
    pub const WORDS: [Self; 3] = [Self::Present, Self::Absent, Self::Any];

    /// These words.
    pub const NAMES: [&'static str; 3] = [Self::Present.name(), Self::Absent.name(), Self::Any.name()];

    /// The expectation of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|expect| expect.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Present => "present",
            Self::Absent => "absent",
            Self::Levels(_) => "levels",
        }
    }

    /// The expectation for the negated outcome; of levels, none.
    pub fn reversed(&self) -> Self {
        match self {
            Self::Present => Self::Absent,
            Self::Absent => Self::Present,
            Self::Any | Self::Levels(_) => Self::Any,
        }
    }
}

/// A directional expectation with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expectation {
    /// The direction.
    pub expect: Expect,
    /// The reason.
    pub because: Option<Grounds>,
}

/// A conjunctural directional expectation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointExpectation {
    /// The conjunction that contributes to the outcome.
    pub expression: Expression,
    /// The reason.
    pub because: Option<Grounds>,
}

/// Rows, given by an expression or by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// Every row in the expression.
    Expression(Expression),
    /// 1-based row numbers.
    Numbers(Vec<u64>),
}

/// Implausible remainders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implausible {
    /// The rows.
    pub rows: Rows,
    /// The reason.
    pub because: Option<Grounds>,
}

/// The output of observed rows, set by hand in place of that of the cutoffs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetOutput {
    /// The rows, over the conditions.
    pub rows: Expression,
    /// True for output 1, false for output 0.
    pub positive: bool,
    /// The reason.
    pub because: Text,
}

/// Enhanced standard analysis (Schneider & Wagemann 2013).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enhanced {
    /// Conditions claimed necessary: remainders without them are excluded.
    pub necessary: Vec<Expression>,
    /// True if contradictory simplifying assumptions are excluded.
    pub contradictory: bool,
    /// Impossible combinations.
    pub impossible: Vec<ImpossibleCombination>,
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
    /// All policies.
    pub const ALL: [Self; 5] = [Self::Warn, Self::Refuse, Self::Present, Self::Absent, Self::Drop];

    /// Their names.
    pub const NAMES: [&'static str; 5] =
        [Self::Warn.name(), Self::Refuse.name(), Self::Present.name(), Self::Absent.name(), Self::Drop.name()];

    /// The policy of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
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
    /// All types.
    pub const ALL: [Self; 3] = [Self::Conservative, Self::Parsimonious, Self::Intermediate];

    /// Their names.
    pub const NAMES: [&'static str; 3] =
        [Self::Conservative.name(), Self::Parsimonious.name(), Self::Intermediate.name()];

    /// The type of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name in study files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conservative => "conservative",
            Self::Parsimonious => "parsimonious",
            Self::Intermediate => "intermediate",
        }
    }

    /// The name, for messages.
    pub fn words(self) -> Message {
        match self {
            Self::Conservative => say!("solution-conservative"),
            Self::Parsimonious => say!("solution-parsimonious"),
            Self::Intermediate => say!("solution-intermediate"),
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
    /// Its terms.
    pub terms: Vec<Expression>,
}

/// The covers of the prime implicant chart that count as models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ModelsWanted {
    /// All with the fewest terms.
    #[default]
    Minimum,
    /// All without a redundant term.
    Irredundant,
}

/// The treatment of contradictory rows (C) in minimisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contradictions {
    /// Rows that no term may cover.
    #[default]
    Negative,
    /// Rows that a term may cover.
    Remainder,
}

/// The options of minimisation.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Minimise {
    /// The models.
    pub models: ModelsWanted,
    /// The treatment of contradictory rows.
    pub contradictions: Contradictions,
    /// True if prime implicants are dropped when another one covers the same positive rows and more.
    pub row_dominance: bool,
    /// In (0, 1]: the prime implicants of the parsimonious solution are then the shortest terms with this consistency,
    /// even if they cover negative rows (`pi.cons` of R `QCA`).
    pub prime_implicant_consistency: Option<f64>,
}
