//! The command `simulate`: how often an analysis recovers a known expression from simulated data.

use equifinal_robustness::simulate::{Limits, Recovery, Simulation, SimulationError, simulate as recovered};
use equifinal_study::config::{Frequency, SolutionType, TruthTableCuts};
use equifinal_study::expression::Expression;
use equifinal_study::names::are_twins;

use crate::args::Simulate;
use crate::failure::Failure;

/// The mistake of two names that differ only in case.
fn twins(names: &[String]) -> Option<String> {
    let mut pairs = names.iter().enumerate().flat_map(|(at, one)| names.iter().skip(at + 1).map(move |two| (one, two)));
    let (one, two) = pairs.find(|(one, two)| are_twins(one, two))?;
    Some(format!("`{one}` and `{two}` differ only in case: lower case, which means absence in fs/QCA, is `~` here"))
}

/// Runs the simulation; the answer has one line per solution.
pub(crate) fn simulate(args: &Simulate) -> Result<String, Failure> {
    let misread = |message: String| Failure::Usage(format!("`{}`: {message}", args.truth));
    let truth = Expression::parse(&args.truth).map_err(|error| misread(error.message.to_string()))?;
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
    let kind = if args.fuzzy { "fuzzy" } else { "crisp" };
    let mut lines = vec![
        format!(
            "{truth}: {} tables of {} {kind} cases, {} conditions, noise {}, seed {}",
            args.draws,
            args.cases,
            conditions.len(),
            args.noise,
            args.seed
        ),
        "solution\tsolved\texact\tonly model\tno error\tcomplete\tundecided".to_owned(),
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
        lines.push(
            "undecided: a limit of work was reached, so nothing is known of these tables; raise --most-search, \
             --most-models, --most-prime-implicants or --most-complement, or simulate fewer conditions"
                .to_owned(),
        );
    }
    Ok(lines.join("\n"))
}

/// A refusal that names the option concerned.
fn refused(error: SimulationError) -> Failure {
    let option = match error {
        SimulationError::Expression { .. } | SimulationError::Analysis(_) => return Failure::Usage(error.to_string()),
        SimulationError::Memberships { .. } => ("--cases", "--most-memberships"),
        SimulationError::Draws { .. } => ("--draws", "--most-draws"),
    };
    Failure::Usage(format!("{}: {error} with {}", option.0, option.1))
}

fn line(solution: SolutionType, found: Recovery) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    let percent = |count: u64| format!("{:.1} %", 100.0 * count as f64 / found.draws.max(1) as f64);
    let shares =
        [found.solved, found.exact, found.unique, found.no_error, found.complete, found.undecided].map(percent);
    format!("{}\t{}", solution.name(), shares.join("\t"))
}
