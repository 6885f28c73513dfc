//! An analysis reduced to the parts that decide its solutions: observed rows, outputs and models.
//!
//! Sweeps evaluate millions of these. A [`Frame`] holds everything that depends neither on memberships nor on cutoffs,
//! and gives the same rows, outputs, models and fit as `analyse`, which a test checks.

mod fitted;

use equifinal_study::config::{Analysis, AtCrossover, Minimise, SolutionType, TruthTableCuts};
use equifinal_study::crossover::is_in;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Set, SetKind};

use crate::analyse::{expectations, implausible};
use crate::condition::Condition;
use crate::crossover::{concerns, used};
use crate::dnf::Dnf;
use crate::error::QcaError;
use crate::expectations::Expectations;
use crate::findings::Output;
use crate::fit::{NecessityFit, SufficiencyFit, Sums, necessity, sufficiency};
use crate::fuzzy::{greatest, least};
use crate::minimise::budget::Budget;
use crate::minimised::{Minimised, conservative, parsimonious};
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::sample::{check_outcome, outcome_degree};
use crate::solve::between;
use crate::space::{Cube, Space};
use crate::truth_table::output;

/// The part of an analysis that does not depend on the cases.
#[derive(Debug, Clone)]
pub struct Frame {
    analysis: String,
    outcome: Literal,
    conditions: Vec<Condition>,
    space: Space,
    implausible: Vec<Cube>,
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
    pub behind: Vec<Vec<usize>>,
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
        if kinds.is_empty() {
            return Err(QcaError::NoConditions { analysis: analysis.name.clone() });
        }
        let space = Space::new(kinds).map_err(|source| QcaError::Space { analysis: analysis.name.clone(), source })?;
        let named = analysis.conditions.iter().zip(kinds);
        let conditions: Vec<Condition> = named.map(|(name, &kind)| Condition { name: name.clone(), kind }).collect();
        let dnf = Dnf { analysis: &analysis.name, conditions: &conditions, space: &space };
        Ok(Self {
            expectations: expectations(analysis, &dnf)?,
            implausible: implausible(analysis, &dnf)?.concat(),
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

    /// The crossover policy.
    pub(crate) fn policy(&self) -> AtCrossover {
        self.at_crossover
    }

    /// The cases of the `sets`, one set per condition, under the analysis's crossover policy.
    ///
    /// # Errors
    /// Memberships near 0.5 that the policy refuses, an outcome level that does not exist, or no case left.
    pub fn cases(&self, sets: &[&Set], outcome: &Set) -> Result<Cases, QcaError> {
        check_outcome(&self.analysis, &self.outcome, outcome)?;
        let policy = self.at_crossover;
        let all = 0..outcome.values.len();
        if policy == AtCrossover::Refuse {
            let near = sets.iter().filter(|set| all.clone().any(|case| concerns(set, case)));
            let cells: Vec<String> = near.map(|set| set.name.clone()).collect();
            if !cells.is_empty() {
                return Err(QcaError::AtCrossover { analysis: self.analysis.clone(), cells });
            }
        }
        let used = |set: &Set, case: usize| used(policy, set, case);
        let kept: Vec<usize> = all.filter(|&case| sets.iter().all(|set| used(set, case).is_some())).collect();
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

    /// The output of each row under the cutoffs.
    pub fn outputs(&self, rows: &[ObservedRow], cuts: &TruthTableCuts, cases: usize) -> Vec<Output> {
        let frequency = cuts.frequency.count(cases);
        rows.iter().map(|row| output(row.cases.len() >= frequency, &row.sums, cuts)).collect()
    }

    /// True if rows with these outputs have a solution of this type, apart from budgets.
    pub fn is_solvable(&self, rows: &[(Cube, Output)], kind: SolutionType) -> bool {
        let problem = Problem::of_rows(&self.space, rows, self.minimise.contradictions, &self.implausible);
        problem.check(kind).is_ok()
    }

    /// The three solutions of rows with their outputs.
    pub fn solve(&self, rows: &[(Cube, Output)], budget: &Budget) -> Answers {
        let (space, wanted) = (&self.space, &self.minimise);
        let problem = Problem::of_rows(space, rows, self.minimise.contradictions, &self.implausible);
        let conservative = conservative(space, wanted, &problem, budget);
        let parsimonious = parsimonious(space, wanted, &problem, budget);
        let sources = (&conservative, &parsimonious);
        let middle = between(space, wanted, sources, &problem.positives, &self.expectations, budget).map(|found| {
            let behind = found.sources.into_iter().map(|source| source.parsimonious).collect();
            Answer { behind, ..Answer::of(&Minimised { primes: found.primes, models: found.models }) }
        });
        let of = |found: Result<Minimised, Refusal>| found.map(|found| Answer::of(&found));
        [of(conservative), of(parsimonious), middle]
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
mod tests {
    use super::*;
    use crate::analyse;
    use crate::core::{Interpreted, Standing, cores};
    use equifinal_study::config::{Contradictions, Expect, Expectation, Frequency, ModelsWanted};
    use equifinal_study::memberships::Memberships;
    use proptest::prelude::*;

    fn memberships(cells: &[Vec<u32>], kinds: [SetKind; 4]) -> Memberships {
        let value = |cell: u32, kind| match kind {
            SetKind::Crisp => f64::from(cell % 2),
            SetKind::MultiValue { .. } => f64::from(cell % 3),
            // Beside 0.5 memberships that a policy concerns, some of them a rounding error away from it.
            SetKind::Fuzzy if cell % 11 == 5 => 0.5 + [0.0, 1e-12, -1e-12, 3e-4, -3e-4, 0.0][cell as usize / 11],
            SetKind::Fuzzy => f64::from(cell % 11) / 10.0,
        };
        let column = |at: usize, kind| cells.iter().map(|row| value(row[at], kind)).collect();
        let sets = ["A", "B", "C", "Y"].iter().zip(kinds).enumerate();
        let sets = sets.map(|(at, (name, kind))| Set { name: (*name).to_owned(), kind, values: column(at, kind) });
        Memberships { cases: (0..cells.len()).map(|case| format!("c{case:03}")).collect(), sets: sets.collect() }
    }

    fn analysis(cuts: TruthTableCuts, at_crossover: AtCrossover, minimise: Minimise) -> Analysis {
        let expect = |expect| Expectation { expect, because: None };
        Analysis {
            at_crossover,
            expectations: vec![expect(Expect::Present), expect(Expect::Any), expect(Expect::Absent)],
            minimise,
            ..Analysis::new(
                "frame",
                Literal { set: "Y".to_owned(), level: None, negated: false },
                ["A", "B", "C"].map(str::to_owned).to_vec(),
                cuts,
            )
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn a_frame_gives_what_the_whole_analysis_gives(
            cells in proptest::collection::vec(proptest::collection::vec(0_u32..66, 4), 2..16),
            fuzzy in 0_usize..3, frequency in 1_usize..3, consistency in 0_u32..20, policy in 0_usize..3, other in 0_usize..4,
        ) {
            let other_kind = [SetKind::Fuzzy, SetKind::Crisp, SetKind::MultiValue { levels: 3 }][fuzzy];
            let memberships = memberships(&cells, [SetKind::Fuzzy, other_kind, SetKind::Crisp, SetKind::Fuzzy]);
            let consistency = f64::from(consistency) / 20.0;
            let cuts = TruthTableCuts {
                frequency: Frequency::Count(frequency),
                consistency,
                pri: 0.3,
                contradiction_floor: (other > 1).then_some(consistency / 2.0),
            };
            let policy = [AtCrossover::Warn, AtCrossover::Present, AtCrossover::Drop][policy];
            let minimise = Minimise {
                models: if other % 2 == 0 { ModelsWanted::Minimum } else { ModelsWanted::Irredundant },
                contradictions: if other == 3 { Contradictions::Remainder } else { Contradictions::Negative },
                row_dominance: other == 2,
                prime_implicant_consistency: None,
            };
            let analysis = analysis(cuts, policy, minimise);
            let sets: Vec<&Set> = memberships.sets.iter().collect();
            let kinds: Vec<SetKind> = sets[..3].iter().map(|set| set.kind).collect();
            let frame = Frame::new(&analysis, &kinds).unwrap();
            let whole = analyse(&analysis, &memberships, &Budget::default());
            let cases = frame.cases(&sets[..3], sets[3]);
            let Ok(whole) = whole else {
                prop_assert!(cases.is_err());
                return Ok(());
            };
            let cases = cases.unwrap();
            let rows = frame.rows(&cases);
            let outputs = frame.outputs(&rows, &cuts, cases.outcome.len());
            for (row, output) in rows.iter().zip(&outputs) {
                let twin = whole.rows.iter().find(|twin| frame.space.row(&twin.levels) == row.row).unwrap();
                prop_assert_eq!((&twin.cases, twin.output, twin.consistency, twin.pri), (&row.cases, *output, row.consistency, row.pri));
            }
            prop_assert_eq!(rows.len(), whole.rows.iter().filter(|row| !row.cases.is_empty()).count());
            let table: Vec<_> = rows.iter().zip(&outputs).map(|(row, &output)| (row.row, output)).collect();
            let answers = frame.solve(&table, &Budget::default());
            for kind in [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate] {
                let mut whole = whole.clone();
                whole.analysis.interpret = kind;
                let interpreted = Interpreted::of(&whole);
                for (path, core) in cores(&answers, kind) {
                    let standing = |condition: usize| {
                        let (literal, core) = (path & frame.space.condition(condition), core.ok()?);
                        Some(match (core.always & literal, core.sometimes & literal) {
                            _ if literal == 0 => return None,
                            (0, 0) => Standing::Never,
                            (0, _) => Standing::Sometimes,
                            _ => Standing::Always,
                        })
                    };
                    let ours: Vec<Option<Standing>> = (0..3).map(standing).collect();
                    prop_assert_eq!(ours, interpreted.core(&frame.space.term(path)).standing);
                }
            }
            for (answer, solution) in answers.iter().zip(&whole.solutions) {
                match (answer, solution) {
                    (Err(ours), Err(theirs)) => prop_assert_eq!(ours, theirs),
                    (Ok(answer), Ok(solution)) => {
                        prop_assert_eq!((answer.count, answer.complete), (solution.model_count, solution.is_complete()));
                        for (model, twin) in answer.models.iter().zip(&solution.models) {
                            let terms: Vec<Cube> = twin.paths.iter().map(|path| frame.space.cube(&path.term)).collect();
                            prop_assert_eq!(model, &terms);
                            prop_assert_eq!(frame.fit(&cases, model), twin.fit);
                            prop_assert_eq!(frame.paths(&cases, &rows, &outputs, model), twin.paths.clone());
                        }
                    }
                    _ => prop_assert!(false, "{answer:?} against {solution:?}"),
                }
            }
        }
    }
}
