//! One analysis from memberships to findings.

use std::sync::Arc;

use equifinal_study::config::{Analysis, Expect, Rows};
use equifinal_study::memberships::Memberships;

use crate::combinations::supersets;
use crate::condition::Condition;
use crate::dnf::Dnf;
use crate::error::QcaError;
use crate::excluded::{Contradictory, excluded};
use crate::expectations::Expectations;
use crate::findings::{Findings, Ledger, Row, Ruled};
use crate::ledger::ledger;
use crate::minimise::budget::Budget;
use crate::minimise::region::rows;
use crate::problem::Problem;
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
    let dnf = Dnf { analysis: &analysis.name, conditions: &sample.conditions, space: &sample.space };
    let expectations = expectations(analysis, &dnf)?;
    let named = implausible(analysis, &dnf)?;
    let implausible = named.concat();

    let table = TruthTable::new(&sample, analysis, &implausible);
    let problem = Problem::new(&sample, &table, analysis, &implausible);
    let implausible_rows = named.iter().map(|cubes| ruled(&sample, &table, cubes)).collect();
    let solver = Solver::new(&sample, analysis, &expectations, &problem, budget);
    let parsimonious = solver.parsimonious(&problem);
    let contradictory = Contradictory::new(&sample, &table, analysis, (&problem, &parsimonious), &implausible, budget);
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
        at_crossover: sample.at_crossover.clone(),
    };
    findings.covers = solver.covers(&findings.solutions, findings.enhanced.as_ref());
    findings.ledger = ledger(&sample, &findings, &expectations, &implausible);
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
    let dnf = Dnf { analysis: &analysis.name, conditions: &sample.conditions, space: &sample.space };
    let implausible = implausible(analysis, &dnf)?.concat();
    let table = TruthTable::new(&sample, analysis, &implausible);
    let problem = Problem::new(&sample, &table, analysis, &implausible);
    let expectations = Expectations::new(&sample.space, &[], Vec::new());
    let solution = Solver::new(&sample, analysis, &expectations, &problem, budget).parsimonious_only()?;
    Ok((table.rows, solution))
}

/// The cubes of each entry that the study declares implausible, including observed rows.
pub(crate) fn implausible(analysis: &Analysis, dnf: &Dnf<'_>) -> Result<Vec<Vec<Cube>>, QcaError> {
    let row = |&number: &u64| {
        let (analysis, rows) = (analysis.name.clone(), dnf.space.rows());
        let levels = dnf.space.levels_of(number).ok_or(QcaError::NoRow { analysis, row: number, rows })?;
        Ok(dnf.space.row(&levels))
    };
    let cubes = analysis.implausible.iter().map(|implausible| match &implausible.rows {
        Rows::Expression(expression) => dnf.cubes(expression),
        Rows::Numbers(numbers) => numbers.iter().map(row).collect(),
    });
    cubes.collect()
}

/// Divides the rows that the study excludes as impossible into remainders and observed rows.
fn ruled(sample: &Sample, table: &TruthTable, cubes: &[Cube]) -> Ruled {
    let observed = table.observed(sample);
    let out = rows(&sample.space, &[cubes, &observed].concat(), &observed);
    Ruled { out, observed: table.observed_in(sample, cubes) }
}

/// The single and joint expectations of an analysis.
pub(crate) fn expectations(analysis: &Analysis, dnf: &Dnf<'_>) -> Result<Expectations, QcaError> {
    check_expectations(analysis, dnf.conditions)?;
    // A negated level stands for all others, each a cube of its own: together they are the levels that agree.
    let joint = analysis.expectations_joint.iter().map(|joint| {
        let cubes = dnf.cubes(&joint.expression)?;
        Ok(cubes.into_iter().fold(0, |levels, cube| levels | cube))
    });
    let joint = joint.collect::<Result<Vec<Cube>, QcaError>>()?;
    let single: Vec<Expect> = analysis.expectations.iter().map(|expectation| expectation.expect.clone()).collect();
    Ok(Expectations::new(dnf.space, &single, joint))
}

fn check_expectations(analysis: &Analysis, conditions: &[Condition]) -> Result<(), QcaError> {
    for (condition, expectation) in conditions.iter().zip(&analysis.expectations) {
        let levels = condition.kind.levels();
        if let Expect::Levels(wanted) = &expectation.expect
            && let Some(&level) = wanted.iter().find(|&&level| level >= levels)
        {
            let (analysis, set) = (analysis.name.clone(), condition.name.clone());
            return Err(QcaError::NoLevel { analysis, set, level, highest: levels - 1 });
        }
    }
    Ok(())
}
