//! Anchors at percentiles of the raw values.

use equifinal_study::config::Anchors;
use equifinal_study::quantile;

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
#[expect(clippy::cast_precision_loss, reason = "positions in a table are far below 2^52")]
pub fn percentile(sorted: &[f64], percent: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    quantile::at(sorted, last as f64 * percent / 100.0).unwrap_or_default()
}
