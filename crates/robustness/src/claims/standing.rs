//! Claims about core and peripheral conditions (Fiss 2011).

use equifinal_qca::core::{Interpreted, Standing};
use equifinal_qca::findings::{Findings, Model, Path};
use equifinal_study::config::SolutionType;
use equifinal_study::expression::Expression;

use super::models::{path_of, tied, unlisted};
use super::verdict::{Found, Outcome, Reason};
use crate::named::{of_expression, of_term, within};

/// The outcome of a claim that literals are core, or peripheral, in a path of each interpreted model or in every path
/// with them; `some` means that one model is enough.
///
/// A literal counts as core if it is core in every parsimonious model compared with, and as peripheral if in none: a
/// literal that is core in some only is neither.
pub(super) fn outcome(
    literals: &[Expression],
    path: Option<&Expression>,
    core: bool,
    some: bool,
    findings: &Findings,
) -> Outcome {
    let interpreted = Interpreted::of(findings);
    let claimed = if core { Standing::Always } else { Standing::Never };
    let rule = |model: &Model| judge(literals, path, claimed, model, findings, &interpreted);
    behind_all(tied(findings.analysis.interpret, some, findings, rule), findings)
}

fn judge(
    literals: &[Expression],
    path: Option<&Expression>,
    claimed: Standing,
    model: &Model,
    findings: &Findings,
    interpreted: &Interpreted<'_>,
) -> Result<(), Found> {
    let named = path.map(|path| path_of(path, model, findings)).transpose()?;
    for literal in literals {
        let wanted = of_expression(literal);
        let has = |path: &&Path| within(&of_term(&path.term, findings), &wanted);
        let paths: Vec<&Path> = match named {
            Some(path) => Some(path).into_iter().filter(has).collect(),
            None => model.paths.iter().filter(has).collect(),
        };
        if paths.is_empty() {
            return Err(Found::NoSuchPath(literal.to_string()));
        }
        for path in paths {
            let standing = interpreted.core(&path.term).standing;
            let at = |name: &str| findings.conditions.iter().position(|condition| condition.name == name);
            for condition in wanted.keys() {
                let found = at(condition).and_then(|at| standing[at]).unwrap_or(Standing::Never);
                if found != claimed {
                    let path = findings.write_term(&path.term);
                    return Err(Found::Standing { literal: literal.to_string(), path, core: found });
                }
            }
        }
    }
    Ok(())
}

/// The outcome if not all parsimonious models are known: without any, nothing is core or peripheral; unlisted ones
/// leave open what holds for the listed ones.
fn behind_all(outcome: Outcome, findings: &Findings) -> Outcome {
    if findings.analysis.interpret == SolutionType::Parsimonious {
        return outcome;
    }
    match (outcome, findings.solution(SolutionType::Parsimonious)) {
        (Outcome::Holds, Ok(parsimonious)) if !parsimonious.is_complete() => unlisted(parsimonious),
        (Outcome::Holds | Outcome::Fails(Found::Standing { .. }), Err(refusal)) => {
            if refusal.is_budget() {
                Outcome::Unknown(Reason::Refused(refusal.clone()))
            } else {
                Outcome::Fails(Found::NoSolution(refusal.clone()))
            }
        }
        (outcome, _) => outcome,
    }
}
