//! Simulates data from a known expression, and counts how often the analysis recovers it (Lucas & Szatrowski 2014;
//! Thiem 2014).

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use std::collections::BTreeSet;

use equifinal_qca::Budget;
use equifinal_qca::QcaError;
use equifinal_qca::algebra::Algebra;
use equifinal_qca::findings::Condition;
use equifinal_qca::frame::Frame;
use equifinal_qca::relation::memberships_in;
use equifinal_qca::space::Cube;
use equifinal_study::config::{Analysis, SolutionType, TruthTableCuts};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::{Memberships, Set, SetKind};
use rayon::prelude::*;

use crate::draws::stream;
use crate::universe::position;

/// The parameters of a simulation.
#[derive(Debug, Clone)]
pub struct Simulation {
    /// True model used to simulate the data.
    pub truth: Expression,
    /// Every condition of the analysis, including irrelevant ones.
    pub conditions: Vec<String>,
    /// Cases in each draw.
    pub cases: usize,
    /// True for fuzzy memberships, false for 0 and 1.
    pub fuzzy: bool,
    /// Crisp: the share of cases with a negated outcome; fuzzy: the standard deviation of noise on the outcome.
    pub noise: f64,
    /// Cutoffs of the analysis.
    pub cuts: TruthTableCuts,
    /// The solution that is examined.
    pub solution: SolutionType,
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
}

/// Numbers of tables in which the truth was recovered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recovery {
    /// Tables drawn.
    pub draws: u64,
    /// Tables that are undecided because a work limit was reached; they are counted only here.
    pub undecided: u64,
    /// With a solution.
    pub solved: u64,
    /// With the truth among the models.
    pub exact: u64,
    /// With the truth as the only model.
    pub unique: u64,
    /// Tables with a model in which every path is contained in or contains a true one: no false path.
    pub no_error: u64,
    /// Tables with a model that contains every true path.
    pub complete: u64,
}

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
}

/// Draws tables and counts how often their analysis recovers the truth.
///
/// # Errors
/// An expression over sets that are not conditions, too many conditions, or more draws or larger tables than allowed.
pub fn simulate(simulation: &Simulation) -> Result<Recovery, SimulationError> {
    within_limits(simulation)?;
    let misfit = |problem: String| SimulationError::Expression { expression: simulation.truth.to_string(), problem };
    let kind = if simulation.fuzzy { SetKind::Fuzzy } else { SetKind::Crisp };
    let conditions = simulation.conditions.iter().map(|name| Condition { name: name.clone(), kind }).collect();
    let algebra = Algebra::new(conditions).map_err(|error| misfit(error.to_string()))?;
    let truth = algebra.cubes(&simulation.truth).map_err(|error| misfit(error.to_string()))?;
    let truth: BTreeSet<Cube> =
        algebra.simplified(&truth).map_err(|error| misfit(error.to_string()))?.into_iter().collect();
    let analysis = analysis(simulation);
    let frame = Frame::new(&analysis, &vec![kind; simulation.conditions.len()])?;
    let drawn = |draw: u64| one(simulation, &frame, &truth, draw);
    let add = |a: Recovery, b: Recovery| Recovery {
        draws: a.draws + b.draws,
        undecided: a.undecided + b.undecided,
        solved: a.solved + b.solved,
        exact: a.exact + b.exact,
        unique: a.unique + b.unique,
        no_error: a.no_error + b.no_error,
        complete: a.complete + b.complete,
    };
    Ok((0..simulation.draws).into_par_iter().map(drawn).reduce(Recovery::default, add))
}

fn within_limits(simulation: &Simulation) -> Result<(), SimulationError> {
    let (limits, sets) = (simulation.limits, simulation.conditions.len() + 1);
    if (simulation.cases as u128) * (sets as u128) > u128::from(limits.memberships) {
        return Err(SimulationError::Memberships { cases: simulation.cases, sets, limit: limits.memberships });
    }
    if simulation.draws > limits.draws {
        return Err(SimulationError::Draws { draws: simulation.draws, limit: limits.draws });
    }
    Ok(())
}

fn analysis(simulation: &Simulation) -> Analysis {
    Analysis {
        interpret: simulation.solution,
        ..Analysis::new(
            "simulated",
            Literal { set: "outcome".to_owned(), level: None, negated: false },
            simulation.conditions.clone(),
            simulation.cuts,
        )
    }
}

fn one(simulation: &Simulation, frame: &Frame, truth: &BTreeSet<Cube>, draw: u64) -> Recovery {
    let none = Recovery { draws: 1, ..Recovery::default() };
    let table = table(simulation, draw);
    let Some((outcome, sets)) = table.sets.split_last() else { return none };
    let Ok(cases) = frame.cases(&sets.iter().collect::<Vec<_>>(), outcome) else { return none };
    let rows = frame.rows(&cases);
    let outputs = frame.outputs(&rows, &simulation.cuts, cases.outcome.len());
    let rows: Vec<_> = rows.iter().zip(outputs).map(|(row, output)| (row.row, output)).collect();
    let answers = frame.solve(&rows, &simulation.budget);
    let answer = match &answers[position(simulation.solution)] {
        Ok(answer) if answer.complete => answer,
        Err(refusal) if !refusal.is_budget() => return none,
        Ok(_) | Err(_) => return Recovery { undecided: 1, ..none },
    };
    let models: Vec<BTreeSet<Cube>> = answer.models.iter().map(|model| model.iter().copied().collect()).collect();
    let related = |path: &Cube| truth.iter().any(|other| path & !other == 0 || other & !path == 0);
    Recovery {
        draws: 1,
        undecided: 0,
        solved: 1,
        exact: u64::from(models.contains(truth)),
        unique: u64::from(models.len() == 1 && models.contains(truth)),
        no_error: u64::from(models.iter().any(|model| model.iter().all(related))),
        complete: u64::from(models.iter().any(|model| truth.is_subset(model))),
    }
}

/// A table with random conditions and the outcome of the true model, with noise.
fn table(simulation: &Simulation, draw: u64) -> Memberships {
    let mut draws = stream("simulate", simulation.seed, &simulation.truth.to_string(), draw);
    let mut value = || {
        let value = draws.uniform();
        if simulation.fuzzy { value } else { f64::from(u8::from(value < 0.5)) }
    };
    let kind = if simulation.fuzzy { SetKind::Fuzzy } else { SetKind::Crisp };
    let sets = simulation.conditions.iter();
    let sets = sets
        .map(|name| Set { name: name.clone(), kind, values: (0..simulation.cases).map(|_| value()).collect() })
        .collect();
    let mut table = Memberships { cases: (0..simulation.cases).map(|case| format!("{case:06}")).collect(), sets };
    let mut outcome = memberships_in(&simulation.truth, &table).unwrap_or_default();
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

impl SimulationError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Expression { expression, problem } => say!("simulate-expression", expression, problem),
            Self::Analysis(source) => source.message(),
            Self::Memberships { cases, sets, limit } => say!("simulate-memberships", cases, sets, limit),
            Self::Draws { draws, limit } => say!("simulate-draws", draws, limit),
        }
    }
}

worded!(SimulationError);
