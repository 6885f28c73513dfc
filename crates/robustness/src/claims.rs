//! Whether the claims of a study hold: under its own decisions, and across others where the claim says so.
//!
//! `verdict` says what a judgement looks like, `models` judges what a claim says of solutions, `necessity` what it
//! says of necessary conditions, and `settings` finds the decisions that a range has to be tried at: as many as there
//! are different results, so that a verdict over a range is a proof and no sample.

mod models;
mod necessity;
mod settings;
mod standing;
mod verdict;

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Claim, Statement, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use settings::Tried;
pub use verdict::{Counterexample, Edge, Found, JudgedClaim, Outcome, Setting, Verdict};

/// What a study has found under its own decisions.
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
    let judged = |verdict, settings, exact| JudgedClaim { id: claim.id.clone(), verdict, settings, exact };
    let found =
        record.findings.iter().find(|findings| Some(findings.analysis.name.as_str()) == claim.statement.analysis());
    let Some(findings) = found else {
        let reason = "the analysis was not run".to_owned();
        return judged(Verdict::Undecided { setting: Setting::Own, reason }, 0, true);
    };
    let own = Universe { memberships: record.memberships, findings };
    match outcome(claim, own) {
        Outcome::Fails(found) => {
            let counterexample = Counterexample { setting: Setting::Own, edge: None, found };
            return judged(Verdict::Broken(counterexample), 1, true);
        }
        Outcome::Unknown(reason) => return judged(Verdict::Undecided { setting: Setting::Own, reason }, 1, true),
        Outcome::Holds => {}
    }
    let Some(across) = &claim.across else { return judged(Verdict::Held, 1, true) };
    match settings::across(across, findings) {
        Ok(Tried { settings, exact }) => {
            let count = settings.len() + 1;
            judged(over(claim, &settings, own, record), count, exact)
        }
        Err(reason) => judged(Verdict::Undecided { setting: Setting::Own, reason }, 1, true),
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
        Err(reason) => return Outcome::Unknown(reason),
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
            Err(reason) => return Outcome::Unknown(reason),
        }
    };
    match equifinal_qca::analyse(analysis, memberships, &equifinal_qca::Budget::default()) {
        Ok(findings) => outcome(claim, Universe { memberships, findings: &findings }),
        Err(error) => Outcome::Unknown(error.to_string()),
    }
}

/// What one universe says of a claim.
fn outcome(claim: &Claim, universe: Universe<'_>) -> Outcome {
    match &claim.statement {
        Statement::Necessity { expression, cuts, claimed, .. } => {
            necessity::outcome(expression, cuts, *claimed, universe)
        }
        statement => models::outcome(statement, claim.some_model, universe.findings),
    }
}
