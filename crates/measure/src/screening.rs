//! Screening of responses: each rule is applied to the responses that passed the rules before.

mod distance;
mod pattern;
mod requirement;
mod time;
mod verdict;

use equifinal_study::message::Message;
use equifinal_study::natural;
use equifinal_study::responses::Absent;
use equifinal_study::screening::{Action, AuditRow, CannotJudge, Rule, Screening, Step, StepResult};
use equifinal_study::{say, worded};

use crate::sheet::Sheet;
use verdict::{Judged, Verdict, found_if};

/// A rule names an unknown item.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct UnknownItem {
    /// The rule.
    pub rule: &'static str,
    /// The item.
    pub item: String,
}

/// Screens the responses of `sheet` by `steps` in order.
///
/// Percentiles and distances are taken over the responses that reach the step.
///
/// # Errors
///
/// All unknown items named in rules.
pub fn screen(sheet: &Sheet, steps: &[Step], sent: Option<u64>) -> Result<Screening, Vec<UnknownItem>> {
    let unknown: Vec<UnknownItem> = steps.iter().flat_map(|step| unknown(sheet, &step.rule)).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut kept = vec![true; sheet.ids.len()];
    let order = natural::order(&sheet.ids);
    let (mut results, mut audit) = (Vec::new(), Vec::new());
    for (at, step) in steps.iter().enumerate() {
        let entered: Vec<usize> = order.iter().copied().filter(|&place| kept.get(place) == Some(&true)).collect();
        let judged = judge(sheet, &step.rule, &entered);
        let cannot_judge = judged.as_ref().err().copied();
        let judged = judged.unwrap_or_else(|_| vec![Verdict::Unjudged; entered.len()].into());
        let mut result = StepResult {
            step: step.clone(),
            entered: entered.len(),
            found: 0,
            unjudged: 0,
            limit: judged.limit.or_else(|| limit(&step.rule)),
            cannot_judge,
            constant_items: judged.constant_items,
        };
        for (&place, verdict) in entered.iter().zip(judged.verdicts) {
            match verdict {
                Verdict::Sound => {}
                Verdict::Unjudged => result.unjudged += 1,
                Verdict::Found(measured) => {
                    result.found += 1;
                    let id = sheet.ids.get(place).cloned().unwrap_or_default();
                    audit.push(AuditRow { id, step: at, action: step.action, measured });
                    if let Some(kept) = kept.get_mut(place).filter(|_| step.action == Action::Drop) {
                        *kept = false;
                    }
                }
            }
        }
        results.push(result);
    }
    let valid = kept.iter().filter(|kept| **kept).count();
    Ok(Screening { sent, returned: kept.len(), valid, steps: results, audit, kept })
}

fn unknown(sheet: &Sheet, rule: &Rule) -> Vec<UnknownItem> {
    let named: Vec<&String> = match rule {
        Rule::Attention { item, .. } => vec![item],
        Rule::Contradiction { smaller, larger, .. } => vec![smaller, larger],
        _ => Vec::new(),
    };
    let missing = named.into_iter().filter(|item| sheet.item(item).is_none());
    missing.map(|item| UnknownItem { rule: rule.name(), item: item.clone() }).collect()
}

