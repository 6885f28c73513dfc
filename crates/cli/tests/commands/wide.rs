//! Twenty-four conditions, which the reference cannot hold, from a study file to certified solutions.

use std::fmt::Write as _;

use crate::trial::Trial;

const CONDITIONS: usize = 24;

/// Fifty cases from a linear congruential generator; the outcome is C01*C02 + ~C03*C04.
fn cases() -> String {
    let mut state = 7_u64;
    let mut bit = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 63 == 1
    };
    let names: Vec<String> = (1..=CONDITIONS).map(|i| format!("C{i:02}")).collect();
    let mut csv = format!("case,{},Y\n", names.join(","));
    for case in 1..=50 {
        let row: Vec<bool> = names.iter().map(|_| bit()).collect();
        let outcome = row[0] && row[1] || !row[2] && row[3];
        let cells: Vec<&str> = row.iter().chain([&outcome]).map(|&set| if set { "1" } else { "0" }).collect();
        writeln!(csv, "c{case:02},{}", cells.join(",")).expect("text");
    }
    csv
}

fn study() -> String {
    let names: Vec<String> = (1..=CONDITIONS).map(|i| format!("C{i:02}")).collect();
    let sets: String = names.iter().map(|name| format!("  {name}: {{calibrate: {{given: crisp}}}}\n")).collect();
    format!(
        "format: equifinal/study/1\nid: wide\ntitle: {{en: Wide}}\nprovenance: synthetic\n\
         data: {{cases: {{file: wide.csv, id: case}}}}\nsets:\n{sets}  Y: {{calibrate: {{given: crisp}}}}\n\
         analyses:\n  wide:\n    outcome: Y\n    conditions: [{}]\n    truth_table: {{consistency: 0.8}}\n",
        names.join(", ")
    )
}

#[test]
fn a_study_of_twenty_four_conditions_is_solved_and_certified() {
    let trial = Trial::new().file("configs/wide.yaml", study()).file("data/wide.csv", cases());
    trial.run(&["run", "configs/wide.yaml", "--out", "out"]).code(0);
    let results = trial.results("out");
    let solutions = &results["analyses"]["wide"]["solutions"];
    let parsimonious = &solutions["parsimonious"];
    assert_eq!(parsimonious["models"][0]["expression"], "C01*C02 + ~C03*C04");
    assert_eq!(parsimonious["model_count_is"], "exact");
    for name in ["conservative", "parsimonious", "intermediate"] {
        assert_eq!(solutions[name]["certificate"], "holds", "{name}");
    }
}
