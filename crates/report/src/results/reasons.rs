//! The author's expectations and reasons in `results.json`.

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Expect, Implausible, Rows};
use equifinal_study::text::Text;
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
        json!({"condition": condition, "expect": expect, "because": because(expected.because.as_ref())})
    });
    let joint = analysis
        .expectations_joint
        .iter()
        .map(|joint| json!({"expression": joint.expression.to_string(), "because": because(joint.because.as_ref())}));
    single.chain(joint).collect()
}

/// The rows that an entry of `implausible` names, and its reason.
pub(super) fn implausible(entry: &Implausible) -> Value {
    let rows = match &entry.rows {
        Rows::Expression(expression) => json!(expression.to_string()),
        Rows::Numbers(numbers) => json!(numbers),
    };
    json!({"rows": rows, "because": because(entry.because.as_ref())})
}

fn because(reason: Option<&Text>) -> Value {
    reason.map_or(Value::Null, text)
}
