//! Counterfactuals in `results.json`: the ledger of remainders, contradictory assumptions, exclusions.

use equifinal_qca::findings::{Findings, Ground, LedgerRow, Ruled};
use equifinal_study::config::Implausible;
use serde_json::{Map, Value, json};

use super::reasons;
use super::solution::rows;

/// The counterfactual assumptions of an analysis.
pub(super) fn counterfactuals(findings: &Findings) -> Value {
    let mut object = Map::new();
    match &findings.contradictory_assumptions {
        Some(found) => rows(&mut object, "contradictory_assumptions", "contradictory_assumption_count", found),
        None => object.extend([("contradictory_assumptions".to_owned(), Value::Null)]),
    }
    object.insert("sufficient_for_both".to_owned(), json!(findings.sufficient_for_both));
    if let Some(enhanced) = &findings.enhanced {
        let excluded = enhanced.excluded.iter().map(|excluded| {
            let mut object = Map::new();
            let (ground, expression) = match &excluded.ground {
                Ground::Necessary(expression) => ("necessary", Some(expression)),
                Ground::Impossible(expression) => ("impossible", Some(expression)),
                Ground::Contradictory => ("contradictory", None),
            };
            object.insert("ground".to_owned(), json!(ground));
            object.extend(expression.map(|expression| ("expression".to_owned(), json!(expression))));
            rows(&mut object, "rows", "row_count", &excluded.rows);
            if matches!(excluded.ground, Ground::Impossible(_)) {
                object.insert("observed_and_kept".to_owned(), json!(excluded.observed));
            }
            let named = findings.analysis.enhanced.iter().flat_map(|enhanced| &enhanced.impossible);
            let mut named = named.filter(|_| matches!(excluded.ground, Ground::Impossible(_)));
            match named.find(|one| Some(&one.expression.to_string()) == expression) {
                Some(one) => reasons::with_grounds(Value::Object(object), one.because.as_ref()),
                None => Value::Object(object),
            }
        });
        object.insert("excluded".to_owned(), excluded.collect());
    }
    if !findings.implausible.is_empty() {
        let entries = findings.implausible.iter().zip(&findings.analysis.implausible);
        object.insert("implausible".to_owned(), entries.map(|(found, entry)| ruled(found, entry)).collect());
    }
    let ledger = &findings.ledger;
    object.insert("remainders".to_owned(), json!(ledger.remainders));
    object.insert("remainders_used".to_owned(), json!(ledger.used));
    object.insert("ledger_complete".to_owned(), json!(ledger.is_complete()));
    object.insert("ledger".to_owned(), ledger.rows.iter().map(|row| ledger_row(findings, row)).collect());
    Value::Object(object)
}

/// The rows of an implausibility entry, as named and as ruled out, with the author's reason.
fn ruled(ruled: &Ruled, entry: &Implausible) -> Value {
    let mut object = Map::new();
    if let Value::Object(named) = reasons::implausible(entry) {
        object.extend(named);
    }
    rows(&mut object, "ruled_out", "ruled_out_count", &ruled.out);
    object.insert("observed_and_kept".to_owned(), json!(ruled.observed));
    Value::Object(object)
}

fn ledger_row(findings: &Findings, row: &LedgerRow) -> Value {
    let numbers = |models: &[usize]| models.iter().map(|model| model + 1).collect::<Vec<_>>();
    let allowed: Vec<&str> =
        row.allowed_by.iter().map(|&position| findings.conditions[position].name.as_str()).collect();
    json!({
        "row": row.row,
        "below_frequency": row.below_frequency,
        "implausible": row.implausible,
        "parsimonious_models": numbers(&row.parsimonious),
        "intermediate_models": numbers(&row.intermediate),
        "easy": row.easy,
        "allowed_by": allowed,
    })
}
