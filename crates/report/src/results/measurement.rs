//! How responses became cases, for machines.

use equifinal_measure::{Measurement, Validity};
use equifinal_study::scores::Scores;
use equifinal_study::screening::{Action, StepResult};
use serde_json::{Map, Value, json};

use crate::input::Input;

/// The surveys by the names of their tables.
pub(super) fn measurements(input: &Input<'_>) -> Value {
    let surveys = input.study.surveys.iter().zip(&input.evidence.measurements);
    surveys.map(|(survey, found)| (survey.table.clone(), measurement(found))).collect::<Map<_, _>>().into()
}

/// The screening, the reliability of each construct, and the validity of all of them.
fn measurement(measurement: &Measurement) -> Value {
    let screening = &measurement.screening;
    let constructs: Map<String, Value> = measurement
        .scores
        .iter()
        .enumerate()
        .map(|(at, scores)| (scores.construct.clone(), construct(scores, &measurement.validity, at)))
        .collect();
    let validity = &measurement.validity;
    let fit = validity.model.as_ref().ok().map(|model| model.fit);
    json!({
        "sent": screening.sent,
        "returned": screening.returned,
        "valid": screening.valid,
        "screening": screening.steps.iter().map(step).collect::<Vec<_>>(),
        "constructs": constructs,
        "complete": validity.complete,
        "kmo": validity.adequacy.as_ref().ok().map(|found| found.kmo),
        "bartlett": validity.adequacy.as_ref().ok().map(|found| found.bartlett.chi_square),
        "harman": validity.harman.as_ref().ok(),
        "cfi": fit.map(|fit| fit.cfi),
        "rmsea": fit.and_then(|fit| fit.rmsea).map(|rmsea| rmsea.value),
        "srmr": fit.map(|fit| fit.srmr),
    })
}

fn step(result: &StepResult) -> Value {
    json!({
        "rule": result.step.rule.name(),
        "action": if result.step.action == Action::Drop { "drop" } else { "flag" },
        "entered": result.entered,
        "found": result.found,
        "unjudged": result.unjudged,
    })
}

fn construct(scores: &Scores, validity: &Validity, at: usize) -> Value {
    let (reliability, convergence) = (scores.reliability, validity.convergence.get(at));
    json!({
        "alpha": reliability.map(|found| found.alpha),
        "omega": reliability.and_then(|found| found.omega),
        "composite_reliability": convergence.map(|found| found.composite_reliability),
        "ave": convergence.map(|found| found.ave),
        "largest_correlation": convergence.and_then(|found| found.largest_correlation),
    })
}
