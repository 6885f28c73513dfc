//! Claims about consistency in periods and within units, from a file to the verdict.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use equifinal_engine::{Engine, Files};
use equifinal_robustness::claims::{Found, Verdict};
use equifinal_studyfile::parse::parse;

/// The solution is A. It is consistent in 2018 and 2019, not in 2020, and nobody is in it in 2021; it is consistent within
/// u1 and u2, not within u3.
const CASES: &str = "unit,year,A,Y
u1,2018,1,1
u2,2018,1,1
u3,2018,0,0
u1,2019,1,1
u2,2019,1,1
u3,2019,1,1
u1,2020,0,0
u2,2020,1,1
u3,2020,1,0
u1,2021,0,0
u2,2021,0,1
";

/// The verdict on a claim, with the groups that do not reach the consistency.
fn judged(claim: &str) -> (&'static str, Vec<String>) {
    let study = format!(
        "format: equifinal/study/1\nid: s\ntitle: S\nprovenance: synthetic\n\
         data: {{cases: {{file: s/cases.csv, unit: unit, time: year}}}}\n\
         sets:\n  A: {{calibrate: {{given: crisp}}}}\n  Y: {{calibrate: {{given: crisp}}}}\n\
         analyses:\n  y: {{outcome: Y, conditions: [A], truth_table: {{consistency: 0.8}}, interpret: parsimonious}}\n\
         claims: [{{id: c, text: C, claim: {claim}}}]\n"
    );
    let study = Arc::new(parse("s.yaml", study.as_bytes()).unwrap());
    let world = Files::default().with("s/cases.csv", CASES.as_bytes().to_vec());
    let run = Engine::default().run(&study, &[], &world).unwrap();
    let verdict = &run.claims()[0].verdict;
    let missed = match verdict {
        Verdict::Broken(found) => match &found.found {
            Found::Groups { missed, .. } => missed.iter().map(|(name, _)| name.clone()).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    (verdict.name(), missed)
}

#[test]
fn claims_on_periods_and_units() {
    let check = |claim: &str, expected: &[&str]| {
        let (verdict, missed) = judged(claim);
        assert_eq!(missed, expected, "{claim}");
        assert_eq!(verdict, if expected.is_empty() { "held" } else { "broken" }, "{claim}");
    };
    check("{holds_in: {analysis: y, time: all}}", &["2020", "2021"]);
    check("{holds_in: {analysis: y, time: all, consistency: 0.5}}", &["2021"]);
    check("{holds_in: {analysis: y, time: [2019, 2018]}}", &[]);
    check("{holds_in: {analysis: y, path: A, time: [2018, 2020, 2030]}}", &["2020", "2030"]);
    check("{holds_in: {analysis: y, time: {at_least: 2}}}", &[]);
    check("{holds_in: {analysis: y, time: {at_least: 3}}}", &["2020", "2021"]);
    check("{within_at_least: {analysis: y, share: 0.6}}", &[]);
    check("{within_at_least: {analysis: y, share: 0.7}}", &["u3"]);
    check("{within_at_least: {analysis: y, units: 3, consistency: 0.5}}", &[]);
    check("{within_at_least: {analysis: y, path: A, units: 3}}", &["u3"]);
}
