//! Laws of study files: places of mistakes, the order of keys, and keys that are written back.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use equifinal_study::config::Study;
use equifinal_studyfile::edit::{Change, edit};
use equifinal_studyfile::parse::{normal_form, parse};
use equifinal_studyfile::schema::schema;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const EVERYTHING: &str = include_str!("everything.yaml");

/// A study in block style, with comments.
const BLOCKS: &str = "\
# A study of a few cases.
format: equifinal/study/1
id: blocks   # its id
title: 'Blocks'
provenance: original

data:
  cases: {file: blocks/cases.csv, id: case} # one row per case
sets:
  A:
    column: a
    calibrate: {direct: {exclusion: 1, crossover: 2, inclusion: 3}} # in US dollars

  B:
    # no reason yet
    calibrate:
      crisp:
        threshold: 5
  Y: {calibrate: {given: fuzzy}}
analyses:
  main:
    outcome: Y
    conditions: [A, B]
    truth_table: {consistency: 0.8, pri: 0.5}
robustness:
  alternatives:
    - id: stricter
      truth_table: {pri: 0.75}
";

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
    normal_form("study.yaml", text.as_bytes(), &|_| Err("no file is included here".to_owned())).expect("YAML")
}

fn written(text: &str, path: &[&str], change: Change<'_>) -> String {
    edit(text, path, change).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// The pointer to the value under a key, or at an index.
fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The pointers to all values.
fn pointers(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (below(pointer, key), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (format!("{pointer}/{at}"), value)).collect(),
        _ => Vec::new(),
    };
    for (pointer, value) in children {
        found.push(pointer.clone());
        pointers(value, &pointer, found);
    }
}

/// A schema and its choices.
fn choices(schema: &Value) -> Vec<&Value> {
    let of = schema["anyOf"].as_array().into_iter().flatten().flat_map(choices);
    std::iter::once(schema).chain(of).collect()
}

