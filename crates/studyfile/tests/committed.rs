//! Checks files of the repository: all studies are accepted, and the committed schema is current.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::path::Path;

use equifinal_studyfile::parse::parse_with;
use equifinal_studyfile::schema::schema;

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
