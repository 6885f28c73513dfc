//! Several outcomes minimised together, against CORA 1.0.1: prime implicants, all minimal systems, and their fit.
//!
//! CORA prints of the prime implicants of a single outcome only those in some system; ours has all of them. Its numbers of
//! a system are those of the union of the functions for the union of the outcomes, of a prime implicant those for all its
//! outcomes at once, rounded to two digits.
//!
//! With its algorithm ON-OFF, CORA prints for every prime implicant its inclusion in the first outcome, also for those
//! that stand only for another (in `r4`, `C{1}*D{0}` with inclusion 0.2, which is 1 for its own outcome). These are not
//! compared.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use equifinal_qca::Budget;
use equifinal_qca::condition_search::search;
use equifinal_qca::systems::{SystemFindings, systems};
use equifinal_study::config::*;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use serde_json::Value;

use crate::compare::Differences;
use crate::golden::{folder, strings};

/// The names of outcomes: `Y`, or `Y{1}` for a value.
fn outcome(text: &str) -> (String, usize) {
    text.split_once('{')
        .map_or((text.to_owned(), 1), |(name, level)| (name.to_owned(), level.trim_end_matches('}').parse().unwrap()))
}

fn read(file: &Path, case_column: Option<&str>) -> Memberships {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let named = names.iter().enumerate().filter(|(_, name)| Some(name.as_str()) != case_column);
    let sets = named.map(|(at, name)| {
        let values: Vec<f64> = records.iter().map(|record| record[at].trim().parse().unwrap()).collect();
        let highest = values.iter().copied().fold(0.0, f64::max) as usize;
        let kind = if highest > 1 { SetKind::MultiValue { levels: highest + 1 } } else { SetKind::Crisp };
        Set { name: name.clone(), kind, values }
    });
    Memberships { sets: sets.collect(), cases: (0..records.len()).map(|case| format!("c{case:03}")).collect() }
}

/// A term of CORA (`A*b`, `A{2}*B{0}`, `#` before an essential one) as ours.
fn term(text: &str) -> BTreeSet<(String, usize)> {
    let literal = |text: &str| match text.split_once('{') {
        Some(_) => outcome(text),
        None => (text.to_uppercase(), usize::from(text.chars().all(|sign| !sign.is_lowercase()))),
    };
    text.trim().trim_start_matches('#').split('*').map(literal).collect()
}

fn ours(found: &SystemFindings, levels: &[Option<usize>]) -> BTreeSet<(String, usize)> {
    let named = found.conditions.iter().zip(levels);
    named.filter_map(|(condition, level)| Some((condition.name.clone(), (*level)?))).collect()
}

/// The analyses of the outputs, by all other columns unless `inputs` names some.
fn analyses(memberships: &Memberships, outputs: &[String], inputs: &Value, cut: &Value, count: usize) -> Vec<Analysis> {
    let outcomes: Vec<(String, usize)> = outputs.iter().map(|text| outcome(text)).collect();
    let is_outcome = |name: &str| outcomes.iter().any(|(outcome, _)| outcome == name);
    let all = || memberships.sets.iter().map(|set| set.name.clone()).filter(|name| !is_outcome(name)).collect();
    let conditions: Vec<String> = if inputs.is_null() { all() } else { strings(inputs) };
    let cuts = TruthTableCuts {
        frequency: Frequency::Count(count),
        consistency: cut.as_f64().unwrap(),
        pri: 0.0,
        contradiction_floor: None,
    };
    let analysis = |(set, level): &(String, usize)| {
        let multi_value = memberships.set(set).unwrap().kind.is_multi_value();
        let negated = !multi_value && *level == 0;
        let literal = Literal { set: set.clone(), level: multi_value.then_some(*level), negated };
        Analysis::new(set, literal, conditions.clone(), cuts)
    };
    outcomes.iter().map(analysis).collect()
}

fn run(case: &Value, root: &Path) -> SystemFindings {
    let file = root.join("methods").join(case["data"].as_str().unwrap());
    let memberships = read(&file, case["case_col"].as_str());
    let count = case["n_cut"].as_u64().unwrap() as usize;
    let analyses = analyses(&memberships, &strings(&case["outputs"]), &case["inputs"], &case["inc_score1"], count);
    let joint = Joint { name: "cora".to_owned(), analyses: analyses.iter().collect() };
    systems(&joint, &memberships, &Budget::default()).unwrap()
}

fn near(value: Option<f64>, expected: &Value, digits: f64) -> bool {
    expected.as_f64().is_none_or(|expected| value.is_some_and(|value| (value - expected).abs() < digits))
}

