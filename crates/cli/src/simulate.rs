//! The command `simulate`: how often each method recovers a known expression from simulated data.

use crate::language::spoken;
use crate::language::tell;
use equifinal_measure::survey::wilson;
use equifinal_robustness::simulate::{
    Limits, Method, Recovery, Simulation, SimulationError, Truth, simulate as recovered,
};
use equifinal_study::config::{Frequency, MostComplex, TruthTableCuts};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::message::Worded;
use equifinal_study::names::{are_twins, quoted};
use equifinal_study::say;

use crate::args::Simulate;
use crate::failure::Failure;

/// The mistake of two names that differ only in case.
fn twins(names: &[String]) -> Option<String> {
    let mut pairs = names.iter().enumerate().flat_map(|(at, one)| names.iter().skip(at + 1).map(move |two| (one, two)));
    let (one, two) = pairs.find(|(one, two)| are_twins(one, two))?;
    Some(tell!("differ-in-case", one, two))
}

/// The true model, and the sets that it names.
fn truth(args: &Simulate) -> Result<(Truth, Vec<String>), Failure> {
    if let Some(terms) = args.random_terms {
        return Ok((Truth::Random { terms, literals: args.random_literals }, Vec::new()));
    }
    let text = args.truth.clone().unwrap_or_default();
    let misread = |message: String| Failure::Usage(tell!("study-why", study = text, message));
    let truth = Expression::parse(&text).map_err(|error| misread(error.message.in_language(spoken())))?;
    let mut named = Vec::new();
    truth.each_literal(&mut |literal| {
        if !named.contains(&literal.set) {
            named.push(literal.set.clone());
        }
    });
    twins(&named).map_or(Ok(()), |twins| Err(misread(twins)))?;
    Ok((Truth::Given(truth), named))
}

/// The expected contribution of each condition named by `--expect`.
fn expected(args: &Simulate, conditions: &[String]) -> Result<Vec<Literal>, Failure> {
    let one = |text: &String| match Expression::parse(text) {
        Ok(Expression::Literal(literal)) if literal.level.is_none() && conditions.contains(&literal.set) => Ok(literal),
        _ => Err(Failure::Usage(tell!("simulate-expect", literal = quoted(text), conditions = conditions.join(", ")))),
    };
    args.expect.iter().map(one).collect()
}

/// Runs the simulation; the answer has one line per method.
pub(crate) fn simulate(args: &Simulate) -> Result<String, Failure> {
    let (truth, named) = truth(args)?;
    let conditions = if args.conditions.is_empty() { named } else { args.conditions.clone() };
    let cuts = TruthTableCuts {
        frequency: Frequency::Count(args.frequency),
        consistency: args.consistency,
        pri: args.pri,
        contradiction_floor: None,
    };
    let expected = expected(args, &conditions)?;
    let mut lines = head(args, conditions.len());
    let found = recovered(&Simulation {
        truth,
        conditions,
        cases: args.cases,
        fuzzy: args.fuzzy,
        noise: args.noise,
        diversity: args.diversity,
        expected,
        cuts,
        coverage: args.coverage,
        most: MostComplex { literals: Some(args.most_literals), terms: Some(args.most_terms), complexity: None },
        seed: args.seed,
        draws: args.draws,
        limits: Limits { memberships: args.most_memberships, draws: args.most_draws },
        budget: args.budget.budget(),
    })
    .map_err(refused)?;
    lines.extend(Method::ALL.into_iter().zip(found).map(|(method, found)| line(method, found)));
    if found.iter().any(|one| one.undecided > 0) {
        lines.push(tell!("simulate-undecided"));
    }
    Ok(lines.join("\n"))
}

/// The settings, and the names of the columns.
fn head(args: &Simulate, count: usize) -> Vec<String> {
    let kind = if args.fuzzy { say!("simulate-fuzzy") } else { say!("simulate-crisp") };
    let (draws, cases, noise, seed) = (args.draws, args.cases, args.noise, args.seed);
    let truth = args.truth.clone().map_or_else(
        || tell!("simulate-random", terms = args.random_terms.unwrap_or_default(), literals = args.random_literals),
        |truth| truth.trim().to_owned(),
    );
    let mut lines = vec![tell!("simulate-head", truth, draws, cases, kind, conditions = count, noise, seed)];
    if args.diversity < 1.0 {
        lines.push(tell!("simulate-diversity", share = args.diversity));
    }
    let (consistency, coverage) = (args.consistency, args.coverage);
    let (literals, terms) = (args.most_literals, args.most_terms);
    lines.push(tell!("simulate-cna", consistency, coverage, literals, terms));
    lines.push(tell!("simulate-columns"));
    lines
}

/// A refusal that names the option concerned.
fn refused(error: SimulationError) -> Failure {
    let option = match error {
        SimulationError::Expression { .. } | SimulationError::Analysis(_) | SimulationError::Diverse { .. } => {
            return Failure::Usage(error.in_language(spoken()));
        }
        SimulationError::Memberships { .. } => ("--cases", "--most-memberships"),
        SimulationError::Draws { .. } => ("--draws", "--most-draws"),
    };
    Failure::Usage(tell!("simulate-limit", option = option.0, error, with = option.1))
}

/// The shares of tables with their intervals (Wilson 1927), and the mean number of models of a solved one.
fn line(method: Method, found: Recovery) -> String {
    let percent = |count: u64| {
        wilson(count, found.draws).map_or_else(String::new, |share| {
            let (low, high) = share.interval;
            format!("{:.1} % [{:.1}, {:.1}]", 100.0 * share.share, 100.0 * low, 100.0 * high)
        })
    };
    let shares =
        [found.solved, found.exact, found.unique, found.no_error, found.complete, found.undecided].map(percent);
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    let models =
        if found.solved == 0 { "–".to_owned() } else { format!("{:.2}", found.models as f64 / found.solved as f64) };
    format!("{}\t{}\t{models}", method.name(), shares.join("\t"))
}