/// The verdict on each response, or the reason why the rule cannot judge any.
fn judge(sheet: &Sheet, rule: &Rule, entered: &[usize]) -> Result<Judged, CannotJudge> {
    requirement::check(sheet, rule, entered)?;
    let each = |verdict: &dyn Fn(usize) -> Verdict| -> Judged {
        entered.iter().map(|&place| verdict(place)).collect::<Vec<_>>().into()
    };
    let judged = match rule {
        Rule::Unfinished => each(&|place| finished(sheet, place)),
        Rule::Duplicate => pattern::duplicates(sheet, entered).into(),
        Rule::TooFast { seconds } => time::too_fast(sheet, entered, *seconds),
        Rule::TooSlow => time::too_slow(sheet, entered),
        Rule::LongString { run } => each(&|place| pattern::long_string(sheet, place, *run)),
        Rule::LowVariability { below } => each(&|place| pattern::variability(sheet, place, *below)),
        Rule::EvenOdd { below } => each(&|place| pattern::even_odd(sheet, place, *below)),
        Rule::Mahalanobis { p } => distance::mahalanobis(sheet, entered, *p)?,
        Rule::Attention { item, answer } => each(&|place| attention(sheet, place, item, *answer)),
        Rule::Contradiction { smaller, larger, apart } => {
            each(&|place| contradiction(sheet, place, [smaller, larger], *apart))
        }
        Rule::Reversal { points } => each(&|place| pattern::reversal(sheet, place, *points)),
        Rule::Missing { above } => each(&|place| missing(sheet, place, *above)),
        Rule::OutOfRange => each(&|place| out_of_range(sheet, place)),
    };
    let is_silent = judged.verdicts.iter().all(|verdict| *verdict == Verdict::Unjudged);
    if is_silent && !entered.is_empty() { Err(CannotJudge::NoAnswers) } else { Ok(judged) }
}

/// The limit set in the study, if it is one number.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn limit(rule: &Rule) -> Option<f64> {
    match rule {
        Rule::TooFast { seconds } => *seconds,
        Rule::LongString { run } => Some(*run as f64),
        Rule::LowVariability { below: limit }
        | Rule::EvenOdd { below: limit }
        | Rule::Mahalanobis { p: limit }
        | Rule::Contradiction { apart: limit, .. }
        | Rule::Reversal { points: limit }
        | Rule::Missing { above: limit } => Some(*limit),
        Rule::Unfinished | Rule::Duplicate | Rule::TooSlow | Rule::Attention { .. } | Rule::OutOfRange => None,
    }
}

fn finished(sheet: &Sheet, place: usize) -> Verdict {
    match sheet.finished.get(place) {
        Some(Some(finished)) => found_if(!finished, None),
        _ => Verdict::Unjudged,
    }
}

fn attention(sheet: &Sheet, place: usize, item: &str, answer: f64) -> Verdict {
    match sheet.item(item).map(|item| item.answer(place)) {
        Some(Ok(given)) => found_if(given.total_cmp(&answer).is_ne(), None),
        Some(Err(Absent::Missing)) => Verdict::Found(None),
        _ => Verdict::Unjudged,
    }
}

fn contradiction(sheet: &Sheet, place: usize, [smaller, larger]: [&str; 2], apart: f64) -> Verdict {
    let of = |name| sheet.item(name).and_then(|item| item.answer(place).ok());
    match of(smaller).zip(of(larger)) {
        Some((smaller, larger)) => found_if(larger - smaller < apart, Some(larger - smaller)),
        None => Verdict::Unjudged,
    }
}

/// The share of missing answers; skipped questions were not asked and do not count.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn missing(sheet: &Sheet, place: usize, above: f64) -> Verdict {
    let count = |wanted: Absent| sheet.items.iter().filter(|item| item.answer(place) == Err(wanted)).count();
    let put = sheet.items.len() - count(Absent::Skipped);
    if put == 0 {
        return Verdict::Unjudged;
    }
    let share = count(Absent::Missing) as f64 / put as f64;
    found_if(share > above, Some(share))
}

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn out_of_range(sheet: &Sheet, place: usize) -> Verdict {
    let outside = |item: &&crate::sheet::CodedItem| {
        item.range.zip(item.answer(place).ok()).is_some_and(|((low, high), answer)| answer < low || answer > high)
    };
    let count = sheet.items.iter().filter(outside).count();
    found_if(count > 0, Some(count as f64))
}

impl UnknownItem {
    /// The message for the user.
    pub fn message(&self) -> Message {
        let Self { rule, item } = self;
        say!("screening-unknown-item", rule, item)
    }
}

worded!(UnknownItem);
