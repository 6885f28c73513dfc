//! Values of results at their places.

use super::*;
use crate::fixture::{Fixture, lipset};
use equifinal_qca::findings::Refusal;

/// Compares values at places of the results of `change`d findings.
fn check(change: impl FnOnce(&mut Fixture), places: &[(&str, Value)]) {
    let mut fixture = lipset();
    change(&mut fixture);
    let results: Value = serde_json::from_str(&fixture.results()).unwrap();
    for (place, expected) in places {
        assert_eq!(results.pointer(place).unwrap_or(&Value::Null), expected, "{place}");
    }
}

#[test]
fn results_have_the_shape_of_the_contract() {
    let survival = "/analyses/survival";
    let negation = "/analyses/~0survival";
    check(
        |_| {},
        &[
            ("/format", json!("equifinal/results/1")),
            ("/study", json!("lipset-democracy")),
            ("/provenance", json!("published")),
            ("/diagnosis/concerns/0", json!({"concern": "skewed", "set": "LIT", "share_in": 0.88})),
            ("/diagnosis/concerns/1", json!({"concern": "no_reason", "set": "URB"})),
            ("/diagnosis/thresholds", json!([])),
            (&format!("{survival}/outcome"), json!("SURV")),
            (&format!("{negation}/outcome"), json!("~SURV")),
            (&format!("{survival}/conditions"), json!(["DEV", "URB", "LIT", "IND", "STB"])),
            (&format!("{survival}/necessity/5/expression"), json!("~LIT")),
            (&format!("{survival}/truth_table/21/row"), json!(22)),
            (
                &format!("{survival}/truth_table/21/configuration"),
                json!({"DEV": 1, "URB": 0, "LIT": 1, "IND": 0, "STB": 1}),
            ),
            (&format!("{survival}/truth_table/21/cases"), json!(["FI", "IE"])),
            (&format!("{survival}/truth_table/21/cases_in"), json!(2)),
            (&format!("{survival}/truth_table/21/contradictory"), json!(null)),
            (&format!("{survival}/truth_table/2/output"), json!("?")),
            (&format!("{survival}/solutions/intermediate/model_count"), json!("1")),
            (&format!("{survival}/solutions/intermediate/model_count_is"), json!("exact")),
            (
                &format!("{survival}/solutions/intermediate/models/0/from"),
                json!([{"conservative": 1, "parsimonious": 1}]),
            ),
            (&format!("{survival}/solutions/intermediate/models/0/easy"), json!([30])),
            (&format!("{survival}/solutions/parsimonious/models/0/from"), json!(null)),
            (&format!("{survival}/core/definition"), json!("fiss_2011")),
            (
                &format!("{survival}/core/paths/DEV*URB*LIT*STB/literals"),
                json!({"DEV": "never", "URB": "always", "LIT": "never", "STB": "always"}),
            ),
            (&format!("{survival}/solutions/parsimonious/models/0/expression"), json!("DEV*~IND + URB*STB")),
            (&format!("{survival}/solutions/parsimonious/models/0/terms/0/literals"), json!({"DEV": 1, "IND": 0})),
        ],
    );
}

#[test]
fn numbers_are_in_full_precision_and_agree_with_the_reference() {
    let mut fixture = lipset();
    fixture.findings[0].rows[0].consistency = Some(0.1 + 0.2);
    let text = fixture.results();
    assert!(text.contains("0.30000000000000004"), "{text}");
    let results: Value = serde_json::from_str(&text).unwrap();
    let model = results.pointer("/analyses/survival/solutions/intermediate/models/0").unwrap();
    for (key, reference) in
        [("consistency", 0.865_947_611_710_324), ("pri", 0.838_589_981_447_125), ("coverage", 0.659_624_413_145_54)]
    {
        let found = model[key].as_f64().unwrap();
        assert!((found - reference).abs() < 1e-12, "{key}: {found}");
    }
}

#[test]
fn undefined_ratios_and_refusals_are_said() {
    let refused = Refusal::NoNegativeRow;
    check(
        |fixture| {
            fixture.findings[0].rows[3].consistency = None;
            fixture.findings[0].rows[21].contradictory = true;
            fixture.findings[0].solutions[1] = Err(refused.clone());
            let conservative = fixture.findings[0].solutions[0].as_mut().unwrap();
            conservative.models[0].paths.truncate(1);
            conservative.models[0].paths[0].unique_coverage = None;
            conservative.count_is_exact = false;
        },
        &[
            ("/analyses/survival/truth_table/3/consistency", Value::Null),
            ("/analyses/survival/truth_table/21/contradictory", json!(true)),
            ("/analyses/survival/solutions/parsimonious", json!({"refused": refused.to_string()})),
            ("/analyses/survival/solutions/conservative/model_count_is", json!("at_least")),
            ("/analyses/survival/solutions/conservative/models/0/terms/0/unique_coverage", Value::Null),
        ],
    );
}

#[test]
fn standards_are_checked_where_asked_for() {
    check(|_| {}, &[("/standards", Value::Null)]);
    check(
        |fixture| fixture.study.standards = equifinal_study::config::Standards::Checked,
        &[
            ("/standards/0/rule", json!("selection")),
            ("/standards/0/verdict", json!("fail")),
            ("/standards/0/why", json!("Not so: flow.")),
            ("/standards/1/verdict", json!("pass")),
            ("/standards/1/do", Value::Null),
        ],
    );
}

#[test]
fn analyses_keep_their_order_and_case_lists_are_sorted() {
    let mut fixture = lipset();
    fixture.findings[0].rows[21].cases.reverse();
    let text = fixture.results();
    assert!(text.find("\"survival\": {").unwrap() < text.find("\"~survival\": {").unwrap());
    assert!(text.contains(r#"["FI","IE"]"#));
    assert!(text.ends_with("}\n"));
}
