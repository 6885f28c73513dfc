//! Memberships become the systems of every analysis with several outcomes, and searches over conditions.

use equifinal_qca::condition_search::{SearchFindings, search};
use equifinal_qca::systems::{SystemFindings, systems};
use equifinal_qca::{Budget, QcaError};
use equifinal_study::config::{Joint, Study, joint};
use equifinal_study::memberships::Memberships;

use crate::error::EngineError;

/// The findings of outcomes that are minimised together, or by some of the conditions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Together {
    /// The systems of every analysis with several outcomes, in declared order.
    pub systems: Vec<SystemFindings>,
    /// The searches over sets of conditions, in declared order.
    pub searches: Vec<SearchFindings>,
}

/// The systems of every analysis with several outcomes and the searches over conditions, or the errors: first bugs found by the program's own check, then
/// all problems with the data.
pub(crate) fn together(study: &Study, memberships: &Memberships) -> Result<Together, EngineError> {
    let budget = Budget::from(&study.budget);
    let (mut found, mut refuted, mut errors) = (Together::default(), Vec::new(), Vec::new());
    let mut note = |error| match error {
        QcaError::Refuted(solution) => refuted.push(solution),
        error => errors.push(error),
    };
    let groups = joint(&study.analyses);
    for group in &groups {
        systems(group, memberships, &budget).map_or_else(&mut note, |systems| found.systems.push(systems));
    }
    let alone = study.analyses.iter().filter(|analysis| analysis.joint.is_none());
    let alone = alone.map(|analysis| Joint { name: analysis.name.clone(), analyses: vec![analysis] });
    for group in alone.chain(groups.clone()) {
        let Some(sizes) = group.analyses.first().and_then(|analysis| analysis.condition_search) else { continue };
        search(&group, sizes, memberships, &budget).map_or_else(&mut note, |search| found.searches.push(search));
    }
    match (refuted.is_empty(), errors.is_empty()) {
        (false, _) => Err(EngineError::Refuted(refuted)),
        (true, false) => Err(EngineError::Analyses(errors)),
        (true, true) => Ok(found),
    }
}
