//! Scores of robustness, compared with R `frscore` 0.5.

use std::collections::BTreeMap;

use equifinal_chains::{Budget, ChainFindings, Scored, Structure, analyse, scored};
use equifinal_study::config::CutoffGrid;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use serde_json::Value;

use crate::cases::{Case, normal, own, read, structure};

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn rows(given: &Value) -> &Vec<Value> {
    given["rows"].as_array().unwrap()
}

/// The condition of a row.
fn condition(row: &Value) -> &str {
    row["condition"].as_str().or(row["model"].as_str()).unwrap()
}

/// Compares every score and its normalisation.
fn check(given: &Value, found: &ChainFindings, scores: &[Scored]) {
    let (label, names) = (&given["label"], &found.chain.factors);
    let ours: BTreeMap<String, &Scored> =
        scores.iter().map(|one| (own(&one.structure.write(&found.factors)), one)).collect();
    assert_eq!(ours.len(), rows(given).len(), "{label}");
    for row in rows(given) {
        let ours = ours[&normal(condition(row), names)];
        assert_eq!((ours.score, ours.found), (number(&row["score"]), number(&row["tokens"])), "{label}: {row}");
        let normalised = match given["args"]["normalize"].as_str() {
            Some("none") => continue,
            Some("idealmax") => ours.ideal,
            _ => ours.normalised,
        };
        let close = row["norm.score"].as_f64().is_none_or(|expected| (normalised - expected).abs() < 1e-9);
        assert!(close, "{label}: {normalised} for {row}");
    }
}

/// The models that the reference scores, as often as it found them.
fn tokens(given: &Value, found: &ChainFindings) -> Vec<Structure> {
    let of = |row: &Value| {
        let one = structure(condition(row), &found.factors, &found.chain.factors);
        std::iter::repeat_n(one, number(&row["tokens"]))
    };
    rows(given).iter().flat_map(of).collect()
}

/// Models found over a grid of cutoffs.
fn over_a_grid(root: &std::path::Path, given: &Value) {
    let args = &given["args"];
    let mut spec = given.clone();
    spec["rows"] = Value::Null;
    let mut case: Case = read(root, &spec);
    let range = |at: usize, usual: f64| args["fit.range"][at].as_f64().unwrap_or(usual);
    let step = args["granularity"].as_f64().unwrap_or(0.1);
    case.chain.robustness = Some(CutoffGrid { from: range(1, 0.7), to: range(0, 1.0), step });
    let found = analyse(&case.chain, &case.memberships, &Budget::default()).unwrap();
    let robustness = found.robustness.as_ref().unwrap();
    let (con, cov) = (case.chain.consistency.measure, case.chain.coverage.measure);
    let fits: BTreeMap<String, _> = robustness
        .models
        .iter()
        .zip(&robustness.fits)
        .map(|(one, fit)| (own(&one.structure.write(&found.factors)), (one.found, fit, one.structure.complexity())))
        .collect();
    for row in rows(given) {
        let (tokens, fit, complexity) = fits[&normal(condition(row), &case.chain.factors)];
        assert_eq!((tokens, complexity), (number(&row["tokens"]), number(&row["complexity"])), "{row}");
        for (value, key) in [(fit.consistency(con), "con"), (fit.coverage(cov), "cov")] {
            assert!((value.unwrap() - row[key].as_f64().unwrap()).abs() < 1e-9, "{key} {value:?}: {row}");
        }
    }
    // The reference scores at most fifty models; its scores beyond them are those of a selection.
    if fits.len() == rows(given).len() {
        check(given, &found, &robustness.models);
    }
    check(given, &found, &scored(tokens(given, &found)));
}

/// Scores of given models.
fn of_given_models(given: &Value) {
    let texts: Vec<&str> = given["args"]["sols"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let mut names: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|name| name.chars().any(char::is_alphabetic))
        .map(str::to_uppercase)
        .collect();
    names.sort();
    names.dedup();
    let set = |name: &String| Set { name: name.clone(), kind: SetKind::Crisp, values: vec![1.0, 0.0] };
    let memberships =
        Memberships { cases: ["c1", "c2"].map(str::to_owned).to_vec(), sets: names.iter().map(set).collect() };
    let mut chain = equifinal_study::config::Chain::new("given", names.clone());
    chain.most.literals = Some(1);
    let found = analyse(&chain, &memberships, &Budget::default()).unwrap();
    check(given, &found, &scored(texts.iter().map(|text| structure(text, &found.factors, &names))));
}

#[test]
fn scores_agree_with_frscore() {
    let Some(path) = equifinal_testing::needs::corpus("methods/frscore.json") else { return };
    let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let given = json["cases"].as_array().unwrap();
    assert!(given.len() > 2);
    for given in given.iter().filter(|given| given["status"] == "ok") {
        if given["args"]["sols"].is_array() {
            of_given_models(given);
        } else {
            over_a_grid(path.parent().unwrap(), given);
        }
    }
}
