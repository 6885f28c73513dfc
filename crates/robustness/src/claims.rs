//! Whether the claims of a study hold: under its own decisions, and across others where the claim says so.
//!
//! `verdict` says what a judgement looks like, `models` judges what a claim says of solutions, `necessity` what it
//! says of necessary conditions, `robust` what it says of robust core and survival, `numbers` what it says of numbers
//! that the study tells. `settings` finds the decisions that a range has to be tried at: as many as there are different
//! results, so that a verdict over a range is a proof and no sample; a `setting` is one of them. `anchor` does the same
//! for an anchor, whose range `stretch` proves piece by piece.

mod anchor;
mod models;
mod necessity;
mod numbers;
mod robust;
mod setting;
mod settings;
mod standing;
mod stretch;
mod verdict;

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Across, Claim, Numbers, Span, Statement, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::alternatives::AlternativeFindings;
use crate::multiverse::Multiverse;
use robust::Least;
pub use setting::{ScenarioError, Setting, SettingError};
use settings::Tried;
pub use verdict::{Counterexample, Edge, Found, JudgedClaim, Outcome, Reason, Verdict};

/// What a study has found under its own decisions, and beside them.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The study.
    pub study: &'a Study,
    /// Its raw cases.
    pub table: &'a CaseTable,
    /// Its calibrated cases.
    pub memberships: &'a Memberships,
    /// One entry an analysis.
    pub findings: &'a [Findings],
    /// What its alternatives gave.
    pub alternatives: &'a [AlternativeFindings],
    /// What survives in its multiverse, where it has one.
    pub multiverse: Option<&'a Multiverse>,
    /// The numbers that claims speak of.
    pub numbers: &'a Numbers,
}

/// One analysis under some decisions.
#[derive(Debug, Clone, Copy)]
struct Universe<'a> {
    memberships: &'a Memberships,
    findings: &'a Findings,
}

/// Judges every claim of the study, in its order, whatever the number of threads.
pub fn judge(record: Record<'_>) -> Vec<JudgedClaim> {
    record.study.claims.par_iter().map(|claim| judge_one(claim, record)).collect()
}

fn judge_one(claim: &Claim, record: Record<'_>) -> JudgedClaim {
    let (verdict, settings, exact) = match &claim.statement {
        Statement::Numbers(parts) => (Verdict::under(Setting::Own, numbers::outcome(parts, record.numbers)), 1, true),
        statement => {
            let name = statement.analysis();
            let found = record.findings.iter().find(|findings| Some(findings.analysis.name.as_str()) == name);
            match found {
                Some(findings) => of_findings(claim, Universe { memberships: record.memberships, findings }, record),
                None => {
                    let reason = Reason::NotAllowed("the analysis was not run".to_owned());
                    (Verdict::under(Setting::Own, Outcome::Unknown(reason)), 1, true)
                }
            }
        }
    };
    JudgedClaim { id: claim.id.clone(), verdict, settings, exact }
}

/// The verdict on what an analysis found, the number of settings it took, and whether it is proven.
fn of_findings(claim: &Claim, own: Universe<'_>, record: Record<'_>) -> (Verdict, usize, bool) {
    if let Statement::RobustCore { alternatives, coverage, rf_cov, .. } = &claim.statement {
        let least = Least { coverage: *coverage, rf_cov: *rf_cov };
        return (robust::core(alternatives, least, claim.some_model, own.findings, record.alternatives), 1, true);
    }
    if let Statement::Survival { finding, at_least, .. } = &claim.statement {
        return (robust::survival(finding, *at_least, &own.findings.analysis, record.multiverse), 1, true);
    }
    match (outcome(claim, own), &claim.across) {
        (Outcome::Holds, Some(across)) => over_all(claim, across, own, record),
        (outcome, _) => (Verdict::under(Setting::Own, outcome), 1, true),
    }
}

/// The verdict over all that `across` names, the number of settings it took, and whether it is proven.
fn over_all(claim: &Claim, across: &Across, own: Universe<'_>, record: Record<'_>) -> (Verdict, usize, bool) {
    if let Across::Anchor { anchor, span: Span::Range { from, to } } = across
        && let Some((verdict, settings)) = anchor::over(claim, anchor, (*from, *to), own, record)
    {
        return (verdict, settings, true);
    }
    let chosen = match across {
        Across::Anchor { anchor, .. } => anchor::chosen(anchor, own, record),
        Across::Cutoffs { .. } | Across::Alternatives(_) => None,
    };
    match settings::across(across, own.findings, chosen) {
        Ok(Tried { settings, exact }) => (over(claim, &settings, own, record), settings.len() + 1, exact),
        Err(reason) => (Verdict::Undecided { setting: Setting::Own, reason }, 1, true),
    }
}

/// So many settings are tried before looking whether one of them has broken the claim.
const AT_ONCE: usize = 64;

/// The verdict over settings that come nearest first.
fn over(claim: &Claim, settings: &[settings::Other], own: Universe<'_>, record: Record<'_>) -> Verdict {
    let mut undecided = None;
    for chunk in settings.chunks(AT_ONCE) {
        let outcomes: Vec<Outcome> = chunk.par_iter().map(|other| under(claim, &other.setting, own, record)).collect();
        for (other, outcome) in chunk.iter().zip(outcomes) {
            match outcome {
                Outcome::Holds => {}
                Outcome::Fails(found) => {
                    let (setting, edge) = (other.setting.clone(), other.edge.clone());
                    return Verdict::Broken(Counterexample { setting, edge, found });
                }
                Outcome::Unknown(reason) if undecided.is_none() => {
                    undecided = Some(Verdict::Undecided { setting: other.setting.clone(), reason });
                }
                Outcome::Unknown(_) => {}
            }
        }
    }
    undecided.unwrap_or(Verdict::Held)
}

/// What becomes of a claim under another setting.
fn under(claim: &Claim, setting: &Setting, own: Universe<'_>, record: Record<'_>) -> Outcome {
    let name = &own.findings.analysis.name;
    let scenario = match setting.scenario(record.study) {
        Ok(scenario) => scenario,
        Err(error) => return Outcome::Unknown(error.into()),
    };
    let Some(analysis) = scenario.analyses.iter().find(|analysis| analysis.name == *name) else {
        // An alternative that does not concern the analysis leaves it as it is.
        return Outcome::Holds;
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
            Err(reason) => return Outcome::Unknown(Reason::NotAllowed(reason.to_string())),
        }
    };
    match equifinal_qca::analyse(analysis, memberships, &equifinal_qca::Budget::default()) {
        Ok(findings) => outcome(claim, Universe { memberships, findings: &findings }),
        Err(error) => Outcome::Unknown(Reason::NotAllowed(error.to_string())),
    }
}

/// What one universe says of a claim.
fn outcome(claim: &Claim, universe: Universe<'_>) -> Outcome {
    let findings = universe.findings;
    match &claim.statement {
        Statement::Necessity { expression, cuts, claimed, .. } => {
            necessity::outcome(expression, cuts, *claimed, universe)
        }
        statement => models::outcome(statement, claim.some_model, findings),
    }
}
