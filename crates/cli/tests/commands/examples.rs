//! Real studies from their files to the published figures.

use std::fs;

use equifinal_testing::needs::corpus;
use serde_json::Value;

use crate::trial::{Trial, project};

/// The results of a study of the project.
fn rebuilt(id: &str) -> (Trial, Value) {
    let trial = Trial::new();
    let study = project().join(format!("configs/{id}.yaml"));
    trial.run(&["run", &study.to_string_lossy(), "--out", "out", "--only", "results"]).code(0);
    let results = trial.results("out");
    (trial, results)
}

/// The terms of a solution's first model, sorted, and its fit, to three decimals.
fn model(results: &Value, analysis: &str, solution: &str) -> (Vec<String>, [i64; 3]) {
    let model = &results["analyses"][analysis]["solutions"][solution]["models"][0];
    let fit = ["consistency", "pri", "coverage"].map(|key| thousandths(&model[key]));
    (terms(model["expression"].as_str().unwrap_or_default()), fit)
}

fn terms(expression: &str) -> Vec<String> {
    let mut terms: Vec<String> = expression.split(" + ").map(str::to_owned).collect();
    terms.sort();
    terms
}

#[expect(clippy::cast_possible_truncation, reason = "ratios")]
fn thousandths(value: &Value) -> i64 {
    (value.as_f64().expect("a number") * 1000.0).round() as i64
}

fn necessity(results: &Value, analysis: &str, expression: &str) -> [i64; 2] {
    let rows = results["analyses"][analysis]["necessity"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["expression"] == expression).expect("the row");
    [thousandths(&row["consistency"]), thousandths(&row["relevance"])]
}

#[test]
fn democracies_between_the_wars() {
    let (trial, results) = rebuilt("lipset-democracy");
    for (analysis, solution, expression, fit) in [
        ("survival", "parsimonious", "DEV*~IND + URB*STB", Some([851, 818, 717])),
        ("survival", "intermediate", "DEV*URB*LIT*STB + DEV*LIT*~IND*STB", Some([867, 839, 661])),
        ("survival", "conservative", "DEV*URB*LIT*IND*STB + DEV*~URB*LIT*~IND*STB", Some([870, 843, 660])),
        ("~survival", "parsimonious", "~DEV + ~STB", None),
    ] {
        let (found, figures) = model(&results, analysis, solution);
        assert_eq!(found, terms(expression), "{analysis}, {solution}");
        assert_eq!(figures, fit.unwrap_or(figures), "{analysis}, {solution}");
    }
    assert_eq!(necessity(&results, "survival", "LIT"), [991, 508]);
    assert_eq!(necessity(&results, "survival", "STB")[0], 921);
    let study = project().join("configs/lipset-democracy.yaml");
    trial.run(&["run", &study.to_string_lossy(), "--out", "whole"]).code(0);
    let of_both = |ending: &str| ["en", "zh"].map(|language| format!("report.{language}.{ending}"));
    let files = ["report.html".to_owned(), "results.json".to_owned()];
    for file in files.into_iter().chain(["md", "tex", "docx"].into_iter().flat_map(of_both)) {
        assert!(!trial.bytes(&format!("whole/{file}")).is_empty(), "{file}");
    }
}

#[test]
fn county_alliances() {
    let (_, results) = rebuilt("county-alliance-capacity");
    let (found, fit) = model(&results, "capacity", "conservative");
    let paths = [
        "scale*structure*management*resource_sharing*insurance_payment*incentive",
        "structure*management*info_platform*resource_sharing*insurance_payment*incentive",
        "~scale*structure*management*~info_platform*~resource_sharing*insurance_payment*incentive",
        "~scale*structure*management*~info_platform*resource_sharing*insurance_payment*~incentive",
    ];
    assert_eq!(found, terms(&paths.join(" + ")));
    assert_eq!(fit, [884, 836, 791]);
    assert_eq!(results["analyses"]["capacity"]["solutions"]["conservative"]["model_count"], "1");
    assert_eq!(results["analyses"]["capacity"]["solutions"]["parsimonious"]["model_count"], "3");
}

