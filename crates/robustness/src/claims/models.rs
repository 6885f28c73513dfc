//! Claims about the models of a solution.

use equifinal_qca::findings::{Findings, Model, Path, Solution, SufficiencyFit};
use equifinal_study::config::{Parameter, SolutionType, Statement, TermRelation};
use equifinal_study::cuts::at_least;
use equifinal_study::expression::Expression;

use super::margin::Barred;
use super::verdict::{Found, Outcome, Reason};
use crate::named::{Named, of_expression, of_term, within};
use crate::tied::ruled;

/// The outcome of a statement over tied models; `some` means that one model is enough.
pub(super) fn outcome(statement: &Statement, some: bool, findings: &Findings) -> Outcome {
    let interpreted = findings.analysis.interpret;
    let kind = match statement {
        Statement::Solution { of, .. }
        | Statement::PathPresent { of, .. }
        | Statement::Fit { of, .. }
        | Statement::PathCount { of, .. }
        | Statement::Occurrence { of, .. }
        | Statement::Ranking { of, .. } => of.kind(interpreted),
        _ => interpreted,
    };
    if let (Statement::PathCount { at_least: 0, .. }, Err(refusal)) = (statement, findings.solution(kind))
        && !refusal.is_budget()
    {
        // A solution that does not exist has no paths.
        return Outcome::Holds;
    }
    tied(kind, some, findings, |model| judge(statement, model, findings))
}

/// The outcome of a rule over the tied models of a solution; `some` means that one model is enough.
pub(super) fn tied(
    kind: SolutionType,
    some: bool,
    findings: &Findings,
    judge: impl Fn(&Model) -> Result<(), Found>,
) -> Outcome {
    let solution = match findings.solution(kind) {
        Ok(solution) => solution,
        // One that could not be found may have any paths.
        Err(refusal) if refusal.is_budget() => return Outcome::Unknown(Reason::Refused(refusal.clone())),
        Err(refusal) => return Outcome::Fails(Found::NoSolution(refusal.clone())),
    };
    let judged: Vec<Result<(), Found>> = solution.models.iter().map(judge).collect();
    match ruled(judged.iter().map(Result::is_ok), solution.is_complete(), some) {
        Some(true) => Outcome::Holds,
        Some(false) => {
            let mut failing = judged.into_iter().enumerate();
            let first = failing.find_map(|(at, judged)| Some(placed(judged.err()?, at + 1, solution.model_count)));
            first.map_or_else(|| unlisted(solution), Outcome::Fails)
        }
        None => unlisted(solution),
    }
}

/// The undecided outcome if unlisted models decide.
pub(super) fn unlisted(solution: &Solution) -> Outcome {
    Outcome::Unknown(Reason::Listed {
        listed: solution.models.len(),
        models: solution.model_count,
        exact: solution.count_is_exact,
    })
}

/// The finding with the number of its model among the tied ones.
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
        // Judged without a solution, or by another rule.
        Statement::Stable(_)
        | Statement::Necessity { .. }
        | Statement::Contradiction { .. }
        | Statement::Standing { .. }
        | Statement::RobustCore { .. }
        | Statement::Survival { .. }
        | Statement::Nca(_)
        | Statement::FoundBy(_)
        | Statement::Numbers(_) => true,
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

/// The path of a model that an expression denotes.
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
    let mut missed = fit_values(path, least, model, findings)?;
    missed.retain(|(_, found, claimed)| !at_least(*found, *claimed));
    if missed.is_empty() { Ok(()) } else { Err(Found::Values(missed)) }
}

/// The parameters of a solution or path, with their values and bars.
pub(super) fn fit_values(
    path: Option<&Expression>,
    least: &[(Parameter, f64)],
    model: &Model,
    findings: &Findings,
) -> Result<Vec<Barred>, Found> {
    let path = path.map(|path| path_of(path, model, findings)).transpose()?;
    let (fit, unique) = path.map_or((model.fit, None), |path| (path.fit, path.unique_coverage));
    let one = |(parameter, claimed): &(Parameter, f64)| (parameter.name(), value(*parameter, &fit, unique), *claimed);
    Ok(least.iter().map(one).collect())
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
    let values = path_values(by, order, model, findings)?;
    let falls = values.windows(2).all(|pair| match pair {
        [(_, Some(above)), (_, Some(below))] => above > below,
        _ => false,
    });
    if falls { Ok(()) } else { Err(Found::Order(values)) }
}

/// A parameter of each of some paths of a model, in their order.
pub(super) fn path_values(
    by: Parameter,
    order: &[Expression],
    model: &Model,
    findings: &Findings,
) -> Result<Vec<(String, Option<f64>)>, Found> {
    let one = |expression: &Expression| {
        let path = path_of(expression, model, findings)?;
        Ok((expression.to_string(), value(by, &path.fit, path.unique_coverage)))
    };
    order.iter().map(one).collect()
}
