//! Measures of given formulas, compared with R `cna` 4.0.

use std::path::Path;

use equifinal_qca::minimise::budget::Work;
use equifinal_study::config::FitMeasure;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use serde_json::Value;

use crate::factors::Factors;
use crate::fit::Fit;
use crate::formula::{Formula, Structure};
use crate::inus::is_redundancy_free;
use crate::measures::overall;

fn factors(file: &Path) -> Factors {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let names: Vec<String> = reader.headers().unwrap().iter().skip(1).map(str::to_owned).collect();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |at: usize| records.iter().map(|record| record[at + 1].parse::<f64>().unwrap()).collect::<Vec<_>>();
    let columns: Vec<Vec<f64>> = (0..names.len()).map(column).collect();
    let is_whole = columns.iter().flatten().all(|value| value.fract() == 0.0);
    let has_levels = columns.iter().flatten().any(|&value| value > 1.0);
    let kind = match (is_whole, has_levels) {
        (true, true) => SetKind::MultiValue { levels: 5 },
        (true, false) => SetKind::Crisp,
        (false, _) => SetKind::Fuzzy,
    };
    let sets = names.iter().zip(columns).map(|(name, values)| Set { name: name.clone(), kind, values });
    let memberships =
        Memberships { sets: sets.collect(), cases: (0..records.len()).map(|case| format!("c{case}")).collect() };
    Factors::new(&names, 1, &memberships).unwrap()
}

fn formulas(factors: &Factors, condition: &str) -> Vec<Formula> {
    let literal = |text: &str| {
        let literal = match text.split_once('=') {
            Some((set, level)) => Literal { set: set.to_owned(), level: level.parse().ok(), negated: false },
            None => Literal { set: text.to_uppercase(), level: None, negated: text.chars().all(char::is_lowercase) },
        };
        factors.literal(&literal).unwrap()
    };
    let plain = condition.replace([' ', '('], "").replace("<->", "->");
    let formula = |text: &str| {
        let (antecedent, outcome) = text.split_once("->").unwrap();
        let term = |term: &str| term.split('*').map(literal).fold(0, |all, one| all | one);
        Formula { outcome: literal(outcome), terms: antecedent.split('+').map(term).collect() }
    };
    plain.trim_end_matches(')').split(")*").map(formula).collect()
}

fn fit(factors: &Factors, formula: &Formula) -> Fit {
    factors.fit(&factors.target(formula.outcome), &formula.terms)
}

fn close(value: Option<f64>, expected: &Value, what: &str) {
    let (value, expected) = (value.unwrap(), expected.as_f64().unwrap());
    assert!((value - expected).abs() < 1e-9, "{what}: {value} for {expected}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads the reference in place")]
fn measures_of_given_formulas_agree_with_cna() {
    let Some(path) = equifinal_testing::needs::corpus("methods/cna_measures.json") else { return };
    let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let given = json["cases"].as_array().unwrap();
    assert!(given.len() >= 4);
    for given in given {
        let condition = given["condition"].as_str().unwrap();
        if !condition.contains("->") {
            continue;
        }
        let factors = factors(&path.parent().unwrap().join(given["data"].as_str().unwrap()));
        let formulas = formulas(&factors, condition);
        let fit = formulas.iter().map(|formula| fit(&factors, formula)).reduce(|all, one| all.and(&one)).unwrap();
        let names = ["scon", "ccon", "AACcon", "PAcon"];
        for (measure, name) in FitMeasure::ALL.into_iter().zip(names) {
            let by = given["by_measures"].as_array().unwrap().iter().find(|by| by["measures"][0] == name).unwrap();
            close(fit.consistency(measure), &by["table"][0]["con"], &format!("{condition}: {name}"));
            close(fit.coverage(measure), &by["table"][0]["cov"], &format!("{condition}: coverage beside {name}"));
        }
        let table = &given["by_measures"][0]["table"][0];
        let complexity: usize = formulas.iter().map(Formula::complexity).sum();
        assert_eq!(table["complexity"].as_u64(), Some(complexity as u64), "{condition}");
        let structure = Structure { formulas: formulas.clone() };
        let details = &given["details"][0];
        assert_eq!(details["cyclic"].as_bool(), Some(structure.is_cyclic(&factors.space)), "{condition}");
        if let [formula] = &formulas[..] {
            let free = is_redundancy_free(&factors.space, &formula.terms);
            assert_eq!(details["inus"].as_bool(), Some(free), "{condition}");
        }
        let overall = overall(&factors, &formulas, &mut Work::new(u64::MAX)).unwrap();
        close(overall.coherence, &given["coherence"][0], condition);
        // An arrow in one direction allows more configurations than the equivalence measured here.
        if condition.contains("<->") {
            close(overall.exhaustiveness, &given["details"][0]["exhaustiveness"], condition);
            close(overall.faithfulness, &given["details"][0]["faithfulness"], condition);
        }
    }
}
