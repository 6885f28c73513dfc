//! Two sets of an analysis that the instrument cannot tell apart.

use equifinal_measure::Measurement;
use equifinal_study::config::{ConstructSpec, ScoreSource, Survey};
use equifinal_study::cuts::at_least;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// Heterotrait–monotrait ratio from which two constructs count as one (Gold, Malhotra & Segars 2001; Henseler, Ringle &
/// Sarstedt 2015), and the correlation of factors that says the same.
const ONE: f64 = 0.9;

/// One concern for each pair of sets, severe if one is the outcome.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let measured: Vec<_> = input.study.surveys.iter().zip(&input.evidence.measurements).collect();
    let mut all = Vec::new();
    for pair in input.pairs() {
        let analysis = &pair.own.analysis;
        let sets: Vec<&str> = std::iter::once(analysis.outcome.set.as_str())
            .chain(analysis.conditions.iter().map(String::as_str))
            .collect();
        for (survey, measurement) in &measured {
            for (at, first) in sets.iter().enumerate() {
                let others = sets.iter().skip(at + 1);
                all.extend(others.filter_map(|second| {
                    let places = (place(input, survey, first)?, place(input, survey, second)?);
                    of_pair(input, speaker, measurement, (first, second), places, (&analysis.name, at == 0))
                }));
            }
        }
    }
    all
}

/// The position of a set's construct in its survey.
fn place(input: &Input<'_>, survey: &Survey, set: &str) -> Option<usize> {
    let spec = input.study.sets.iter().find(|spec| spec.name == set)?;
    let is_its =
        |construct: &ConstructSpec| spec.source == ScoreSource::Construct && construct.construct.name == spec.column;
    survey.constructs.iter().position(is_its)
}

fn of_pair(
    input: &Input<'_>,
    speaker: &Speaker,
    measurement: &Measurement,
    (first, second): (&str, &str),
    (one, other): (usize, usize),
    (analysis, with_outcome): (&str, bool),
) -> Option<Found> {
    let validity = &measurement.validity;
    let htmt = validity.htmt.get(one).and_then(|row| row.get(other).copied().flatten());
    let latent = validity.model.as_ref().ok().and_then(|model| model.correlations.get((one, other)).copied());
    let is_one = |value: Option<f64>| at_least(value.map(f64::abs), ONE);
    if one == other || !(is_one(htmt) || is_one(latent)) {
        return None;
    }
    let names = Names::of(input, speaker);
    let args = [
        ("first", names.set(first).into()),
        ("second", names.set(second).into()),
        ("htmt", speaker.ratio(htmt).into()),
        ("latent", speaker.ratio(latent).into()),
    ];
    let key = if with_outcome { "warning-condition-is-outcome" } else { "warning-conditions-are-one" };
    let evidence = json!({
        "analysis": analysis, "sets": [first, second], "with_outcome": with_outcome, "htmt": htmt, "latent_r": latent,
        "bar": ONE,
    });
    let severity = if with_outcome { Severity::High } else { Severity::Medium };
    Some(Found::new(severity, evidence, speaker.say_of(key, &args)))
}
