//! An analysis reduced to the parts that decide its solutions: observed rows, outputs and models.
//!
//! Sweeps evaluate millions of these. A [`Frame`] holds everything that depends neither on memberships nor on cutoffs,
//! and gives the same rows, outputs, models and fit as `analyse`, which a test checks.

mod fitted;
mod known;

use std::sync::Arc;

use equifinal_study::config::{Analysis, AtCrossover, Minimise, SolutionType, TruthTableCuts};
use equifinal_study::crossover::is_in;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Set, SetKind};

use crate::by_hand::HandSet;
use crate::condition::Condition;
use crate::crossover::{concerns, used};
use crate::dnf::Dnf;
use crate::error::QcaError;
use crate::expectations::Expectations;
use crate::fit::{NecessityFit, SufficiencyFit, Sums, necessity, sufficiency};
use crate::fuzzy::{greatest, least};
use crate::implausible::implausible;
use crate::minimise::budget::Budget;
use crate::minimised::{Minimised, parsimonious};
use crate::outcome::{check_outcome, outcome_degree};
use crate::output::{Output, output};
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::solved::Solved;
use crate::space::{Cube, Space};

/// The part of an analysis that does not depend on the cases.
#[derive(Debug, Clone)]
pub struct Frame {
    analysis: String,
    outcome: Literal,
    conditions: Vec<Condition>,
    space: Space,
    /// The cubes of each entry that the study declares implausible, including observed rows.
    implausible: Vec<Vec<Cube>>,
    /// All of them together.
    excluded: Vec<Cube>,
    /// The outputs that the study sets by hand.
    hand_set: HandSet,
    expectations: Expectations,
    minimise: Minimise,
    at_crossover: AtCrossover,
}

/// The memberships of one analysis, after the crossover policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Cases {
    /// The cases that are kept, as indices into those given.
    pub kept: Vec<usize>,
    /// The value of each case in each condition, `[condition][case]`.
    pub values: Vec<Vec<f64>>,
    /// The membership of each case in the outcome, or in its negation if that is analysed.
    pub outcome: Vec<f64>,
}

/// True if the case has a value of every condition and of the outcome; otherwise it is not in the analysis.
pub(crate) fn all_have(conditions: &[&Set], outcome: &Set, case: usize) -> bool {
    outcome.has(case) && conditions.iter().all(|set| set.has(case))
}

/// A configuration with cases.
#[derive(Debug, Clone, PartialEq)]
pub struct ObservedRow {
    /// The row.
    pub row: Cube,
    /// Its cases, as indices into [`Cases`].
    pub cases: Vec<usize>,
    /// Its consistency as a sufficient condition; `None` for 0/0.
    pub consistency: Option<f64>,
    /// Its proportional reduction in inconsistency; `None` for 0/0.
    pub pri: Option<f64>,
    sums: Sums,
}

/// The models of one solution as cubes, in the order of `analyse`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The models, at most one thousand; each a list of terms.
    pub models: Vec<Vec<Cube>>,
    /// Number of models, or a lower bound of it.
    pub count: u128,
    /// True if all models are listed.
    pub complete: bool,
    /// For an intermediate solution, for each model, the parsimonious models that it is derived from, as indices.
    pub behind: Vec<Arc<[usize]>>,
}

/// The conservative, parsimonious and intermediate solution.
pub type Answers = [Result<Answer, Refusal>; 3];

impl Frame {
    /// The frame of an analysis whose conditions are of these kinds.
    ///
    /// # Errors
    /// Expressions and expectations that do not fit the conditions; no or too many conditions; prime implicants that
    /// depend on the cases.
    pub fn new(analysis: &Analysis, kinds: &[SetKind]) -> Result<Self, QcaError> {
        if analysis.minimise.prime_implicant_consistency.is_some() {
            return Err(QcaError::ByCases { analysis: analysis.name.clone() });
        }
        Self::of_any(analysis, kinds)
    }

