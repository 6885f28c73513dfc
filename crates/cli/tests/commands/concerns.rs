//! Concerns: acknowledged ones stay visible, and a gate demands an answer to each.

use serde_json::json;

use crate::trial::{SMALL, Trial};

/// The study with a gate and acknowledgments of these kinds.
fn gated(acknowledged: &[&str]) -> Trial {
    let one = |id: &&str| format!("  - {{concern: {id}, because: known and discussed}}\n");
    let acknowledged: String = acknowledged.iter().map(one).collect();
    let keys = if acknowledged.is_empty() { String::new() } else { format!("acknowledge:\n{acknowledged}") };
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}standards: {{gate: true}}\n{keys}"));
    trial.run(&["run", "configs/small.yaml"]).code(0);
    trial
}

/// The ids of all concerns of the study, each once.
fn ids(trial: &Trial) -> Vec<String> {
    let results = trial.results("reports/small");
    let concerns = results["concerns"].as_array().expect("concerns");
    let mut ids: Vec<String> = concerns.iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
fn a_gate_demands_an_answer_to_every_concern() {
    let open = gated(&[]);
    let ids = ids(&open);
    assert!(ids.iter().any(|id| id == "standard_negation"), "{ids:?}");
    let said = "the gate of the reporting standards is not met";
    open.run(&["check", "configs/small.yaml"]).code(5).says_in_answer(&[
        "the report is up to date",
        said,
        "standard_negation",
    ]);

    let answered = gated(&ids.iter().map(String::as_str).collect::<Vec<_>>());
    answered.run(&["check", "configs/small.yaml"]).code(0);
    let results = answered.results("reports/small");
    for concern in results["concerns"].as_array().expect("concerns") {
        assert_eq!(concern["acknowledged"], json!("known and discussed"), "{concern}");
        let keys: Vec<&String> = concern.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["id", "severity", "evidence", "acknowledged"]);
    }
}

#[test]
fn acknowledging_what_does_not_occur_is_named() {
    let trial = gated(&["total_among_cases"]);
    let ended = trial.run(&["check", "configs/small.yaml"]).code(5);
    ended.says_in_answer(&[
        "needless_acknowledgment (low): The study acknowledges a concern that does not occur: total_among_cases.",
    ]);
}
