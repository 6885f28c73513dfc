//! The sheets of robustness analyses: permutations, random tables, the solution at every cutoff.

use equifinal_qca::findings::{Refusal, SufficiencyFit};
use equifinal_robustness::chance::{Method, Permuted, PermutedPath};
use equifinal_robustness::random_tables::RandomData;
use equifinal_robustness::thresholds::{Found, FoundModel, Stretch, Thresholds};
use serde_json::{Value, json};

use super::sheets::check;
use crate::fixture::{Fixture, lipset};

/// Compares values in results.json of `change`d findings.
fn check_results(change: impl FnOnce(&mut Fixture), places: &[(&str, Value)]) {
    let mut fixture = lipset();
    change(&mut fixture);
    let results: Value = serde_json::from_str(&fixture.results()).unwrap();
    for (place, expected) in places {
        assert_eq!(results.pointer(place), Some(expected), "{place}");
    }
}

fn permuted_path(expression: &str) -> PermutedPath {
    PermutedPath {
        expression: expression.to_owned(),
        consistency: Some(0.9005),
        cases: 4,
        counterexamples: 0,
        as_consistent: 3,
        p: 0.012_5,
        standard_error: None,
        adjusted: 0.024_95,
        discovery: 0.018_75,
        binomial: Some(0.000_05),
        power: None,
    }
}

fn permute(fixture: &mut Fixture) {
    let drawn = PermutedPath {
        consistency: None,
        counterexamples: 1,
        p: 1.0,
        standard_error: Some(0.000_25),
        adjusted: 1.0,
        discovery: 1.0,
        binomial: None,
        ..permuted_path("DEV*~IND")
    };
    fixture.robustness.permuted = vec![Permuted {
        analysis: "survival".to_owned(),
        method: Method::Exact,
        draws: 240,
        orders: Some(240),
        family: 2,
        paths: vec![permuted_path("URB*STB"), drawn],
        any_solution: 60,
    }];
}

#[test]
fn permutations_stand_with_four_decimals_and_what_they_were_counted_from() {
    check(
        permute,
        "permutations.survival.en.csv",
        &[
            "URB*STB | 0.900 | 4 | 0 | 0.0125 (3/240) | 0.0250 | 0.0188 | 0.0000 | –",
            "DEV*~IND | – | 4 | 1 | 1.0000 (SE 0.0002) | 1.0000 | 1.0000 | – | –",
        ],
    );
    let mut fixture = lipset();
    permute(&mut fixture);
    let text = crate::markdown(&fixture.edition("en")).unwrap();
    for said in ["240", "25.0%"] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn random_tables_stand_with_the_share_that_is_solved() {
    let random = |analysis: &str, draws, any_solution| RandomData {
        analysis: analysis.to_owned(),
        draws,
        any_solution,
        grid: Vec::new(),
    };
    check(
        |fixture| {
            fixture.robustness.random_data = vec![
                random("survival", 1000, 55),
                random("~survival", 3, 2),
                random("none", 0, 0),
                random("all", 7, 7),
                random("hardly", 100_000, 1),
            ];
        },
        "random-data.en.csv",
        &["survival | 1000 | 5.5", "~survival | 3 | 66.7", "none | 0 | –", "all | 7 | 100.0", "hardly | 100000 | 0.0"],
    );
}

/// A stretch of cutoffs in which the first intermediate model of the study is found.
fn stretch(fixture: &Fixture, above: Option<f64>, up_to: f64, model_count: u128) -> Stretch {
    let model = &fixture.findings[0].solutions[2].as_ref().unwrap().models[0];
    let paths = model.paths.iter().map(|path| (fixture.findings[0].write_term(&path.term), path.clone()));
    let fit = SufficiencyFit { consistency: Some(0.8655), pri: None, coverage: Some(1.0) };
    let found = FoundModel { expression: fixture.findings[0].write_model(model), fit, paths: paths.collect() };
    Stretch { above, up_to, positive: vec![22, 32], solution: Ok(Found { model_count, models: vec![found] }) }
}

fn cut(fixture: &mut Fixture) {
    fixture.robustness.cases = fixture.memberships.cases.clone().into();
    let mut last = stretch(fixture, Some(0.9041), 1.0, 1);
    last.positive.clear();
    last.solution = Err(Refusal::NoPositiveRow);
    fixture.robustness.thresholds = vec![Thresholds {
        analysis: "survival".to_owned(),
        chosen: 0.8,
        stretches: vec![
            stretch(fixture, None, 0.7094, 1),
            stretch(fixture, Some(0.7094), 0.709_41, 3),
            stretch(fixture, Some(0.709_41), 0.9041, 1),
            last,
        ],
    }];
}

#[test]
fn every_stretch_of_cutoffs_stands_with_its_solution() {
    let formula = "DEV*URB*LIT*STB + DEV*LIT*~IND*STB → SURV";
    let fit = "0.866 | – | 1.000";
    check(
        cut,
        "thresholds.survival.en.csv",
        &[
            &format!("[0.000, 0.709] | 2 | {formula} | {fit}"),
            &format!("(0.70940, 0.70941] | 2 | {formula} (first of 3 models) | {fit}"),
            &format!("(0.709, 0.904] | 2 | {formula} | {fit}"),
            "(0.904, 1.000] | 0 | no row of the truth table is sufficient for the outcome |  |  | ",
        ],
    );
    let mut fixture = lipset();
    cut(&mut fixture);
    let edition = fixture.edition("en");
    let table = edition.tables().find(|table| table.id == "thresholds.survival").unwrap();
    let strong: Vec<bool> = table.groups[0].rows.iter().map(|row| row.iter().all(|cell| cell.strong)).collect();
    assert_eq!(strong, [false, false, true, false], "the row of the study's own cutoff");
}

#[test]
fn results_hold_robustness_unrounded() {
    let path = "/robustness/permutation/0/paths/0";
    let stretches = "/robustness/thresholds/survival/stretches";
    let refused = Refusal::NoPositiveRow.to_string();
    check_results(
        |fixture| {
            permute(fixture);
            cut(fixture);
        },
        &[
            ("/robustness/permutation/0/method", json!("exact")),
            ("/robustness/permutation/0/orders", json!(240)),
            ("/robustness/permutation/0/any_solution", json!(60)),
            (&format!("{path}/expression"), json!("URB*STB")),
            (&format!("{path}/consistency"), json!(0.9005)),
            (&format!("{path}/as_consistent"), json!(3)),
            (&format!("{path}/p"), json!(0.0125)),
            (&format!("{path}/p_holm"), json!(0.024_95)),
            (&format!("{path}/p_benjamini_hochberg"), json!(0.018_75)),
            (&format!("{path}/p_exact"), json!(0.000_05)),
            (&format!("{path}/p_standard_error"), Value::Null),
            ("/robustness/permutation/0/paths/1/consistency", Value::Null),
            ("/robustness/permutation/0/paths/1/p_standard_error", json!(0.000_25)),
            ("/robustness/thresholds/survival/chosen", json!(0.8)),
            (&format!("{stretches}/0/above"), Value::Null),
            (&format!("{stretches}/1/up_to"), json!(0.709_41)),
            (&format!("{stretches}/1/model_count"), json!("3")),
            (&format!("{stretches}/2/sufficient_rows"), json!([22, 32])),
            (&format!("{stretches}/2/models/0/consistency"), json!(0.8655)),
            (&format!("{stretches}/2/models/0/pri"), Value::Null),
            (&format!("{stretches}/2/models/0/terms/1/cases"), json!(["FI", "IE"])),
            (&format!("{stretches}/3/refused"), json!(refused)),
        ],
    );
}
