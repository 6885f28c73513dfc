//! Temporal conditions against R `QCA` 3.25 (`temporal` of the reference, and RS of Ragin & Strand 2008).
//!
//! The reference shows the row with "-" but numbers it otherwise in its chart, so models and assumptions are compared by
//! what they say. Its list of assumptions also holds the rows with each order that a positive row with "-" stands for;
//! ours does not.

use std::collections::BTreeSet;
use std::path::Path;

use equifinal_qca::findings::{Findings, Output};
use equifinal_qca::{Budget, analyse};
use equifinal_study::config::*;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind, UNSAID};
use serde_json::Value;

use crate::compare::Differences;
use crate::golden::{folder, strings};

/// The cases of a file, whose first column names them; a column with "-" is a temporal condition.
fn read(file: &Path) -> Memberships {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let names: Vec<String> = reader.headers().unwrap().iter().skip(1).map(str::to_owned).collect();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let set = |(at, name): (usize, &String)| {
        let cells = || records.iter().map(|record| record[at + 1].trim().to_owned());
        let value = |cell: String| cell.parse().unwrap_or(UNSAID as f64);
        let kind = if cells().any(|cell| cell == "-") { SetKind::Temporal } else { SetKind::Crisp };
        Set { name: name.clone(), kind, values: cells().map(value).collect() }
    };
    let sets = names.iter().enumerate().map(set).collect();
    Memberships { cases: records.iter().map(|record| record[0].to_owned()).collect(), sets }
}

fn analysis(memberships: &Memberships, outcome: &str, consistency: f64) -> Analysis {
    let (negated, outcome) = outcome.strip_prefix('~').map_or((false, outcome), |set| (true, set));
    let conditions = memberships.sets.iter().map(|set| set.name.clone()).filter(|name| name != outcome);
    let cuts = TruthTableCuts { frequency: Frequency::Count(1), consistency, pri: 0.0, contradiction_floor: None };
    let outcome = Literal { set: outcome.to_owned(), level: None, negated };
    Analysis::new("golden", outcome, conditions.collect(), cuts)
}

fn close(value: Option<f64>, expected: &Value) -> bool {
    value.zip(expected.as_f64()).is_none_or(|(value, expected)| (value - expected).abs() < 1e-9)
}

/// True if no term of a model of the reference covers a negative row.
///
/// The parsimonious terms of the reference may hold the literal "the order cannot be said", which it does not print: what
/// it prints, `A` for `A*AB[-]`, covers negative rows and misses the reference's own cutoff (consistency 0.75 where 1 is
/// asked). We have no such literal; our models are the others.
fn keeps_out(findings: &Findings, model: &Value) -> bool {
    let covers = |term: &str, row: &[usize]| {
        term.split('*').all(|literal| {
            let (level, name) = literal.strip_prefix('~').map_or((1, literal), |name| (0, name));
            findings.conditions.iter().zip(row).any(|(condition, own)| condition.name == name && *own == level)
        })
    };
    let mut negatives = findings.rows.iter().filter(|row| row.output == Output::Negative);
    !negatives.any(|row| strings(&model["pis"]).iter().any(|term| covers(term, &row.levels)))
}

fn rows(findings: &Findings, expected: &Value, differences: &mut Differences) {
    let expected: BTreeSet<_> = expected["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let level = |level: &Value| level.as_u64().map_or(UNSAID, |level| level as usize);
            let levels: Vec<usize> = row["bits"].as_array().unwrap().iter().map(level).collect();
            let cases: Vec<String> = strings(&row["cases"]);
            let value = |key: &str| row[key].as_f64().map(|value| format!("{value:.9}"));
            (
                row["row"].as_u64().unwrap(),
                levels,
                row["out"].as_str().unwrap().to_owned(),
                cases,
                value("incl"),
                value("pri"),
            )
        })
        .collect();
    let observed = findings.rows.iter().filter(|row| !row.cases.is_empty());
    let found = observed.map(|row| {
        let cases = row.cases.iter().map(|&case| findings.cases[case].clone()).collect();
        let value = |value: Option<f64>| value.map(|value| format!("{value:.9}"));
        (row.number, row.levels.clone(), row.output.sign().to_owned(), cases, value(row.consistency), value(row.pri))
    });
    differences.expect("rows", found.collect::<BTreeSet<_>>(), expected);
}

fn solution(findings: &Findings, kind: SolutionType, expected: &Value, differences: &mut Differences) {
    let found = findings.solution(kind).as_ref().unwrap();
    let written = |terms: Vec<String>| terms.into_iter().collect::<BTreeSet<_>>();
    let models: BTreeSet<_> = found
        .models
        .iter()
        .map(|model| written(model.paths.iter().map(|path| findings.write_term(&path.term)).collect()))
        .collect();
    let listed: Vec<&Value> =
        expected["models"].as_array().unwrap().iter().filter(|model| keeps_out(findings, model)).collect();
    differences.expect(kind.name(), models, listed.iter().map(|model| written(strings(&model["pis"]))).collect());
    for model in listed {
        let pis = written(strings(&model["pis"]));
        let own = found
            .models
            .iter()
            .find(|own| written(own.paths.iter().map(|path| findings.write_term(&path.term)).collect()) == pis);
        let Some(own) = own else { continue };
        for term in model["terms"].as_array().unwrap() {
            let path = own.paths.iter().find(|path| findings.write_term(&path.term) == term["pi"].as_str().unwrap());
            let agrees = path.is_some_and(|path| {
                close(path.fit.consistency, &term["inclS"])
                    && close(path.fit.pri, &term["PRI"])
                    && close(path.fit.coverage, &term["covS"])
                    && close(path.unique_coverage, &term["covU"])
            });
            differences.expect("fit of a term", agrees, true);
        }
        let fit = &model["fit"];
        let agrees = close(own.fit.consistency, &fit["inclS"]) && close(own.fit.coverage, &fit["covS"]);
        differences.expect("fit of a model", agrees, true);
    }
}

/// Truth tables, models and their fit.
#[test]
fn temporal_conditions() {
    let Some(root) = folder() else { return };
    let json =
        |file: &str| -> Value { serde_json::from_str(&std::fs::read_to_string(root.join(file)).unwrap()).unwrap() };
    let (own, published) = (json("methods/temporal2.json"), json("public/fn_temporal_RS.json"));
    let mut differences = Differences::default();
    let mut check = |data: &str, outcome: &str, cut: f64, expected: &Value| {
        differences.case = format!("{data} {outcome} {cut}");
        let memberships = read(&root.join(data));
        let findings = analyse(&analysis(&memberships, outcome, cut), &memberships, &Budget::default()).unwrap();
        rows(&findings, &expected["truth_table"], &mut differences);
        solution(&findings, SolutionType::Conservative, &expected["conservative"], &mut differences);
        solution(&findings, SolutionType::Parsimonious, &expected["parsimonious"], &mut differences);
        assert!(findings.solution(SolutionType::Intermediate).is_ok());
    };
    for case in own["cases"].as_array().unwrap() {
        let data = format!("methods/{}", case["data"].as_str().unwrap());
        check(&data, case["outcome"].as_str().unwrap(), case["incl.cut"].as_f64().unwrap(), case);
    }
    let last = read(&root.join(published["data"].as_str().unwrap())).sets.pop().unwrap().name;
    check(published["data"].as_str().unwrap(), &last, 1.0, &published["result"]);
    println!("temporal: {} comparisons", differences.compared);
    assert!(differences.compared > 100 && differences.found.is_empty(), "{}", differences.found.join("\n"));
}
