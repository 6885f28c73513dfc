//! The outcome of one claim under one setting.

use equifinal_qca::{Budget, Refuted, analyse};
use equifinal_study::config::{Claim, Statement};

use super::record::{Record, Universe};
use super::setting::Setting;
use super::verdict::{Outcome, Reason};
use super::{contradictions, models, necessity, standing};
use crate::impossible::unless_refuted;

/// The outcome of a claim under another setting.
pub(super) fn under(
    claim: &Claim,
    setting: &Setting,
    own: Universe<'_>,
    record: Record<'_>,
) -> Result<Outcome, Refuted> {
    let name = &own.findings.analysis.name;
    let scenario = match setting.scenario(record.study) {
        Ok(scenario) => scenario,
        Err(error) => return Ok(Outcome::Unknown(error.into())),
    };
    let Some(analysis) = scenario.analyses.iter().find(|analysis| analysis.name == *name) else {
        // An alternative that does not concern the analysis leaves it as it is.
        return Ok(Outcome::Holds);
    };
    let recalibrated;
    let memberships = if scenario.sets == record.study.sets && scenario.drop_cases.is_empty() {
        own.memberships
    } else {
        match scenario.memberships(record.table) {
            Ok(memberships) => {
                recalibrated = memberships;
                &recalibrated
            }
            Err(reason) => return Ok(Outcome::Unknown(Reason::NotAllowed(reason.to_string()))),
        }
    };
    Ok(match unless_refuted(analyse(analysis, memberships, &Budget::from(&record.study.budget)))? {
        Ok(findings) => outcome(claim, Universe { memberships, findings: &findings }),
        Err(reason) => Outcome::Unknown(Reason::NotAllowed(reason.to_string())),
    })
}

/// The outcome of a claim in one universe.
pub(super) fn outcome(claim: &Claim, universe: Universe<'_>) -> Outcome {
    let findings = universe.findings;
    match &claim.statement {
        Statement::Necessity { expression, cuts, claimed, .. } => {
            necessity::outcome(expression, cuts, *claimed, universe)
        }
        Statement::Standing { literals, path, core, .. } => {
            standing::outcome(literals, path.as_ref(), *core, claim.some_model, findings)
        }
        Statement::Contradiction { of, at_least, at_most, .. } => {
            contradictions::outcome(*of, (*at_least, *at_most), findings)
        }
        statement => models::outcome(statement, claim.some_model, findings),
    }
}
