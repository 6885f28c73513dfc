//! Simulates data from a known expression, and counts how often QCA and coincidence analysis recover it (Lucas &
//! Szatrowski 2014; Thiem 2014; Baumgartner & Ambühl 2020).
//!
//! A table has cases in random configurations, or in a random part of all of them (limited diversity), and the outcome
//! of the true model with noise. Every method analyses the same tables.

mod recovery;
mod truth;

use std::collections::BTreeSet;

use equifinal_chains::analyse as coincidence;
use equifinal_qca::algebra::Algebra;
use equifinal_qca::findings::Condition;
use equifinal_qca::frame::{Answer, Frame};
use equifinal_qca::relation::memberships_in;
use equifinal_qca::space::{Cube, Space};
use equifinal_qca::{Budget, QcaError};
use equifinal_study::config::{
    Analysis, Chain, Expect, Expectation, FitCut, FitMeasure, MostComplex, SolutionType, TruthTableCuts,
};
use equifinal_study::draws::Draws;
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use rayon::prelude::*;

use crate::universe::position;
use equifinal_study::draws::stream;
pub use recovery::Recovery;
pub use truth::Truth;

/// The parameters of a simulation.
#[derive(Debug, Clone)]
pub struct Simulation {
    /// True model used to simulate the data.
    pub truth: Truth,
    /// Every condition of the analysis, including irrelevant ones.
    pub conditions: Vec<String>,
    /// Cases in each draw.
    pub cases: usize,
    /// True for fuzzy memberships, false for 0 and 1.
    pub fuzzy: bool,
    /// Crisp: the share of cases with a negated outcome; fuzzy: the standard deviation of noise on the outcome.
    pub noise: f64,
    /// The share of configurations that may have cases, in (0, 1].
    pub diversity: f64,
    /// Expectations of the intermediate solution: each condition as it is expected to contribute.
    pub expected: Vec<Literal>,
    /// Cutoffs of the truth table; that of consistency is also that of coincidence analysis.
    pub cuts: TruthTableCuts,
    /// The cutoff of coverage of coincidence analysis.
    pub coverage: f64,
    /// The bounds of coincidence analysis.
    pub most: MostComplex,
    /// The seed.
    pub seed: u64,
    /// Number of tables.
    pub draws: u64,
    /// How much may be drawn.
    pub limits: Limits,
    /// The work limits of the solution of one table.
    pub budget: Budget,
}

/// Limits of a simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Maximum number of memberships in a table: cases times sets, including the outcome.
    pub memberships: u64,
    /// Maximum number of tables.
    pub draws: u64,
}

impl Limits {
    /// Default number of memberships in a table: 160 MB.
    pub const MEMBERSHIPS: u64 = 20_000_000;
    /// Default number of tables.
    pub const DRAWS: u64 = 1_000_000;
    /// Maximum number of conditions where only a part of the configurations may have cases.
    pub const DIVERSE: usize = 16;
}

/// A method of analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A solution of QCA.
    Qca(SolutionType),
    /// The models of coincidence analysis.
    Cna,
}

impl Method {
    /// All methods, in the order of the results.
    pub const ALL: [Self; 4] = [
        Self::Qca(SolutionType::Conservative),
        Self::Qca(SolutionType::Intermediate),
        Self::Qca(SolutionType::Parsimonious),
        Self::Cna,
    ];

    /// The name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Qca(kind) => kind.name(),
            Self::Cna => "cna",
        }
    }
}

/// The recovery by every method, in the order of [`Method::ALL`].
pub type Recoveries = [Recovery; 4];

