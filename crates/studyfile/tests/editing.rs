//! Keys are written back into a study file; everything else stays as it was.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::path::Path;

use equifinal_studyfile::edit::{Change, EditError, edit};
use equifinal_studyfile::parse::normal_form;
use serde_json::Value as Json;

/// A file of the repository.
#[expect(clippy::disallowed_methods, reason = "the test is about committed files")]
fn committed(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).expect(path)
}

const SMALL: &str = "\
# A study.
id: small   # its id

sets:
  A:
    column: a
    calibrate: {direct: {exclusion: 1, crossover: 2, inclusion: 3}} # in US dollars

  B:
    # no reason yet
    calibrate:
      crisp:
        threshold: 5
sources: [one, 'two: 2']
alternatives:
  - id: first
    sets: {A: {column: c}}
";

/// Holds the lines that an edit takes away and adds against the expected ones.
fn check(path: &[&str], change: Change<'_>, removed: &[&str], added: &[&str]) {
    let edited = edit(SMALL, path, change).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let missing = |from: &str, in_: &str| -> Vec<String> {
        from.lines().filter(|line| !in_.lines().any(|other| other == *line)).map(str::to_owned).collect()
    };
    assert_eq!(
        (missing(SMALL, &edited).as_slice(), missing(&edited, SMALL).as_slice()),
        (
            removed.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice(),
            added.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()
        ),
        "{path:?}\n{edited}"
    );
}

#[test]
fn a_change_touches_its_own_line() {
    let set = Change::Set;
    check(&["id"], set("other"), &["id: small   # its id"], &["id: other   # its id"]);
    let line = "    calibrate: {direct: {exclusion: 1, crossover: 2, inclusion: 3}} # in US dollars";
    check(&["sets", "A", "calibrate", "direct", "crossover"], set("2.5"), &[line], &[&line.replace(": 2,", ": 2.5,")]);
    check(
        &["sets", "A", "calibrate"],
        set("{crisp: {threshold: 2}}"),
        &[line],
        &["    calibrate: {crisp: {threshold: 2}} # in US dollars"],
    );
    check(
        &["sets", "B", "calibrate", "crisp", "threshold"],
        set("6"),
        &["        threshold: 5"],
        &["        threshold: 6"],
    );
    check(&["sets", "A", "because"], set("'a: b # c'"), &[], &["    because: 'a: b # c'"]);
    check(&["sources", "1"], set("two"), &["sources: [one, 'two: 2']"], &["sources: [one, two]"]);
    check(&["alternatives", "0", "id"], set("second"), &["  - id: first"], &["  - id: second"]);
    check(&["budget", "models"], set("5"), &[], &["budget:", "  models: 5"]);
    check(&["sets", "A", "column"], Change::Remove, &["    column: a"], &[]);
}

/// Values of the studies here can be replaced, and nothing but its line changes.
#[test]
fn values_of_a_study_can_be_written() {
    for id in ["lipset-democracy", "county-alliance-capacity", "alliance-models", "loose-alliance-commitment"] {
        let text = committed(&format!("configs/{id}.yaml"));
        let mut bare = String::new();
        for line in text.lines().filter(|line| !line.starts_with("include")) {
            bare.push_str(line);
            bare.push('\n');
        }
        let content = normal_form("study.yaml", bare.as_bytes(), &|_| Err("not here".into()))
            .unwrap_or_else(|refused| panic!("{refused}"));
        let mut paths = Vec::new();
        leaves(&content, &mut Vec::new(), &mut paths);
        assert!(paths.len() > 50, "{id}");
        // Parsing is slow without optimisation: a sample of the values in each study.
        for path in paths.iter().step_by(11) {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let edited = match edit(&bare, &path, Change::Set("0.123")) {
                Ok(edited) => edited,
                // A score such as 0.33 is a key that a path cannot spell.
                Err(EditError::NoPlace { .. } | EditError::Entangled { .. })
                    if path.iter().any(|key| key.contains('.')) =>
                {
                    continue;
                }
                Err(error) => panic!("{id}: {path:?}: {error}"),
            };
            let comments = |text: &str| text.matches('#').count();
            assert_eq!(comments(&edited), comments(&bare), "{id}: {path:?}");
        }
    }
}

/// The paths to the scalars of a study.
fn leaves(node: &Json, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let children: Vec<(String, &Json)> = match node {
        Json::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Json::Array(items) => items.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => return found.push(path.clone()),
    };
    for (key, value) in children {
        path.push(key);
        leaves(value, path, found);
        path.pop();
    }
}

#[test]
fn a_change_that_has_no_place_is_refused() {
    for (path, change, expected) in [
        (&["id", "of"][..], Change::Set("1"), "`id.of` does not lead to a value of the study"),
        (&["nothing"], Change::Remove, "`nothing` does not lead to a value of the study"),
        (&[], Change::Set("1"), "does not lead to a value of the study"),
        (&["id"], Change::Set("[1"), "the value is not valid YAML"),
        (&["alternatives", "7", "id"], Change::Set("x"), "`alternatives.7.id` does not lead to a value"),
    ] {
        let error = edit(SMALL, path, change).expect_err("refused").to_string();
        assert!(error.contains(expected), "{error}");
    }
    let error = edit("a: &b 1\nc: *b\n", &["a"], Change::Set("2")).expect_err("refused").to_string();
    assert!(error.contains("anchors and aliases"), "{error}");
}
