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

/// Top-level keys that only the writing of the report reads.
pub(crate) const WRITING: [&str; 13] = [
    "format",
    "id",
    "title",
    "provenance",
    "sources",
    "assumptions",
    "flow",
    "report",
    "standards",
    "acknowledge",
    "listings",
    "recommendations",
    "translations",
];

/// The other top-level keys that are not decisions: figures of a publication, and files whose keys stand in the normal
/// form.
const COMPARED_OR_READ: [&str; 2] = ["published", "include"];

/// Keys that hold texts wherever they occur.
const WORDS: [&str; 7] = ["label", "absent", "group", "definition", "rubric", "because", "text"];

/// Keys whose own keys are names of the author's choice.
const NAMING: [&str; 26] = [
    "analyses",
    "anchors",
    "answers",
    "chains",
    "coding",
    "constructs",
    "corners",
    "data",
    "expectations",
    "factors",
    "inference",
    "instruments",
    "items",
    "levels",
    "nca",
    "paths",
    "recode",
    "reliability",
    "scope",
    "screening",
    "sets",
    "shares",
    "targets",
    "temporal",
    "themes",
    "weighted",
];

/// Keys below which the keys of two levels are names of the author's choice.
const NAMING_TWICE: [&str; 2] = ["indicators", "scales"];

/// The key below `data` whose own keys are rows that are not cases, each with the reason: that it is excluded is the
/// decision.
const EXCLUDED: &str = "exclude";

/// The decisions of a study file in normal form, with those set by the command line.
pub(crate) fn decisions(normal_form: &Value, with: &[Decision]) -> Decisions {
    let mut decisions = Decisions::new();
    if !with.is_empty() {
        decisions.insert(OF_COMMAND_LINE.to_owned(), json!(write(with)).to_string());
    }
    for (key, value) in normal_form.as_object().into_iter().flatten() {
        if !WRITING.contains(&key.as_str()) && !COMPARED_OR_READ.contains(&key.as_str()) {
            flatten(key, value, levels_of_names(key), &mut decisions);
        }
    }
    decisions
}

/// The number of levels of keys below this key that are names of the author's choice.
fn levels_of_names(key: &str) -> usize {
    usize::from(NAMING.contains(&key)) + 2 * usize::from(NAMING_TWICE.contains(&key))
}

