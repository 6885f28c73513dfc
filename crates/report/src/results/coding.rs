//! Codings in `results.json`.

use equifinal_measure::coded::{Agreement, AgreementValue, Coded};
use equifinal_measure::coding::Disagreement;
use equifinal_study::natural;
use serde_json::{Map, Value, json};

/// One entry per coding, by name.
pub(super) fn codings(codings: &[Coded]) -> Value {
    Value::Object(codings.iter().map(|coded| (coded.name.clone(), coding(coded))).collect())
}

fn coding(coded: &Coded) -> Value {
    let mut scores: Vec<_> = coded.scores.iter().collect();
    scores.sort_by(|((one, _), _), ((other, _), _)| natural::compare(one, other));
    let scores = scores.into_iter();
    json!({
        "coders": coded.coders,
        "cases": coded.cases,
        "passages": coded.passages,
        "agreement": coded.agreement.iter().map(agreement).collect::<Vec<_>>(),
        "disagreements": coded.disagreements.iter().map(disagreement).collect::<Vec<_>>(),
        "scores": scores.map(|((case, condition), score)| json!({"case": case, "condition": condition, "score": score}))
            .collect::<Vec<_>>(),
    })
}

fn agreement(agreement: &Agreement) -> Value {
    let measures: Map<String, Value> =
        agreement.values.iter().map(|value| (value.measure.name().to_owned(), measure(value))).collect();
    json!({"condition": agreement.condition, "units": agreement.units, "measures": measures})
}

fn measure(value: &AgreementValue) -> Value {
    let mut found = json!({"value": value.value.ok()});
    if let Err(why) = value.value {
        found["undefined"] = json!(why.to_string());
    }
    if let Some(interval) = value.interval {
        found["interval"] = json!([interval.low, interval.high]);
    }
    found
}

fn disagreement(disagreement: &Disagreement) -> Value {
    let scores: Map<String, Value> =
        disagreement.scores.iter().map(|(coder, score)| (coder.clone(), json!(score))).collect();
    json!({
        "case": disagreement.case,
        "condition": disagreement.condition,
        "scores": scores,
        "settled": disagreement.settled,
        "note": disagreement.note,
    })
}
