//! An edited study says what the same text written by hand says.

use equifinal_studyfile::edit::{Change, edit};
use proptest::prelude::*;
use serde_json::Value;

use crate::{normal, read};

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

fn written(text: &str, path: &[&str], change: Change<'_>) -> String {
    edit(text, path, change).unwrap_or_else(|error| panic!("{path:?}: {error}"))
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
