//! Keys of a study file that add parts to its report.

use serde_json::{Value, json};

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
fn theories_are_compared_with_the_solution() {
    let trial = run_with("    theory: {expression: \"A + B\", because: an old one}\n");
    let theory = &trial.results("out")["analyses"]["main"]["theory"];
    assert_eq!((&theory["expression"], &theory["solution"]), (&json!("A + B"), &json!("intermediate")));
    let areas: Vec<_> = theory["areas"].as_array().expect("areas").iter().collect();
    let shown = areas.iter().map(|area| [&area["area"], &area["configurations"], &area["cases_with_outcome"]]);
    let expected = [
        [json!("T*S"), json!("A*B"), json!(["c1"])],
        [json!("~T*S"), json!("none"), json!([])],
        [json!("T*~S"), json!("~A*B + A*~B"), json!([])],
        [json!("~T*~S"), json!("~A*~B"), json!([])],
    ];
    // What `fit` says of the expression is what stands beside it.
    for area in &areas {
        let relation = format!("{} => Y", area["expression"].as_str().expect("an expression"));
        let answer = trial.run(&["fit", "small", &relation, "--format", "json"]).code(0).stdout();
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        for parameter in ["consistency", "pri", "coverage"] {
            assert_eq!(answer["whole"][parameter], area[parameter], "{relation}");
        }
    }
    assert_eq!(shown.collect::<Vec<_>>(), expected.each_ref().map(<[_; 3]>::each_ref));
    assert_eq!(areas[2]["cases_without_outcome"], json!(["c2", "c3"]));
    let report = report(&trial);
    assert!(report.contains("## Theory evaluation") && report.contains("A + B: an old one"), "{report}");
    assert_eq!(run_with("").results("out")["analyses"]["main"].get("theory"), None);
}

/// Row 4 holds c1 and row 3 holds c2; without c4, row 1 is a remainder.
#[test]
fn excluding_observed_rows_is_reported() {
    let keys = "    implausible:\n      - {rows: [3], because: recoded by hand}\n      - {rows: [1, 4], because: cannot be}\n    \
                enhanced: {impossible: [A*~B]}\n";
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{keys}"));
    let trial = trial.file("data/small/cases.csv", "case,A,B,Y\nc1,0.9,1,0.9\nc2,0.8,0,0.2\nc3,0.1,1,0.3\n");
    let remedy = "kept, since only remainders can be ruled out";
    let named = "Y: `implausible` names 2 rows that hold cases";
    let impossible = "Y: `enhanced: impossible` names one row that holds cases";
    let said = [named, "rows 3 (c2), 4 (c1)", impossible, "row 3 (c2)", remedy, "look into their scores"];
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0).says(&said);
    let results = trial.results("out");
    let counterfactuals = &results["analyses"]["main"]["counterfactuals"];
    let ruled = json!([
        {"rows": [3], "because": "recoded by hand", "ruled_out": [], "observed_and_kept": [3]},
        {"rows": [1, 4], "because": "cannot be", "ruled_out": [1], "observed_and_kept": [4]},
    ]);
    assert_eq!(counterfactuals["implausible"], ruled);
    assert_eq!(counterfactuals["excluded"][0]["observed_and_kept"], json!([3]));
    let warnings = results["warnings"].as_array().expect("warnings");
    assert!(warnings.iter().any(|warning| warning.as_str().is_some_and(|text| text.contains(named))), "{warnings:?}");
    let report = report(&trial).replace("\\`", "`");
    assert!(
        report.contains(named) && report.contains("rows 1, 4 (one remainder is ruled out) – cannot be"),
        "{report}"
    );
    assert!(report.contains("rows 1, 4: not ruled out where it holds cases (row 4)"), "{report}");
    assert!(!report.contains("recoded by hand"), "{report}");
}

/// A reason why a condition promotes the outcome is not used as an expectation that its absence prevents it.
#[test]
fn reasons_do_not_apply_to_the_negated_outcome() {
    let keys = "    negation: true\n    expectations: {A: {expect: present, because: riches help}}\n";
    let trial = run_with(keys);
    let report = report(&trial);
    assert!(report.contains("present – riches help"), "{report}");
    assert_eq!(report.matches("riches help").count(), 1, "{report}");
    let said = "Not Y: no reason is given for the directional expectations of A. A negation reverses";
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0).says(&[said]);
    let own = keys.replace("negation: true", "negation: {expectations: {A: {expect: absent, because: the poor lose}}}");
    let trial = run_with(&own);
    let stderr = trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0).stderr();
    assert!(!stderr.contains("directional expectations"), "{stderr}");
    assert!(self::report(&trial).contains("absent – the poor lose"));
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
fn similar_analyses_share_a_chart() {
    let report = report(&run_with("  other: {like: main, outcome: \"~Y\"}\n"));
    assert!(report.contains("Configurations for Y, not Y side by side"), "{report}");
}

