//! The verdicts on claims in `results.json`.

use equifinal_robustness::claims::{Counterexample, Found, JudgedClaim, Margin, Measured, Verdict};
use equifinal_study::config::decision::write;
use equifinal_study::config::{Bound, Claim, Decision, NumericDecision};
use serde_json::{Map, Value, json};

use super::multiverse::value;
use crate::claims::{decisions_of, judged, number_name, why};
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// Every claim with its verdict, in the study's order.
pub(super) fn claims(input: &Input<'_>, speaker: &Speaker) -> Vec<Value> {
    judged(input).map(|(claim, judged)| one(claim, judged, Names::of(input, speaker))).collect()
}

fn one(claim: &Claim, judged: &JudgedClaim, names: Names<'_>) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(claim.id));
    object.insert("text".to_owned(), json!(names.speaker.text(&claim.text)));
    object.insert("kind".to_owned(), json!(claim.kind.name()));
    object.insert("claim".to_owned(), json!(claim.written));
    if claim.some_model {
        object.insert("models".to_owned(), json!("some"));
    }
    object.insert("verdict".to_owned(), json!(judged.verdict.name()));
    object.insert("settings".to_owned(), json!(judged.settings));
    object.insert("exact".to_owned(), json!(judged.exact));
    object.insert("margins".to_owned(), judged.margins.iter().map(|margin| self::margin(margin, names)).collect());
    if let Some(decisions) = decisions_of(judged) {
        object.insert("setting".to_owned(), json!(write(decisions)));
        object.insert("why".to_owned(), json!(why(judged, names)));
    }
    if let Verdict::Broken(counterexample) = &judged.verdict {
        object.insert("counterexample".to_owned(), self::counterexample(counterexample));
        if let Some(edge) = &counterexample.edge {
            let side = if edge.above { "above" } else { "at_or_below" };
            let edge = json!({"decision": edge.decision.kind(), side: edge.value, "row": edge.row});
            object.insert("changes".to_owned(), edge);
        }
    }
    Value::Object(object)
}

/// A number beside its bar, with the distance to it, positive on the side of the claim.
fn margin(margin: &Margin, names: Names<'_>) -> Value {
    let (relation, bar) = match margin.bound {
        Bound::AtLeast(bar) => ("at_least", json!(bar)),
        Bound::AtMost(bar) => ("at_most", json!(bar)),
        Bound::Below(bar) => ("below", json!(bar)),
        Bound::Above(bar) => ("above", json!(bar)),
        Bound::Printed(figure) => ("is", json!(figure.to_string())),
        Bound::Percent(figure) => ("percent", json!(figure.to_string())),
    };
    let of = match &margin.measured {
        Measured::Number(number) => number_name(number, names),
        measured => measured.name().to_owned(),
    };
    json!({"of": of, "value": margin.value, relation: bar, "margin": margin.distance()})
}

/// The decisions under which a claim is broken, by name; empty for the study's own.
fn counterexample(found: &Counterexample) -> Value {
    let mut object = Map::new();
    let mut decisions = Map::new();
    for decision in &found.decisions {
        match decision {
            Decision::Alternative(id) => object.insert("alternative".to_owned(), json!(id)),
            Decision::Universe(universe) => object.insert("universe".to_owned(), json!(universe)),
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of cases")]
            Decision::Number(NumericDecision::Frequency, count) => {
                decisions.insert(decision.name(), json!(*count as u64))
            }
            Decision::Number(..)
            | Decision::Solution(_)
            | Decision::Expectation { .. }
            | Decision::DropConditions(_)
            | Decision::DropCases(_)
            | Decision::Nca { .. }
            | Decision::AtCrossover(_) => decisions.insert(decision.name(), value(decision)),
        };
    }
    if let Found::Survival { changes, kept, of, attainable, .. } = &found.found {
        decisions.extend(changes.iter().map(|change| (change.name(), value(change))));
        object.insert("survival".to_owned(), json!({"kept": kept, "possible": of, "attainable": attainable}));
    }
    object.insert("decisions".to_owned(), Value::Object(decisions));
    Value::Object(object)
}
