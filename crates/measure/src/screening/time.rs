//! Rules of duration.

use super::verdict::{Judged, Verdict, found_if};
use crate::descriptives::percentile;
use crate::sheet::Sheet;

/// Minimum credible duration in seconds, for any sample.
const FLOOR: f64 = 45.0;
/// Minimum number of seconds per item.
const PER_ITEM: f64 = 2.0;

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
pub(super) fn too_fast(sheet: &Sheet, entered: &[usize], seconds: Option<f64>) -> Judged {
    let durations = durations(sheet, entered);
    let of_sample = |share: f64, weight: f64| percentile(&durations, share).map_or(0.0, |duration| weight * duration);
    let adaptive =
        || FLOOR.max(PER_ITEM * sheet.items.len() as f64).max(of_sample(0.10, 0.8)).max(of_sample(0.25, 0.6));
    let limit = seconds.unwrap_or_else(adaptive);
    judged(sheet, entered, Some(limit), |duration| duration < limit)
}

pub(super) fn too_slow(sheet: &Sheet, entered: &[usize]) -> Judged {
    let durations = durations(sheet, entered);
    let limit = percentile(&durations, 0.25).zip(percentile(&durations, 0.75)).map(|(q1, q3)| q3 + 3.0 * (q3 - q1));
    judged(sheet, entered, limit, |duration| limit.is_some_and(|limit| duration > limit))
}

fn judged(sheet: &Sheet, entered: &[usize], limit: Option<f64>, found: impl Fn(f64) -> bool) -> Judged {
    let verdict = |&place: &usize| match sheet.seconds.get(place).copied().flatten() {
        Some(duration) => found_if(found(duration), Some(duration)),
        None => Verdict::Unjudged,
    };
    Judged { limit, ..entered.iter().map(verdict).collect::<Vec<_>>().into() }
}

fn durations(sheet: &Sheet, entered: &[usize]) -> Vec<f64> {
    let mut durations: Vec<f64> =
        entered.iter().filter_map(|&place| sheet.seconds.get(place).copied().flatten()).collect();
    durations.sort_unstable_by(f64::total_cmp);
    durations
}
