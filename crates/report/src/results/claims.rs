//! What became of claims, in `results.json`.

use equifinal_robustness::claims::{JudgedClaim, Verdict};
use equifinal_study::config::Claim;
use serde_json::{Map, Value, json};

use crate::claims::{judged, setting_of, why};
use crate::input::Input;
use crate::messages::Speaker;
use crate::view::names::Names;

/// Every claim with its verdict, in the study's order.
pub(super) fn claims(input: &Input<'_>, speaker: &Speaker) -> Vec<Value> {
    judged(input).map(|(claim, judged)| one(claim, judged, Names { study: input.study, speaker })).collect()
}

fn one(claim: &Claim, judged: &JudgedClaim, names: Names<'_>) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(claim.id));
    object.insert("text".to_owned(), json!(names.speaker.text(&claim.text)));
    object.insert("claim".to_owned(), json!(claim.written));
    if claim.some_model {
        object.insert("models".to_owned(), json!("some"));
    }
    object.insert("verdict".to_owned(), json!(judged.verdict.name()));
    object.insert("settings".to_owned(), json!(judged.settings));
    object.insert("exact".to_owned(), json!(judged.exact));
    if let Some(setting) = setting_of(judged) {
        object.insert("setting".to_owned(), json!(setting.to_string()));
        object.insert("why".to_owned(), json!(why(judged, names)));
    }
    if let Verdict::Broken(counterexample) = &judged.verdict
        && let Some(edge) = &counterexample.edge
    {
        let side = if edge.above { "above" } else { "at_or_below" };
        let edge = json!({"decision": edge.decision, side: edge.value, "row": edge.row});
        object.insert("changes".to_owned(), edge);
    }
    Value::Object(object)
}
