//! Laws of study files: places and bounds of mistakes, the order of keys, and keys that are written back.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod bounds;
mod edits;

use std::collections::BTreeSet;

use equifinal_study::config::Study;
use equifinal_studyfile::parse::{normal_form, parse};
use equifinal_studyfile::schema::schema;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const EVERYTHING: &str = include_str!("../../everything.yaml");

/// The study with every key, each word as this program reads it.
fn everything() -> Value {
    normal(EVERYTHING)
}

/// A study of one key and value per line; numbers that are keys stand without quotes, as their readers want them.
fn lines(study: &Value) -> String {
    let pretty = serde_json::to_string_pretty(study).expect("JSON");
    let bare = |line: &str| {
        let Some((key, value)) = line.split_once(": ") else { return format!("{line}\n") };
        let number = key.trim().trim_matches('"');
        let is_number = number.parse::<f64>().is_ok();
        if is_number { format!("{}: {value}\n", key.replace('"', "")) } else { format!("{line}\n") }
    };
    pretty.lines().map(bare).collect()
}

/// The study, or the messages to its author.
fn read(text: &str) -> Result<Study, String> {
    parse("study.yaml", text.as_bytes()).map_err(|refused| refused.to_string())
}

fn normal(text: &str) -> Value {
    normal_form("study.yaml", text.as_bytes(), &|_| Err("no file is included here".into())).expect("YAML")
}

/// The pointer to the value under a key, or at an index.
fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// A schema and its choices.
fn choices(schema: &Value) -> Vec<&Value> {
    let of = schema["anyOf"].as_array().into_iter().flatten().flat_map(choices);
    std::iter::once(schema).chain(of).collect()
}

/// A value of a study and the schemas that may hold for it.
struct Place<'a> {
    /// The pointer to the map or list that holds it.
    holder: String,
    /// Its key, or its index.
    key: String,
    /// True if the key stands in the schema: it is not a name that a study chooses, and not an index.
    known: bool,
    schemas: Vec<&'a Value>,
}

/// The values of a study with their schemas.
fn places<'a>(schemas: &[&'a Value], value: &Value, holder: &str, found: &mut Vec<Place<'a>>) {
    let under = |key: &str| -> Vec<&'a Value> {
        let children = schemas.iter().map(|schema| &schema[key]).filter(|schema| schema.is_object());
        children.flat_map(choices).collect()
    };
    let mut add = |key: String, value: &Value, known: bool, schemas: Vec<&'a Value>| {
        let pointer = below(holder, &key);
        found.push(Place { holder: holder.to_owned(), key, known, schemas: schemas.clone() });
        places(&schemas, value, &pointer, found);
    };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let known = schemas.iter().filter_map(|schema| schema["properties"].get(key)).flat_map(choices);
                let known: Vec<&Value> = known.collect();
                let is_known = !known.is_empty();
                add(key.clone(), value, is_known, if is_known { known } else { under("additionalProperties") });
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                add(at.to_string(), value, false, under("items"));
            }
        }
        _ => {}
    }
}

/// Calls `visit` with the study, the pointer to a value, and its place: every value, but only one of several with the
/// same key and schemas.
fn every(mut visit: impl FnMut(&Value, &str, &Place<'_>)) {
    let (whole, schema) = (everything(), schema());
    assert_eq!(read(&lines(&whole)).err(), None, "a study of one value per line is accepted");
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    places(&choices(&schema), &whole, "", &mut found);
    for place in found {
        let name = if place.known { place.key.as_str() } else { "" };
        if seen.insert(format!("{name} {:?}", place.schemas)) {
            visit(&whole, &below(&place.holder, &place.key), &place);
        }
    }
}

/// The line of a text and the column where it begins, from 1.
fn place(text: &str, words: &str) -> (usize, usize) {
    let found = text.lines().enumerate().find_map(|(at, line)| Some((at + 1, line.find(words)? + 1)));
    found.unwrap_or_else(|| panic!("{words} is not in the text"))
}

/// A study of one value per line, in which one value is not valid, is refused at that value.
#[test]
fn every_value_that_is_not_valid_is_named_at_its_line() {
    let mut seen = 0;
    every(|whole, pointer, _| {
        let mut broken = whole.clone();
        *broken.pointer_mut(pointer).expect(pointer) = json!({ "nonsense": [[]] });
        let text = lines(&broken);
        let (line, _) = place(&text, "\"nonsense\"");
        let refused = parse("study.yaml", text.as_bytes()).expect_err(pointer);
        // The map begins one line above its key, and the list under the key ends two lines below.
        let here = refused.problems.iter().filter(|problem| (line - 1..=line + 2).contains(&problem.line)).count();
        assert!(here > 0, "{pointer} is not valid at line {line}:\n{refused}");
        seen += 1;
    });
    assert!(seen > 300, "{seen}");
}

/// Every key of the grammar, with one letter too many, is refused at its first letter, and named as written.
#[test]
fn every_misspelt_key_is_named_at_its_place() {
    let mut seen = 0;
    every(|whole, pointer, Place { holder, key, known, .. }| {
        if !known {
            return;
        }
        let mut broken = whole.clone();
        let map = broken.pointer_mut(holder).and_then(Value::as_object_mut).expect(pointer);
        let (wrong, mark) = (format!("{key}q"), "misspelt here");
        let renamed = |(name, value): (&String, &Value)| {
            (if name == key { mark.to_owned() } else { name.clone() }, value.clone())
        };
        *map = map.iter().map(renamed).collect();
        let text = lines(&broken);
        let (line, column) = place(&text, &format!("\"{mark}\""));
        let text = text.replace(mark, &wrong);
        let refused = parse("study.yaml", text.as_bytes()).expect_err(pointer);
        let here = refused.problems.iter().find(|problem| {
            (problem.line, problem.column) == (line, column)
                && problem.message.to_string().contains(&format!("`{wrong}`"))
        });
        assert!(here.is_some(), "{pointer}: {wrong} stands at {line}:{column}:\n{refused}");
        seen += 1;
    });
    assert!(seen > 250, "{seen}");
}

/// The same map with its entries in the order of some ranks.
fn reordered(map: &Map<String, Value>, ranks: &[u32]) -> Map<String, Value> {
    let mut entries: Vec<(u32, (String, Value))> =
        ranks.iter().copied().cycle().zip(map.iter().map(|(key, value)| (key.clone(), value.clone()))).collect();
    entries.sort_by_key(|(rank, _)| *rank);
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// Maps whose keys come from the grammar and not from the study: their order means nothing.
const UNORDERED: [&str; 8] = [
    "",
    "/robustness",
    "/robustness/resample",
    "/analyses/first",
    "/analyses/first/truth_table",
    "/sets/A/calibrate/direct",
    "/report",
    "/published",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_keys_means_nothing(ranks in proptest::collection::vec(any::<u32>(), 31), at in 0..UNORDERED.len()) {
        let whole = everything();
        let mut other = whole.clone();
        let map = other.pointer_mut(UNORDERED[at]).and_then(Value::as_object_mut).expect("a map");
        *map = reordered(map, &ranks);
        let (one, two) = (read(&lines(&whole)), read(&lines(&other)));
        prop_assert!(one.is_ok());
        prop_assert_eq!(one, two);
    }
}
