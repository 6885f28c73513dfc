//! Crisp sets and levels by the number of thresholds reached.

/// For each value the number of thresholds reached; a value equal to a threshold reaches it.
#[expect(clippy::cast_precision_loss, reason = "a study has few thresholds")]
pub(crate) fn levels(raw: &[f64], thresholds: &[f64]) -> Vec<f64> {
    raw.iter().map(|value| thresholds.iter().filter(|&threshold| value >= threshold).count() as f64).collect()
}
