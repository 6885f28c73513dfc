//! The command `audit`.

use serde_json::Value;

use crate::trial::{SMALL, Trial};

const PUBLISHED: &str = "
published:
  solutions: [{analysis: main, type: parsimonious, terms: [{term: \"B*A\", consistency: 0.79, raw: 0.667}], coverage: 0.60}]
  truth_tables: [{id: rows, cases: 60, rows: [{row: \"10\", cases: 20}, {row: \"11\", cases: 17}]}]
  percentages: [{id: satisfaction, value: 88.32, at_most: 600}, {id: rate, value: 33.3, of: 7}]
  stated_twice: [{id: variance, text: 85.03, table: 83.23}]
";

const ANSWER: &str = "\
small: 8 checks, 3 contradictions, 2 warnings
  rule  1, solution of main:
    contradiction: term A*B: raw coverage 0.667 exceeds solution coverage 0.60
  rule  2, solution of main:
    warning: term A*B: consistency 0.79 lies below the cutoff 0.8 of its rows
  rule  7, solution of main: the terms are the conservative, parsimonious and intermediate solution
  rule  6, truth table rows:
    warning: the rows hold 37 of 60 cases: the others lie at 0.5 in some condition, or were left out unsaid
  rule  8, truth table rows: in order
  rule  9, satisfaction 88.32: possible for 19 of the sample sizes up to 600: 137, 197, 214, 274, 291, 334, 351, \
368, 394, 411, 428, 471, 488, 505, 531, 548, 565, 582, 591
  rule  9, rate 33.3:
    contradiction: 33.3 cannot come from 7 answers
  rule 11, variance 83.23:
    contradiction: variance is 85.03 in the text and 83.23 in the table
";

#[test]
fn published_figures_are_checked_by_the_rules() {
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{PUBLISHED}"));
    for args in [&["audit", "small"][..], &["audit", "configs/small.yaml"], &["audit"]] {
        assert_eq!(trial.run(args).code(0).stdout(), ANSWER, "{args:?}");
    }
    let answer: Value =
        serde_json::from_str(&trial.run(&["audit", "--format", "json"]).code(0).stdout()).expect("JSON");
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let results = trial.results("reports/small");
    assert_eq!(answer[0]["checks"], results["audit"]);
    assert_eq!(results["audit"][5]["possible_sizes"].as_array().map(Vec::len), Some(19));
    let report = String::from_utf8(trial.bytes("reports/small/report.en.md")).expect("UTF-8");
    assert!(report.contains("## Published figures"), "{report}");
}

#[test]
fn audits_without_published_figures_or_studies_are_reported() {
    let none = "small: no published figures; write them under `published` in the study file\n";
    assert_eq!(Trial::small().run(&["audit"]).code(0).stdout(), none);
    Trial::new().run(&["audit"]).code(2).says(&["there is no study in configs/"]);
    Trial::small().run(&["audit", "none"]).code(2).says(&["neither a study file nor the id"]);
}
