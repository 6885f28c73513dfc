//! Memberships become the systems of every analysis with several outcomes.

use equifinal_qca::systems::{SystemFindings, systems as minimise};
use equifinal_qca::{Budget, QcaError};
use equifinal_study::config::{Study, joint};
use equifinal_study::memberships::Memberships;

use crate::error::EngineError;

/// The systems of every analysis with several outcomes, or the errors: first bugs found by the program's own check, then
/// all problems with the data.
pub(crate) fn systems(study: &Study, memberships: &Memberships) -> Result<Vec<SystemFindings>, EngineError> {
    let budget = Budget::from(&study.budget);
    let (mut found, mut refuted, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for joint in joint(&study.analyses) {
        match minimise(&joint, memberships, &budget) {
            Ok(systems) => found.push(systems),
            Err(QcaError::Refuted(solution)) => refuted.push(solution),
            Err(error) => errors.push(error),
        }
    }
    match (refuted.is_empty(), errors.is_empty()) {
        (false, _) => Err(EngineError::Refuted(refuted)),
        (true, false) => Err(EngineError::Analyses(errors)),
        (true, true) => Ok(found),
    }
}
