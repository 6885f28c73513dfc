//! Influential cases against `nca_outliers` of R `NCA` 5.0.1, which rounds effect sizes to two decimals.

use equifinal_nca::cloud::{Cloud, Theoretical};
use equifinal_nca::outliers::outliers;
use equifinal_study::config::Ceiling;
use equifinal_testing::needs::corpus;
use serde_json::Value;

use crate::differences::Differences;
use crate::golden::{Table, corner};

#[test]
fn influential_cases_are_those_of_the_reference() {
    let Some(path) = corpus("methods/nca_outliers.json") else { return };
    let json: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut log = Differences::default();
    for case in json["cases"].as_array().unwrap() {
        log.case = case["label"].as_str().unwrap().to_owned();
        let table = Table::read(&corpus(&format!("methods/{}", case["data"].as_str().unwrap())).unwrap());
        let ((_, x), (_, y)) = (table.column(&case["x"]), table.column(&case["y"]));
        let kind = Ceiling::named(case["args"]["ceiling"].as_str().unwrap_or("ce_fdh")).unwrap();
        let cloud = Cloud::new(x, y, corner(&case["args"], 0), Theoretical::default()).unwrap();
        let found = outliers(&cloud, kind, Theoretical::default(), 1000);
        let named = |cases: &[usize]| cases.iter().map(|&case| table.cases[case].as_str()).collect::<Vec<_>>();
        let pairs = case["args"]["k"].as_u64() == Some(2);
        for row in case["rows"].as_array().unwrap() {
            let names: Vec<&str> = row["outliers"].as_str().unwrap().split(" - ").collect();
            let ours = found.iter().find(|one| {
                let cases = named(&one.cases);
                cases.len() == names.len() && names.iter().all(|name| cases.contains(name))
            });
            let Some(ours) = ours else {
                // Pairs that change no more than one of their cases alone are not repeated.
                let explained = pairs
                    && names.len() == 2
                    && found.iter().any(|one| {
                        let without = row["eff.nw"].as_f64().unwrap();
                        one.cases.len() == 1
                            && names.contains(&named(&one.cases)[0])
                            && one.change.abs() + 0.006 >= (without - row["eff.or"].as_f64().unwrap()).abs()
                    });
                log.check(&names.join(" "), if explained { Ok(()) } else { Err("not found".to_owned()) });
                continue;
            };
            let near = |ours: f64, theirs: &Value| (ours - theirs.as_f64().unwrap()).abs() <= 0.005_001;
            let same = near(ours.without.unwrap(), &row["eff.nw"])
                && near(ours.change, &row["dif.abs"])
                && (ours.on_ceiling, ours.sets_scope) == (row["ceiling"] == "X", row["scope"] == "X");
            log.check(&names.join(" "), if same { Ok(()) } else { Err(format!("{ours:?}, reference {row}")) });
        }
        if !pairs {
            let singles = found.iter().filter(|one| one.cases.len() == 1).count();
            let theirs = case["rows"].as_array().unwrap().len();
            log.check("number", if singles >= theirs { Ok(()) } else { Err(format!("{singles}, reference {theirs}")) });
        }
    }
    log.finish(80);
}
