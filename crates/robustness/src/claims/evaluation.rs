//! The outcome of one claim under one setting.

use std::borrow::Cow;

use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, Refuted, analyse};
use equifinal_study::config::{Claim, Decision, Statement};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;

use super::record::{Record, Universe};
use super::verdict::{Outcome, Reason};
use super::{contradictions, models, necessity, stability, standing};
use crate::impossible::unless_refuted;
use crate::rerun;
use crate::varied::varied_analysis;

/// One analysis under other decisions.
pub(super) struct Rerun<'a> {
    memberships: Cow<'a, Memberships>,
    findings: Findings,
    table: &'a CaseTable,
}

impl Rerun<'_> {
    /// The universe that it is.
    pub(super) fn universe(&self) -> Universe<'_> {
        Universe { memberships: &self.memberships, findings: &self.findings, table: self.table }
    }
}

/// The outcome of a claim under other decisions.
pub(super) fn under(
    claim: &Claim,
    decisions: &[Decision],
    own: Universe<'_>,
    record: Record<'_>,
) -> Result<Outcome, Refuted> {
    Ok(match rerun(decisions, own, record)? {
        Ok(Some(rerun)) => outcome(claim, rerun.universe()),
        // An alternative that does not concern the analysis leaves it as it is.
        Ok(None) => Outcome::Holds,
        Err(reason) => Outcome::Unknown(reason),
    })
}

/// The analysis under other decisions; `None` if they do not concern it, otherwise the reason why it cannot be run.
///
/// # Errors
/// A solution that the independent check rejects.
pub(super) fn rerun<'a>(
    decisions: &[Decision],
    own: Universe<'a>,
    record: Record<'_>,
) -> Result<Result<Option<Rerun<'a>>, Reason>, Refuted> {
    let variant = match varied_analysis(record.study, decisions, &own.findings.analysis.name) {
        Ok(Some(variant)) => variant,
        Ok(None) => return Ok(Ok(None)),
        Err(error) => return Ok(Err(error.into())),
    };
    let Some(analysis) = variant.analyses.first() else { return Ok(Ok(None)) };
    let memberships = if variant.sets == record.study.sets && variant.drop_cases.is_empty() {
        Cow::Borrowed(own.memberships)
    } else {
        match rerun::memberships(&variant, record.table) {
            Ok(memberships) => Cow::Owned(memberships),
            Err(reason) => return Ok(Err(Reason::NotAllowed(reason.message()))),
        }
    };
    let found = unless_refuted(analyse(analysis, &memberships, &Budget::from(&record.study.budget)))?;
    Ok(found
        .map(|findings| Some(Rerun { memberships, findings, table: own.table }))
        .map_err(|reason| Reason::NotAllowed(reason.message())))
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
        Statement::Stable(stability) => stability::outcome(stability, claim.some_model, universe),
        statement => models::outcome(statement, claim.some_model, findings),
    }
}
