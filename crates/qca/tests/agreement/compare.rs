//! Compares findings with the reference results.

use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, Model, Output, Row, SolutionResult};
use equifinal_qca::{Assumptions, Budget, analyse};
use equifinal_study::config::SolutionType;
use serde_json::Value;

use crate::golden::{Case, strings};

/// Tolerance for numbers.
const TOLERANCE: f64 = 1e-9;

/// The differences found, and the number of comparisons.
#[derive(Default)]
pub(crate) struct Differences {
    pub(crate) case: String,
    pub(crate) compared: usize,
    pub(crate) found: Vec<String>,
}

impl Differences {
    pub(crate) fn expect<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, ours: T, reference: T) {
        self.compared += 1;
        if ours != reference {
            self.found.push(format!("{}: {what}: ours {ours:?}, reference {reference:?}", self.case));
        }
    }

    pub(crate) fn number(&mut self, what: &str, ours: Option<f64>, reference: &Value) {
        self.compared += 1;
        let agree = match (ours, reference.as_f64()) {
            (Some(ours), Some(reference)) => (ours - reference).abs() <= TOLERANCE || ours < 1e-4 && reference == 0.0,
            (None, None) => true,
            _ => false,
        };
        if !agree {
            self.found.push(format!("{}: {what}: ours {ours:?}, reference {reference}", self.case));
        }
    }
}

/// Truth table, conservative and parsimonious solutions.
pub(crate) fn standard(case: &Case, differences: &mut Differences) {
    if case.quirks.iter().any(|quirk| quirk == "contradiction-flags-misplaced") {
        return;
    }
    let findings = analyse(&case.analysis, &case.memberships, &Budget::default()).unwrap();
    table(case, &findings, differences);
    for kind in [SolutionType::Conservative, SolutionType::Parsimonious] {
        solution(&case.json["solutions"][kind.name()], &findings, findings.solution(kind), kind.name(), differences);
    }
}

fn table(case: &Case, findings: &Findings, differences: &mut Differences) {
    let reference = &case.json["truth_table"];
    let row = |number: &Value| findings.rows.iter().find(|row| Some(row.number) == number.as_u64());
    let mut observed = 0;
    for expected in reference["rows"].as_array().into_iter().flatten() {
        let number = &expected["row"];
        let Some(row) = row(number) else {
            differences.expect(&format!("row {number}"), "absent", "present");
            continue;
        };
        // The reference keeps rows that only a case at exactly 0.5 would be in; they hold no case.
        observed += usize::from(expected["n"] != 0);
        compare_row(row, expected, findings, differences);
        if let Some(deviant) = reference["dcc"][number.to_string()].as_str() {
            deviant_cases(row, deviant, findings, differences);
        }
    }
    for removed in reference["removed"].as_array().into_iter().flatten() {
        if let Some(row) = row(&removed["row"]) {
            differences.expect(&format!("removed row {}", row.number), row.output, Output::Remainder);
        }
    }
    let frequent = findings.rows.iter().filter(|row| row.output != Output::Remainder).count();
    let known = reference["rows"].as_array().into_iter().flatten();
    let known = known.filter(|row| row["out"] != "?").count();
    differences.expect("rows with an output", frequent, known);
    differences.expect("some rows", observed > 0 || known == 0, true);
}

fn compare_row(row: &Row, expected: &Value, findings: &Findings, differences: &mut Differences) {
    let what = |name: &str| format!("row {} {name}", row.number);
    differences.expect(&what("output"), row.output.sign(), expected["out"].as_str().unwrap());
    differences.expect(&what("n"), row.cases.len() as u64, expected["n"].as_u64().unwrap());
    differences.number(&what("consistency"), row.consistency, &expected["incl"]);
    differences.number(&what("PRI"), row.pri, &expected["pri"]);
    if expected.get("cases").is_none() {
        return;
    }
    let ours: BTreeSet<String> = row.cases.iter().map(|&case| findings.cases[case].clone()).collect();
    let reference: BTreeSet<String> = strings(&expected["cases"]).into_iter().collect();
    differences.expect(&what("cases"), ours, reference);
}

