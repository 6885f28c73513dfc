//! Cases to study next, and weights of cases.

use serde_json::{Value, json};

use crate::trial::{SMALL, Trial};

const CASES: &str = "case,A,B,Y,w,area\nc1,0.9,1,0.9,1,n\nc2,0.8,1,0.8,2,n\nc3,0.7,1,0.9,1,s\nc4,0.2,0,0.1,1,s\nc5,0.9,0,0.2,1,s\n\
                     c6,0.2,0,0.7,1,n\n";

/// The folder of a study whose analysis has these keys, and whose table of cases has these.
fn trial(of_analysis: &str, of_table: &str, cases: &str) -> Trial {
    let table = format!("id: case{of_table}}}");
    let study = format!("{SMALL}{of_analysis}").replace("id: case}", &table);
    Trial::new().file("configs/small.yaml", study).file("data/small/cases.csv", cases)
}

fn run(trial: &Trial) -> Value {
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
    trial.results("out")["analyses"]["main"].clone()
}

fn scores(list: &Value) -> Value {
    let list = list.as_array().expect("a list").iter();
    list.map(|one| json!([one["case"], one["score"]])).collect()
}

#[test]
fn cases_to_study_next_are_proposed_with_their_scores() {
    let folder = trial("    case_selection: {per_term: 1}\n", "", CASES);
    let chosen = &run(&folder)["case_selection"];
    assert_eq!(chosen["terms"][0]["expression"], "A*B");
    // 2(y − x) + (1 − x) of the memberships above.
    assert_eq!(scores(&chosen["terms"][0]["typical"]), json!([["c1", 0.1], ["c2", 0.2], ["c3", 0.7]]));
    assert_eq!(scores(&chosen["deviant_coverage"]), json!([["c6", 0.2]]));
    assert_eq!(scores(&chosen["irrelevant"]), json!([["c5", 0.1], ["c4", 0.2]]));
    let pair = &chosen["pairs"]["deviant_coverage_irrelevant"];
    // |0.8 − 0.8| + (1 − (0.7 − 0.1)) + 2(1 − 0.8), in row 1.
    let expected = json!([{"row": 1, "deviant_coverage": "c6", "irrelevant": "c4", "score": 0.8, "tied": false}]);
    assert_eq!(*pair, expected);
    let report = String::from_utf8(folder.bytes("out/report.en.md")).expect("UTF-8");
    assert!(report.contains("## Cases to study next") && report.contains("| typical | c1 | 0.100 |"), "{report}");
    assert!(!report.contains("| typical | c2 |"), "{report}");
    let drawing = String::from_utf8(folder.bytes("out/figures/xy.main.intermediate.en.svg")).expect("UTF-8");
    let rings = drawing.split("class=\"proposed\"").nth(1).and_then(|rest| rest.split("</g>").next());
    assert_eq!(rings.map(|rings| rings.matches("<circle").count()), Some(3), "c1, c6 and c5");

    let studied = &run(&trial("    case_selection: {studied: [c1, c4]}\n", "", CASES))["case_selection"];
    assert_eq!(scores(&studied["terms"][0]["typical"]), json!([["c2", 0.2], ["c3", 0.7]]));
    assert_eq!((&studied["studied"], scores(&studied["irrelevant"])), (&json!(["c1", "c4"]), json!([["c5", 0.1]])));
    assert_eq!(studied["pairs"]["deviant_coverage_irrelevant"], json!([]));
    assert_eq!(run(&trial("", "", CASES)).get("case_selection"), None);
    let unknown = trial("    case_selection:\n      studied: [c1,\n        c9]\n", "", CASES);
    let said = ["no case `c9` to leave out of the proposals", "`main`", "in line 18 of the study file"];
    unknown.run(&["run", "configs/small.yaml", "--out", "out"]).code(4).says(&said);
}

#[test]
fn weighted_fit_stands_beside_the_unweighted() {
    let found = run(&trial("", ", weight: w, cluster: area", CASES));
    let plain = run(&trial("", "", CASES));
    let model = |found: &Value| found["solutions"]["conservative"]["models"][0].clone();
    let ratio = |value: &Value| value.as_f64().expect("a number");
    let (weighted, own) = (model(&found), model(&plain));
    assert_eq!((&weighted["coverage"], &weighted["terms"]), (&own["coverage"], &own["terms"]));
    // (0.9 + 2 × 0.8 + 0.7) / (0.9 + 2 × 0.8 + 0.9 + 0.1 + 0.2 + 0.7)
    assert!((ratio(&weighted["weighted"]["coverage"]) - 3.2 / 4.4).abs() < 1e-12, "{weighted}");
    assert_eq!(found["weights"], json!({"column": "w", "effective_cases": 49.0 / 9.0}));
    let [b, weighted_b] = [&plain["necessity"][2], &found["necessity"][2]["weighted"]];
    assert!((ratio(&b["consistency"]) - 2.6 / 3.6).abs() < 1e-12, "{b}");
    assert!((ratio(&weighted_b["consistency"]) - 3.4 / 4.4).abs() < 1e-12, "{weighted_b}");
    let none = ["weights", "weighted"].map(|key| (plain.get(key), own.get(key)));
    assert_eq!(none, [(None, None); 2]);
    for (weight, said) in
        [("0", "the weight 0 is not above 0"), ("-1", "the weight -1 is not above 0"), ("", "is empty")]
    {
        let cases = CASES.replace("c4,0.2,0,0.1,1", &format!("c4,0.2,0,0.1,{weight}"));
        let refused = trial("", ", weight: w", &cases);
        let said = ["line 5, column `w`, case `c4`", said];
        refused.run(&["run", "configs/small.yaml", "--out", "out"]).code(4).says(&said);
        assert!(!refused.path("out").exists());
    }
}
