//! Conditions, models and structures as sets, and their measures to 1e-9.

use std::collections::BTreeMap;

use equifinal_chains::{Budget, ChainFindings, analyse};
use serde_json::Value;

use crate::cases::{Case, cases, normal, own, read};

type Table = BTreeMap<String, Vec<Option<f64>>>;

fn reference(case: &Case, part: &str, columns: &[&str]) -> Table {
    let rows = case.json[part].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let values = columns.iter().map(|&column| match &row[column] {
                Value::Bool(holds) => Some(f64::from(u8::from(*holds))),
                value => value.as_f64(),
            });
            (normal(row["condition"].as_str().unwrap(), &case.chain.factors), values.collect())
        })
        .collect()
}

fn same(label: &str, part: &str, ours: &Table, theirs: &Table) {
    let keys = |table: &Table| table.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(ours), keys(theirs), "{label}: {part}");
    for (key, expected) in theirs {
        for (at, (value, expected)) in ours[key].iter().zip(expected).enumerate() {
            let close = match (value, expected) {
                (Some(value), Some(expected)) => (value - expected).abs() < 1e-9,
                (value, expected) => value == expected,
            };
            assert!(close, "{label}: {part}: {key}: value {at}: {value:?} for {expected:?}");
        }
    }
}

fn number(value: usize) -> Option<f64> {
    Some(value as f64)
}

fn check(case: &Case) {
    let label = case.json["label"].as_str().unwrap();
    let found = analyse(&case.chain, &case.memberships, &Budget::default()).unwrap();
    let (con, cov) = (case.chain.consistency.measure, case.chain.coverage.measure);
    let columns = ["con", "cov", "complexity"];
    for (counted, key) in [
        (found.outcomes.iter().map(|one| one.sufficient.count).sum::<usize>(), "n_msc"),
        (found.outcomes.iter().map(|one| one.models.count).sum(), "n_asf"),
        (found.structures.count, "n_csf"),
    ] {
        let expected = case.json[key].as_u64();
        assert!(expected.is_none_or(|expected| expected == counted as u64), "{label}: {key}: {counted}");
    }
    let mut sufficient = Table::new();
    let mut atomic = Table::new();
    for outcome in &found.outcomes {
        assert!(outcome.models.exact && outcome.sufficient.exact, "{label}");
        for one in &outcome.sufficient.listed {
            let text = format!("{}->{}", found.factors.write(one.term), found.factors.write(outcome.outcome));
            let values = vec![one.fit.consistency(con), one.fit.coverage(cov), number(one.term.count_ones() as usize)];
            sufficient.insert(own(&text), values);
        }
        for one in &outcome.models.listed {
            let text = format!("{}->{}", one.formula.write(&found.factors), found.factors.write(outcome.outcome));
            let values = vec![one.fit.consistency(con), one.fit.coverage(cov), number(one.formula.complexity())];
            atomic.insert(own(&text), values);
        }
    }
    same(label, "msc", &sufficient, &reference(case, "msc", &columns));
    if case.json["args"]["suff.only"] == true {
        return;
    }
    same(label, "asf", &atomic, &reference(case, "asf", &columns));
    let detailed = ["con", "cov", "complexity", "coherence", "exhaustiveness", "faithfulness", "cyclic"];
    assert!(case.json["csf"].as_array().unwrap().iter().all(|row| row["inus"] != false), "{label}: inus");
    let has_details = case.json["csf"].as_array().unwrap().iter().any(|row| !row["coherence"].is_null());
    let columns = if has_details { &detailed[..] } else { &columns[..] };
    same(label, "csf", &structures(&found, case, columns.len()), &reference(case, "csf", columns));
}

fn structures(found: &ChainFindings, case: &Case, columns: usize) -> Table {
    let (con, cov) = (case.chain.consistency.measure, case.chain.coverage.measure);
    let of = |one: &equifinal_chains::StructureFindings| {
        let overall = one.overall.unwrap();
        let mut values = vec![
            one.fit.consistency(con),
            one.fit.coverage(cov),
            number(one.structure.complexity()),
            overall.coherence,
            overall.exhaustiveness,
            overall.faithfulness,
            number(usize::from(one.cyclic)),
        ];
        values.truncate(columns);
        (own(&one.structure.write(&found.factors)), values)
    };
    found.structures.listed.iter().map(of).collect()
}

#[test]
fn models_agree_with_cna() {
    for file in ["methods/cna2.json", "public/cna.json"] {
        let Some(cases) = cases(file) else { return };
        assert!(cases.len() > 9, "{file}");
        cases.iter().for_each(check);
    }
}

#[test]
fn the_order_of_cases_and_factors_changes_nothing() {
    let Some(cases) = cases("methods/cna2.json") else { return };
    for case in cases {
        let of = |case: &Case| {
            let found = analyse(&case.chain, &case.memberships, &Budget::default()).unwrap();
            let written = found.structures.listed.iter().map(|one| own(&one.structure.write(&found.factors)));
            let mut written: Vec<String> = written.collect();
            written.sort();
            (found.structures.count, written)
        };
        let expected = of(&case);
        let mut turned = read_again(&case);
        turned.chain.factors.reverse();
        turned.memberships.sets.reverse();
        turned.memberships.sets.iter_mut().for_each(|set| set.values.reverse());
        assert_eq!(of(&turned), expected, "{}", case.json["label"]);
    }
}

fn read_again(case: &Case) -> Case {
    let root = equifinal_testing::needs::corpus("methods").unwrap();
    read(&root, &case.json)
}
