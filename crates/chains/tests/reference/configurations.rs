//! Distinct configurations with their cases, and minimal forms, compared with R `cna` 4.0.

use std::collections::BTreeSet;

use equifinal_chains::{Budget, analyse};
use equifinal_study::config::{Chain, FitCut, FitMeasure};
use equifinal_study::memberships::{Memberships, Set, SetKind};
use serde_json::Value;

use crate::cases::{literal, memberships, normal, own, table};

fn reference() -> Option<(std::path::PathBuf, Value)> {
    let path = equifinal_testing::needs::corpus("methods/cna_measures.json")?;
    let json = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    Some((path.parent().unwrap().to_owned(), json))
}

/// The cases of every configuration that has enough of them.
fn configurations(root: &std::path::Path, given: &Value) -> BTreeSet<BTreeSet<String>> {
    let file = root.join(given["data"].as_str().unwrap());
    let (names, columns) = table(&file, &Value::Null);
    let mut read = csv::Reader::from_path(&file).unwrap();
    let cases: Vec<String> = read.records().map(|record| record.unwrap()[0].to_owned()).collect();
    let frequency = usize::try_from(given["case.cutoff"].as_u64().unwrap()).unwrap().max(1);
    let mut chain = Chain { frequency, ..Chain::new("table", names.clone()) };
    chain.most.literals = Some(1);
    let Ok(found) = analyse(&chain, &memberships(&names, columns), &Budget::default()) else {
        return BTreeSet::new();
    };
    let named = |members: &Vec<usize>| members.iter().map(|&case| cases[case].clone()).collect();
    found.factors.configurations.iter().map(named).collect()
}

#[test]
fn configurations_agree_with_config_table() {
    let Some((root, json)) = reference() else { return };
    for given in json["configTables"].as_array().unwrap() {
        let theirs = given["cases"].as_array().unwrap().iter().map(|cases| {
            cases.as_array().unwrap().iter().map(|case| case.as_str().unwrap().to_owned()).collect::<BTreeSet<_>>()
        });
        let theirs: BTreeSet<BTreeSet<String>> = theirs.collect();
        assert_eq!(configurations(&root, given), theirs, "{} {}", given["data"], given["case.cutoff"]);
        let counts = given["cases"].as_array().unwrap().iter().map(|cases| cases.as_array().unwrap().len() as u64);
        let expected = given["n"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap());
        assert!(counts.eq(expected), "{}", given["data"]);
    }
}

/// The minimal forms of an expression: the models of the table of all its configurations.
fn minimal(expression: &str) -> BTreeSet<String> {
    let terms: Vec<Vec<&str>> = expression.split('+').map(|term| term.split('*').collect()).collect();
    let mut names: Vec<String> = terms.iter().flatten().map(|name| name.trim().to_uppercase()).collect();
    names.sort();
    names.dedup();
    let rows = 1_usize << names.len();
    let value = |row: usize, at: usize| f64::from(u8::from(row >> at & 1 == 1));
    let holds = |row: usize, text: &str| {
        let literal = literal(text, &names);
        (value(row, names.iter().position(|name| *name == literal.set).unwrap()) > 0.5) != literal.negated
    };
    let outcome = |row: usize| terms.iter().any(|term| term.iter().all(|literal| holds(row, literal)));
    let set = |name: &str, values: Vec<f64>| Set { name: name.to_owned(), kind: SetKind::Crisp, values };
    let mut sets: Vec<Set> =
        names.iter().enumerate().map(|(at, name)| set(name, (0..rows).map(|row| value(row, at)).collect())).collect();
    sets.push(set("OUT", (0..rows).map(|row| f64::from(u8::from(outcome(row)))).collect()));
    let memberships = Memberships { cases: (0..rows).map(|row| format!("r{row}")).collect(), sets };
    let cut = FitCut { measure: FitMeasure::Standard, at_least: 1.0 };
    let factors = names.iter().cloned().chain(["OUT".to_owned()]).collect();
    let outcomes = vec![literal("OUT", &["OUT".to_owned()])];
    let chain = Chain { outcomes, qca: true, consistency: cut, ..Chain::new("minimal", factors) };
    let found = analyse(&chain, &memberships, &Budget::default()).unwrap();
    let text = |formula: &equifinal_chains::Formula| own(&format!("{}->OUT", formula.write(&found.factors)));
    let by_rows: BTreeSet<String> = found.minimised[0].formulas.iter().map(text).collect();
    let by_search: BTreeSet<String> = found.outcomes[0].models.listed.iter().map(|one| text(&one.formula)).collect();
    assert_eq!(by_rows, by_search, "{expression}");
    by_rows
}

#[test]
fn minimal_forms_agree_with_minimalize() {
    let Some((_, json)) = reference() else { return };
    for (expression, forms) in json["algebra"]["minimalize"].as_object().unwrap() {
        let mut names: Vec<String> = expression.split(['*', '+']).map(|name| name.trim().to_uppercase()).collect();
        names.push("OUT".to_owned());
        let form = |form: &Value| normal(&format!("{}->OUT", form.as_str().unwrap()), &names);
        let theirs: BTreeSet<String> = forms.as_array().unwrap().iter().map(form).collect();
        assert_eq!(minimal(expression), theirs, "{expression}");
    }
}
