//! Combinations of conditions, contradictory assumptions and simultaneous subset relations against R `QCA`.

use std::collections::BTreeSet;

use equifinal_qca::combinations::{Combinations, SufficiencyCuts, necessary, sufficient};
use equifinal_qca::findings::{NecessityFit, RowList, SufficiencyFit};
use equifinal_qca::{Budget, analyse};
use equifinal_study::config::*;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::Memberships;
use serde_json::Value;

use crate::compare::Differences;
use crate::golden::{folder, memberships, strings};

/// The cases of one file of reference results, each with its data.
fn each(file: &str, check: impl Fn(&Value, Memberships, &mut Differences)) {
    let Some(root) = folder() else { return };
    let json: Value = serde_json::from_str(&std::fs::read_to_string(root.join("public").join(file)).unwrap()).unwrap();
    let mut differences = Differences::default();
    for (number, case) in json["cases"].as_array().unwrap().iter().enumerate() {
        differences.case = format!("{file} {number}");
        let data = case["data"].as_str().unwrap();
        check(
            case,
            memberships(&root.join(data), data.contains("LM.csv") || data.contains("HarKem")),
            &mut differences,
        );
    }
    println!("{file}: {} comparisons", differences.compared);
    assert!(differences.compared > 20, "{}", differences.compared);
    assert!(differences.found.is_empty(), "{} differences\n{}", differences.found.len(), differences.found.join("\n"));
}

fn analysis(outcome: &str, conditions: Vec<String>, args: &Value, memberships: &Memberships) -> Analysis {
    let cut = |key: &str, default: f64| args[key].as_f64().or(args[key][0].as_f64()).unwrap_or(default);
    let (negated, set) = outcome.strip_prefix('~').map_or((false, outcome), |set| (true, set));
    let multi_value = memberships.set(set).unwrap().kind.is_multi_value();
    Analysis {
        necessity: NecessityCuts {
            consistency: cut("incl.cut", 1.0),
            coverage: cut("cov.cut", 0.0),
            relevance: cut("ron.cut", 0.0),
        },
        ..Analysis::new(
            "golden",
            Literal { set: set.to_owned(), level: multi_value.then_some(1), negated },
            conditions,
            TruthTableCuts {
                frequency: Frequency::Count(1),
                consistency: cut("incl.cut", 1.0),
                pri: cut("pri.cut", 0.0),
                contradiction_floor: None,
            },
        )
    }
}

/// Necessary and sufficient combinations, as sets, with their fit.
#[test]
fn combinations_are_those_of_the_reference() {
    each("fn_superSubset.json", |case, memberships, differences| {
        let (args, relation) = (&case["args"], case["args"]["relation"].as_str().unwrap());
        let analysis = analysis(case["outcome"].as_str().unwrap(), strings(&case["conditions"]), args, &memberships);
        let rows = case["rows"].as_array().cloned().unwrap_or_default();
        let depth = args["depth"].as_u64().map(|depth| depth as usize);
        match relation {
            "necessity" if analysis.necessity.consistency <= 1.0 => {
                let ours = necessary(&analysis, &memberships, depth).unwrap();
                let fit = |fit: &NecessityFit| [fit.consistency, fit.relevance, fit.coverage];
                compare(&ours, fit, ["inclN", "RoN", "covN"], &rows, differences);
            }
            "sufficiency" => {
                let cut = |key: &str| args[key].as_f64().unwrap_or(0.0);
                let cuts =
                    SufficiencyCuts { consistency: cut("incl.cut"), coverage: cut("cov.cut"), pri: cut("pri.cut") };
                let ours = sufficient(&analysis, &memberships, &cuts).unwrap();
                let fit = |fit: &SufficiencyFit| [fit.consistency, fit.pri, fit.coverage];
                compare(&ours, fit, ["inclS", "PRI", "covS"], &rows, differences);
            }
            _ => {}
        }
    });
}

fn compare<Fit>(
    ours: &Combinations<Fit>,
    numbers: impl Fn(&Fit) -> [Option<f64>; 3],
    names: [&str; 3],
    reference: &[Value],
    differences: &mut Differences,
) {
    let expressions: BTreeSet<&str> = ours.found.iter().map(|found| found.expression.as_str()).collect();
    let expected: BTreeSet<&str> = reference.iter().map(|row| row["expr"].as_str().unwrap()).collect();
    differences.expect("combinations", &expressions, &expected);
    for row in reference {
        let Some(found) = ours.found.iter().find(|found| found.expression == row["expr"]) else { continue };
        for (name, value) in names.iter().zip(numbers(&found.fit)) {
            differences.number(&format!("{} {name}", found.expression), value, &row[*name]);
        }
    }
}

/// Contradictory simplifying assumptions (type 2) and simultaneous subset relations (type 3).
#[test]
fn contradictory_rows_are_those_of_the_reference() {
    each("fn_findRows.json", |case, memberships, differences| {
        let (table, find) = (&case["truthTable"], &case["findRows"]);
        let Some(kind) = find["type"].as_u64().filter(|_| case["status"] == "ok" && find["incl.cut"].is_null()) else {
            return;
        };
        let outcome = table["outcome"].as_str().unwrap();
        let all = || memberships.sets.iter().map(|set| set.name.clone()).filter(|name| name != outcome).collect();
        let named = table["conditions"].as_str().map(|names| names.split(',').map(str::to_owned).collect());
        let analysis = analysis(outcome, named.unwrap_or_else(all), table, &memberships);
        let findings = analyse(&analysis, &memberships, &Budget::default()).unwrap();
        let reference: Vec<u64> = case["result"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        match kind {
            2 => {
                let expected = RowList { count: reference.len() as u64, numbers: reference };
                differences.expect("contradictory assumptions", &findings.contradictory_assumptions, &Some(expected));
            }
            3 => differences.expect("sufficient for both", &findings.sufficient_for_both, &reference),
            _ => {}
        }
        differences.compared += 1;
    });
}
