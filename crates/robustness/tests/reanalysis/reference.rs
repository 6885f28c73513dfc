//! Comparison with R `SetMethods` 4.1 on the same data: equal where it is right, otherwise with its result and the
//! reason.

use equifinal_calibrate::calibrate;
use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::alternatives::alternatives;
use equifinal_robustness::protocol::{Bounds, Protocol, Standing, protocols};
use equifinal_robustness::ranges::{Cause, End, Interval, ranges};
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::{Anchor, NumericDecision, SolutionType, Study};
use equifinal_study::table::CaseTable;
use equifinal_studyfile::parse::parse;
use equifinal_testing::needs::corpus;
use serde_json::Value;

use crate::small::{IDENTITY, cases_of};

fn golden(file: &str, function: &str, label: &str) -> Option<Value> {
    let text = std::fs::read_to_string(corpus(&format!("public/{file}"))?).expect("a file");
    let whole: Value = serde_json::from_str(&text).expect("JSON");
    let cases = whole["cases"].as_array().expect("cases").clone();
    let found = cases.into_iter().find(|case| case["fn"] == function && case["label"] == label);
    Some(found.expect("a case")["result"].clone())
}

/// Payne's study of life expectancy with test solutions as alternatives: consistency, frequency.
fn payne(tests: &[(f64, usize)], cuts: (f64, usize), interpret: &str) -> Option<(Study, CaseTable, Vec<Findings>)> {
    let file = corpus("data/SetMethods/PAYF.csv")?;
    let mut keys = String::from("sets:\n");
    for set in ["HE", "GG", "AH", "HI", "HW", "HL"] {
        keys.push_str(&format!("  {set}: {{calibrate: {{given: fuzzy}}}}\n"));
    }
    let (consistency, frequency) = cuts;
    keys.push_str(&format!(
        "analyses:\n  life: {{outcome: HL, conditions: [HE, GG, AH, HI, HW], interpret: {interpret}, truth_table: {{consistency: {consistency}, frequency: {frequency}}}}}\nrobustness:\n  ranges: {{}}\n  alternatives:\n"
    ));
    for (at, (consistency, frequency)) in tests.iter().enumerate() {
        keys.push_str(&format!(
            "    - {{id: test-{at}, truth_table: {{consistency: {consistency}, frequency: {frequency}}}}}\n"
        ));
    }
    if tests.is_empty() {
        keys.push_str("    []\n");
    }
    let study = parse("payne.yaml", format!("{IDENTITY}{keys}").as_bytes()).expect("a good study");
    let table = cases_of(&file, "case");
    let memberships = calibrate(&table, &study.sets).expect("good data").memberships;
    let findings = study.analyses.iter().map(|analysis| analyse(analysis, &memberships, &Budget::default()));
    let findings = findings.collect::<Result<Vec<_>, _>>().expect("findings");
    Some((study, table, findings))
}

/// The protocol over every model of every test.
fn protocol(tests: &[(f64, usize)]) -> Option<Protocol> {
    let (study, table, findings) = payne(tests, (0.87, 2), "parsimonious")?;
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let alternatives = alternatives(&study, &table, &findings).expect("certified solutions");
    protocols(&findings, &alternatives, &reanalysis.memberships()).pop()
}

/// The same over the first model of each test, as in the reference.
fn first_models(tests: &[(f64, usize)]) -> Option<(Standing, SufficiencyFit)> {
    let (study, table, findings) = payne(tests, (0.87, 2), "parsimonious")?;
    let alternatives = alternatives(&study, &table, &findings).expect("certified solutions");
    let initial = &findings[0].solution(SolutionType::Parsimonious).as_ref().expect("a solution").models[0].memberships;
    let first = alternatives.iter().map(|alternative| {
        let changed = alternative.comparisons[0].changed.as_ref().expect("findings");
        changed.solution(SolutionType::Parsimonious).as_ref().expect("a solution").models[0].memberships.as_slice()
    });
    let tests = Bounds::of(&first.collect::<Vec<_>>()).expect("tests");
    let standing = Standing::new(initial, &findings[0].outcome, &tests);
    let core = standing.core;
    Some((standing, core))
}

/// True if equal to three decimals, the precision of the reference, whose inputs have three decimals too.
fn is_near(ours: Option<f64>, theirs: &Value) -> bool {
    (ours.expect("a number") - theirs.as_f64().expect("a number")).abs() < 0.0016
}

const TWO: [(f64, usize); 2] = [(0.7, 2), (0.87, 1)];
const THREE: [(f64, usize); 3] = [(0.7, 2), (0.9, 3), (0.87, 1)];

