//! The keys that results.json guarantees, with their types.

use serde_json::Value;

use crate::fixture::lipset;

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Words,
    Number,
    Whole,
    List,
    Object,
}

fn kind(value: &Value) -> Option<Kind> {
    match value {
        Value::String(_) => Some(Kind::Words),
        Value::Number(number) if number.is_u64() => Some(Kind::Whole),
        Value::Number(_) => Some(Kind::Number),
        Value::Array(_) => Some(Kind::List),
        Value::Object(_) => Some(Kind::Object),
        Value::Null | Value::Bool(_) => None,
    }
}

/// Every value of the list or the one object at `place` has all `keys`.
fn check(place: &str, keys: &[(&str, Kind)]) {
    let fixture = lipset();
    let results: Value = serde_json::from_str(&fixture.results()).unwrap();
    for analysis in ["survival", "~0survival"] {
        let place = place.replace("ANALYSIS", analysis);
        let value = results.pointer(&place).unwrap_or_else(|| panic!("nothing at {place}"));
        let objects = value.as_array().map_or_else(|| vec![value], |list| list.iter().collect());
        assert!(!objects.is_empty(), "{place} is empty");
        for object in objects.iter().filter(|object| object["cases_in"] != 0) {
            for (key, expected) in keys {
                let found = object.get(key).and_then(kind);
                // A ratio of exactly 0 or 1 may be written as a whole number.
                let is_whole_ratio = *expected == Kind::Number && found == Some(Kind::Whole);
                assert!(found == Some(*expected) || is_whole_ratio, "{place}: {key}: {object}");
            }
        }
    }
}

#[test]
fn a_study_and_its_analyses_have_their_keys() {
    use Kind::{List, Object, Words};
    check(
        "",
        &[
            ("format", Words),
            ("study", Words),
            ("provenance", Words),
            ("title", Object),
            ("sources", List),
            ("diagnosis", Object),
            ("analyses", Object),
            ("warnings", List),
        ],
    );
    check(
        "/analyses/ANALYSIS",
        &[
            ("outcome", Words),
            ("conditions", List),
            ("necessity", List),
            ("necessity_combinations", List),
            ("truth_table", List),
            ("solutions", Object),
        ],
    );
}

#[test]
fn rows_and_literals_have_their_keys() {
    use Kind::{List, Number, Object, Whole, Words};
    let ratios = [("expression", Words), ("consistency", Number), ("coverage", Number), ("relevance", Number)];
    check("/analyses/ANALYSIS/necessity", &ratios);
    check(
        "/analyses/ANALYSIS/truth_table",
        &[
            ("row", Whole),
            ("configuration", Object),
            ("output", Words),
            ("cases_in", Whole),
            ("consistency", Number),
            ("pri", Number),
            ("cases", List),
        ],
    );
}

#[test]
fn solutions_models_and_terms_have_their_keys() {
    use Kind::{List, Number, Object, Whole, Words};
    let solution = [
        ("model_count", Words),
        ("model_count_is", Words),
        ("listed", Whole),
        ("models", List),
        ("prime_implicants", List),
    ];
    let model = [
        ("expression", Words),
        ("terms", List),
        ("consistency", Number),
        ("pri", Number),
        ("coverage", Number),
        ("simplifying_assumptions", List),
    ];
    let term = [
        ("expression", Words),
        ("literals", Object),
        ("consistency", Number),
        ("pri", Number),
        ("raw_coverage", Number),
        ("unique_coverage", Number),
        ("cases", List),
    ];
    for name in ["conservative", "parsimonious", "intermediate"] {
        let place = format!("/analyses/ANALYSIS/solutions/{name}");
        check(&place, &solution);
        check(&format!("{place}/models"), &model);
        check(&format!("{place}/models/0/terms"), &term);
    }
    check("/analyses/ANALYSIS/solutions/intermediate/models", &[("from", List), ("easy", List), ("difficult", List)]);
}
