//! Which literals of a path are core (Fiss 2011), over every tied model.
//!
//! A literal of a path is core when it stands in a parsimonious term whose every literal stands in the path. Where
//! several parsimonious models belong to the path, it is so always, sometimes or never.

use equifinal_study::config::SolutionType;

use crate::findings::{Findings, Model};
use crate::term::Term;

/// How a literal stands over the parsimonious models behind its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Core in every one.
    Always,
    /// Core in some.
    Sometimes,
    /// Core in none: peripheral.
    Never,
}

/// The parsimonious models that a path of an interpreted `model` is held against: those of the pairs that give an
/// intermediate model with the path, every one for a conservative path, its own model for a parsimonious one.
pub fn behind<'a>(findings: &'a Findings, path: &Term, model: &'a Model) -> Vec<&'a Model> {
    let Ok(parsimonious) = findings.solution(SolutionType::Parsimonious) else { return Vec::new() };
    let every = parsimonious.models.iter();
    match findings.analysis.interpret {
        SolutionType::Parsimonious => vec![model],
        SolutionType::Conservative => every.collect(),
        SolutionType::Intermediate => {
            let Ok(intermediate) = findings.solution(SolutionType::Intermediate) else { return Vec::new() };
            let with_path = intermediate.models.iter().filter(|model| model.paths.iter().any(|own| own.term == *path));
            let origins = with_path.flat_map(|model| &model.origin);
            let positions: Vec<usize> = origins.map(|origin| origin.parsimonious).collect();
            every.enumerate().filter(|(at, _)| positions.contains(at)).map(|(_, model)| model).collect()
        }
    }
}

/// How each literal of a path stands over the models behind it; nothing where the path has none.
pub fn standing(path: &Term, behind: &[&Model]) -> Vec<Option<Standing>> {
    let is_core = |model: &Model, condition: usize| {
        let mut inside = model.paths.iter().map(|other| &other.term).filter(|term| term.contains(path));
        inside.any(|term| term.levels.get(condition).is_some_and(Option::is_some))
    };
    let of = |condition: usize| match behind.iter().filter(|model| is_core(model, condition)).count() {
        0 => Standing::Never,
        times if times == behind.len() => Standing::Always,
        _ => Standing::Sometimes,
    };
    path.levels.iter().enumerate().map(|(condition, level)| level.map(|_| of(condition))).collect()
}
