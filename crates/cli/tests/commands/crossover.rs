//! Memberships near 0.5: their rows, the messages about them, and the values from which results can be reproduced.

use serde_json::{Value, json};

use crate::trial::Trial;

/// Two raw values a rounding error to either side of the crossover 0.3, and six that are clear.
const RAW: &str = "case,A,B,Y\nc10,0.30000000000000004,0.9,0.9\nc9,0.29999999999999993,0.9,0.9\nc2,0.9,0.9,0.8\n\
                   c1,0.8,0.1,0.2\nc3,0.1,0.9,0.3\nc4,0.2,0.2,0.1\nc5,0.95,0.8,0.4\nc6,0.05,0.3,0.2\n";

fn study(policy: &str) -> String {
    format!(
        "format: equifinal/study/1\nid: near\ntitle: Near 0.5\nprovenance: synthetic\n\
         data:\n  cases: {{file: near.csv, id: case}}\n\
         sets:\n  A: {{calibrate: {{direct: {{exclusion: 0, crossover: 0.3, inclusion: 1}}}}}}\n  \
         B: {{calibrate: {{given: fuzzy}}}}\n  Y: {{calibrate: {{given: fuzzy}}}}\n\
         analyses:\n  main:\n    outcome: Y\n    conditions: [A, B]\n    negation: true\n    at_crossover: {policy}\n    \
         truth_table: {{frequency: 1, consistency: 0.75, pri: 0.3}}\n\
         report: {{languages: [en], formats: [html, md]}}\n"
    )
}

fn trial(policy: &str) -> Trial {
    Trial::new().file("configs/near.yaml", study(policy)).file("data/near.csv", RAW)
}

/// The cases of each row that has some, by row number.
fn rows(results: &Value) -> Vec<(u64, Vec<String>)> {
    let rows = results["analyses"]["main"]["truth_table"].as_array().expect("rows");
    let cases = |row: &Value| {
        let cases = row["cases"].as_array().expect("cases").iter();
        cases.map(|case| case.as_str().expect("an id").to_owned()).collect::<Vec<_>>()
    };
    let rows = rows.iter().map(|row| (row["row"].as_u64().expect("a number"), cases(row)));
    rows.filter(|(_, cases)| !cases.is_empty()).collect()
}

#[test]
fn values_a_rounding_error_apart_are_treated_alike() {
    let row = |number, cases: &[&str]| (number, cases.iter().map(|&case| case.to_owned()).collect());
    for (policy, second, fourth, words) in [
        ("warn", &["c3"][..], &["c2", "c5"][..], "2 of 8 cases (25.0%) are in no row of the truth table"),
        ("present", &["c3"], &["c2", "c5", "c9", "c10"], "2 memberships lie within 0.0005 of 0.5 (used as 0.501)"),
        ("absent", &["c3", "c9", "c10"], &["c2", "c5"], "2 memberships lie within 0.0005 of 0.5 (used as 0.499)"),
        ("drop", &["c3"], &["c2", "c5"], "2 of 8 cases (25.0%) are excluded"),
    ] {
        let trial = trial(policy);
        let ended = trial.run(&["run", "configs/near.yaml", "--out", "out"]).code(0).says(&[words, "c9", "c10"]);
        let results = trial.results("out");
        let expected = vec![row(1, &["c4", "c6"]), row(2, second), row(3, &["c1"]), row(4, fourth)];
        assert_eq!(rows(&results), expected, "{policy}");
        // What costs rows or cases is the first thing that each of them says.
        let loud = ["warn", "drop"].contains(&policy);
        let stderr = ended.stderr();
        let first = stderr.lines().find(|line| line.contains("WARN")).expect("a warning");
        assert!(!loud || first.contains(words), "{policy}: {first}");
        assert!(!loud || results["warnings"][0].as_str().expect("a warning").contains(words), "{policy}");
        let page = String::from_utf8(trial.bytes("out/report.en.md")).expect("UTF-8");
        let is_first = page.find(words).is_some_and(|at| at < page.find("\n## ").expect("a section"));
        assert!(!loud || is_first, "{policy}");
        assert!(!page.contains("exactly 0.5"), "{policy}");
    }
}

#[test]
fn results_report_the_crossover_policy() {
    for (policy, used, dropped) in [
        ("warn", json!(0.4999), json!([])),
        ("present", json!(0.501), json!([])),
        ("absent", json!(0.499), json!([])),
        ("drop", json!(null), json!(["c2"])),
    ] {
        let trial = Trial::new()
            .file("configs/near.yaml", study(policy))
            .file("data/near.csv", RAW.replace("c2,0.9,0.9", "c2,0.9,0.4999"));
        trial.run(&["run", "configs/near.yaml", "--out", "out", "--only", "results"]).code(0);
        let main = &trial.results("out")["analyses"]["main"];
        let near = json!({"case": "c2", "condition": "B", "membership": 0.4999, "used": used});
        assert_eq!(main["at_crossover"].as_array().expect("cells")[0], near, "{policy}");
        assert_eq!(main["dropped"].as_array().expect("cases").contains(&json!("c2")), dropped != json!([]), "{policy}");
    }
    let refused = trial("refuse").run(&["run", "configs/near.yaml"]).code(4);
    refused.says(&["2 memberships lie within 0.0005 of 0.5 and the study says `at_crossover: refuse`: c9/A, c10/A"]);
}

#[test]
fn results_are_reproducible_from_memberships() {
    for policy in ["warn", "present", "absent"] {
        let trial = trial(policy);
        trial.run(&["run", "configs/near.yaml", "--out", "out"]).code(0);
        let memberships = String::from_utf8(trial.bytes("out/tables/memberships.csv")).expect("UTF-8");
        let again = study("warn").replace("{direct: {exclusion: 0, crossover: 0.3, inclusion: 1}}", "{given: fuzzy}");
        let again = Trial::new().file("configs/near.yaml", again).file("data/near.csv", &memberships);
        again.run(&["run", "configs/near.yaml", "--out", "out", "--only", "results"]).code(0);
        let (first, second) = (trial.results("out"), again.results("out"));
        for analysis in ["main", "~main"] {
            for part in ["truth_table", "necessity", "solutions"] {
                let of = |results: &Value| results["analyses"][analysis][part].clone();
                assert_eq!(of(&first), of(&second), "{policy}: {analysis} {part}\n{memberships}");
            }
        }
    }
}
