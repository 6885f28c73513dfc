//! Evaluates a claim over a range of an anchor, from the study's own value outwards.

use equifinal_qca::Refuted;
use equifinal_study::config::{Claim, Decision, NumericDecision};

use super::evaluation::under;
use super::record::{Record, Universe};
use super::stretch::{Stop, Walked, Way};
use super::verdict::{Counterexample, Edge, Found, Outcome, Verdict};
use crate::universe::Reanalysis;

/// How much farther out than the first breaking value a counterexample may lie, as a share of the range, to be a round
/// number.
const PLAINER: f64 = 0.005;

/// The proven verdict over every value from `from` to `to`, with the number of settings evaluated; `None` if it cannot
/// be proven.
///
/// # Errors
/// A solution that the independent check rejects.
pub(super) fn over(
    claim: &Claim,
    anchor: &NumericDecision,
    (from, to): (f64, f64),
    own: Universe<'_>,
    record: Record<'_>,
) -> Result<Option<(Verdict, usize)>, Refuted> {
    let chosen = anchor.chosen(&record.study.sets, &own.findings.analysis, own.findings.cases.len());
    let Some(chosen) = chosen else { return Ok(None) };
    let Ok(reanalysis) = Reanalysis::new(record.study, record.table) else { return Ok(None) };
    let way = Way::new(reanalysis, &claim.statement, claim.some_model, anchor, to - from);
    let Some(mut way) = way else { return Ok(None) };
    let decisions = |value: f64| vec![Decision::Number(anchor.clone(), value)];
    let judge = |value: f64| under(claim, &decisions(value), own, record);
    // Where the study's own value lies outside, the nearer end is the first that is tried.
    let start = chosen.clamp(from, to);
    let mut settings = 1;
    let mut stops: Vec<Stop> = Vec::new();
    if start.total_cmp(&chosen).is_ne() {
        settings += 1;
        let outcome = judge(start)?;
        if outcome != Outcome::Holds {
            stops.push(Stop { edge: chosen, value: start, outcome });
        }
    }
    let ends = [from, to].into_iter().filter(|end| stops.is_empty() && end.total_cmp(&start).is_ne());
    for end in ends.collect::<Vec<_>>() {
        let Some(Walked { settings: judged, stop }) = way.walk(start, end, judge)? else { return Ok(None) };
        settings += judged;
        stops.extend(stop);
    }
    let away = |stop: &Stop| (stop.value - chosen).abs();
    stops.sort_by(|a, b| away(a).total_cmp(&away(b)));
    let broken = stops.iter().find(|stop| matches!(stop.outcome, Outcome::Fails(_))).or(stops.first());
    let Some(stop) = broken else { return Ok(Some((Verdict::Held, settings))) };
    let verdict = match &stop.outcome {
        Outcome::Unknown(reason) => Verdict::Undecided { decisions: decisions(stop.value), reason: reason.clone() },
        Outcome::Holds => Verdict::Held,
        Outcome::Fails(found) => {
            let above = stop.value > chosen;
            let end = if above { to } else { from };
            let (value, found) =
                plainer(stop.value, end, PLAINER * (to - from), judge)?.unwrap_or((stop.value, found.clone()));
            let edge = Edge { decision: anchor.clone(), value: stop.edge, above, row: None };
            let edge = (start.total_cmp(&chosen).is_eq()).then_some(edge);
            Verdict::Broken(Counterexample { decisions: decisions(value), edge, found })
        }
    };
    Ok(Some((verdict, settings)))
}

/// The value with the fewest decimals near `value`, towards `end`, at which the claim is broken too.
fn plainer(
    value: f64,
    end: f64,
    near: f64,
    judge: impl Fn(f64) -> Result<Outcome, Refuted>,
) -> Result<Option<(f64, Found)>, Refuted> {
    let above = end > value;
    let mut scale = 1.0;
    for _ in 0..7 {
        let candidate = if above { (value * scale).ceil() / scale } else { (value * scale).floor() / scale };
        let inside = if above { candidate <= end } else { candidate >= end };
        if inside
            && (candidate - value).abs() <= near
            && let Outcome::Fails(found) = judge(candidate)?
        {
            return Ok(Some((candidate, found)));
        }
        scale *= 10.0;
    }
    Ok(None)
}