    /// As [`Self::new`], also for an analysis whose prime implicants depend on the cases.
    pub(crate) fn of_any(analysis: &Analysis, kinds: &[SetKind]) -> Result<Self, QcaError> {
        if kinds.is_empty() {
            return Err(QcaError::NoConditions { analysis: analysis.name.clone() });
        }
        let space = Space::new(kinds).map_err(|source| QcaError::Space { analysis: analysis.name.clone(), source })?;
        let named = analysis.conditions.iter().zip(kinds);
        let conditions: Vec<Condition> = named.map(|(name, &kind)| Condition { name: name.clone(), kind }).collect();
        let dnf = Dnf { analysis: &analysis.name, conditions: &conditions, space: &space };
        let implausible = implausible(analysis, &dnf)?;
        Ok(Self {
            expectations: Expectations::of(analysis, &dnf)?,
            excluded: implausible.concat(),
            hand_set: HandSet::of(analysis, &dnf)?,
            implausible,
            analysis: analysis.name.clone(),
            outcome: analysis.outcome.clone(),
            minimise: analysis.minimise,
            at_crossover: analysis.at_crossover,
            conditions,
            space,
        })
    }

    /// The name of the analysis.
    pub fn analysis(&self) -> &str {
        &self.analysis
    }

    /// The conditions.
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The space that they span.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// The expectations.
    pub(crate) fn expectations(&self) -> &Expectations {
        &self.expectations
    }

    /// The cubes of each entry that the study declares implausible, including observed rows.
    pub(crate) fn implausible(&self) -> &[Vec<Cube>] {
        &self.implausible
    }

    /// All these cubes together.
    pub(crate) fn excluded(&self) -> &[Cube] {
        &self.excluded
    }

    /// The outputs that the study sets by hand.
    pub(crate) fn hand_set(&self) -> &HandSet {
        &self.hand_set
    }

    /// The crossover policy.
    pub(crate) fn policy(&self) -> AtCrossover {
        self.at_crossover
    }

    /// The cases of the `sets`, one set per condition, under the analysis's crossover policy.
    ///
    /// # Errors
    /// Memberships near 0.5 that the policy refuses, an outcome level that does not exist, or no case left.
    pub fn cases(&self, sets: &[&Set], outcome: &Set) -> Result<Cases, QcaError> {
        let all = (0..outcome.values.len()).filter(|&case| all_have(sets, outcome, case));
        if self.at_crossover == AtCrossover::Refuse {
            let near = sets.iter().filter(|set| all.clone().any(|case| concerns(set, case)));
            let cells: Vec<String> = near.map(|set| set.name.clone()).collect();
            if !cells.is_empty() {
                return Err(QcaError::AtCrossover { analysis: self.analysis.clone(), cells });
            }
        }
        self.cases_in(sets, outcome, all)
    }

    /// The cases of the `sets` in this order, under a crossover policy that refuses none; each has a value of every set.
    pub(crate) fn cases_in(
        &self,
        sets: &[&Set],
        outcome: &Set,
        order: impl IntoIterator<Item = usize>,
    ) -> Result<Cases, QcaError> {
        check_outcome(&self.analysis, &self.outcome, outcome)?;
        let used = |set: &Set, case: usize| used(self.at_crossover, set, case);
        let order = order.into_iter();
        let kept: Vec<usize> = order.filter(|&case| sets.iter().all(|set| used(set, case).is_some())).collect();
        if kept.is_empty() {
            return Err(QcaError::NoCases { analysis: self.analysis.clone() });
        }
        Ok(Cases {
            values: sets.iter().map(|set| kept.iter().filter_map(|&case| used(set, case)).collect()).collect(),
            outcome: kept.iter().map(|&case| outcome_degree(&self.outcome, outcome, case)).collect(),
            kept,
        })
    }

    /// The observed rows in ascending order of their bits, with their consistency and PRI.
    pub fn rows(&self, cases: &Cases) -> Vec<ObservedRow> {
        let mut members: Vec<(Cube, usize)> =
            (0..cases.outcome.len()).filter_map(|case| Some((self.row_of(cases, case)?, case))).collect();
        members.sort_unstable();
        let rows = members.chunk_by(|a, b| a.0 == b.0);
        rows.filter_map(|members| {
            let &(row, _) = members.first()?;
            let sums = Sums::over(&self.membership(cases, row), &cases.outcome);
            let cases = members.iter().map(|&(_, case)| case).collect();
            Some(ObservedRow { row, cases, consistency: sums.consistency(), pri: sums.pri(), sums })
        })
        .collect()
    }

