//! What calibration found out about a set.

use equifinal_study::config::Anchors;
use equifinal_study::diagnosis::{CROSSOVER_BAND, Descriptives, SetDiagnosis};
use equifinal_study::memberships::Set;

/// The diagnosis of a set that came from `raw` values, where those are numbers.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(crate) fn diagnosis(set: &Set, cases: &[String], anchors: Option<Anchors>, raw: Option<&[f64]>) -> SetDiagnosis {
    let degrees = !set.kind.is_multi_value();
    let near = |value: f64| degrees && (value - 0.5).abs() <= CROSSOVER_BAND;
    let at_crossover = set.values.iter().zip(cases).filter(|(value, _)| near(**value));
    let mut at_crossover: Vec<String> = at_crossover.map(|(_, case)| case.clone()).collect();
    at_crossover.sort_unstable();
    let inside = set.values.iter().filter(|&&value| value > 0.5).count();
    SetDiagnosis {
        set: set.name.clone(),
        anchors,
        raw: raw.and_then(descriptives),
        share_in: (degrees && !cases.is_empty()).then(|| inside as f64 / cases.len() as f64),
        at_crossover,
    }
}

/// Sums run over sorted values, so that they do not depend on the order of the cases.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn descriptives(raw: &[f64]) -> Option<Descriptives> {
    let mut sorted = raw.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (min, max) = (*sorted.first()?, *sorted.last()?);
    let count = sorted.len() as f64;
    let mean = sorted.iter().sum::<f64>() / count;
    let squares: f64 = sorted.iter().map(|value| (value - mean) * (value - mean)).sum();
    let sd = (sorted.len() > 1).then(|| libm::sqrt(squares / (count - 1.0)));
    Some(Descriptives { mean, sd, min, max })
}
