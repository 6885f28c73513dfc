//! Memberships in the paths of a solution against `pimdata` of R `SetMethods`.

use equifinal_qca::{Budget, analyse};
use equifinal_study::config::{Analysis, Expect, Frequency, TruthTableCuts};
use equifinal_study::expression::Literal;
use serde_json::Value;

use crate::case_selection::model;
use crate::compare::Differences;
use crate::golden::{folder, memberships, strings};

/// Every case, its membership in each path, in the solution and in the outcome.
#[test]
fn memberships_in_paths_are_those_of_the_reference() {
    let Some(root) = folder() else { return };
    let (mut differences, mut calls) = (Differences::default(), 0);
    for (file, data) in [("public/sm_fit_pimdata.json", ""), ("methods/sm2_pimdata_theory.json", "methods")] {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(root.join(file)).unwrap()).unwrap();
        for case in json["cases"].as_array().unwrap().iter().filter(|case| case["fn"] == "pimdata") {
            let (args, rows) = (&case["args"], case["result"].as_array().unwrap());
            differences.case = format!("{file} {}", case["label"]);
            let table = memberships(&root.join(data).join(args["data"].as_str().unwrap()), false);
            let analysis = analysis(args);
            let findings = analyse(&analysis, &table, &Budget::default()).unwrap();
            let others = ["name", "solution_formula", "out"];
            let terms: Vec<String> = rows[0].as_object().unwrap().keys().cloned().collect();
            let terms: Vec<String> = terms.into_iter().filter(|key| !others.contains(&key.as_str())).collect();
            let model = model(&findings, &terms);
            assert_eq!(rows.len(), findings.cases.len(), "{}", differences.case);
            for row in rows {
                let name = row["name"].as_str().unwrap();
                let at = findings.cases.iter().position(|case| case == name).unwrap();
                for path in &model.paths {
                    let term = findings.write_term(&path.term);
                    let x = findings.membership(&path.term)[at];
                    differences.number(&format!("{name} {term}"), Some(x), &row[&term]);
                }
                differences.number(&format!("{name} solution"), Some(model.memberships[at]), &row["solution_formula"]);
                differences.number(&format!("{name} outcome"), Some(findings.outcome[at]), &row["out"]);
            }
            calls += 1;
        }
    }
    println!("{calls} calls, {} comparisons", differences.compared);
    assert!(calls > 5 && differences.compared > 1000, "{calls} calls, {} comparisons", differences.compared);
    assert!(differences.found.is_empty(), "{}", differences.found.join("\n"));
}

fn analysis(args: &Value) -> Analysis {
    let outcome = args["outcome"].as_str().unwrap();
    let (set, negated) = outcome.strip_prefix('~').map_or((outcome, false), |set| (set, true));
    let cuts = TruthTableCuts {
        frequency: Frequency::Count(args["n.cut"].as_u64().unwrap_or(1) as usize),
        consistency: args["incl.cut"].as_f64().unwrap(),
        pri: 0.0,
        contradiction_floor: None,
    };
    let outcome = Literal { set: set.to_owned(), level: None, negated };
    let mut analysis = Analysis::new("golden", outcome, strings(&args["conditions"]), cuts);
    let directions = args["dir.exp"].as_array().into_iter().flatten();
    for (expectation, direction) in analysis.expectations.iter_mut().zip(directions) {
        expectation.expect = if direction == 1 { Expect::Present } else { Expect::Absent };
    }
    analysis
}
