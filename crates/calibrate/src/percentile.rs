//! Percentiles as R computes them by default (`quantile`, type 7; Hyndman & Fan 1996).

use equifinal_study::config::Anchors;

/// The anchors at these percentiles of `raw`, which must not be empty.
pub fn anchors(raw: &[f64], percents: Anchors) -> Anchors {
    let mut sorted = raw.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    Anchors {
        exclusion: percentile(&sorted, percents.exclusion),
        crossover: percentile(&sorted, percents.crossover),
        inclusion: percentile(&sorted, percents.inclusion),
    }
}

/// The percentile `percent`, in [0, 100], of values in ascending order; 0 without values.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions in a table are far below 2^52 and not negative"
)]
pub fn percentile(sorted: &[f64], percent: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let position = last as f64 * percent / 100.0;
    let below = libm::floor(position);
    let at = |index: f64| sorted.get((index as usize).min(last)).copied().unwrap_or_default();
    let (low, high) = (at(below), at(below + 1.0));
    low + (position - below) * (high - low)
}
