//! The sheets of a report, cell by cell, compared with independently computed values and with results.json.

use equifinal_qca::findings::Refusal;
use serde_json::Value;

use crate::fixture::study::assuming;
use crate::fixture::{Fixture, lipset};

/// The rows of a sheet below its head, the cells as a spreadsheet shows them.
pub(super) fn rows(fixture: &Fixture, sheet: &str) -> Vec<Vec<String>> {
    let files = fixture.tables(&fixture.editions());
    let (_, text) = files.iter().find(|(name, _)| name == sheet).unwrap_or_else(|| panic!("no sheet {sheet}"));
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The whole sheet of `change`d findings, one line per row.
pub(super) fn check(change: impl FnOnce(&mut Fixture), sheet: &str, expected: &[&str]) {
    let mut fixture = lipset();
    change(&mut fixture);
    let found: Vec<String> = rows(&fixture, sheet).iter().map(|row| row.join(" | ")).collect();
    assert_eq!(found, expected, "{sheet}");
}

#[test]
fn truth_tables_hold_the_observed_rows_the_sufficient_ones_first() {
    check(
        |_| {},
        "truth-table.survival.en.csv",
        &[
            "32 | 1 | 1 | 1 | 1 | 1 | 4 | 1 | 0.904 | 0.886 | BE, CZ, NL, UK",
            "22 | 1 | 0 | 1 | 0 | 1 | 2 | 1 | 0.804 | 0.719 | FI, IE",
            "24 | 1 | 0 | 1 | 1 | 1 | 2 | 0 | 0.709 | 0.634 | FR, SE",
            "6 | 0 | 0 | 1 | 0 | 1 | 1 | 0 | 0.529 | 0.228 | EE",
            "5 | 0 | 0 | 1 | 0 | 0 | 2 | 0 | 0.521 | 0.113 | HU, PL",
            "31 | 1 | 1 | 1 | 1 | 0 | 1 | 0 | 0.445 | 0.050 | DE",
            "23 | 1 | 0 | 1 | 1 | 0 | 1 | 0 | 0.378 | 0.040 | AU",
            "2 | 0 | 0 | 0 | 0 | 1 | 2 | 0 | 0.278 | 0.000 | IT, RO",
            "1 | 0 | 0 | 0 | 0 | 0 | 3 | 0 | 0.216 | 0.000 | ES, GR, PT",
        ],
    );
    check(
        |_| {},
        "truth-table.not-survival.zh.csv",
        &[
            "1 | 0 | 0 | 0 | 0 | 0 | 3 | 1 | 1.000 | 1.000 | ES、GR、PT",
            "2 | 0 | 0 | 0 | 0 | 1 | 2 | 1 | 0.982 | 0.975 | IT、RO",
            "23 | 1 | 0 | 1 | 1 | 0 | 1 | 1 | 0.974 | 0.960 | AU",
            "31 | 1 | 1 | 1 | 1 | 0 | 1 | 1 | 0.971 | 0.950 | DE",
            "6 | 0 | 0 | 1 | 0 | 1 | 1 | 1 | 0.861 | 0.772 | EE",
            "5 | 0 | 0 | 1 | 0 | 0 | 2 | 1 | 0.855 | 0.732 | HU、PL",
            "22 | 1 | 0 | 1 | 0 | 1 | 2 | 0 | 0.498 | 0.281 | FI、IE",
            "24 | 1 | 0 | 1 | 1 | 1 | 2 | 0 | 0.495 | 0.366 | FR、SE",
            "32 | 1 | 1 | 1 | 1 | 1 | 4 | 0 | 0.250 | 0.106 | BE、CZ、NL、UK",
        ],
    );
}

#[test]
fn a_row_without_a_ratio_stands_last_of_its_kind_with_a_dash() {
    check(
        |fixture| {
            let rows = &mut fixture.findings[0].rows;
            rows.iter_mut().filter(|row| ![32, 24, 1].contains(&row.number)).for_each(|row| row.cases.clear());
            (rows[23].consistency, rows[23].pri) = (None, None);
            rows[0].pri = Some(-0.0);
        },
        "truth-table.survival.en.csv",
        &[
            "32 | 1 | 1 | 1 | 1 | 1 | 4 | 1 | 0.904 | 0.886 | BE, CZ, NL, UK",
            "1 | 0 | 0 | 0 | 0 | 0 | 3 | 0 | 0.216 | 0.000 | ES, GR, PT",
            "24 | 1 | 0 | 1 | 1 | 1 | 2 | 0 | – | – | FR, SE",
        ],
    );
}

#[test]
fn necessity_stands_for_the_outcome_and_its_negation_side_by_side() {
    check(
        |_| {},
        "necessity.survival.en.csv",
        &[
            "Developed | 0.831 | 0.775 | 0.811 | 0.322 | 0.334 | 0.593",
            "Not Developed | 0.285 | 0.274 | 0.587 | 0.783 | 0.837 | 0.864",
            "Urbanised | 0.539 | 0.771 | 0.899 | 0.239 | 0.382 | 0.766",
            "Not Urbanised | 0.568 | 0.402 | 0.452 | 0.857 | 0.674 | 0.602",
            "Literate | 0.991 | 0.643 | 0.509 | 0.573 | 0.414 | 0.387",
            "Not Literate | 0.096 | 0.168 | 0.764 | 0.505 | 0.984 | 0.994",
            "Industrialised | 0.669 | 0.684 | 0.786 | 0.354 | 0.403 | 0.661",
            "Not Industrialised | 0.417 | 0.367 | 0.576 | 0.723 | 0.708 | 0.747",
            "Stable government | 0.920 | 0.707 | 0.680 | 0.467 | 0.399 | 0.509",
            "Not Stable government | 0.218 | 0.269 | 0.687 | 0.657 | 0.902 | 0.942",
        ],
    );
}

#[test]
fn solutions_stand_with_their_formula_and_fit() {
    check(
        |_| {},
        "solutions.survival.en.csv",
        &[
            "conservative | DEV*~URB*LIT*~IND*STB + DEV*URB*LIT*IND*STB → SURV | 0.870 | 0.843 | 0.658",
            "intermediate | DEV*URB*LIT*STB + DEV*LIT*~IND*STB → SURV | 0.866 | 0.839 | 0.660",
            "parsimonious | DEV*~IND + URB*STB → SURV | 0.850 | 0.819 | 0.714",
        ],
    );
    check(
        |_| {},
        "solutions.not-survival.en.csv",
        &[
            "conservative | ~DEV*~URB*~IND + DEV*LIT*IND*~STB → ~SURV | 0.897 | 0.871 | 0.803",
            "intermediate | ~STB + ~DEV*~URB*~IND → ~SURV | 0.881 | 0.852 | 0.825",
            "parsimonious | ~DEV + ~STB → ~SURV | 0.849 | 0.816 | 0.888",
        ],
    );
}

#[test]
fn a_refusal_or_a_second_model_stands_in_its_row() {
    check(
        |fixture| {
            let findings = &mut fixture.findings[0];
            findings.solutions[0] = Err(Refusal::NoPositiveRow);
            let intermediate = findings.solutions[2].as_mut().unwrap();
            let mut second = intermediate.models[0].clone();
            second.paths.truncate(1);
            (second.fit.consistency, second.fit.pri, second.fit.coverage) = (Some(0.0125), None, Some(1.0));
            intermediate.models.push(second);
            intermediate.model_count = 2;
        },
        "solutions.survival.en.csv",
        &[
            "conservative | no row of the truth table is sufficient for the outcome |  |  | ",
            "intermediate (M1) | DEV*URB*LIT*STB + DEV*LIT*~IND*STB → SURV | 0.866 | 0.839 | 0.660",
            "intermediate (M2) | DEV*URB*LIT*STB → SURV | 0.012 | – | 1.000",
            "parsimonious | DEV*~IND + URB*STB → SURV | 0.850 | 0.819 | 0.714",
        ],
    );
}

#[test]
fn the_chart_shows_the_signs_and_the_fit_of_every_path() {
    check(
        |_| {},
        "configurations.survival.en.csv",
        &[
            "Developed | peripheral condition present | core condition present |  | core condition absent",
            "Urbanised | core condition present |  |  | peripheral condition absent",
            "Literate | peripheral condition present | peripheral condition present |  | ",
            "Industrialised |  | core condition absent |  | peripheral condition absent",
            "Stable government | core condition present | peripheral condition present | core condition absent | ",
            "Consistency | 0.901 | 0.814 | 0.902 | 0.886",
            "PRI | 0.879 | 0.721 | 0.871 | 0.854",
            "Raw coverage | 0.468 | 0.282 | 0.657 | 0.678",
            "Unique coverage | 0.378 | 0.191 | 0.147 | 0.168",
            "Cases | BE, CZ, NL, UK | FI, IE | AU, DE, ES, GR, HU, PL, PT | EE, ES, GR, HU, IT, PL, PT, RO",
            "Solution consistency | 0.866 |  | 0.881 | ",
            "Solution PRI | 0.839 |  | 0.852 | ",
            "Solution coverage | 0.660 |  | 0.825 | ",
        ],
    );
}

/// A number of results.json as a report prints it.
fn printed(value: &Value) -> String {
    crate::ratio(value.as_f64())
}

#[test]
fn sheets_and_results_hold_the_same_numbers() {
    let fixture = lipset();
    let results: Value = serde_json::from_str(&fixture.results()).unwrap();
    for (analysis, name) in [("survival", "survival"), ("~survival", "not-survival")] {
        let found = &results["analyses"][analysis];
        let sheet = rows(&fixture, &format!("truth-table.{name}.en.csv"));
        let observed = found["truth_table"].as_array().unwrap().iter().filter(|row| row["cases_in"] != 0);
        assert_eq!(observed.clone().count(), sheet.len());
        for row in observed {
            let number = row["row"].to_string();
            let line = sheet.iter().find(|line| line[0] == number).unwrap();
            let levels = row["configuration"].as_object().unwrap().values().map(Value::to_string);
            let cases: Vec<&str> = row["cases"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let mut expected: Vec<String> = std::iter::once(number).chain(levels).collect();
            expected.push(row["cases_in"].to_string());
            expected.push(row["output"].as_str().unwrap().to_owned());
            expected.extend([printed(&row["consistency"]), printed(&row["pri"]), cases.join(", ")]);
            assert_eq!(*line, expected, "{analysis}");
        }
        let sheet = rows(&fixture, &format!("solutions.{name}.en.csv"));
        for line in &sheet {
            let model = &found["solutions"][&line[0]]["models"][0];
            let outcome = found["outcome"].as_str().unwrap();
            let formula = format!("{} → {outcome}", model["expression"].as_str().unwrap());
            let fit = ["consistency", "pri", "coverage"].map(|key| printed(&model[key]));
            assert_eq!(line[1..], [[formula].as_slice(), &fit].concat(), "{analysis}: {}", line[0]);
        }
    }
}

/// Compares the remark about the rows that a model assumes; each condition has so many levels.
fn check_remark(conditions: &[usize], said: &str) {
    let text = crate::markdown(&assuming(conditions).edition("en")).unwrap();
    assert!(text.contains(said), "not said: {said}\n{text}");
}

#[test]
fn simplifying_assumptions_are_counted_and_the_first_forty_named() {
    check_remark(&[2, 2], "assumes the outcome in one row that is not observed: 4.");
    check_remark(&[2, 2, 2], "assumes the outcome in 3 rows that are not observed: 4, 6, 8.");
    check_remark(&[41, 2], "76, 78, 80, 82.");
    check_remark(&[42, 2], "80, 82 and 1 more");
    check_remark(&[2; 14], "80, 82 and 8151 more");
}