fn check(case: &Value, found: &SystemFindings, differences: &mut Differences) {
    let all = found.found.as_ref().unwrap();
    let primes: BTreeMap<_, _> = all.prime_implicants.iter().map(|one| (ours(found, &one.term.levels), one)).collect();
    let expected: BTreeSet<_> = strings(&case["prime_implicants"]).iter().map(|text| term(text)).collect();
    if found.outcomes.len() > 1 {
        differences.expect("prime implicants", primes.keys().cloned().collect::<BTreeSet<_>>(), expected.clone());
    }
    for detail in case["pi_details"].as_array().unwrap() {
        let one = primes[&term(detail["PI"].as_str().unwrap())];
        let is_other = case["algorithm"] == "ON-OFF" && !one.outcomes.contains(&0);
        let agrees = near(one.fit.coverage, &detail["Cov.r"], 0.006)
            && (is_other || near(one.fit.consistency, &detail["Inc."], 0.006));
        let name = detail["PI"].to_string();
        differences.expect("fit of a prime implicant", (&name, agrees), (&name, true));
    }
    differences.expect("number of systems", all.count, u128::from(case["n_systems"].as_u64().unwrap()));
    let listed: BTreeMap<BTreeSet<_>, _> = all
        .listed
        .iter()
        .map(|system| {
            let terms = system.implicants.iter().map(|&at| ours(found, &all.prime_implicants[at].term.levels));
            (terms.collect(), system)
        })
        .collect();
    for system in case["systems"].as_array().unwrap() {
        let text = system["text"].as_str().unwrap();
        let functions: Vec<BTreeSet<_>> = text
            .lines()
            .filter_map(|line| line.split_once(": "))
            .map(|(_, sum)| sum.split(" + ").map(term).collect())
            .collect();
        let implicants: BTreeSet<_> = functions.iter().flatten().cloned().collect();
        let Some(own) = listed.get(&implicants) else {
            differences.expect("system", None, Some(implicants));
            continue;
        };
        let own_functions: Vec<BTreeSet<_>> = own
            .functions
            .iter()
            .map(|one| one.paths.iter().map(|path| ours(found, &path.term.levels)).collect())
            .collect();
        differences.expect("functions", &own_functions, &functions);
        let agrees =
            near(own.fit.coverage, &system["coverage"], 1e-9) && near(own.fit.consistency, &system["inclusion"], 1e-9);
        differences.expect("fit of a system", agrees, true);
    }
}

#[test]
fn several_outcomes_together() {
    let Some(root) = folder() else { return };
    let text = std::fs::read_to_string(root.join("methods/cora.json")).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    let mut differences = Differences::default();
    let cases = json["cases"].as_array().unwrap();
    for case in cases.iter().filter(|case| case["status"] == "ok") {
        differences.case = case["label"].as_str().unwrap().to_owned();
        check(case, &run(case, &root), &mut differences);
    }
    println!("systems: {} comparisons", differences.compared);
    assert!(differences.compared > 300 && differences.found.is_empty(), "{}", differences.found.join("\n"));
}

/// CORA's data mining: every set of conditions of a size, with the fit of its first system, rounded to three digits.
#[test]
fn searches_over_conditions() {
    let Some(root) = folder() else { return };
    let text = std::fs::read_to_string(root.join("methods/cora.json")).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    let mut differences = Differences::default();
    for mined in json["data_mining"].as_array().unwrap() {
        differences.case = format!("{} {}", mined["data"], mined["len_of_tuple"]);
        let memberships = read(&root.join("methods").join(mined["data"].as_str().unwrap()), Some("Case"));
        let size = mined["len_of_tuple"].as_u64().unwrap() as usize;
        let analyses = analyses(&memberships, &strings(&mined["outputs"]), &Value::Null, &mined["inc_score1"], 1);
        let joint = Joint { name: "cora".to_owned(), analyses: analyses.iter().collect() };
        let sizes = ConditionSearch { from: size, to: size };
        let found = search(&joint, sizes, &memberships, &Budget::default()).unwrap();
        let expected = mined["rows"].as_array().unwrap();
        differences.expect("number of sets", found.sets.len(), expected.len());
        for (one, row) in found.sets.iter().zip(expected) {
            differences.expect("conditions", one.conditions.clone(), strings(&row["Combination"]));
            differences.expect("number of systems", one.count, u128::from(row["Nr_of_systems"].as_u64().unwrap()));
            let fit = one.fit.unwrap_or_default();
            let agrees = near(fit.consistency.or(Some(0.0)), &row["Inc_score"], 0.00051)
                && near(fit.coverage.or(Some(0.0)), &row["Cov_score"], 0.00051)
                && near(Some(one.score()), &row["Score"], 0.00051);
            differences.expect("fit of a set", agrees, true);
        }
    }
    println!("searches: {} comparisons", differences.compared);
    assert!(differences.compared > 100 && differences.found.is_empty(), "{}", differences.found.join("\n"));
}
