//! One analysis from memberships to findings.

use std::sync::Arc;

use equifinal_study::config::Analysis;
use equifinal_study::memberships::Memberships;

use crate::combinations::supersets;
use crate::error::QcaError;
use crate::excluded::{Contradictory, excluded};
use crate::findings::{Findings, Ledger, Row, Ruled};
use crate::ledger::ledger;
use crate::minimise::budget::Budget;
use crate::minimise::region::rows;
use crate::sample::Sample;
use crate::solution::SolutionResult;
use crate::solve::Solver;
use crate::space::Cube;
use crate::truth_table::TruthTable;
use crate::{necessity, theory};

/// Runs one analysis.
///
/// # Errors
/// Data that cannot be analysed, see [`QcaError`]; a solution that the independent check rejects
/// ([`QcaError::Refuted`]). A solution that cannot be found is not an error: the findings hold its refusal.
pub fn analyse(analysis: &Analysis, memberships: &Memberships, budget: &Budget) -> Result<Findings, QcaError> {
    let sample = Sample::new(analysis, memberships)?;
    let implausible = sample.frame.excluded();
    let table = TruthTable::new(&sample, analysis, implausible);
    let problem = table.problem(&sample, analysis, implausible);
    let implausible_rows = sample.frame.implausible().iter().map(|cubes| ruled(&sample, &table, cubes)).collect();
    let solver = Solver::new(&sample, analysis, sample.frame.expectations(), &problem, budget);
    let parsimonious = solver.parsimonious(&problem);
    let contradictory = Contradictory::new(&sample, &table, analysis, (&problem, &parsimonious), implausible, budget);
    let enhanced = match &analysis.enhanced {
        Some(enhanced) => Some(solver.enhanced(excluded(&sample, &table, analysis, enhanced, &contradictory)?)?),
        None => None,
    };
    let mut combinations = supersets(&sample, &analysis.necessity, None);
    combinations.found.retain(|combination| combination.size > 1);
    let mut findings = Findings {
        necessity: necessity::literals(&sample, &analysis.necessity),
        necessity_combinations: combinations,
        frequency: table.frequency,
        rows: table.rows,
        in_no_row: table.in_no_row,
        rows_possible: sample.space.rows(),
        solutions: solver.standard(parsimonious)?,
        contradictory_assumptions: contradictory.assumptions.ok(),
        sufficient_for_both: contradictory.sufficient_for_both,
        implausible: implausible_rows,
        ledger: Ledger::default(),
        enhanced,
        covers: Vec::new(),
        theory: None,
        analysis: analysis.clone(),
        cases: Arc::clone(&sample.cases),
        conditions: sample.conditions.clone(),
        space: sample.space.clone(),
        outcome: sample.outcome.clone(),
        degrees: Arc::clone(&sample.degrees),
        weights: None,
        missing: sample.missing.clone(),
        at_crossover: sample.at_crossover.clone(),
    };
    findings.covers = solver.covers(&findings.solutions, findings.enhanced.as_ref());
    findings.ledger = ledger(&sample, &findings, sample.frame.expectations(), implausible);
    findings.theory = theory::evaluate(&sample, analysis, findings.solution(analysis.interpret))?;
    Ok(findings)
}

/// Runs only the truth table and the parsimonious solution: the part that other programs solve too.
///
/// # Errors
/// As for [`analyse`].
pub fn parsimonious_only(
    analysis: &Analysis,
    memberships: &Memberships,
    budget: &Budget,
) -> Result<(Vec<Row>, SolutionResult), QcaError> {
    let sample = Sample::new(analysis, memberships)?;
    let implausible = sample.frame.excluded();
    let table = TruthTable::new(&sample, analysis, implausible);
    let problem = table.problem(&sample, analysis, implausible);
    let solver = Solver::new(&sample, analysis, sample.frame.expectations(), &problem, budget);
    let solution = solver.parsimonious_only()?;
    Ok((table.rows, solution))
}

/// Divides the rows that the study excludes as impossible into remainders and observed rows.
fn ruled(sample: &Sample, table: &TruthTable, cubes: &[Cube]) -> Ruled {
    let observed = table.observed(sample);
    let out = rows(&sample.space, &[cubes, &observed].concat(), &observed);
    Ruled { out, observed: table.observed_in(sample, cubes) }
}
