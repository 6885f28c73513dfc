//! Memberships become the findings of every analysis.

use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, QcaError};
use equifinal_study::config::{Analysis, Study};
use equifinal_study::memberships::Memberships;
use rayon::prelude::*;

use crate::error::EngineError;

/// The function that runs one analysis: [`equifinal_qca::analyse`], or a failing one in tests.
pub type Analyse = fn(&Analysis, &Memberships, &Budget) -> Result<Findings, QcaError>;

/// The findings of every analysis, or the errors: first bugs found by the program's own check, then all problems with
/// the data.
pub(crate) fn findings(
    study: &Study,
    memberships: &Memberships,
    analyse: Analyse,
) -> Result<Vec<Findings>, EngineError> {
    let budget = Budget::from(&study.budget);
    let outcomes: Vec<_> = study.analyses.par_iter().map(|analysis| analyse(analysis, memberships, &budget)).collect();
    let mut findings = Vec::with_capacity(outcomes.len());
    let (mut refuted, mut errors) = (Vec::new(), Vec::new());
    for outcome in outcomes {
        match outcome {
            Ok(found) => {
                errors.extend(found.check_outputs().err());
                findings.push(found);
            }
            Err(QcaError::Refuted(solution)) => refuted.push(solution),
            Err(error) => errors.push(error),
        }
    }
    match (refuted.is_empty(), errors.is_empty()) {
        (false, _) => Err(EngineError::Refuted(refuted)),
        (true, false) => Err(EngineError::Analyses(errors)),
        (true, true) => Ok(findings),
    }
}