    /// The row of a case; `None` if a membership is 0.5.
    pub fn row_of(&self, cases: &Cases, case: usize) -> Option<Cube> {
        let mut row = 0;
        for (at, values) in cases.values.iter().enumerate() {
            let kind = self.conditions[at].kind;
            let level = (0..kind.levels()).find(|&level| is_in(kind.degree(values[case], level)))?;
            row |= self.space.literal(at, level);
        }
        Some(row)
    }

    /// The output of each row under the cutoffs, or the one that the study sets by hand.
    pub fn outputs(&self, rows: &[ObservedRow], cuts: &TruthTableCuts, cases: usize) -> Vec<Output> {
        let frequency = cuts.frequency.count(cases);
        let output =
            |row: &ObservedRow| self.hand_set.output(row.row, output(row.cases.len() >= frequency, &row.sums, cuts)).0;
        rows.iter().map(output).collect()
    }

    /// True if rows with these outputs have a solution of this type, apart from budgets.
    pub fn is_solvable(&self, rows: &[(Cube, Output)], kind: SolutionType) -> bool {
        self.problem(rows).check(kind).is_ok()
    }

    /// The three solutions of rows with their outputs.
    pub fn solve(&self, rows: &[(Cube, Output)], budget: &Budget) -> Answers {
        let problem = self.problem(rows);
        let parsimonious = parsimonious(&self.space, &self.minimise, &problem, budget);
        let Solved { conservative, parsimonious, intermediate } =
            Solved::new((&self.space, &self.minimise, &self.expectations), &problem, parsimonious, budget);
        let intermediate = intermediate.map(|found| {
            let behind = found.derivations.iter().map(|derivation| Arc::clone(&derivation.parsimonious)).collect();
            Answer { behind, ..Answer::of(&Minimised { primes: found.primes, models: found.models }) }
        });
        let of = |found: Result<Minimised, Refusal>| found.map(|found| Answer::of(&found));
        [of(conservative), of(parsimonious), intermediate]
    }

    /// The problem of minimisation of rows with their outputs.
    pub(crate) fn problem(&self, rows: &[(Cube, Output)]) -> Problem {
        Problem::of_rows(&self.space, rows, self.minimise.contradictions, &self.excluded)
    }

    /// Membership of every case in a model: the largest of its terms.
    pub fn memberships(&self, cases: &Cases, model: &[Cube]) -> Vec<f64> {
        let mut whole = vec![0.0; cases.outcome.len()];
        for &term in model {
            for (whole, part) in whole.iter_mut().zip(self.membership(cases, term)) {
                *whole = greatest(*whole, part);
            }
        }
        whole
    }

    /// Fit of a model as a sufficient condition.
    pub fn fit(&self, cases: &Cases, model: &[Cube]) -> SufficiencyFit {
        sufficiency(&self.memberships(cases, model), &cases.outcome)
    }

    /// Fit of a term as a necessary condition.
    pub fn necessity(&self, cases: &Cases, term: Cube) -> NecessityFit {
        necessity(&self.membership(cases, term), &cases.outcome)
    }

    /// Membership of every case in a term: the least of its literals.
    fn membership(&self, cases: &Cases, term: Cube) -> Vec<f64> {
        let mut memberships = vec![1.0; cases.outcome.len()];
        for (at, values) in cases.values.iter().enumerate() {
            let Some(level) = self.space.level(term, at) else { continue };
            let kind = self.conditions[at].kind;
            for (membership, &value) in memberships.iter_mut().zip(values) {
                *membership = least(*membership, kind.degree(value, level));
            }
        }
        memberships
    }

    /// A term as written in study files.
    pub fn write_term(&self, term: Cube) -> String {
        self.space.term(term).write(&self.conditions)
    }

    /// A model as written in study files.
    pub fn write(&self, model: &[Cube]) -> String {
        let terms: Vec<String> = model.iter().map(|&term| self.write_term(term)).collect();
        terms.join(" + ")
    }
}

impl Answer {
    fn of(found: &Minimised) -> Self {
        Self { models: found.cubes(), count: found.models.count, complete: found.complete(), behind: Vec::new() }
    }
}

#[cfg(test)]
mod tests;