/// The paths of the interpreted model under their names, with consistency, PRI, raw and unique coverage.
fn paths(results: &Value, analysis: &str) -> Vec<(String, [i64; 4])> {
    let terms = &results["analyses"][analysis]["solutions"]["intermediate"]["models"][0]["terms"];
    let figures =
        |term: &Value| ["consistency", "pri", "raw_coverage", "unique_coverage"].map(|key| thousandths(&term[key]));
    let terms = terms.as_array().expect("terms").iter();
    terms.map(|term| (term["expression"].as_str().unwrap_or_default().to_owned(), figures(term))).collect()
}

fn verdict(results: &Value, analysis: &str, id: &str) -> String {
    let alternatives = results["alternatives"].as_array().expect("alternatives");
    let comparisons = alternatives.iter().filter(|one| one["id"] == id).flat_map(|one| one["comparisons"].as_array());
    let mut of_analysis = comparisons.flatten().filter(|comparison| comparison["analysis"] == analysis);
    of_analysis.next().expect(id)["verdict"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn city_alliances() {
    let (_, results) = rebuilt("city-alliance-performance");
    let management = ("collaboration_system*assessment_incentive*government_support", [1000, 1000, 250, 250]);
    let operational = ("resource_complementarity*business_linkage*information_platform", [1000, 1000, 333, 333]);
    let organisational = ("resource_complementarity*economic_linkage*government_support", [1000, 1000, 333, 333]);
    let expected = [management, operational, organisational].map(|(term, fit)| (term.to_owned(), fit));
    assert_eq!(paths(&results, "performance"), expected);
    assert_eq!(model(&results, "performance", "intermediate").1, [1000, 1000, 917]);
    let analysis = &results["analyses"]["performance"];
    let rows = analysis["truth_table"].as_array().expect("rows");
    assert_eq!(rows.iter().filter(|row| row["cases_in"] != 0).count(), 20);
    let contradictions: Vec<&Value> = rows.iter().filter(|row| row["output"] == "C").collect();
    assert_eq!(contradictions.len(), 1);
    assert_eq!(contradictions[0]["cases"], serde_json::json!(["A10", "A21"]));
    let necessity = analysis["necessity"].as_array().expect("rows");
    assert_eq!(necessity.iter().map(|row| thousandths(&row["consistency"])).max(), Some(667));
    for (alternative, expected) in
        [("contradictions-remainder", "superset"), ("consistency-100", "same"), ("without-contradiction", "superset")]
    {
        assert_eq!(verdict(&results, "performance", alternative), expected, "{alternative}");
    }
}

#[test]
fn doctors_of_a_loose_alliance() {
    let (trial, results) = rebuilt("loose-alliance-commitment");
    let measured = &results["measurement"]["doctors"];
    assert_eq!([&measured["sent"], &measured["returned"], &measured["valid"]], [250, 232, 205]);
    let found: Vec<&Value> =
        measured["screening"].as_array().expect("steps").iter().map(|step| &step["found"]).collect();
    assert_eq!(found, [14, 8, 5, 0, 0, 0]);
    for construct in measured["constructs"].as_object().expect("constructs").values() {
        assert!(thousandths(&construct["alpha"]) >= 800 && thousandths(&construct["ave"]) >= 500, "{construct}");
    }
    for (_, bytes) in trial.tree("out") {
        assert!(!String::from_utf8_lossy(&bytes).contains("203.0.113."), "an address got through");
    }
    let experience = ("work_significance*teamwork_experience", [906, 842, 650, 149]);
    let merger = ("work_significance*~opportunity_cost*organizational_support", [925, 847, 492, 100]);
    let altruistic = ("work_significance*opportunity_cost*~organizational_support", [907, 817, 415, 77]);
    let expected = [experience, merger, altruistic].map(|(term, fit)| (term.to_owned(), fit));
    assert_eq!(paths(&results, "commitment"), expected);
    for solution in ["conservative", "parsimonious", "intermediate"] {
        let (found, fit) = model(&results, "commitment", solution);
        assert_eq!(found, terms(&expected.clone().map(|(term, _)| term).join(" + ")), "{solution}");
        assert_eq!(fit, [898, 841, 840], "{solution}");
    }
    assert_eq!(necessity(&results, "commitment", "work_significance"), [907, 863]);
    for analysis in ["commitment", "~commitment"] {
        let rows = results["analyses"][analysis]["necessity"].as_array().expect("rows");
        let necessary = rows.iter().filter(|row| thousandths(&row["consistency"]) >= 900);
        let necessary: Vec<&Value> = necessary.map(|row| &row["expression"]).collect();
        assert_eq!(necessary, if analysis == "commitment" { vec!["work_significance"] } else { vec![] }, "{analysis}");
    }
    for (alternative, expected) in
        [("crossover-absent", "superset"), ("frequency-3", "same"), ("scale-points", "subset")]
    {
        assert_eq!(verdict(&results, "commitment", alternative), expected, "{alternative}");
    }
}

/// Mortality of Covid-19 in 80 countries (doi 10.1371/journal.pone.0282617), its anchors in percentiles.
const COVID: &str = "\
format: equifinal/study/1
id: covid
title: Years of life lost
provenance: published
data:
  cases: {file: covid-mortality-80.csv, id: country}
sets:
  DELAY: {calibrate: {percentiles: {exclusion: 5, crossover: 50, inclusion: 95}}}
  EXP: {calibrate: {given: crisp}}
  ELDERLY: {calibrate: {direct: {exclusion: 2.64, crossover: 13.13, inclusion: 21.95}}}
  DENSITY: {calibrate: {direct: {exclusion: 10.31, crossover: 99.06, inclusion: 462.36}}}
  INCOME: {calibrate: {direct: {exclusion: 746.5, crossover: 12200, inclusion: 63703.5}}}
  YLL: {calibrate: {direct: {exclusion: 6.35, crossover: 166.52, inclusion: 1428.77}}}
analyses:
  high:
    outcome: YLL
    conditions: [DELAY, EXP, ELDERLY, DENSITY, INCOME]
    truth_table: {frequency: 1, consistency: 0.8, pri: 0}
    expectations: {DELAY: present, EXP: present, ELDERLY: present}
";

#[test]
fn mortality_in_eighty_countries() {
    let Some(studies) = corpus("studies") else { return };
    let expected = fs::read_to_string(studies.join("expected.csv")).expect("a table");
    let cases = fs::read(studies.join("covid-mortality-80.csv")).expect("a table");
    let expected = |key: &str, quantity: &str| {
        let line = expected
            .lines()
            .map(|line| line.split(',').collect::<Vec<_>>())
            .find(|line| line.starts_with(&["covid-mortality-80", quantity]) && line.get(2) == Some(&key));
        line.and_then(|line| line.get(3).map(|value| (*value).to_owned())).expect("an expected value")
    };
    let trial = Trial::new().file("configs/covid.yaml", COVID).file("data/covid-mortality-80.csv", cases);
    trial.run(&["run", "configs/covid.yaml", "--out", "out"]).code(0);
    let results = trial.results("out");
    let (found, [consistency, _, coverage]) = model(&results, "high", "intermediate");
    let published: Vec<String> = (1..=4).map(|term| expected(&format!("YLL_high_{term}"), "term")).collect();
    assert_eq!(found, terms(&published.join(" + ")));
    assert_eq!([consistency, coverage], [787, 628]);
    let solutions = &results["analyses"]["high"]["solutions"];
    assert_eq!(solutions["parsimonious"]["model_count"], expected("YLL_high", "n_parsimonious_models").as_str());
    let rows = results["analyses"]["high"]["truth_table"].as_array().expect("rows");
    let observed = rows.iter().filter(|row| row["cases_in"] != 0).count();
    assert_eq!(observed.to_string(), expected("truth_table", "observed_rows"));
    let origin = &solutions["intermediate"]["models"][0]["from"];
    assert!(
        origin
            .as_array()
            .is_some_and(|pairs| pairs.iter().any(|pair| pair["conservative"] == 1 && pair["parsimonious"] == 1))
    );
}

#[test]
fn alliance_models() {
    let (_, results) = rebuilt("alliance-models");
    let rule = terms("tightness[2]*payment + tightness[1]*primary_care*referral_down");
    for solution in ["parsimonious", "intermediate"] {
        assert_eq!(model(&results, "in_county", solution).0, rule, "{solution}");
    }
    // Where a target is full membership instead of the crossover, the solution is another.
    assert_eq!(verdict(&results, "in_county", "targets-crisp"), "same");
    assert_eq!(verdict(&results, "in_county", "targets-full-membership"), "partial");
}
