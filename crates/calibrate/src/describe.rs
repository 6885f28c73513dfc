//! Describes a calibrated set for the report.

use std::borrow::Cow;

use equifinal_study::config::Anchors;
use equifinal_study::crossover::{is_in, is_near};
use equifinal_study::diagnosis::{Descriptives, SetDiagnosis};
use equifinal_study::memberships::Set;
use equifinal_study::natural;

/// The numbers that the memberships in a set come from.
#[derive(Default)]
pub(crate) struct Source<'a> {
    /// The anchors, as used.
    pub(crate) anchors: Option<Anchors>,
    /// The raw values, if they are numbers, none of them missing.
    pub(crate) raw: Option<Cow<'a, [f64]>>,
}

/// The diagnosis of a set whose memberships come from these numbers.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(crate) fn diagnosis(set: &Set, cases: &[String], source: &Source<'_>) -> SetDiagnosis {
    let degrees = set.kind.has_degrees();
    let at_crossover = set.values.iter().zip(cases).filter(|(value, _)| degrees && is_near(**value));
    let mut at_crossover: Vec<String> = at_crossover.map(|(_, case)| case.clone()).collect();
    at_crossover.sort_unstable_by(|a, b| natural::compare(a, b));
    let (inside, known) = (set.known().filter(|&value| is_in(value)).count(), set.known().count());
    SetDiagnosis {
        set: set.name.clone(),
        anchors: source.anchors,
        raw: source.raw.as_deref().and_then(descriptives),
        share_in: (degrees && known > 0).then(|| inside as f64 / known as f64),
        at_crossover,
    }
}

/// Descriptive statistics. Sums run over sorted values, so that they do not depend on the order of the cases.
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
