//! The cores of the models of a universe.

use std::collections::BTreeSet;

use equifinal_qca::core::{self, Core, Unknown};
use equifinal_study::config::SolutionType;

use crate::universe::Universe;

/// The cores of the paths of one model; a path of unknown core, without a parsimonious solution, stands for itself.
pub(crate) type Cores = BTreeSet<Result<Core, Unknown>>;

/// The cores of the paths of each model of the interpreted solution, in order; `None` if budgets leave the parsimonious
/// models that decide them unknown.
pub(crate) fn cores(universe: &Universe) -> Option<Vec<Cores>> {
    let Ok(answer) = universe.interpreted() else { return None };
    match universe.answer(SolutionType::Parsimonious) {
        _ if universe.interpret == SolutionType::Parsimonious => {}
        Ok(parsimonious) if !parsimonious.complete => return None,
        Err(refusal) if refusal.is_budget() => return None,
        _ => {}
    }
    let by_path = core::cores(&universe.answers, universe.interpret);
    Some(
        answer
            .models
            .iter()
            .map(|model| model.iter().filter_map(|path| by_path.get(path).copied()).collect())
            .collect(),
    )
}
