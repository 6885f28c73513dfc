//! Orders of events, and several outcomes together, from a file to results.json.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;
use std::time::Duration;

use equifinal_engine::{Edition, Engine, Files, Long};
use equifinal_report::Templates;
use equifinal_studyfile::parse::parse;
use serde_json::{Value, json};

/// `ab` is the order of A and B.
const CASES: &str = "id,A,B,E,ab,Y,Z
t01,0,0,0,-,0,1
t02,0,1,0,-,0,1
t03,1,1,0,0,0,0
t04,1,0,0,-,0,2
t07,1,0,1,-,0,0
t08,0,1,1,-,1,2
t11,1,1,0,1,1,0
t12,1,1,0,0,0,0
t13,1,1,0,1,1,1
t14,0,1,1,-,1,2
";

const STUDY: &str = "format: equifinal/study/1
id: outcomes
title: Outcomes
provenance: synthetic
data: {cases: {file: p/cases.csv, id: id}}
sets:
  A: {calibrate: {given: crisp}}
  B: {calibrate: {given: crisp}}
  E: {calibrate: {given: crisp}}
  Y: {calibrate: {given: crisp}}
  Z: {calibrate: {given: multivalue}}
analyses:
  order:
    outcome: Y
    conditions: [A, B, E]
    temporal: {AB: {first: A, then: B, column: ab}}
    truth_table: {consistency: 1}
    interpret: parsimonious
  both: {outcome: [Y, \"Z[1,2]\"], conditions: [A, B, E], truth_table: {consistency: 0.6}, negation: true, condition_search: {to: 2}}
  made: {outcome: \"~(Y*Z[2])\", conditions: [A, B, E], truth_table: {consistency: 0.6}}
robustness:
  ranges: {}
  multiverse: {vary: {consistency: [0.6, 0.8]}}
  resample: {leave_out: 1}
";

fn results(cases: &str) -> Value {
    let study = Arc::new(parse("outcomes.yaml", STUDY.as_bytes()).unwrap());
    let world = Files::default().with("p/cases.csv", cases.as_bytes().to_vec());
    let run = Engine::default().run(&study, &[], &world).unwrap();
    let templates = Templates { files: Default::default(), clock: || Duration::ZERO };
    let mut text = Vec::new();
    run.write(Long::Results, &Edition { templates, registration: None }, &mut text).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_row_of_which_the_order_cannot_be_said_has_a_dash() {
    let found = results(CASES);
    let order = &found["analyses"]["order"];
    assert_eq!(order["conditions"], json!(["A", "B", "E", "AB"]));
    let row = order["truth_table"].as_array().unwrap().iter().find(|row| row["row"] == 12).unwrap();
    assert_eq!(row["configuration"], json!({"A": 0, "B": 1, "E": 1, "AB": "-"}));
    assert_eq!((&row["output"], &row["cases"]), (&json!("1"), &json!(["t08", "t14"])));
    let conservative = &order["solutions"]["conservative"]["models"];
    assert_eq!(conservative[0]["expression"], "~A*B*E + A*B*~E*AB");
    assert_eq!(conservative[0]["simplifying_assumptions"], json!([]));
    let models = order["solutions"]["parsimonious"]["models"].as_array().unwrap();
    let written: Vec<&Value> = models.iter().map(|model| &model["expression"]).collect();
    assert_eq!(written, ["AB + ~A*E", "AB + B*E"]);
    assert!(found["concerns"].as_array().unwrap().iter().all(|one| one["id"] != "order_of_absent_events"));
}

#[test]
fn an_order_of_absent_events_is_a_concern() {
    let found = results(&CASES.replace("t07,1,0,1,-", "t07,1,0,1,1"));
    let concerns = found["concerns"].as_array().unwrap();
    let concern = concerns.iter().find(|one| one["id"] == "order_of_absent_events").unwrap();
    assert_eq!(concern["evidence"]["cases"], json!(["t07"]));
}

#[test]
fn several_outcomes_stand_together_and_alone() {
    let found = results(CASES);
    let names: Vec<&String> = found["analyses"].as_object().unwrap().keys().collect();
    let expected = ["order", "both", "both-Y", "~both", "~both-Y", "both-Z-1-2", "~both-Z-1-2", "made"];
    assert_eq!(names, expected);
    let both = &found["analyses"]["both"];
    assert_eq!(both["outcome"], json!(["Y", "Z[1,2]"]));
    let systems = &both["systems"];
    assert_eq!(systems["model_count_is"], "exact");
    assert_eq!(systems["models"].as_array().unwrap().len().to_string(), systems["model_count"].as_str().unwrap());
    // ~A*B*E has both outcomes; what is shared stands in both functions.
    for model in systems["models"].as_array().unwrap() {
        for shared in strings(&model["shared"]) {
            for outcome in ["Y", "Z[1,2]"] {
                let terms = model["functions"][outcome]["terms"].as_array().unwrap();
                assert!(terms.iter().any(|term| term["expression"] == shared), "{shared} in {outcome}");
            }
        }
    }
    let search = &both["condition_search"];
    assert_eq!(search["searched"], json!({"from": 1, "to": 2, "sets": 6, "complete": true}));
    assert_eq!(search["sets"][5]["conditions"], json!(["B", "E"]));
    assert_eq!(found["analyses"]["both-Z-1-2"]["outcome"], "Z[1,2]");
    assert_eq!(found["analyses"]["~both-Z-1-2"]["outcome"], "~Z[1,2]");
    assert_eq!(found["analyses"]["made"]["outcome"], "~(Y*Z[2])");
}