#[test]
fn fit_oriented_robustness_matches_the_reference() {
    for (label, tests) in [("documented", &TWO[..]), ("single", &TWO[..1])] {
        let Some((ours, core)) = first_models(tests) else { return };
        let theirs = &golden("sm_robustness.json", "rob.fit", label).expect("a case")[0];
        assert!(is_near(ours.rf_cov, &theirs["RF_cov"]), "{label}: {:?}", ours.rf_cov);
        assert!(is_near(ours.rf_cons, &theirs["RF_cons"]), "{label}: {:?}", ours.rf_cons);
        assert!(is_near(ours.rf_sc_min, &theirs["RF_SC_minTS"]), "{label}: {:?}", ours.rf_sc_min);
        assert!(is_near(ours.rf_sc_max, &theirs["RF_SC_maxTS"]), "{label}: {:?}", ours.rf_sc_max);
        let theirs = golden("sm_robustness.json", "rob.corefit", label).expect("a case");
        assert!(is_near(core.consistency, &theirs["Cons.Suf"]) && is_near(core.coverage, &theirs["Cov.Suf"]));
        assert!(is_near(core.pri, &theirs["PRI"]));
    }
}

/// Defect D9 of the reference: of three test solutions, the middle one is in neither the smallest nor the largest.
#[test]
fn every_test_solution_counts_in_any_order() {
    let Some((ours, core)) = first_models(&THREE) else { return };
    let theirs = &golden("sm_robustness.json", "rob.fit", "three_tests").expect("a case")[0];
    assert!(is_near(ours.rf_cov, &theirs["RF_cov"]) && is_near(ours.rf_cons, &theirs["RF_cons"]));
    assert_eq!(theirs["RF_SC_minTS"], 0.96, "the reference leaves HE*AH out");
    assert!((ours.rf_sc_min.expect("a number") - 0.8866).abs() < 1e-4, "{:?}", ours.rf_sc_min);
    let theirs = golden("sm_robustness.json", "rob.corefit", "three_tests").expect("a case");
    assert!(is_near(core.consistency, &theirs["Cons.Suf"]) && is_near(core.coverage, &theirs["Cov.Suf"]));
    let ours = protocol(&THREE).expect("a protocol");
    assert!(ours.tests.len() > 3, "tied models are tests too");
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let other = protocol(&order.map(|at| THREE[at])).expect("a protocol");
        let judged = |found: &Protocol| {
            found.models.iter().map(|model| (model.all.clone(), model.core.clone())).collect::<Vec<_>>()
        };
        assert_eq!(judged(&other), judged(&ours));
    }
}

#[test]
fn ranks_and_similarities_match_the_reference() {
    for (label, tests) in [("documented", &TWO[..]), ("three_tests", &THREE[..])] {
        let Some(ours) = protocol(tests) else { return };
        let theirs = golden("sm_robustness.json", "rob.singletest", label).expect("a case");
        let theirs = theirs.as_array().expect("tests");
        let mut first: Vec<_> = ours.tests.iter().zip(&ours.models[0].each).collect();
        first.dedup_by(|(a, _), (b, _)| a.alternative == b.alternative);
        assert_eq!(first.len(), theirs.len());
        for ((ours, (similarity, rank)), theirs) in first.into_iter().zip(theirs) {
            assert_eq!(ours.expression.replace(' ', ""), theirs["Model"].as_str().expect("a model"));
            assert_eq!(u64::from(*rank), theirs["RCC_Rank"].as_u64().expect("a rank"), "{}", ours.expression);
            assert!(is_near(*similarity, &theirs["SC"]), "{ours:?}");
        }
    }
}

/// Defect D10: `rob.cases` aborts with current versions of `admisc`; these answers are those with version 0.36.
#[test]
fn zones_match_the_reference() {
    for (label, tests) in [("documented", &TWO[..]), ("single", &TWO[..1])] {
        let (Some(ours), Some((first, _))) = (protocol(tests), first_models(tests)) else { return };
        let theirs = golden("sm_robcases_admisc036.json", "rob.cases", label).expect("a case");
        let parameters = &theirs["CaseParameters"][0];
        assert!(is_near(first.rcr_typ(), &parameters["RCR_typ"]), "{:?}", first.rcr_typ());
        assert!(is_near(first.rcr_dev(), &parameters["RCR_dev"]), "{:?}", first.rcr_dev());
        assert_eq!(u64::from(first.rank()), parameters["RCC_Rank"].as_u64().expect("a rank"));
        let zones = &first.zones;
        for (name, zone) in [
            ("S1S2Y", &zones.robust[0]),
            ("S1S2y", &zones.robust[1]),
            ("S1s2Y", &zones.shaky[0]),
            ("S1s2y", &zones.shaky[1]),
            ("s1S2Y", &zones.possible[0]),
            ("s1S2y", &zones.possible[1]),
            ("s1s2Y", &zones.outside[0]),
            ("s1s2y", &zones.outside[1]),
        ] {
            let named = theirs["CaseTypes"][name]["CaseNames"].as_array().cloned().unwrap_or_default();
            let mut named: Vec<&str> = named.iter().filter_map(Value::as_str).filter(|name| name.len() == 3).collect();
            named.sort_unstable();
            let cases: Vec<&str> = zone.iter().map(|&case| ours.cases[case].as_str()).collect();
            assert_eq!(cases, named, "{label} {name}");
        }
    }
}

