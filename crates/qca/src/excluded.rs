//! Remainders excluded in enhanced standard analysis (Schneider & Wagemann 2013).

use equifinal_study::config::{Analysis, Enhanced, NecessityCuts};
use equifinal_study::expression::Expression;

use crate::consistent::parsimonious_over;
use crate::dnf::{Dnf, absorbed};
use crate::error::QcaError;
use crate::findings::{ExcludedRows, Ground, Output};
use crate::fit::{NecessityFit, necessity};
use crate::fuzzy::greatest;
use crate::minimise::budget::Budget;
use crate::minimise::region::{rows, without_rows};
use crate::minimise::unsaid::forms;
use crate::minimised::Minimised;
use crate::necessity::passes;
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::row_list::RowList;
use crate::sample::Sample;
use crate::space::Cube;
use crate::truth_table::TruthTable;

/// The excluded cubes and their rows by ground, or the refusal of an invalid ground.
pub(crate) type Exclusions = Result<(Vec<Cube>, Vec<ExcludedRows>), Refusal>;

/// Maximum number of compared pairs of terms.
const MOST_PAIRS: usize = 4096;

/// Contradictions between the solutions of the outcome and its negation.
#[derive(Debug, Clone)]
pub(crate) struct Contradictory {
    /// Regions of remainders used by parsimonious models of both.
    pub(crate) regions: Vec<Cube>,
    /// Their rows, or the reason why they are unknown.
    pub(crate) assumptions: Result<RowList, Refusal>,
    /// Observed rows that are sufficient for both: simultaneous subset relations.
    pub(crate) sufficient_for_both: Vec<u64>,
}

impl Contradictory {
    /// Compares the `problem` of the outcome and its parsimonious solution with those of the negation at the same
    /// cutoffs.
    pub(crate) fn new(
        sample: &Sample,
        table: &TruthTable,
        analysis: &Analysis,
        (problem, found): (&Problem, &Result<Minimised, Refusal>),
        implausible: &[Cube],
        budget: &Budget,
    ) -> Self {
        let both = table.rows.iter().zip(&table.negated);
        let sufficient = both.clone().filter(|(row, negated)| [row.output, **negated] == [Output::Positive; 2]);
        let sufficient_for_both = sufficient.map(|(row, _)| row.number).collect();
        let observed = both.filter(|(row, _)| !row.cases.is_empty());
        let observed: Vec<(Cube, Output)> =
            observed.map(|(row, &negated)| (sample.space.row(&row.levels), negated)).collect();
        let negated_problem = Problem::of_rows(&sample.space, &observed, analysis.minimise.contradictions, implausible);
        let outcome: Vec<f64> = sample.outcome.iter().map(|y| 1.0 - y).collect();
        let negated = parsimonious_over(sample, &outcome, &analysis.minimise, &negated_problem, budget);
        // Nothing where a solution assumes nothing; unknown where its models are not known.
        let terms = |found: &Result<Minimised, Refusal>| match found {
            Ok(found) => Ok(absorbed(found.cubes().concat())),
            Err(refusal) if refusal.is_budget() => Err(Some(Box::new(refusal.clone()))),
            Err(_) => Ok(Vec::new()),
        };
        let both = terms(found).and_then(|ours| Ok((ours, terms(&negated)?)));
        let few = |(ours, theirs): &(Vec<Cube>, Vec<Cube>)| ours.len() * theirs.len() <= MOST_PAIRS;
        let (ours, theirs) = match both.and_then(|both| if few(&both) { Ok(both) } else { Err(None) }) {
            Ok(both) => both,
            Err(reason) => {
                let assumptions = Err(Refusal::AssumptionsUnknown { reason });
                return Self { regions: Vec::new(), assumptions, sufficient_for_both };
            }
        };
        let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| a | b));
        let regions = absorbed(pairs.filter(|&cube| sample.space.is_cube(cube)).collect());
        let known = [&problem.positives[..], &negated_problem.positives[..]].concat();
        let assumptions = Ok(rows(&sample.space, &[&regions[..], &known[..]].concat(), &known));
        Self { regions, assumptions, sufficient_for_both }
    }
}

/// The remainders excluded by the `enhanced` key as cubes, and the rows by ground.
///
/// Only remainders are excluded: observed rows are not affected (defect D11 of R `SetMethods` `esa`).
///
/// # Errors
/// Expressions over sets that are not conditions. A condition that is not necessary is an inner refusal.
pub(crate) fn excluded(
    sample: &Sample,
    table: &TruthTable,
    analysis: &Analysis,
    enhanced: &Enhanced,
    contradictory: &Contradictory,
) -> Result<Exclusions, QcaError> {
    let dnf = Dnf { analysis: &analysis.name, conditions: &sample.conditions, space: &sample.space };
    let mut grounds: Vec<(Ground, Vec<Cube>)> = Vec::new();
    for expression in &enhanced.necessary {
        let cubes = dnf.cubes(expression)?;
        let memberships = cubes
            .iter()
            .map(|&cube| sample.memberships(cube))
            .reduce(|a, b| a.iter().zip(&b).map(|(&a, &b)| greatest(a, b)).collect());
        let fit = necessity(&memberships.unwrap_or_default(), &sample.outcome);
        if !passes(&fit, &analysis.necessity) {
            return Ok(Err(not_necessary(expression, &fit, &analysis.necessity)));
        }
        grounds.push((
            Ground::Necessary(expression.to_string()),
            dnf.cubes(&Expression::Not(Box::new(expression.clone())))?,
        ));
    }
    for expression in enhanced.impossible.iter().map(|combination| &combination.expression) {
        grounds.push((Ground::Impossible(expression.to_string()), dnf.cubes(expression)?));
    }
    if enhanced.contradictory {
        if let Err(refusal) = &contradictory.assumptions {
            return Ok(Err(refusal.clone()));
        }
        grounds.push((Ground::Contradictory, contradictory.regions.clone()));
    }
    let observed = table.observed(sample);
    let observed: Vec<Cube> = observed.into_iter().flat_map(|row| forms(&sample.space, row)).collect();
    let remainders = |cubes: &[Cube]| -> Vec<Cube> {
        cubes.iter().flat_map(|&cube| without_rows(&sample.space, cube, &observed)).collect()
    };
    let mut all = Vec::new();
    let mut rows_by_ground = Vec::new();
    for (ground, cubes) in grounds {
        let observed = match ground {
            Ground::Impossible(_) => table.observed_in(sample, &cubes),
            Ground::Necessary(_) | Ground::Contradictory => Vec::new(),
        };
        let cubes = absorbed(remainders(&cubes));
        rows_by_ground.push(ExcludedRows { ground, rows: rows(&sample.space, &cubes, &[]), observed });
        all.extend(cubes);
    }
    Ok(Ok((absorbed(all), rows_by_ground)))
}

/// The refusal for an expression that is not necessary.
fn not_necessary(expression: &Expression, fit: &NecessityFit, cuts: &NecessityCuts) -> Refusal {
    let written = |value: Option<f64>| value.map_or_else(|| "undefined".to_owned(), |value| format!("{value:.3}"));
    Refusal::NotNecessary {
        expression: expression.to_string(),
        found: [fit.consistency, fit.coverage, fit.relevance].map(written).join(" / "),
        asked: [cuts.consistency, cuts.coverage, cuts.relevance].map(|cut| cut.to_string()).join(" / "),
    }
}
