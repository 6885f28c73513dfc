//! Failures in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020).

use serde_json::{Value, json};

use super::outcome::{Outcome, Rule, Test, shown};

/// One run with a result for each failure.
pub(super) fn log(outcomes: &[Outcome]) -> String {
    let rules = Rule::ALL.map(|rule| json!({"id": rule.id(), "shortDescription": {"text": rule.title()}}));
    let results: Vec<Value> = outcomes.iter().flat_map(Outcome::failures).map(result).collect();
    let document = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "equifinal", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{document:#}")
}

fn result((test, failure): (&Test, &str)) -> Value {
    json!({
        "ruleId": test.rule.id(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == test.rule),
        "level": "error",
        "message": {"text": failure},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(&shown(&test.file))},
            "region": {"startLine": test.line, "startColumn": test.column},
        }}],
        "partialFingerprints": {"equifinal/v1": format!("{}:{}", test.rule.id(), test.name)},
    })
}

/// A path as a relative reference: everything but letters, digits and a few signs in percent.
fn uri(path: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(sign).collect()
}
