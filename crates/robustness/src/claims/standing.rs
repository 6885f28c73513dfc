//! Core and peripheral conditions (Fiss 2011), for claims on them.

use equifinal_qca::findings::{Findings, Model, Path};
use equifinal_qca::term::Term;
use equifinal_study::config::SolutionType;
use equifinal_study::expression::Expression;

use super::models::path_of;
use super::terms::{of_expression, of_term, within};
use super::verdict::{Core, Found};

/// Whether literals are core, or peripheral, in a path of the interpreted model or in every one that has them.
///
/// A literal is core in a path when it stands in a parsimonious term whose every literal stands in the path. It is
/// claimed core in every parsimonious model behind the path, or peripheral in every one: a literal that is core in
/// some only is neither.
pub(super) fn judge(
    literals: &[Expression],
    path: Option<&Expression>,
    core: bool,
    model: &Model,
    findings: &Findings,
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
            for condition in wanted.keys() {
                let found = standing(condition, path, model, findings);
                if found != if core { Core::Always } else { Core::Never } {
                    let path = findings.write_term(&path.term);
                    return Err(Found::Standing { literal: literal.to_string(), path, core: found });
                }
            }
        }
    }
    Ok(())
}

/// In how many of the parsimonious models behind a path of `model` its literal on `condition` is core.
fn standing(condition: &str, path: &Path, model: &Model, findings: &Findings) -> Core {
    let position = findings.conditions.iter().position(|known| known.name == condition);
    let is_core = |terms: &Model| {
        let demands = |term: &Term| position.and_then(|at| term.levels.get(at)).is_some_and(Option::is_some);
        terms.paths.iter().any(|other| other.term.contains(&path.term) && demands(&other.term))
    };
    let behind = behind(path, model, findings);
    match behind.iter().filter(|model| is_core(model)).count() {
        0 => Core::Never,
        times if times == behind.len() => Core::Always,
        _ => Core::Sometimes,
    }
}

/// The parsimonious models that a path is held against: those of the pairs that give an intermediate model with the
/// path, every one for a conservative path, its own model for a parsimonious one.
fn behind<'a>(path: &Path, model: &'a Model, findings: &'a Findings) -> Vec<&'a Model> {
    if findings.analysis.interpret == SolutionType::Parsimonious {
        return vec![model];
    }
    let Ok(parsimonious) = findings.solution(SolutionType::Parsimonious) else { return Vec::new() };
    let every = || parsimonious.models.iter();
    let intermediate = match findings.solution(SolutionType::Intermediate) {
        Ok(solution) if findings.analysis.interpret == SolutionType::Intermediate => solution,
        _ => return every().collect(),
    };
    let with_path = intermediate.models.iter().filter(|model| model.paths.iter().any(|own| own.term == path.term));
    let positions: Vec<usize> = with_path.flat_map(|model| &model.origin).map(|origin| origin.parsimonious).collect();
    every().enumerate().filter(|(at, _)| positions.contains(at)).map(|(_, model)| model).collect()
}
