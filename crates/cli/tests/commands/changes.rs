//! `diff`, and the last lines of a run: what has changed.

use serde_json::Value;

use crate::trial::{CASES, SMALL, Trial};

const RUN: [&str; 2] = ["run", "configs/small.yaml"];

/// A study that was run, and then another cutoff and another cell.
fn changed() -> Trial {
    let trial = Trial::small();
    let first = trial.run(&RUN).code(0);
    assert!(!first.stdout().contains("since the last report"), "{}", first.stdout());
    trial
        .file("configs/small.yaml", SMALL.replace("consistency: 0.8", "consistency: 0.7"))
        .file("data/small/cases.csv", CASES.replace("c2,0.8", "c2,0.2"))
}

#[test]
fn a_run_ends_with_the_changes_since_the_last_report() {
    let trial = changed();
    let said = trial.run(&RUN).code(0).stdout();
    let (_, since) = said.split_once("  since the last report:\n").expect("the changes");
    assert!(since.contains("    Decisions\n      analyses.main.truth_table.consistency: 0.8 → 0.7\n"), "{said}");
    assert!(since.contains("    Analysis main\n") && since.contains("      Case c2: row "), "{said}");
    let again = trial.run(&RUN).code(0).stdout();
    assert!(again.contains("(up to date)") && !again.contains("since the last report"), "{again}");
    let forced = trial.run(&["run", "configs/small.yaml", "--force"]).code(0).stdout();
    assert!(forced.contains("  since the last report: nothing differs\n"), "{forced}");
}

#[test]
fn a_study_is_compared_with_its_report() {
    let trial = changed();
    let before = trial.tree("reports");
    let said = trial.run(&["diff", "small"]).code(0).stdout();
    assert!(
        said.starts_with("Decisions\n  analyses.main.truth_table.consistency: 0.8 → 0.7\nAnalysis main\n"),
        "{said}"
    );
    assert_eq!(trial.tree("reports"), before);
    // A report from elsewhere: its decisions are not known.
    std::fs::remove_dir_all(trial.path("reports/.state")).expect("removed");
    let said = trial.run(&["diff", "small"]).code(0).stdout();
    assert!(said.starts_with("Analysis main\n") && said.contains("Case c2: row "), "{said}");
    let json: Value =
        serde_json::from_str(&trial.run(&["diff", "small", "--format", "json"]).code(0).stdout()).expect("JSON");
    let moved: Vec<&Value> = json["analyses"][0]["cases"].as_array().expect("cases").iter().collect();
    assert!(moved.iter().any(|case| case["case"] == "c2" && case["row"]["before"] != case["row"]["after"]), "{json}");
    let page = trial.run(&["diff", "small", "--format", "html"]).code(0).stdout();
    assert!(
        page.starts_with("<!doctype html>") && page.contains("<li>Case c2: row ") && page.contains("案例c2"),
        "{page}"
    );
}

#[test]
fn two_of_any_kind_are_compared() {
    let trial = changed();
    let trial = trial.file("configs/other.yaml", SMALL.replace("id: small", "id: other"));
    trial.run(&["run", "configs/other.yaml", "--out", "out"]).code(0);
    for (before, after, expected) in [
        ("reports/small", "reports/small/results.json", "nothing differs\n"),
        ("configs/other.yaml", "out", "nothing differs\n"),
        ("out/results.json", "other", "nothing differs\n"),
        ("small", "other", "Decisions\n  analyses.main.truth_table.consistency: 0.7 → 0.8\n"),
    ] {
        let said = trial.run(&["diff", before, after]).code(0).stdout();
        assert!(said.starts_with(expected), "{before} {after}: {said}");
    }
    trial.run(&["diff", "reports", "small"]).code(2).says(&["reports/results.json: there is no such file"]);
    let trial = trial.file("notes.json", "{}");
    trial.run(&["diff", "notes.json", "small"]).code(2).says(&["notes.json: not the results of a run", "results.json"]);
}