#[test]
fn random_tables_are_reported_alone() {
    let trial = run_with(
        "robustness: {resample: {random_data: 50}}\nreport: {languages: [en, zh], formats: [html, md, tex]}\n",
    );
    assert_eq!(trial.results("out")["robustness"]["random_data"][0]["draws"], 50);
    let [en, zh] = ["Solutions found in random data", "随机数据所得的解"];
    for (file, title) in [
        ("report.en.md", en),
        ("report.zh.md", zh),
        ("report.html", en),
        ("report.html", zh),
        ("report.en.tex", en),
        ("report.zh.tex", zh),
        ("tables/random-data.en.csv", "\"main\",50,"),
    ] {
        let text = String::from_utf8(trial.bytes(&format!("out/{file}"))).expect("UTF-8");
        assert!(text.contains(title), "{file}: {text}");
    }
}

#[test]
fn sampled_case_subsets_are_labelled_as_a_sample() {
    let resampled = |limits: &str| {
        let trial =
            run_with(&format!("robustness: {{resample: {{leave_out: 2{limits}}}}}\nreport: {{formats: [md]}}\n"));
        let found = trial.results("out")["robustness"]["resample"][0].clone();
        (report(&trial), [&found["draws"], &found["ways"], &found["complete"]].map(Clone::clone))
    };
    let (text, found) = resampled(", limits: {ways: 5}");
    assert_eq!(found, [json!(5), json!(6), json!(false)]);
    assert!(text.contains("Of the 6 ways to drop 2 cases 5 were drawn at random: a sample, not every way."), "{text}");
    let (text, found) = resampled("");
    assert_eq!(found, [json!(6), json!(6), json!(true)]);
    assert!(!text.contains("a sample"), "{text}");
}

#[test]
fn permutations_report_their_method() {
    let permuted = |limits: &str| {
        let text = format!("robustness: {{resample: {{permutation: 30{limits}}}}}\nreport: {{formats: [md]}}\n");
        let trial = run_with(&text);
        let found = trial.results("out")["robustness"]["permutation"][0].clone();
        let path = &found["paths"][0];
        let numbers = [&found["method"], &found["draws"], &found["orders"], &path["p"], &path["p_standard_error"]];
        (report(&trial), numbers.map(Clone::clone))
    };
    // The four memberships in Y differ, and only 0.9 beside c1 is as consistent.
    let (text, found) = permuted("");
    assert_eq!(found, [json!("exact"), json!(24), json!(24), json!(0.25), json!(null)]);
    assert!(text.contains("All 24 distinct orders of the outcome were tried. p is exact"), "{text}");
    let (text, found) = permuted(", limits: {orders: 23}");
    assert_eq!(found[..3], [json!("monte_carlo"), json!(30), json!(24)]);
    let [p, error] = [&found[3], &found[4]].map(|number| number.as_f64().expect("a number"));
    assert!(error > 0.0 && (p * 31.0).fract().abs() < 1e-9, "{p} {error}");
    assert!(text.contains("since it has more than 23 distinct orders. p is estimated"), "{text}");
}

#[test]
fn pages_list_some_cases_and_tables_list_all() {
    let cases = "case,A,B,Y\nc1,0.9,1,0.9\nc2,0.8,1,0.8\nc3,0.7,1,0.9\nc4,0.2,0,0.1\nc5,0.9,0,0.2\n";
    let run = |limit: &str| {
        let study = format!("{SMALL}report: {{formats: [html, md]{limit}}}\n");
        let trial = Trial::new().file("configs/small.yaml", study).file("data/small/cases.csv", cases);
        trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
        let page = String::from_utf8(trial.bytes("out/report.html")).expect("UTF-8");
        let named =
            trial.results("out")["analyses"]["main"]["solutions"]["conservative"]["models"][0]["terms"][0]["cases"]
                .clone();
        assert_eq!(named, json!(["c1", "c2", "c3"]));
        (trial, page)
    };
    let drawing =
        |trial: &Trial| String::from_utf8(trial.bytes("out/figures/xy.main.intermediate.en.svg")).expect("UTF-8");
    let (trial, page) = run(", cases: 2");
    assert!(page.contains("\"cases\":[0,1],") && page.contains("\"more\":1"), "{page}");
    assert!(!drawing(&trial).contains("data-cases"));
    assert!(report(&trial).contains("With more than 2 cases a disc stands for all cases in its square"));
    let whole = String::from_utf8(trial.bytes("out/tables/cases-of-paths.csv")).expect("UTF-8");
    let lines: Vec<&str> = whole.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines[0], "\"analysis\",\"path\",\"case\"");
    for case in ["c1", "c3"] {
        assert!(lines.contains(&format!("\"main\",\"A*B\",\"{case}\"").as_str()), "{lines:?}");
    }
    let (trial, page) = run("");
    assert!(!page.contains("\"more\"") && drawing(&trial).contains("data-cases='[\"c4\""));
    assert!(!trial.path("out/tables/cases-of-paths.csv").exists());
}
