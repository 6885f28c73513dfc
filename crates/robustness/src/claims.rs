//! Evaluation of a study's claims: under its own decisions, and over others if the claim says so.
//!
//! `verdict` defines the results. `models` evaluates claims about solutions, `necessity` those about necessary
//! conditions, `robust` those about robust core and survival, and `numbers` those about reported numbers. `settings`
//! lists the decisions at which a range has to be evaluated: one for each different result, so that a verdict over a
//! range is a proof and not a sample; `cells` are the values of one cutoff among them. `anchor` does the same for an
//! anchor, whose range `stretch` proves interval by interval.

mod anchor;
mod cells;
mod contradictions;
mod evaluation;
mod found_by;
mod margin;
mod margins;
mod models;
mod nca;
mod necessity;
mod numbers;
mod record;
mod robust;
mod settings;
mod stability;
mod standing;
mod stretch;
mod verdict;

use equifinal_qca::Refuted;
use equifinal_study::config::{Claim, Dimension, Statement};
use equifinal_study::say;
use rayon::prelude::*;

use evaluation::{outcome, under};
pub use margin::{Margin, Measured};
pub use record::Record;
use record::Universe;
use robust::Least;
use settings::TestedSettings;
pub use verdict::{Counterexample, Edge, Found, JudgedClaim, Outcome, Reason, Verdict};

/// Evaluates every claim of the study, in order, independent of the number of threads.
///
/// # Errors
/// A solution that the independent check rejects.
pub fn judge(record: Record<'_>) -> Result<Vec<JudgedClaim>, Refuted> {
    let judged = record.study.claims.par_iter().map(|claim| judge_one(claim, record));
    // Of several errors the first in order counts, whichever thread came first.
    judged.collect::<Vec<_>>().into_iter().collect()
}

fn judge_one(claim: &Claim, record: Record<'_>) -> Result<JudgedClaim, Refuted> {
    let (verdict, settings, exact) = match &claim.statement {
        Statement::Numbers(parts) => (Verdict::under(Vec::new(), numbers::outcome(parts, record.numbers)), 1, true),
        Statement::FoundBy(found_by) => (found_by::judged(found_by, record), 1, true),
        Statement::Nca(nca) => nca::judged(claim, nca, record),
        statement => {
            let name = statement.analysis();
            let found = record.findings.iter().find(|findings| Some(findings.analysis.name.as_str()) == name);
            match found {
                Some(findings) => of_findings(claim, record.universe(findings), record)?,
                None => {
                    let reason = Reason::NotAllowed(say!("claim-not-run"));
                    (Verdict::under(Vec::new(), Outcome::Unknown(reason)), 1, true)
                }
            }
        }
    };
    let margins = margins::margins(claim, record);
    Ok(JudgedClaim { id: claim.id.clone(), verdict, settings, exact, margins })
}

/// The verdict on an analysis, the number of settings evaluated, and true if it is proven.
fn of_findings(claim: &Claim, own: Universe<'_>, record: Record<'_>) -> Result<(Verdict, usize, bool), Refuted> {
    if let Statement::RobustCore { alternatives, coverage, rf_cov, .. } = &claim.statement {
        let least = Least { coverage: *coverage, rf_cov: *rf_cov };
        let verdict = robust::core(alternatives, least, claim.some_model, own.findings, record.alternatives);
        return Ok((verdict, 1, true));
    }
    if let Statement::Survival { finding, at_least, .. } = &claim.statement {
        return Ok((robust::survival(finding, *at_least, own.findings, record.multiverse), 1, true));
    }
    match outcome(claim, own) {
        Outcome::Holds if !claim.across.is_empty() => over_all(claim, own, record),
        outcome => Ok((Verdict::under(Vec::new(), outcome), 1, true)),
    }
}

/// The verdict over everything in `across`, the number of settings evaluated, and true if it is proven.
fn over_all(claim: &Claim, own: Universe<'_>, record: Record<'_>) -> Result<(Verdict, usize, bool), Refuted> {
    if let [Dimension::Between { number, from, to }] = claim.across.as_slice()
        && number.set().is_some()
        && let Some((verdict, settings)) = anchor::over(claim, number, (*from, *to), own, record)?
    {
        return Ok((verdict, settings, true));
    }
    match settings::across(&claim.across, own, record)? {
        Ok(TestedSettings { settings, exact }) => Ok((over(claim, &settings, own, record)?, settings.len() + 1, exact)),
        Err(reason) => Ok((Verdict::Undecided { decisions: Vec::new(), reason }, 1, true)),
    }
}

/// Number of settings evaluated before checking for a counterexample.
const AT_ONCE: usize = 64;

/// The verdict over settings, the nearest first.
fn over(
    claim: &Claim,
    settings: &[settings::Other],
    own: Universe<'_>,
    record: Record<'_>,
) -> Result<Verdict, Refuted> {
    let mut undecided = None;
    for chunk in settings.chunks(AT_ONCE) {
        let outcomes = chunk.par_iter().map(|other| under(claim, &other.decisions, own, record));
        for (other, outcome) in chunk.iter().zip(outcomes.collect::<Vec<_>>()) {
            match outcome? {
                Outcome::Holds => {}
                Outcome::Fails(found) => {
                    let (decisions, edge) = (other.decisions.clone(), other.edge.clone());
                    return Ok(Verdict::Broken(Counterexample { decisions, edge, found }));
                }
                Outcome::Unknown(reason) if undecided.is_none() => {
                    undecided = Some(Verdict::Undecided { decisions: other.decisions.clone(), reason });
                }
                Outcome::Unknown(_) => {}
            }
        }
    }
    Ok(undecided.unwrap_or(Verdict::Held))
}