/// The maps of a study with their keys that stand in the schema, not those that a study chooses as names.
fn keys(schemas: &[&Value], value: &Value, pointer: &str, found: &mut Vec<(String, String)>) {
    let under = |key: &str| -> Vec<&Value> {
        let children = schemas.iter().map(|schema| &schema[key]).filter(|schema| schema.is_object());
        children.flat_map(choices).collect()
    };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let known: Vec<&Value> = schemas.iter().filter_map(|schema| schema["properties"].get(key)).collect();
                if known.is_empty() {
                    keys(&under("additionalProperties"), value, &below(pointer, key), found);
                } else {
                    found.push((pointer.to_owned(), key.clone()));
                    let known: Vec<&Value> = known.into_iter().flat_map(choices).collect();
                    keys(&known, value, &below(pointer, key), found);
                }
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                keys(&under("items"), value, &format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
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
    let whole = everything();
    let mut found = Vec::new();
    assert_eq!(read(&lines(&whole)).err(), None, "a study of one value per line is accepted");
    pointers(&whole, "", &mut found);
    assert!(found.len() > 500, "{}", found.len());
    for pointer in found {
        let mut broken = whole.clone();
        *broken.pointer_mut(&pointer).expect(&pointer) = json!({ "nonsense": [[]] });
        let text = lines(&broken);
        let (line, _) = place(&text, "\"nonsense\"");
        let refused = parse("study.yaml", text.as_bytes()).expect_err(&pointer);
        // The map begins one line above its key, and the list under the key ends two lines below.
        let here = refused.problems.iter().filter(|problem| (line - 1..=line + 2).contains(&problem.line)).count();
        assert!(here > 0, "{pointer} is not valid at line {line}:\n{refused}");
    }
}

/// Every key of the grammar, with one letter too many, is refused at its first letter, and named as written.
#[test]
fn every_misspelt_key_is_named_at_its_place() {
    let (whole, schema) = (everything(), schema());
    let mut found = Vec::new();
    keys(&choices(&schema), &whole, "", &mut found);
    assert!(found.len() > 400, "{}", found.len());
    for (pointer, key) in found {
        let mut broken = whole.clone();
        let map = broken.pointer_mut(&pointer).and_then(Value::as_object_mut).expect(&pointer);
        let (wrong, mark) = (format!("{key}q"), "misspelt here");
        *map = map
            .iter()
            .map(|(name, value)| (if *name == key { mark.to_owned() } else { name.clone() }, value.clone()))
            .collect();
        let text = lines(&broken);
        let (line, column) = place(&text, &format!("\"{mark}\""));
        let text = text.replace(mark, &wrong);
        let refused = parse("study.yaml", text.as_bytes()).expect_err(&pointer);
        let here = refused.problems.iter().find(|problem| {
            (problem.line, problem.column) == (line, column) && problem.message.contains(&format!("`{wrong}`"))
        });
        assert!(here.is_some(), "{pointer}/{wrong} stands at {line}:{column}:\n{refused}");
    }
}

/// Compares what an edited study says with what the same text says, written by hand.
fn check(path: &[&str], value: &str, from: &str, to: &str) {
    assert_eq!(BLOCKS.matches(from).count(), 1, "{from:?} must occur once");
    let edited = written(BLOCKS, path, Change::Set(value));
    let by_hand = BLOCKS.replace(from, to);
    assert_eq!(normal(&edited), normal(&by_hand), "{path:?}\n{edited}");
    match (read(&edited), read(&by_hand)) {
        (Err(edited), Err(by_hand)) => {
            let messages = |refused: &str| -> Vec<String> {
                let first = refused.lines().filter(|line| line.starts_with("study.yaml:"));
                first.map(|line| line.split_once(' ').unwrap_or_default().1.to_owned()).collect()
            };
            assert_eq!(messages(&edited), messages(&by_hand), "{path:?}");
            assert!(!messages(&edited).is_empty(), "{edited}");
        }
        (edited, by_hand) => assert_eq!(edited, by_hand, "{path:?}"),
    }
    for comment in BLOCKS.lines().filter_map(|line| line.split_once('#')).map(|(_, comment)| comment) {
        assert!(edited.contains(comment), "{path:?} loses the comment `{comment}`:\n{edited}");
    }
}

#[test]
fn an_edited_study_says_what_the_same_text_written_by_hand_says() {
    let crossover = ["sets", "A", "calibrate", "direct", "crossover"];
    check(&crossover, "2.5", "crossover: 2,", "crossover: 2.5,");
    check(&crossover, "4", "crossover: 2,", "crossover: 4,");
    check(&crossover, "high", "crossover: 2,", "crossover: high,");
    check(&["sets", "A", "calibrate", "direct", "idm"], "0.9", "inclusion: 3}", "inclusion: 3, idm: 0.9}");
    check(&["sets", "A", "column"], "B", "column: a", "column: B");
    check(&["sets", "A", "column"], "'1'", "column: a", "column: '1'");
    check(&["sets", "A", "because"], "'a: b'", "    column: a\n", "    column: a\n    because: 'a: b'\n");
    check(&["sets", "B", "calibrate", "crisp", "threshold"], "-6e1", "threshold: 5", "threshold: -60");
    check(
        &["sets", "B", "calibrate"],
        "{levels: {thresholds: [1, 2]}}",
        "    calibrate:\n      crisp:\n        threshold: 5\n",
        "    calibrate: {levels: {thresholds: [1, 2]}}\n",
    );
    check(&["sets", "Y", "calibrate", "given"], "crisp", "given: fuzzy", "given: crisp");
    check(&["sets", "Y", "label"], "{en: Yes, zh: 是}", "fuzzy}}", "fuzzy}, label: {en: Yes, zh: 是}}");
    check(&["id"], "Wrong Id", "id: blocks ", "id: Wrong Id ");
    check(&["title"], "\"Two # signs\"", "title: 'Blocks'", "title: 'Two # signs'");
    check(&["provenance"], "imagined", "provenance: original", "provenance: imagined");
    check(&["analyses", "main", "outcome"], "\"~Y\"", "outcome: Y", "outcome: \"~Y\"");
    check(&["analyses", "main", "conditions"], "[B, A]", "conditions: [A, B]", "conditions: [B, A]");
    check(&["analyses", "main", "conditions", "1"], "Q", "conditions: [A, B]", "conditions: [A, Q]");
    check(&["analyses", "main", "truth_table", "pri"], "0", "0.8, pri: 0.5", "0.8, pri: 0");
    check(&["analyses", "main", "truth_table", "pri"], "1.5", "0.8, pri: 0.5", "0.8, pri: 1.5");
    check(
        &["analyses", "main", "interpret"],
        "parsimonious",
        "    outcome: Y\n",
        "    outcome: Y\n    interpret: parsimonious\n",
    );
    check(
        &["analyses", "main", "necessity"],
        "{relevance: 0.5}",
        "    outcome: Y\n",
        "    outcome: Y\n    necessity: {relevance: 0.5}\n",
    );
    check(
        &["robustness", "alternatives", "0", "truth_table"],
        "{consistency: 0.9}",
        "{pri: 0.75}",
        "{consistency: 0.9}",
    );
    check(&["robustness", "alternatives", "0", "id"], "main", "id: stricter", "id: main");
    check(&["robustness", "seed"], "7", "robustness:\n", "robustness:\n  seed: 7\n");
    check(&["robustness", "ranges"], "{}", "robustness:\n", "robustness:\n  ranges: {}\n");
    check(&["budget", "models"], "5", "robustness:\n", "budget: {models: 5}\nrobustness:\n");
    check(&["budget", "modells"], "5", "robustness:\n", "budget: {modells: 5}\nrobustness:\n");
}

/// Each removed key, and what is said about a study without it.
#[test]
fn a_study_without_a_key_says_what_it_lacks() {
    for (path, expected) in [
        (&["title"][..], "a study needs the key `title`"),
        (&["analyses", "main", "outcome"], "needs the key `outcome`"),
        (&["analyses", "main", "truth_table", "consistency"], "needs the key `consistency`"),
        (&["sets", "Y"], "`Y`"),
        (&["sets", "B", "calibrate", "crisp", "threshold"], "needs the key `threshold`"),
        (&["sets", "A", "calibrate", "direct", "inclusion"], "needs the key `inclusion`"),
        (&["sets", "A", "column"], ""),
        (&["analyses", "main", "truth_table", "pri"], ""),
        (&["robustness"], ""),
    ] {
        let edited = written(BLOCKS, path, Change::Remove);
        match read(&edited) {
            Ok(_) => assert_eq!(expected, "", "{path:?} is missed by nobody:\n{edited}"),
            Err(refused) => assert!(!expected.is_empty() && refused.contains(expected), "{path:?}: {refused}"),
        }
    }
}

/// Values of the study in blocks, as paths.
const VALUES: [&[&str]; 8] = [
    &["id"],
    &["sets", "A", "column"],
    &["sets", "A", "calibrate", "direct", "exclusion"],
    &["sets", "B", "calibrate", "crisp", "threshold"],
    &["sets", "Y", "calibrate", "given"],
    &["analyses", "main", "conditions", "0"],
    &["analyses", "main", "truth_table", "consistency"],
    &["robustness", "alternatives", "0", "id"],
];

/// The value at a path as written.
fn own(path: &[&str]) -> String {
    let pointer: String = path.iter().map(|key| format!("/{key}")).collect();
    match normal(BLOCKS).pointer(&pointer) {
        Some(Value::String(words)) => words.clone(),
        Some(Value::Number(number)) => number.as_f64().expect("a number").to_string(),
        other => panic!("{path:?}: {other:?}"),
    }
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

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        (-1e6..1e6).prop_map(|number: f64| number.to_string()),
        (0_u32..1000).prop_map(|number| number.to_string()),
        "[A-Za-z_]{1,8}",
        "'[ -&(-~]{0,12}'",
        "\\[[a-z]{1,3}, [0-9]{1,3}\\]",
        "\\{[a-z]{1,3}: [a-z]{1,3}\\}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

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

    /// A value that is written twice stands there once, and the own value written back gives the file of before.
    #[test]
    fn a_value_written_back_leaves_no_trace(at in 0..VALUES.len(), new in value()) {
        let path = VALUES[at];
        let once = written(BLOCKS, path, Change::Set(&new));
        prop_assert_eq!(&written(&once, path, Change::Set(&new)), &once);
        prop_assert_eq!(written(&once, path, Change::Set(&own(path))), BLOCKS);
    }

    #[test]
    fn two_values_are_written_in_any_order(at in 0..VALUES.len(), apart in 1..VALUES.len(), new in value(), other in value()) {
        let (one, two) = (VALUES[at], VALUES[(at + apart) % VALUES.len()]);
        let first = written(&written(BLOCKS, one, Change::Set(&new)), two, Change::Set(&other));
        let second = written(&written(BLOCKS, two, Change::Set(&other)), one, Change::Set(&new));
        prop_assert_eq!(first, second);
    }
}
