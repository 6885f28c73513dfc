//! Scores of robustness, compared with R `frscore` 0.5.

use std::collections::BTreeMap;

use equifinal_chains::{Budget, analyse};
use equifinal_study::config::CutoffGrid;
use serde_json::Value;

use crate::cases::{normal, own, read};

#[test]
fn scores_agree_with_frscore() {
    let Some(path) = equifinal_testing::needs::corpus("methods/frscore.json") else { return };
    let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let mut compared = 0;
    for given in json["cases"].as_array().unwrap() {
        let args = &given["args"];
        // The reference scores at most fifty models; beyond them its scores are those of a selection.
        if args["fit.range"].is_null() || given["rows"].as_array().unwrap().len() >= 50 {
            continue;
        }
        let mut spec = given.clone();
        spec["rows"] = Value::Null;
        let mut case = read(path.parent().unwrap(), &spec);
        let (to, from) = (args["fit.range"][0].as_f64().unwrap(), args["fit.range"][1].as_f64().unwrap());
        case.chain.robustness = Some(CutoffGrid { from, to, step: args["granularity"].as_f64().unwrap() });
        let found = analyse(&case.chain, &case.memberships, &Budget::default()).unwrap();
        let names = &case.chain.factors;
        let ours: BTreeMap<String, (usize, usize)> = found
            .robustness
            .unwrap()
            .models
            .iter()
            .map(|one| (own(&one.structure.write(&found.factors)), (one.score, one.found)))
            .collect();
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let theirs: BTreeMap<String, (usize, usize)> = given["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                (normal(row["condition"].as_str().unwrap(), names), (number(&row["score"]), number(&row["tokens"])))
            })
            .collect();
        assert_eq!(ours, theirs, "{}", given["label"]);
        compared += 1;
    }
    assert!(compared > 0);
}
