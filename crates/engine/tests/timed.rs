//! Scores from other periods of a panel, from a file to the values of the cases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use equifinal_engine::{Engine, Files};
use equifinal_study::missing::is_missing;
use equifinal_studyfile::parse::parse;

/// The unit u1 has no row in 2018, and the cell of u2 in 2017 is empty.
const CASES: &str = "unit,year,region,a,w
u2,2019,north,8,1
u1,2016,south,1,2
u1,2017,south,3,2
u1,2019,south,4,2
u2,2016,north,0,1
u2,2017,north,,1
u2,2018,north,6,1
";

fn study(set: &str, keys: &str) -> String {
    format!(
        "format: equifinal/study/1\nid: s\ntitle: S\nprovenance: synthetic\n\
         data: {{cases: {{file: s/cases.csv, unit: unit, time: year{keys}}}}}\n\
         sets:\n  A: {{column: a, {set}, calibrate: {{crisp: {{threshold: 2}}}}}}\n\
         \x20 B: {{column: a, missing: drop, calibrate: {{crisp: {{threshold: 3}}}}}}\n"
    )
}

fn world() -> Files {
    Files::default().with("s/cases.csv", CASES.as_bytes().to_vec())
}

/// The cases with the scores of `A`; `None` for a case that has none.
fn scores(source: &str) -> Vec<(String, Option<f64>)> {
    let study = parse("s.yaml", source.as_bytes()).unwrap();
    let (evidence, _) = Engine::default().evidence(&study, &world()).unwrap();
    let values = evidence.cases.numbers(&study.sets[0]).unwrap().into_owned();
    let known = values.into_iter().map(|value| (!is_missing(value)).then_some(value));
    evidence.cases.cases.iter().cloned().zip(known).collect()
}

/// A period is one year: 2018 is counted for u1 although it is no case then.
#[test]
fn scores_of_other_periods() {
    let check = |time: &str, expected: [Option<f64>; 7]| {
        let found = scores(&study(&format!("missing: drop, time: {time}"), ""));
        assert_eq!(found.iter().map(|(_, value)| *value).collect::<Vec<_>>(), expected, "{time}");
    };
    // u2 2019, u1 2016, u1 2017, u1 2019, u2 2016, u2 2017, u2 2018
    check("{lag: 1}", [Some(6.0), None, Some(1.0), None, None, Some(0.0), None]);
    check("{lag: 2}", [None, None, None, Some(3.0), None, None, Some(0.0)]);
    check("{lead: 1}", [None, Some(3.0), None, None, None, Some(6.0), Some(8.0)]);
    check("{change: 1}", [Some(2.0), None, Some(2.0), None, None, None, None]);
    check("{growth: 1}", [Some(2.0 / 6.0), None, Some(2.0), None, None, None, None]);
    // 6 after 0 has no growth.
    check("{growth: 2}", [None, None, None, Some(1.0 / 3.0), None, None, None]);
    // Beside sets by period, of all periods of the unit.
    check("{at: 2016}", [0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0].map(Some));
}

/// The column says how many cases have no score, and why.
#[test]
fn missing_scores_are_counted() {
    let check = |time: &str, expected: [usize; 3]| {
        let study = parse("s.yaml", study(&format!("missing: drop, time: {time}"), "").as_bytes()).unwrap();
        let (evidence, _) = Engine::default().evidence(&study, &world()).unwrap();
        let column = evidence.cases.columns.iter().find(|column| column.timed.is_some()).unwrap();
        let timed = column.timed.as_ref().unwrap();
        assert_eq!([timed.no_period, timed.no_value, timed.zero], expected, "{time}");
    };
    check("{lag: 1}", [3, 1, 0]);
    check("{change: 1}", [3, 2, 0]);
    check("{growth: 2}", [4, 1, 1]);
    check("{at: 2017}", [0, 4, 0]);
}

/// Sets in fixed periods make the units the cases, with the clusters and weights that their rows agree on.
#[test]
fn units_become_cases() {
    let of_units = |at: &str, keys: &str| {
        let second = "  C: {column: a, time: {at: 2019}, calibrate: {crisp: {threshold: 5}}}\n";
        let whole = study(&format!("missing: drop, time: {{at: {at}}}"), keys);
        let (start, _) = whole.split_once("  B: ").unwrap();
        format!("{start}{second}analyses:\n  c: {{outcome: C, conditions: [A], truth_table: {{consistency: 0.8}}}}\n")
    };
    let named = |values: [Option<f64>; 2]| ["u1", "u2"].map(str::to_owned).into_iter().zip(values).collect::<Vec<_>>();
    assert_eq!(scores(&of_units("2017", "")), named([Some(3.0), None]));
    assert_eq!(scores(&of_units("2018", ", cluster: region, weight: w")), named([None, Some(6.0)]));
    let study = parse("s.yaml", of_units("2016", ", cluster: region, weight: w").as_bytes()).unwrap();
    let findings = Engine::default().findings(&study, &world()).unwrap();
    assert_eq!(findings[0].cases.as_slice(), ["u1", "u2"]);
    assert!(findings[0].weights.is_some());
}

#[test]
fn refused_periods() {
    let check = |set: &str, keys: &str, expected: &str| {
        let study = parse("s.yaml", study(set, keys).as_bytes()).unwrap();
        let refused = Engine::default().evidence(&study, &world()).unwrap_err();
        assert_eq!(refused.to_string(), expected);
    };
    check(
        "time: {lag: 1}",
        "",
        "s/cases.csv: the set `A` is `a` one period earlier; 4 cases have no such score: line 3, case `u1 · 2016`, line 5, \
         case `u1 · 2019`, line 6, case `u2 · 2016` and 1 more. Give the set `missing: drop` to leave them out, or impute \
         a value",
    );
    check(
        "missing: drop, time: {at: 2020}",
        "",
        "s/cases.csv: `a` is taken at 2020, but no case is in 2020; write one of 2016, 2017, 2018, 2019",
    );
}
