//! The command `simulate`: how often an analysis recovers a known expression from simulated data.

use crate::language::spoken;
use crate::language::tell;
use equifinal_robustness::simulate::{Limits, Recovery, Simulation, SimulationError, simulate as recovered};
use equifinal_study::config::{Frequency, SolutionType, TruthTableCuts};
use equifinal_study::expression::Expression;
use equifinal_study::message::Worded;
use equifinal_study::names::are_twins;
use equifinal_study::say;

use crate::args::Simulate;
use crate::failure::Failure;

/// The mistake of two names that differ only in case.
fn twins(names: &[String]) -> Option<String> {
    let mut pairs = names.iter().enumerate().flat_map(|(at, one)| names.iter().skip(at + 1).map(move |two| (one, two)));
    let (one, two) = pairs.find(|(one, two)| are_twins(one, two))?;
    Some(tell!("differ-in-case", one, two))
}

/// Runs the simulation; the answer has one line per solution.
pub(crate) fn simulate(args: &Simulate) -> Result<String, Failure> {
    let misread = |message: String| Failure::Usage(tell!("study-why", study = args.truth, message));
    let truth = Expression::parse(&args.truth).map_err(|error| misread(error.message.in_language(spoken())))?;
    let mut named = Vec::new();
    truth.each_literal(&mut |literal| {
        if !named.contains(&literal.set) {
            named.push(literal.set.clone());
        }
    });
    twins(&named).map_or(Ok(()), |twins| Err(misread(twins)))?;
    let conditions = if args.conditions.is_empty() { named } else { args.conditions.clone() };
    let cuts = TruthTableCuts {
        frequency: Frequency::Count(args.frequency),
        consistency: args.consistency,
        pri: args.pri,
        contradiction_floor: None,
    };
    let kind = if args.fuzzy { say!("simulate-fuzzy") } else { say!("simulate-crisp") };
    let (truth_said, draws, cases, noise, seed) = (truth.to_string(), args.draws, args.cases, args.noise, args.seed);
    let count = conditions.len();
    let mut lines = vec![
        tell!("simulate-head", truth = truth_said, draws, cases, kind, conditions = count, noise, seed),
        tell!("simulate-columns"),
    ];
    let mut undecided = false;
    for solution in [SolutionType::Conservative, SolutionType::Intermediate, SolutionType::Parsimonious] {
        let simulation = Simulation {
            truth: truth.clone(),
            conditions: conditions.clone(),
            cases: args.cases,
            fuzzy: args.fuzzy,
            noise: args.noise,
            cuts,
            solution,
            seed: args.seed,
            draws: args.draws,
            limits: Limits { memberships: args.most_memberships, draws: args.most_draws },
            budget: args.budget.budget(),
        };
        let found = recovered(&simulation).map_err(refused)?;
        lines.push(line(solution, found));
        undecided |= found.undecided > 0;
    }
    if undecided {
        lines.push(tell!("simulate-undecided"));
    }
    Ok(lines.join("\n"))
}

/// A refusal that names the option concerned.
fn refused(error: SimulationError) -> Failure {
    let option = match error {
        SimulationError::Expression { .. } | SimulationError::Analysis(_) => {
            return Failure::Usage(error.in_language(spoken()));
        }
        SimulationError::Memberships { .. } => ("--cases", "--most-memberships"),
        SimulationError::Draws { .. } => ("--draws", "--most-draws"),
    };
    Failure::Usage(tell!("simulate-limit", option = option.0, error, with = option.1))
}

fn line(solution: SolutionType, found: Recovery) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    let percent = |count: u64| format!("{:.1} %", 100.0 * count as f64 / found.draws.max(1) as f64);
    let shares =
        [found.solved, found.exact, found.unique, found.no_error, found.complete, found.undecided].map(percent);
    format!("{}\t{}", solution.name(), shares.join("\t"))
}
