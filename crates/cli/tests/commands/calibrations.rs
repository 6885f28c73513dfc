//! Anchors from the user's view: the resulting memberships, and messages about unsuitable anchors.

use crate::trial::{SMALL, Trial};

const CASES: &str = "case,A,B,Y\nk1,0.01,0,0\nk2,0.02,1,0\nk3,0.03,0,1\nk4,0.04,1,1\nk5,0.05,0,1\nk6,0.06,1,0\n";

fn trial(calibrate: &str) -> Trial {
    let study = SMALL.replace("A: {calibrate: {given: fuzzy}}", &format!("A: {{calibrate: {calibrate}}}"));
    Trial::new().file("configs/small.yaml", study).file("data/small/cases.csv", CASES)
}

#[test]
fn anchors_of_another_unit_are_a_warning_that_names_the_fix() {
    let trial = trial("{direct: {exclusion: 1.5, crossover: 3.2, inclusion: 5.5}}");
    let said = "A: all raw values, 0.01 to 0.06, lie on one side of the anchors, 1.5 to 5.5, so that all cases are in or \
                all are out. The values look like shares and the anchors like percentages: divide the anchors by 100.";
    trial.run(&["run", "configs/small.yaml"]).code(0).says(&[said]);
    let report = String::from_utf8(trial.bytes("reports/small/report.en.md")).expect("UTF-8");
    assert!(report.contains(said), "{report}");
    let concern = &trial.results("reports/small")["diagnosis"]["concerns"];
    let found = concern.as_array().expect("concerns").iter().find(|one| one["concern"] == "beyond_anchors");
    assert_eq!(found.expect("a concern")["factor"], 100.0);
}

/// Six anchors give a linear shape by default, and a logistic one on request.
#[test]
fn bells_have_the_requested_shape() {
    let anchors = "exclusion: [0.01, 0.06], crossover: [0.02, 0.05], inclusion: [0.03, 0.04]";
    for (shape, name, expected) in [
        ("", "(linear)", [0.0, 0.5, 1.0, 1.0, 0.5, 0.0]),
        (", shape: linear", "(linear)", [0.0, 0.5, 1.0, 1.0, 0.5, 0.0]),
        (", shape: logistic", "(logistic, membership 0.95", [0.05, 0.5, 0.95, 0.95, 0.5, 0.05]),
        (", shape: logistic, idm: 0.9", "(logistic, membership 0.9 ", [0.1, 0.5, 0.9, 0.9, 0.5, 0.1]),
    ] {
        let trial = trial(&format!("{{direct: {{{anchors}{shape}}}}}"));
        trial.run(&["run", "configs/small.yaml"]).code(0);
        let written = String::from_utf8(trial.bytes("reports/small/tables/memberships.csv")).expect("UTF-8");
        let found = written.lines().skip(1).map(|line| line.split(',').nth(1).expect("a cell").parse::<f64>());
        for (found, expected) in found.zip(expected) {
            let found = found.expect("a number");
            assert!((found - expected).abs() < 1e-9, "{shape}: {found} is not {expected}");
        }
        let report = String::from_utf8(trial.bytes("reports/small/report.en.md")).expect("UTF-8");
        assert!(report.contains(&format!("direct calibration with six anchors {name}")), "{shape}: {report}");
    }
    trial(&format!("{{direct: {{{anchors}, idm: 0.9}}}}"))
        .run(&["run", "configs/small.yaml"])
        .code(3)
        .says(&["`idm` belongs to a logistic shape: add `shape: logistic`, or leave `idm` out"]);
}
