//! The content of a registered plan: every decision of a study file by its path, and the digest of every data file.
//!
//! Texts (titles, labels, reasons) and the report formats are not decisions. Claims are: changing a claim after the
//! results are known is a deviation like any other.

use std::collections::BTreeMap;

use equifinal_study::config::Decision;
use equifinal_study::config::decision::write;
use serde::Deserialize;
use serde_json::{Value, json};

use equifinal_engine::{Inputs, digest};

/// Decisions by path, as `analyses.survival.truth_table.consistency`, each as compact JSON.
pub(crate) type Decisions = BTreeMap<String, String>;

/// A registered plan.
#[derive(Debug, Deserialize)]
pub(crate) struct Plan {
    /// The decisions.
    pub(crate) decisions: Decisions,
    /// The digest of each data file, `None` for a file that did not exist yet; `None` as a whole in plans of versions
    /// that did not record data.
    pub(crate) data: Option<BTreeMap<String, Option<String>>>,
}

impl Plan {
    /// The registered digest of a file, or `Some(None)` if it did not exist or was not recorded; `None` if the plan
    /// does not name the file.
    pub(crate) fn registered(&self, file: &str) -> Option<Option<&String>> {
        match &self.data {
            None => Some(None),
            Some(data) => data.get(file).map(Option::as_ref),
        }
    }

    /// True if the file did not exist yet.
    pub(crate) fn lacked(&self, file: &str) -> bool {
        self.data.as_ref().is_some_and(|data| matches!(data.get(file), Some(None)))
    }

    /// True if all data are as registered.
    pub(crate) fn has(&self, data: &Inputs) -> bool {
        data.iter().all(|(file, digest)| self.registered(file) == Some(Some(digest)))
    }
}

/// The key under which decisions of the command line are recorded.
const OF_COMMAND_LINE: &str = "--with";

/// Top-level keys that are not decisions.
const NO_DECISIONS: [&str; 13] = [
    "format",
    "id",
    "title",
    "provenance",
    "sources",
    "assumptions",
    "flow",
    "published",
    "report",
    "standards",
    "acknowledge",
    "include",
    "paths",
];

/// Keys that hold texts wherever they occur.
const WORDS: [&str; 7] = ["label", "absent", "group", "definition", "rubric", "because", "text"];

/// Keys whose own keys are names of the author's choice.
const NAMING: [&str; 9] =
    ["sets", "analyses", "targets", "expectations", "tables", "constructs", "instruments", "items", "paths"];

/// The key whose own keys are cases, each with the reason why it is none: that it is excluded is the decision.
const EXCLUDED: &str = "exclude";

/// The decisions of a study file in normal form, with those set by the command line.
pub(crate) fn decisions(normal_form: &Value, with: &[Decision]) -> Decisions {
    let mut decisions = Decisions::new();
    if !with.is_empty() {
        decisions.insert(OF_COMMAND_LINE.to_owned(), json!(write(with)).to_string());
    }
    for (key, value) in normal_form.as_object().into_iter().flatten() {
        if !NO_DECISIONS.contains(&key.as_str()) {
            flatten(key, value, NAMING.contains(&key.as_str()), &mut decisions);
        }
    }
    decisions
}

/// Flattens `value` into paths; keys inside a map of `names` are never taken for text keys.
fn flatten(path: &str, value: &Value, names: bool, decisions: &mut Decisions) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                if !names && key == EXCLUDED {
                    let cases = value.as_object().into_iter().flatten();
                    decisions.extend(cases.map(|(case, _)| (format!("{path}.{key}.{case}"), true.to_string())));
                } else if names || !WORDS.contains(&key.as_str()) {
                    flatten(&format!("{path}.{key}"), value, !names && NAMING.contains(&key.as_str()), decisions);
                }
            }
        }
        Value::Array(items)
            if !items.is_empty() && items.iter().all(|item| item.get("id").is_some_and(Value::is_string)) =>
        {
            for item in items {
                let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
                for (key, value) in item.as_object().into_iter().flatten() {
                    if key != "id" && !WORDS.contains(&key.as_str()) {
                        flatten(&format!("{path}.{id}.{key}"), value, NAMING.contains(&key.as_str()), decisions);
                    }
                }
            }
        }
        other => {
            decisions.insert(path.to_owned(), other.to_string());
        }
    }
}

/// The digest by which equal decisions are known.
pub(crate) fn digest_of(decisions: &Decisions) -> String {
    let lines: Vec<String> = decisions.iter().map(|(path, value)| format!("{path}: {value}\n")).collect();
    digest(lines.concat().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_not_decisions() {
        let study = json!({
            "id": "a", "title": "T", "report": {"languages": ["en"]},
            "data": {"cases": {"exclude": {"label": "a total", "Tibet": {"en": "no data", "zh": "无数据"}}}},
            "sets": {"label": {"label": "L", "calibrate": {"crisp": {"threshold": 3.0}}, "because": "so"}},
            "analyses": {"main": {"conditions": ["A", "B"], "expectations": {"text": "present"}}},
            "robustness": {"alternatives": [{"id": "x", "label": "X", "truth_table": {"pri": 0.5}}]},
            "claims": [{"id": "c", "text": "said", "claim": {"path_count": {"count": 2}}}],
        });
        let found: Vec<String> =
            decisions(&study, &[]).iter().map(|(path, value)| format!("{path}: {value}")).collect();
        assert_eq!(
            found,
            [
                "analyses.main.conditions: [\"A\",\"B\"]",
                "analyses.main.expectations.text: \"present\"",
                "claims.c.claim.path_count.count: 2",
                "data.cases.exclude.Tibet: true",
                "data.cases.exclude.label: true",
                "robustness.alternatives.x.truth_table.pri: 0.5",
                "sets.label.calibrate.crisp.threshold: 3.0",
            ]
        );
    }
}