/// Flattens `value` into paths; keys of the next `names` levels are never taken for text keys.
fn flatten(path: &str, value: &Value, names: usize, decisions: &mut Decisions) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                if names == 0 && key == EXCLUDED && path.starts_with("data.") {
                    let cases = value.as_object().into_iter().flatten();
                    decisions.extend(cases.map(|(case, _)| (format!("{path}.{key}.{case}"), true.to_string())));
                } else if names > 0 || !WORDS.contains(&key.as_str()) {
                    let below = names.checked_sub(1).unwrap_or_else(|| levels_of_names(key));
                    flatten(&format!("{path}.{key}"), value, below, decisions);
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
                        flatten(&format!("{path}.{id}.{key}"), value, levels_of_names(key), decisions);
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
    use std::collections::BTreeSet;

    use equifinal_studyfile::schema::schema;
    use serde_json::json;

    use super::*;

    /// The top-level keys that hold decisions.
    const DECISIONS: [&str; 17] = [
        "data",
        "instruments",
        "screening",
        "constructs",
        "factors",
        "answers",
        "indicators",
        "themes",
        "coding",
        "targets",
        "sets",
        "analyses",
        "nca",
        "chains",
        "robustness",
        "budget",
        "claims",
    ];

    #[test]
    fn every_study_key_is_a_decision_or_not() {
        let schema = schema();
        let known = schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str());
        let known: Vec<&str> = known.collect();
        let mut stated = [&DECISIONS[..], &WRITING, &COMPARED_OR_READ].concat();
        stated.sort_unstable();
        assert_eq!(stated, known.iter().copied().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>());
        for key in known {
            let found = decisions(&json!({key: 1}), &[]);
            assert_eq!(found.contains_key(key), DECISIONS.contains(&key), "{key}");
        }
    }

    /// The keys below decisions whose own keys the author chooses, with the number of levels of such keys.
    fn naming(schema: &Value, key: &str, found: &mut BTreeSet<(String, usize)>) {
        let below = |schema: &Value| schema.get("additionalProperties").filter(|one| one.is_object()).cloned();
        if let Some(one) = below(schema) {
            found.insert((key.to_owned(), 1 + usize::from(below(&one).is_some())));
        }
        for (key, one) in schema["properties"].as_object().into_iter().flatten() {
            naming(one, key, found);
        }
        let inner = below(schema);
        let inner = inner.as_ref().map(|one| below(one).unwrap_or_else(|| one.clone()));
        inner.iter().chain(schema.get("items")).for_each(|one| naming(one, key, found));
        schema["anyOf"].as_array().into_iter().flatten().for_each(|one| naming(one, key, found));
    }

    #[test]
    fn every_key_whose_own_keys_are_names_is_known() {
        let (schema, mut found) = (schema(), BTreeSet::new());
        for key in DECISIONS {
            naming(&schema["properties"][key], key, &mut found);
        }
        found.retain(|(key, _)| !WORDS.contains(&key.as_str()) && key != EXCLUDED);
        let stated = NAMING.iter().chain(&NAMING_TWICE).map(|key| ((*key).to_owned(), levels_of_names(key)));
        assert_eq!(found, stated.collect());
    }

    fn check(study: &Value, expected: &[&str]) {
        let found: Vec<String> = decisions(study, &[]).iter().map(|(path, value)| format!("{path}: {value}")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn texts_are_not_decisions() {
        let study = json!({
            "id": "a", "title": "T", "report": {"languages": ["en"]},
            "translations": {"A": "甲"}, "listings": {"l": {"title": "L"}}, "recommendations": [{"id": "r", "text": "do"}],
            "data": {"cases": {"exclude": {"label": "a total", "Tibet": {"en": "no data", "zh": "无数据"}}}},
            "sets": {"label": {"label": "L", "calibrate": {"crisp": {"threshold": 3.0}}, "because": "so"}},
            "analyses": {"main": {"conditions": ["A", "B"], "expectations": {"text": "present"}}},
            "robustness": {"alternatives": [{"id": "x", "label": "X", "truth_table": {"pri": 0.5}}]},
            "claims": [{"id": "c", "text": "said", "claim": {"path_count": {"count": 2}}}],
        });
        check(
            &study,
            &[
                "analyses.main.conditions: [\"A\",\"B\"]",
                "analyses.main.expectations.text: \"present\"",
                "claims.c.claim.path_count.count: 2",
                "data.cases.exclude.Tibet: true",
                "data.cases.exclude.label: true",
                "robustness.alternatives.x.truth_table.pri: 0.5",
                "sets.label.calibrate.crisp.threshold: 3.0",
            ],
        );
    }

    #[test]
    fn names_of_the_author_are_not_taken_for_keys_of_texts() {
        let study = json!({
            "chains": {"text": {"factors": ["A", "D"], "exclude": {"D": ["~A"]}}},
            "nca": {"label": {"outcome": "Y", "scope": {"group": [0.0, 1.0]}, "corners": {"text": "upper_left"}}},
            "indicators": {"rows": {"group": {"label": "G", "coders": 2}}},
            "sets": {"exclude": {"calibrate": {"recode": {"text": 1.0}}}},
        });
        check(
            &study,
            &[
                "chains.text.exclude.D: [\"~A\"]",
                "chains.text.factors: [\"A\",\"D\"]",
                "indicators.rows.group.coders: 2",
                "nca.label.corners.text: \"upper_left\"",
                "nca.label.outcome: \"Y\"",
                "nca.label.scope.group: [0.0,1.0]",
                "sets.exclude.calibrate.recode.text: 1.0",
            ],
        );
    }
}
