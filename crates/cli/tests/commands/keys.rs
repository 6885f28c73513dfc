//! Keys of a study file that add parts to its report.

use serde_json::json;

use crate::trial::{SMALL, Trial};

/// The folder after a run of [`SMALL`] with more text at its end.
fn run_with(more: &str) -> Trial {
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{more}"));
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
    trial
}

fn report(trial: &Trial) -> String {
    String::from_utf8(trial.bytes("out/report.en.md")).expect("UTF-8")
}

#[test]
fn a_theory_is_held_against_the_solution() {
    let trial = run_with("    theory: {expression: \"A + B\", because: an old one}\n");
    let theory = &trial.results("out")["analyses"]["main"]["theory"];
    assert_eq!((&theory["expression"], &theory["solution"]), (&json!("A + B"), &json!("intermediate")));
    let areas: Vec<_> = theory["areas"].as_array().expect("areas").iter().collect();
    let shown = areas.iter().map(|area| [&area["area"], &area["expression"], &area["cases_with_outcome"]]);
    let expected = [
        [json!("T*S"), json!("A*B"), json!(["c1"])],
        [json!("~T*S"), json!("0"), json!([])],
        [json!("T*~S"), json!("~A*B + A*~B"), json!([])],
        [json!("~T*~S"), json!("~A*~B"), json!([])],
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected.each_ref().map(<[_; 3]>::each_ref));
    assert_eq!(areas[2]["cases_without_outcome"], json!(["c2", "c3"]));
    let report = report(&trial);
    assert!(report.contains("## Theory evaluation") && report.contains("A + B: an old one"), "{report}");
    assert_eq!(run_with("").results("out")["analyses"]["main"].get("theory"), None);
}

#[test]
fn standards_are_checked() {
    let trial = run_with("standards: true\n");
    let results = trial.results("out");
    let verdict = |rule: &str| {
        let rules = results["standards"].as_array().expect("rules");
        rules.iter().find(|one| one["rule"] == rule).expect("the rule")["verdict"].clone()
    };
    let found = ["pri", "negation", "replication", "clusters"].map(verdict);
    assert_eq!(found, ["pass", "fail", "fail", "not_applicable"].map(|word| json!(word)));
    assert!(report(&trial).contains("## Appendix: reporting standards"));
}

#[test]
fn analyses_that_are_alike_share_a_chart() {
    let report = report(&run_with("  other: {like: main, outcome: \"~Y\"}\n"));
    assert!(report.contains("Configurations for Y, not Y side by side"), "{report}");
}
