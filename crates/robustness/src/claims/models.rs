//! What a claim says of the models of a solution.

use equifinal_qca::findings::{Findings, Model, Path, Refusal, SufficiencyFit};
use equifinal_study::config::{Of, Parameter, SolutionType, Statement, TermRelation};
use equifinal_study::cuts::at_least;
use equifinal_study::expression::Expression;

use super::standing;
use super::verdict::{Found, Outcome};
use crate::named::{Named, of_expression, of_term, within};

/// What the tied models say of a statement; `some` of them is enough where the claim says so.
pub(super) fn outcome(statement: &Statement, some: bool, findings: &Findings) -> Outcome {
    let kind = match statement {
        Statement::Solution { of, .. }
        | Statement::PathPresent { of, .. }
        | Statement::Fit { of, .. }
        | Statement::PathCount { of, .. }
        | Statement::Occurrence { of, .. }
        | Statement::Ranking { of, .. } => solution_of(of),
        Statement::Standing { .. } | Statement::Necessity { .. } => findings.analysis.interpret,
    };
    let solution = match findings.solution(kind) {
        Ok(solution) => solution,
        Err(refusal) => return without_solution(statement, refusal),
    };
    let mut first = None;
    let mut held = 0;
    for (number, model) in solution.models.iter().enumerate() {
        match judge(statement, model, findings) {
            Ok(()) => held += 1,
            Err(found) => {
                first.get_or_insert(placed(found, number + 1, solution.model_count));
            }
        }
    }
    match first {
        None if held > 0 && (some || solution.is_complete()) => Outcome::Holds,
        Some(_) if some && held > 0 => Outcome::Holds,
        Some(found) if !some || solution.is_complete() => Outcome::Fails(found),
        _ => Outcome::Unknown(format!(
            "only {} of {}{} models are listed",
            solution.models.len(),
            if solution.count_is_exact { "" } else { "at least " },
            solution.model_count
        )),
    }
}

fn solution_of(of: &Of) -> SolutionType {
    of.solution
}

/// A solution that does not exist has no paths; one that could not be found may have any.
fn without_solution(statement: &Statement, refusal: &Refusal) -> Outcome {
    match (statement, refusal) {
        _ if refusal.is_budget() => Outcome::Unknown(refusal.to_string()),
        (Statement::PathCount { at_least: 0, .. }, _) => Outcome::Holds,
        _ => Outcome::Fails(Found::NoSolution(refusal.to_string())),
    }
}

/// The finding with the place of its model among the tied ones.
fn placed(found: Found, number: usize, count: u128) -> Found {
    match found {
        Found::Model { expression, .. } => Found::Model { expression, position: number, tied: count },
        other => other,
    }
}

fn judge(statement: &Statement, model: &Model, findings: &Findings) -> Result<(), Found> {
    let own: Vec<Named<'_>> = model.paths.iter().map(|path| of_term(&path.term, findings)).collect();
    let holds = match statement {
        Statement::Solution { relations, .. } => {
            relations.iter().all(|(relation, terms)| related(*relation, terms, &own))
        }
        Statement::PathPresent { terms, .. } => terms.iter().any(|term| own.contains(&of_expression(term))),
        Statement::Occurrence { expressions, every, .. } => expressions.iter().all(|expression| {
            let wanted = of_expression(expression);
            let mut has = own.iter().map(|path| within(path, &wanted));
            if *every { has.all(|has| has) } else { has.any(|has| has) }
        }),
        Statement::PathCount { at_least, at_most, .. } => {
            let count = own.len();
            return if (*at_least..=*at_most).contains(&count) { Ok(()) } else { Err(Found::Count(count)) };
        }
        Statement::Fit { path, at_least, .. } => return fits(path.as_ref(), at_least, model, findings),
        Statement::Ranking { by, order, .. } => return ranked(*by, order, model, findings),
        Statement::Standing { literals, path, core, .. } => {
            return standing::judge(literals, path.as_ref(), *core, model, findings);
        }
        // Judged without a solution.
        Statement::Necessity { .. } => true,
    };
    if holds {
        return Ok(());
    }
    Err(Found::Model { expression: findings.write_model(model), position: 1, tied: 1 })
}

fn related(relation: TermRelation, terms: &[Expression], own: &[Named<'_>]) -> bool {
    let claimed: Vec<Named<'_>> = terms.iter().map(of_expression).collect();
    match relation {
        TermRelation::Is => {
            claimed.iter().all(|term| own.contains(term)) && own.iter().all(|term| claimed.contains(term))
        }
        TermRelation::Contains => claimed.iter().all(|term| own.contains(term)),
        TermRelation::Covers => claimed.iter().all(|term| own.iter().any(|path| within(term, path))),
        TermRelation::ContainedIn => own.iter().all(|path| claimed.iter().any(|term| within(path, term))),
    }
}

/// The path of a model that an expression names.
pub(super) fn path_of<'m>(expression: &Expression, model: &'m Model, findings: &Findings) -> Result<&'m Path, Found> {
    let wanted = of_expression(expression);
    let path = model.paths.iter().find(|path| of_term(&path.term, findings) == wanted);
    path.ok_or_else(|| Found::NoSuchPath(expression.to_string()))
}

fn fits(
    path: Option<&Expression>,
    least: &[(Parameter, f64)],
    model: &Model,
    findings: &Findings,
) -> Result<(), Found> {
    let path = path.map(|path| path_of(path, model, findings)).transpose()?;
    let (fit, unique) = path.map_or((model.fit, None), |path| (path.fit, path.unique_coverage));
    let missed: Vec<_> = least
        .iter()
        .map(|(parameter, claimed)| (parameter.name(), value(*parameter, &fit, unique), *claimed))
        .filter(|(_, found, claimed)| !at_least(*found, *claimed))
        .collect();
    if missed.is_empty() { Ok(()) } else { Err(Found::Values(missed)) }
}

fn value(parameter: Parameter, fit: &SufficiencyFit, unique: Option<f64>) -> Option<f64> {
    match parameter {
        Parameter::Consistency => fit.consistency,
        Parameter::Pri => fit.pri,
        Parameter::Coverage => fit.coverage,
        Parameter::UniqueCoverage => unique,
    }
}

fn ranked(by: Parameter, order: &[Expression], model: &Model, findings: &Findings) -> Result<(), Found> {
    let mut values = Vec::with_capacity(order.len());
    for expression in order {
        let path = path_of(expression, model, findings)?;
        values.push((expression.to_string(), value(by, &path.fit, path.unique_coverage)));
    }
    let falls = values.windows(2).all(|pair| match pair {
        [(_, Some(above)), (_, Some(below))] => above > below,
        _ => false,
    });
    if falls { Ok(()) } else { Err(Found::Order(values)) }
}