/// The reference's deviant cases consistency of a row; ours are those of rows with output 1.
fn deviant_cases(row: &Row, expected: &str, findings: &Findings, differences: &mut Differences) {
    let reference: BTreeSet<&str> = expected.split(',').filter(|case| !case.is_empty()).collect();
    let ours: BTreeSet<&str> = findings.deviant(row).iter().map(|&case| findings.cases[case].as_str()).collect();
    let wanted = if row.output == Output::Positive { reference.clone() } else { BTreeSet::new() };
    differences.expect(&format!("row {} deviant cases", row.number), ours, wanted);
    // A row is contradictory where some of its cases deviate and others are in the outcome.
    let with = row.cases.iter().filter(|&&case| findings.outcome[case] > 0.5).count();
    let contradictory = !reference.is_empty() && with > 0;
    differences.expect(&format!("row {} contradictory", row.number), row.contradictory, contradictory);
}

/// One solution against the reference's: models as sets of terms, then fit.
pub(crate) fn solution(
    expected: &Value,
    findings: &Findings,
    ours: &SolutionResult,
    what: &str,
    differences: &mut Differences,
) {
    match (expected["status"].as_str(), ours) {
        (Some("ok"), Ok(solution)) => {
            differences.expect(
                &format!("{what}: number of models"),
                solution.model_count,
                u128::from(expected["n_models"].as_u64().unwrap()),
            );
            let primes: BTreeSet<String> =
                solution.prime_implicants.iter().map(|term| findings.write_term(term)).collect();
            let reference: BTreeSet<String> = expected["chart"]["pis"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|pi| pi["expr"].as_str().unwrap().to_owned())
                .collect();
            differences.expect(&format!("{what}: prime implicants"), primes, reference);
            models(expected, findings, &solution.models, what, differences);
        }
        (Some("error"), ours) => differences.expect(&format!("{what}: refused"), ours.is_err(), true),
        (Some("ok"), Err(refusal)) => differences.expect(&format!("{what}: {refusal}"), "refused", "ok"),
        _ => {}
    }
}

/// Every model of the reference against ours with the same terms.
pub(crate) fn models(expected: &Value, findings: &Findings, ours: &[Model], what: &str, differences: &mut Differences) {
    let terms = |model: &Model| -> BTreeSet<String> {
        model.paths.iter().map(|path| findings.write_term(&path.term)).collect()
    };
    let assumptions = &expected["simplifying_assumptions"];
    for (number, model) in (1..).zip(expected["models"].as_array().into_iter().flatten()) {
        let wanted: BTreeSet<String> = strings(&model["pis"]).into_iter().collect();
        let Some(found) = ours.iter().find(|ours| terms(ours) == wanted) else {
            if ours.len() < 1000 {
                differences.expect(&format!("{what}: model {wanted:?}"), "absent", "present");
            }
            continue;
        };
        fit(model, findings, found, what, differences);
        if let Some(rows) = assumptions[format!("M{number}")].as_array() {
            let rows: Vec<u64> = rows.iter().filter_map(Value::as_u64).collect();
            differences.expect(
                &format!("{what}: M{number} simplifying assumptions"),
                &Assumptions::of(findings).simplifying(found).numbers,
                &rows,
            );
        }
    }
}

fn fit(expected: &Value, findings: &Findings, ours: &Model, what: &str, differences: &mut Differences) {
    if let Some(whole) = expected.get("fit").filter(|fit| fit.is_object()) {
        differences.number(&format!("{what}: consistency"), ours.fit.consistency, &whole["inclS"]);
        differences.number(&format!("{what}: PRI"), ours.fit.pri, &whole["PRI"]);
        differences.number(&format!("{what}: coverage"), ours.fit.coverage, &whole["covS"]);
    }
    for term in expected["terms"].as_array().into_iter().flatten() {
        let name = term["pi"].as_str().unwrap();
        let Some(path) = ours.paths.iter().find(|path| findings.write_term(&path.term) == name) else { continue };
        differences.number(&format!("{what}: {name} consistency"), path.fit.consistency, &term["inclS"]);
        differences.number(&format!("{what}: {name} PRI"), path.fit.pri, &term["PRI"]);
        differences.number(&format!("{what}: {name} coverage"), path.fit.coverage, &term["covS"]);
        differences.number(&format!("{what}: {name} unique coverage"), path.unique_coverage, &term["covU"]);
        if let Some(cases) = term["cases"].as_str() {
            let ours: BTreeSet<&str> = path.cases.iter().map(|&case| findings.cases[case].as_str()).collect();
            let reference: BTreeSet<&str> =
                cases.split([',', ';']).map(str::trim).filter(|case| !case.is_empty()).collect();
            differences.expect(&format!("{what}: {name} cases"), ours, reference);
        }
    }
}