/// The reasons why a simulation cannot be run.
#[derive(Debug, thiserror::Error)]
pub enum SimulationError {
    /// The expression does not fit the conditions.
    Expression {
        /// The expression.
        expression: String,
        /// The problem.
        problem: String,
    },
    /// The analysis is not possible.
    Analysis(#[from] QcaError),
    /// The tables are larger than the limit allows.
    Memberships {
        /// Cases in each table.
        cases: usize,
        /// Conditions and outcome.
        sets: usize,
        /// The limit.
        limit: u64,
    },
    /// The requested number of tables exceeds the limit.
    Draws {
        /// Number of tables requested.
        draws: u64,
        /// The limit.
        limit: u64,
    },
    /// Too many conditions for limited diversity.
    Diverse {
        /// Number of conditions.
        conditions: usize,
    },
}

/// Draws tables and counts how often each method recovers the truth.
///
/// # Errors
/// An expression over sets that are not conditions, too many conditions, or more draws or larger tables than allowed.
pub fn simulate(simulation: &Simulation) -> Result<Recoveries, SimulationError> {
    within_limits(simulation)?;
    let misfit = |problem: String| SimulationError::Expression { expression: simulation.truth.key(), problem };
    let kind = kind(simulation);
    let conditions = simulation.conditions.iter().map(|name| Condition { name: name.clone(), kind }).collect();
    let algebra = Algebra::new(conditions).map_err(|error| misfit(error.to_string()))?;
    let given = match &simulation.truth {
        Truth::Random { .. } => None,
        Truth::Given(expression) => {
            let cubes = algebra.cubes(expression).map_err(|error| misfit(error.to_string()))?;
            let cubes = algebra.simplified(&cubes).map_err(|error| misfit(error.to_string()))?;
            Some((expression.clone(), cubes.into_iter().collect()))
        }
    };
    let frame = Frame::new(&analysis(simulation), &vec![kind; simulation.conditions.len()])?;
    let world = World { simulation, algebra: &algebra, frame: &frame, given };
    let add = |a: Recoveries, b: Recoveries| std::array::from_fn(|at| a[at].and(b[at]));
    Ok((0..simulation.draws).into_par_iter().map(|draw| world.one(draw)).reduce(Default::default, add))
}

fn kind(simulation: &Simulation) -> SetKind {
    if simulation.fuzzy { SetKind::Fuzzy } else { SetKind::Crisp }
}

fn within_limits(simulation: &Simulation) -> Result<(), SimulationError> {
    let (limits, sets) = (simulation.limits, simulation.conditions.len() + 1);
    if (simulation.cases as u128) * (sets as u128) > u128::from(limits.memberships) {
        return Err(SimulationError::Memberships { cases: simulation.cases, sets, limit: limits.memberships });
    }
    if simulation.draws > limits.draws {
        return Err(SimulationError::Draws { draws: simulation.draws, limit: limits.draws });
    }
    if simulation.diversity < 1.0 && simulation.conditions.len() > Limits::DIVERSE {
        return Err(SimulationError::Diverse { conditions: simulation.conditions.len() });
    }
    Ok(())
}

fn outcome() -> Literal {
    Literal { set: "outcome".to_owned(), level: None, negated: false }
}

fn analysis(simulation: &Simulation) -> Analysis {
    let expect = |name: &String| {
        let expected = simulation.expected.iter().find(|literal| literal.set == *name);
        let expect = match expected.map(|literal| literal.negated) {
            None => Expect::Any,
            Some(true) => Expect::Absent,
            Some(false) => Expect::Present,
        };
        Expectation { expect, because: None }
    };
    Analysis {
        expectations: simulation.conditions.iter().map(expect).collect(),
        ..Analysis::new("simulated", outcome(), simulation.conditions.clone(), simulation.cuts)
    }
}

/// The parts that all tables share.
struct World<'a> {
    simulation: &'a Simulation,
    algebra: &'a Algebra,
    frame: &'a Frame,
    /// The true model, if it is the same for all tables.
    given: Option<(Expression, BTreeSet<Cube>)>,
}

impl World<'_> {
    fn one(&self, draw: u64) -> Recoveries {
        let simulation = self.simulation;
        let mut draws = stream("simulate", simulation.seed, &simulation.truth.key(), draw);
        let (expression, truth) = match (&self.given, &simulation.truth) {
            (None, Truth::Random { terms, literals }) => {
                truth::random(self.algebra, &simulation.conditions, (*terms, *literals), &mut draws)
            }
            (given, _) => given.clone().unwrap_or_else(|| (Expression::Or(Vec::new()), BTreeSet::new())),
        };
        let table = table(simulation, &expression, &mut draws);
        let solutions = self.solutions(&table, &truth);
        [solutions[0], solutions[1], solutions[2], self.coincidence(&table, &truth)]
    }

    /// The recovery by the three solutions.
    fn solutions(&self, table: &Memberships, truth: &BTreeSet<Cube>) -> [Recovery; 3] {
        let none = Recovery { draws: 1, ..Recovery::default() };
        let Some((outcome, sets)) = table.sets.split_last() else { return [none; 3] };
        let Ok(cases) = self.frame.cases(&sets.iter().collect::<Vec<_>>(), outcome) else { return [none; 3] };
        let rows = self.frame.rows(&cases);
        let outputs = self.frame.outputs(&rows, &self.simulation.cuts, cases.outcome.len());
        let rows: Vec<_> = rows.iter().zip(outputs).map(|(row, output)| (row.row, output)).collect();
        let answers = self.frame.solve(&rows, &self.simulation.budget);
        let of = |kind: SolutionType| match &answers[position(kind)] {
            Ok(answer) if answer.complete => recovered(answer, truth),
            Err(refusal) if !refusal.is_budget() => none,
            Ok(_) | Err(_) => Recovery { undecided: 1, ..none },
        };
        [SolutionType::Conservative, SolutionType::Intermediate, SolutionType::Parsimonious].map(of)
    }

    /// The recovery by coincidence analysis.
    fn coincidence(&self, table: &Memberships, truth: &BTreeSet<Cube>) -> Recovery {
        let simulation = self.simulation;
        let none = Recovery { draws: 1, ..Recovery::default() };
        let cut = |at_least: f64| FitCut { measure: FitMeasure::Standard, at_least };
        let chain = Chain {
            outcomes: vec![outcome()],
            consistency: cut(simulation.cuts.consistency),
            coverage: cut(simulation.coverage),
            most: simulation.most,
            ..Chain::new("simulated", table.sets.iter().map(|set| set.name.clone()).collect())
        };
        let budget = equifinal_chains::Budget {
            kept: simulation.budget.prime_implicants,
            work: simulation.budget.work,
            listed: simulation.budget.models,
        };
        let Ok(found) = coincidence(&chain, table, &budget) else { return none };
        let Some(models) = found.outcomes.first().map(|one| &one.models) else { return none };
        if !models.exact || models.listed.len() < models.count {
            return Recovery { undecided: 1, ..none };
        }
        if models.count == 0 {
            return none;
        }
        let space = self.frame.space();
        let cube = |term: Cube| self.cube(space, &found.factors.literals(term));
        let sets: Vec<BTreeSet<Cube>> =
            models.listed.iter().map(|model| model.formula.terms.iter().map(|&term| cube(term)).collect()).collect();
        Recovery::of(&sets, models.count as u64, truth)
    }

    /// A conjunction in the space of the conditions.
    fn cube(&self, space: &Space, literals: &[Literal]) -> Cube {
        let at = |literal: &Literal| self.simulation.conditions.iter().position(|name| *name == literal.set);
        let bits = literals.iter().filter_map(|one| Some(space.literal(at(one)?, usize::from(!one.negated))));
        bits.fold(0, |all, one| all | one)
    }
}