/// D9 again: the test solution ignored by the reference makes two deviant cases shaky.
#[test]
fn zones_of_three_tests_include_the_one_the_reference_drops() {
    let Some((ours, _)) = first_models(&THREE) else { return };
    let theirs = golden("sm_robcases_admisc036.json", "rob.cases", "three_tests").expect("a case");
    assert_eq!(theirs["CaseParameters"][0]["RCR_dev"], 0.296);
    assert_eq!(ours.rcr_dev(), Some(6.0 / 27.0));
    let (two, _) = first_models(&TWO).expect("two tests");
    assert!(is_near(two.rcr_dev(), &theirs["CaseParameters"][0]["RCR_dev"]));
}

/// True if an interval contains the whole interval of the reference.
fn contains(ours: &Interval, low: &Value, high: &Value) -> bool {
    // The reference lets anchors meet; here they come as near as can be.
    let is_limit = |end: &End, value: f64| end.cause == Cause::Limit && (end.at - value).abs() < 1e-9;
    let within = |value| ours.holds(value) || is_limit(&ours.low, value) || is_limit(&ours.high, value);
    [low, high].into_iter().filter_map(Value::as_f64).all(within)
}

#[test]
fn ranges_contain_those_of_the_reference() {
    for (label, cuts, interpret) in [
        ("step0.01", (0.87, 2), "parsimonious"),
        ("step0.05", (0.87, 2), "parsimonious"),
        ("conservative", (0.87, 2), "conservative"),
    ] {
        let Some(theirs) = golden("sm_robustness.json", "rob.inclrange", label) else { return };
        let ours = interval(cuts, interpret, &NumericDecision::Consistency);
        assert!(contains(&ours, &theirs[0]["RCT"], &theirs[1]["RCT"]), "{label}: {ours:?}");
    }
    for (label, frequency) in [("documented", 2), ("n3", 3)] {
        let theirs = golden("sm_robustness.json", "rob.ncutrange", label).expect("a case");
        let ours = interval((0.87, frequency), "parsimonious", &NumericDecision::Frequency);
        assert!(contains(&ours, &theirs[0]["NCUT"], &theirs[1]["NCUT"]), "{label}: {ours:?}");
        assert!((ours.low.at - theirs[0]["NCUT"].as_f64().expect("a count")).abs() < 0.5, "counts leave no room");
        assert!((ours.high.at - theirs[1]["NCUT"].as_f64().expect("a count")).abs() < 0.5, "{ours:?}");
    }
}

fn interval(cuts: (f64, usize), interpret: &str, decision: &NumericDecision) -> Interval {
    let (study, table, _) = payne(&[], cuts, interpret).expect("data");
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let found = ranges(&reanalysis);
    found[0].ranges.iter().find(|range| range.decision == *decision).expect("a range").intervals[0].clone()
}

/// Lipset's democracies with DEVELOPED calibrated from raw values and the other sets as published.
#[test]
fn anchor_ranges_contain_those_of_the_reference() {
    let (Some(raw), Some(fuzzy)) = (corpus("data/SetMethods/LIPR.csv"), corpus("data/SetMethods/LIPF.csv")) else {
        return;
    };
    let (mut table, raw) = (cases_of(&fuzzy, "case"), cases_of(&raw, "case"));
    // One of the two files misspells Hungary.
    assert_eq!(table.cases.len(), raw.cases.len());
    let mut column = raw.column("DEVELOPED").expect("a column").clone();
    column.name = "gnp".to_owned();
    table.columns.push(column);
    let keys = "
sets:
  DEVELOPED: {column: gnp, calibrate: {direct: {exclusion: 400, crossover: 550, inclusion: 900}}}
  URBAN: {calibrate: {given: fuzzy}}
  LITERATE: {calibrate: {given: fuzzy}}
  INDUSTRIAL: {calibrate: {given: fuzzy}}
  STABLE: {calibrate: {given: fuzzy}}
  SURVIVED: {calibrate: {given: fuzzy}}
analyses:
  survival: {outcome: SURVIVED, conditions: [DEVELOPED, URBAN, LITERATE, INDUSTRIAL, STABLE], interpret: parsimonious, truth_table: {consistency: 0.8}}
";
    let study = parse("lipset.yaml", format!("{IDENTITY}{keys}").as_bytes()).expect("a good study");
    let reanalysis = Reanalysis::new(&study, &table).expect("good data");
    let found = ranges(&reanalysis);
    let theirs = golden("sm_robustness.json", "rob.calibrange", "with_cond").expect("a case");
    for (name, anchor) in [("E", Anchor::Exclusion), ("C", Anchor::Crossover), ("I", Anchor::Inclusion)] {
        let decision = NumericDecision::Anchor { set: "DEVELOPED".to_owned(), anchor };
        let ours = &found[0].ranges.iter().find(|range| range.decision == decision).expect("a range").intervals[0];
        assert!(contains(ours, &theirs[0][name], &theirs[1][name]), "{name}: {ours:?} against {theirs}");
    }
}
