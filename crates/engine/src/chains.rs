//! Memberships become the findings of every coincidence analysis.

use equifinal_chains::{Budget, ChainFindings, analyse};
use equifinal_study::config::Study;
use equifinal_study::memberships::Memberships;

use crate::error::EngineError;

/// The findings of every coincidence analysis, or the errors: first bugs found by the program's own check, then all
/// problems with the data.
pub(crate) fn chains(study: &Study, memberships: &Memberships) -> Result<Vec<ChainFindings>, EngineError> {
    let budget = Budget::from(&study.budget);
    let (mut found, mut refuted, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for chain in &study.chains {
        match analyse(chain, memberships, &budget) {
            Ok(findings) => found.push(findings),
            Err(error) if error.is_bug() => refuted.push(error),
            Err(error) => errors.push(error),
        }
    }
    match (refuted.is_empty(), errors.is_empty()) {
        (false, _) => Err(EngineError::RefutedModels(refuted)),
        (true, false) => Err(EngineError::Chains(errors)),
        (true, true) => Ok(found),
    }
}