fn recovered(answer: &Answer, truth: &BTreeSet<Cube>) -> Recovery {
    let models: Vec<BTreeSet<Cube>> = answer.models.iter().map(|model| model.iter().copied().collect()).collect();
    Recovery::of(&models, u64::try_from(answer.count).unwrap_or(u64::MAX), truth)
}

/// A table with random conditions and the outcome of the true model, with noise.
fn table(simulation: &Simulation, truth: &Expression, draws: &mut Draws) -> Memberships {
    let kind = kind(simulation);
    let possible = possible(simulation, draws);
    let columns = simulation.conditions.len();
    let mut values = vec![Vec::with_capacity(simulation.cases); columns];
    for _ in 0..simulation.cases {
        let row = (!possible.is_empty()).then(|| possible[draws.index(possible.len())]);
        for (at, column) in values.iter_mut().enumerate() {
            let present = row.map_or_else(|| draws.index(2) == 1, |row| row >> at & 1 == 1);
            let part = if simulation.fuzzy { draws.uniform() / 2.0 } else { f64::from(u8::from(present)) };
            column.push(if simulation.fuzzy && present { 0.5 + part } else { part });
        }
    }
    let sets = simulation.conditions.iter().zip(values);
    let sets = sets.map(|(name, values)| Set { name: name.clone(), kind, values }).collect();
    let mut table = Memberships { cases: (0..simulation.cases).map(|case| format!("{case:06}")).collect(), sets };
    let mut outcome = memberships_in(truth, &table).unwrap_or_default();
    for y in &mut outcome {
        let noise = draws.uniform();
        *y = match simulation.fuzzy {
            true => (*y + simulation.noise * draws.normal()).clamp(0.0, 1.0),
            false if noise < simulation.noise => 1.0 - *y,
            false => *y,
        };
    }
    table.sets.push(Set { name: "outcome".to_owned(), kind, values: outcome });
    table
}

/// The configurations that may have cases; empty if all may.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most 2^16 configurations"
)]
fn possible(simulation: &Simulation, draws: &mut Draws) -> Vec<u32> {
    if simulation.diversity >= 1.0 {
        return Vec::new();
    }
    let mut all: Vec<u32> = (0..1 << simulation.conditions.len().min(Limits::DIVERSE)).collect();
    draws.shuffle(&mut all);
    all.truncate((libm::ceil(simulation.diversity * all.len() as f64) as usize).max(1));
    all
}

impl SimulationError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Expression { expression, problem } => say!("simulate-expression", expression, problem),
            Self::Analysis(source) => source.message(),
            Self::Memberships { cases, sets, limit } => say!("simulate-memberships", cases, sets, limit),
            Self::Draws { draws, limit } => say!("simulate-draws", draws, limit),
            Self::Diverse { conditions } => say!("simulate-diverse", conditions, most = Limits::DIVERSE),
        }
    }
}

worded!(SimulationError);
