//! Checks files of the repository: all studies are accepted, and the committed schema is current.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use equifinal_studyfile::parse::parse_with;
use equifinal_studyfile::reference::reference;
use equifinal_studyfile::schema::schema;
use serde_json::Value;

#[expect(clippy::disallowed_methods, reason = "the test is about committed files")]
fn committed(path: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read(root.join(path)).expect(path)
}

fn check(id: &str, sets: usize, analyses: &[&str], alternatives: usize) {
    let file = format!("configs/{id}.yaml");
    let shared = |shared: &str| Ok(committed(&format!("configs/{shared}")));
    let study = parse_with(&file, &committed(&file), &shared).unwrap_or_else(|refused| panic!("{refused}"));
    let names: Vec<&str> = study.analyses.iter().map(|analysis| analysis.name.as_str()).collect();
    assert_eq!((study.id.as_str(), study.sets.len(), names.as_slice()), (id, sets, analyses));
    assert_eq!(study.alternatives.len(), alternatives);
    assert_eq!(study.report.languages, ["en", "zh"]);
    for table in &study.tables {
        committed(&format!("data/{}", table.file));
    }
}

#[test]
fn the_committed_studies_are_accepted() {
    check("lipset-democracy", 6, &["survival", "~survival"], 3);
    check("county-alliance-capacity", 8, &["capacity", "~capacity"], 7);
    check("city-alliance-performance", 8, &["performance", "~performance"], 5);
    check("loose-alliance-commitment", 5, &["commitment", "~commitment"], 6);
    check("s-county-decade", 0, &[], 0);
    check("alliance-models", 5, &["in_county", "~in_county"], 5);
}

#[test]
fn the_committed_schema_is_current() {
    let written = format!("{:#}\n", schema());
    let committed = String::from_utf8(committed("schemas/study.schema.json")).expect("UTF-8");
    assert!(written == committed, "schemas/study.schema.json is stale: write it anew with `equifinal schema`");
}

#[test]
fn the_committed_reference_is_current() {
    let committed = String::from_utf8(committed("docs/en/study-file.md")).expect("UTF-8");
    let remedy = "write it anew with `equifinal schema --format markdown`";
    assert!(reference() == committed, "docs/en/study-file.md is stale: {remedy}");
}

/// The keys in the tables of a page, by the heading of their section.
fn keys(page: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let sections = page.split("\n## ").skip(1).map(|section| section.split_once('\n').unwrap_or((section, "")));
    sections
        .map(|(heading, text)| {
            let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
            (heading, rows.collect())
        })
        .collect()
}

/// The Chinese page names every key of the sections that it has, and the whole study is one of them.
#[test]
fn the_chinese_reference_names_every_key() {
    let page = String::from_utf8(committed("docs/zh/study-file.md")).expect("UTF-8");
    let (english, chinese) = (reference(), page.replace("## 研究\n", "## The study\n"));
    let (english, chinese) = (keys(&english), keys(&chinese));
    assert!(chinese.contains_key("The study") && chinese.len() >= 10, "{:?}", chinese.keys());
    for (heading, written) in &chinese {
        assert_eq!(Some(written), english.get(heading), "{heading}");
    }
}

/// True if a value, or a part of it, has this entry.
fn has(value: &Value, key: &str, wanted: &Value) -> bool {
    match value {
        Value::Object(map) => map.get(key) == Some(wanted) || map.values().any(|value| has(value, key, wanted)),
        Value::Array(items) => items.iter().any(|value| has(value, key, wanted)),
        _ => false,
    }
}

/// Two designs of a multiverse exclude each other, and so do two layouts of a panel; the study with every key has only one
/// of them.
const OTHER_DESIGNS: [&str; 5] = [
    "latin_hypercube: 1",
    "step: 1",
    "wide: {column: \"{name}_{time}\", times: [2018, 2019]}",
    "column: \"{name}_{time}\"",
    "times: [2018, 2019]",
];

#[test]
fn every_key_of_the_reference_has_an_example_that_the_readers_accept() {
    let everything = String::from_utf8(committed("crates/studyfile/everything.yaml")).expect("UTF-8");
    let accepted = parse_with("everything.yaml", everything.as_bytes(), &|_| Ok(Vec::new()));
    assert!(accepted.is_ok(), "{}", accepted.expect_err("refused"));
    let everything: Value = serde_yaml::from_str(&everything).expect("YAML");
    let page = reference();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() > 200, "{} keys", rows.len());
    for row in rows {
        let example = row.trim_end_matches(" |").replace("\\|", "|");
        let Some((before, example)) = example.trim_end_matches('`').rsplit_once(" | `") else {
            assert!(row.contains("](#") && row.ends_with("| below |"), "no example: {row}");
            continue;
        };
        let read: Value = serde_yaml::from_str(example).unwrap_or_else(|error| panic!("{before}: {example}: {error}"));
        let (key, value) = read.as_object().and_then(|map| map.iter().next()).expect("one key");
        assert!(OTHER_DESIGNS.contains(&example) || has(&everything, key, value), "not of the accepted study: {row}");
    }
}

#[test]
fn a_key_is_described_by_a_statement() {
    let page = reference();
    let meanings = page.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").nth(1));
    let is_question = |meaning: &&str| {
        let meaning = meaning.trim_start_matches("**required** ");
        ["What ", "Whether ", "So many "].iter().any(|start| meaning.starts_with(start))
    };
    assert_eq!(meanings.filter(is_question).collect::<Vec<_>>(), Vec::<&str>::new());
}
