//! Readers and schema have the same keys, and no input makes a reader panic.

#![expect(clippy::expect_used, reason = "helpers of tests")]

use equifinal_studyfile::parse::parse;
use equifinal_studyfile::schema::schema;
use proptest::prelude::*;
use serde_json::{Value, json};

const EVERYTHING: &str = include_str!("../everything.yaml");

fn everything() -> Value {
    serde_yaml::from_str(EVERYTHING).expect("YAML")
}

/// Keys of `schema` that do not occur in `values`.
fn unused(schema: &Value, values: &[&Value], path: &str, missing: &mut Vec<String>) {
    for (key, shape) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        let under: Vec<&Value> = values.iter().filter_map(|value| value.get(key)).collect();
        if under.is_empty() {
            missing.push(path);
        } else if !(path.starts_with(".robustness.alternatives.") || path.ends_with(".negation.truth_table")) {
            // These two repeat tables that are looked through where they stand first.
            unused(shape, &under, &path, missing);
        }
    }
    let items: Vec<&Value> = values.iter().filter_map(|value| value.as_array()).flatten().collect();
    unused_below(&schema["items"], &items, path, missing);
    let named: Vec<&Value> = values.iter().filter_map(|value| value.as_object()).flat_map(|map| map.values()).collect();
    unused_below(&schema["additionalProperties"], &named, path, missing);
    for shape in schema["anyOf"].as_array().into_iter().flatten() {
        let fitting: Vec<&Value> = values.iter().copied().filter(|value| fits(shape, value)).collect();
        unused_below(shape, &fitting, path, missing);
    }
}

fn unused_below(schema: &Value, values: &[&Value], path: &str, missing: &mut Vec<String>) {
    if schema.is_object() && !values.is_empty() {
        unused(schema, values, path, missing);
    }
}

/// True if a value has the type of a shape and, for a map, one of its keys.
fn fits(schema: &Value, value: &Value) -> bool {
    let knows = |key: &String| schema["properties"].get(key).is_some();
    match schema["type"].as_str() {
        Some("object") => value.as_object().is_some_and(|map| map.keys().any(knows)),
        Some("array") => value.is_array(),
        _ => false,
    }
}

#[test]
fn the_study_with_every_key_has_every_key_of_the_schema() {
    let mut missing = Vec::new();
    // Two designs of a multiverse exclude each other, and so do a range with and without a step, and the periods of a
    // panel in a column and as columns.
    let mut other = everything();
    other["data"]["cases"]["wide"] = json!({"column": "{name}_{time}", "times": [2018]});
    other["robustness"]["multiverse"] =
        json!({"vary": {"pri": {"from": 0, "to": 1, "step": 0.5}}, "sample": {"latin_hypercube": 8}});
    unused(&schema(), &[&everything(), &other], "", &mut missing);
    assert!(missing.is_empty(), "the schema knows keys that everything.yaml lacks: {missing:?}");
    let accepted = parse("everything.yaml", EVERYTHING.as_bytes());
    assert!(accepted.is_ok(), "the readers do not know a key: {}", accepted.expect_err("refused"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 300 } else { 5_000 }))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(refused) = parse("any.yaml", &bytes) {
            prop_assert!(!refused.problems.is_empty());
            prop_assert!(refused.to_string().starts_with("any.yaml:"));
        }
    }

    #[test]
    fn no_edit_makes_the_reader_panic(at in 0..EVERYTHING.len(), gone in 0..40_usize, new in "[ -~\n能\u{1f600}\u{0}-\u{1f}]{0,12}") {
        let mut bytes = EVERYTHING.as_bytes().to_vec();
        let end = (at + gone).min(bytes.len());
        bytes.splice(at..end, new.bytes());
        if let Err(refused) = parse("any.yaml", &bytes) {
            prop_assert!(!refused.to_string().is_empty());
        }
    }
}
