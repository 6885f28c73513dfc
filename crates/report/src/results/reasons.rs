//! The author's expectations and reasons in `results.json`.

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Expect, Grounds, Implausible, Rows};
use serde_json::{Value, json};

use super::text::text;

/// The directional expectations used, with their reasons: conditions in their order, then combinations.
pub(super) fn expectations(findings: &Findings) -> Vec<Value> {
    let analysis = &findings.analysis;
    let single = analysis.conditions.iter().zip(&analysis.expectations);
    let single = single.filter(|(_, expected)| expected.expect != Expect::Any).map(|(condition, expected)| {
        let expect = match &expected.expect {
            Expect::Levels(levels) => json!(levels),
            word => json!(word.name()),
        };
        with_grounds(json!({"condition": condition, "expect": expect}), expected.because.as_ref())
    });
    let joint = analysis
        .expectations_joint
        .iter()
        .map(|joint| with_grounds(json!({"expression": joint.expression.to_string()}), joint.because.as_ref()));
    single.chain(joint).collect()
}

/// The rows that an entry of `implausible` names, and its reason.
pub(super) fn implausible(entry: &Implausible) -> Value {
    let rows = match &entry.rows {
        Rows::Expression(expression) => json!(expression.to_string()),
        Rows::Numbers(numbers) => json!(numbers),
    };
    with_grounds(json!({"rows": rows}), entry.because.as_ref())
}

/// An object with the author's reason, and with its references and its status where they are given.
pub(super) fn with_grounds(mut object: Value, grounds: Option<&Grounds>) -> Value {
    object["because"] = grounds.map_or(Value::Null, |grounds| text(&grounds.text));
    if let Some(Grounds { references, status, .. }) = grounds {
        if !references.is_empty() {
            object["references"] = references.iter().map(text).collect();
        }
        if let Some(status) = status {
            object["status"] = json!(status.name());
        }
    }
    object
}
