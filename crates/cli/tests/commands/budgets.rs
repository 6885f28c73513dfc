//! Work limits of a run: the message when one is reached, and the remedy that it names.

use crate::trial::Trial;

/// With D, the positive rows form a ring in A, B, C, so that no term is essential.
const RING: &str = "case,A,B,C,D,Y\nc1,0,0,1,1,1\nc2,0,1,1,1,1\nc3,0,1,0,1,1\nc4,1,1,0,1,1\nc5,1,0,0,1,1\n\
                    c6,1,0,1,1,1\nc7,0,0,0,0,0\nc8,1,1,1,0,0\n";

const STUDY: &str = "\
format: equifinal/study/1
id: ring
title: A ring
provenance: synthetic
data: {cases: {file: ring/cases.csv, id: case}}
sets:
  A: {calibrate: {given: crisp}}
  B: {calibrate: {given: crisp}}
  C: {calibrate: {given: crisp}}
  D: {calibrate: {given: crisp}}
  Y: {calibrate: {given: crisp}}
analyses:
  main: {outcome: Y, conditions: [A, B, C, D], truth_table: {consistency: 0.8}, interpret: conservative}
claims:
  - {id: few, text: A few, claim: {path_count: {analysis: main, at_most: 9}}}
  - {id: core, text: D is core, claim: {core: {analysis: main, expression: D}}}
report: {languages: [en, zh], formats: [md, html]}
";

fn trial(budget: &str) -> Trial {
    Trial::new().file("configs/ring.yaml", format!("{STUDY}{budget}")).file("data/ring/cases.csv", RING)
}

/// The best cover of a refused solution is shown with its terms and fit in the report and results.json, and is not
/// treated as a model.
#[test]
fn a_refused_solution_shows_the_best_cover() {
    let trial = trial("budget: {search: 220}\n");
    trial.run(&["run", "configs/ring.yaml", "--out", "out"]).code(0);
    let results = trial.results("out");
    let refused = &results["analyses"]["main"]["solutions"]["conservative"];
    let said = "no model was proven to be minimum within the budget: 6 prime implicants cover 6 rows, and a minimum \
                model has at least 3 and at most 4 terms; `budget: {search: 2200}` allows more, and fewer conditions or \
                a higher frequency cutoff make the analysis smaller";
    assert_eq!(refused["refused"], said);
    let cover = &refused["best_cover"];
    assert_eq!(cover["expression"], "~A*C*D + A*~C*D + ~B*C*D + B*~C*D");
    assert_eq!((&cover["proven_minimum"], &cover["minimum_terms_at_least"]), (&false.into(), &3.into()));
    let terms = cover["terms"].as_array().expect("terms");
    let fit = |key: &str| terms.iter().map(|term| term[key].as_f64().expect(key)).collect::<Vec<_>>();
    assert_eq!((fit("consistency"), fit("raw_coverage")), (vec![1.0; 4], vec![1.0 / 3.0; 4]));
    assert!(refused.get("models").is_none() && refused.get("model_count").is_none());
    let derived = &results["analyses"]["main"]["solutions"]["intermediate"];
    assert!(derived.get("best_cover").is_none() && derived["refused"].as_str().is_some_and(|why| why.contains(said)));
    let verdicts: Vec<_> = results["claims"].as_array().expect("claims").iter().map(|one| &one["verdict"]).collect();
    assert_eq!(verdicts, ["undecided", "undecided"]);

    for (language, mark) in [("en", "not proven minimum"), ("zh", "未证明为最小")] {
        let table =
            String::from_utf8(trial.bytes(&format!("out/tables/solutions.main.{language}.csv"))).expect("UTF-8");
        let row = table.lines().find(|row| row.contains(mark)).expect(mark);
        assert!(row.contains("~A*C*D + A*~C*D + ~B*C*D + B*~C*D → Y") && row.ends_with("1.000,1.000,1.000"), "{row}");
        assert_eq!(table.lines().filter(|row| row.contains("\"~A*C*D → Y\",1.000,1.000,0.333")).count(), 1, "{table}");
        let page = String::from_utf8(trial.bytes(&format!("out/report.{language}.md"))).expect("UTF-8");
        assert!(page.contains(mark), "{page}");
        let figures = trial.names("out/figures");
        assert!(!figures.iter().any(|name| name.starts_with("xy.main.conservative")), "{figures:?}");
    }
}

/// The value that a refusal names lets the solution be found.
#[test]
fn the_budget_that_is_named_is_enough() {
    let trial = trial("budget: {search: 2200}\n");
    trial.run(&["run", "configs/ring.yaml", "--out", "out"]).code(0);
    let found = &trial.results("out")["analyses"]["main"]["solutions"]["conservative"];
    assert_eq!((&found["model_count"], found.get("refused")), (&"2".into(), None));
}

/// A claim that needs too many combinations of cutoffs is undecided; with the budget named in the message it is
/// decided.
#[test]
fn combinations_of_decisions_have_a_limit_that_can_be_set() {
    let across =
        "claim: {path_count: {analysis: main, at_most: 9}}, across: {consistency: [0.7, 0.75], pri: [0.1, 0.2]}}";
    let study = STUDY.replace("claim: {path_count: {analysis: main, at_most: 9}}}", across);
    for (budget, verdict) in
        [("", "held"), ("budget: {combinations: 8}\n", "undecided"), ("budget: {combinations: 9}\n", "held")]
    {
        let trial =
            Trial::new().file("configs/ring.yaml", format!("{study}{budget}")).file("data/ring/cases.csv", RING);
        let ended = trial.run(&["run", "configs/ring.yaml", "--out", "out"]).code(0);
        let results = trial.results("out");
        assert_eq!(results["claims"][0]["verdict"], verdict, "{budget}");
        if verdict == "undecided" {
            let said = "9 combinations of decisions are more than the 8 that are tried; `budget: {combinations: 9}` tries \
                        them all, and narrower ranges have fewer";
            ended.says(&[said]);
            assert_eq!(results["budget"]["combinations"], 8);
        }
    }
}

/// Tables for which a work limit was reached are counted separately, with the options that raise the limit.
#[test]
fn simulations_say_where_a_limit_of_work_was_reached() {
    let share = |args: &[&str]| {
        let ended = Trial::new().run(&[&["simulate", "A*B + ~C", "--draws", "20"], args].concat()).code(0);
        let text = ended.stdout();
        let row = text.lines().find(|line| line.starts_with("parsimonious\t")).expect("a row").to_owned();
        (row.split('\t').nth(6).expect("a share").to_owned(), text.contains("raise --most-search"))
    };
    assert_eq!(share(&[]), ("0.0 % [0.0, 16.1]".to_owned(), false));
    assert_eq!(share(&["--most-prime-implicants", "1"]), ("100.0 % [83.9, 100.0]".to_owned(), true));
    Trial::new().run(&["simulate", "A*B", "--most-search", "0"]).code(2);
}
