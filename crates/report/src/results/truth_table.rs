//! The truth table in `results.json`: rows, cases in no row, and diversity.

use equifinal_qca::findings::{Condition, Findings, Row};
use equifinal_study::memberships::UNSAID_SIGN;
use serde_json::{Map, Value, json};

use super::cases::ids;
use super::text::text;
use crate::solution_types::SOLUTIONS;

/// A level, "-" where an order cannot be said.
fn value(condition: &Condition, level: usize) -> Value {
    if condition.kind.is_unsaid(level) { json!(UNSAID_SIGN) } else { json!(level) }
}

/// A row with its cases. An output set by hand stands beside the computed one, with its reason. Flags occur only if true; `deviant` lists the cases of a row with output 1 that are out of the
/// outcome, if any.
pub(super) fn row(findings: &Findings, row: &Row) -> Value {
    let levels = findings.conditions.iter().zip(&row.levels);
    let configuration: Map<String, Value> =
        levels.map(|(condition, &level)| (condition.name.clone(), value(condition, level))).collect();
    let mut object = json!({
        "row": row.number,
        "configuration": configuration,
        "output": row.output.sign(),
        "cases_in": row.cases.len(),
        "consistency": row.consistency,
        "pri": row.pri,
        "product": row.product(),
        "sym": row.sym,
        "cases": ids(findings, &row.cases),
    });
    if let Value::Object(object) = &mut object {
        if let Some(by_hand) = row.by_hand {
            let because = findings.analysis.outputs.get(by_hand.entry).map(|set| text(&set.because));
            object.insert("computed_output".to_owned(), json!(by_hand.computed.sign()));
            object.insert("output_because".to_owned(), json!(because));
        }
        let deviant = findings.deviant(row);
        if !deviant.is_empty() {
            object.insert("deviant".to_owned(), json!(ids(findings, &deviant)));
        }
        let flags =
            [("contradictory", row.contradictory), ("on_the_line", row.on_the_line), ("implausible", row.implausible)];
        for (flag, raised) in flags {
            if raised {
                object.insert(flag.to_owned(), Value::Bool(true));
            }
        }
    }
    object
}

/// Condition memberships within 0.0005 of 0.5: as calibrated and as used, `null` if the case is left out.
pub(super) fn at_crossover(findings: &Findings) -> Vec<Value> {
    let cells = findings.at_crossover.iter();
    cells
        .map(|cell| {
            json!({
                "case": cell.case,
                "condition": cell.condition,
                "membership": cell.membership,
                "used": cell.used,
            })
        })
        .collect()
}

/// Limited diversity; remainders are rows with output "?".
pub(super) fn diversity(findings: &Findings) -> Value {
    let diversity = findings.diversity();
    json!({
        "possible": diversity.possible,
        "share_observed": diversity.share_observed(),
        "observed": diversity.observed,
        "below_frequency": diversity.below_frequency,
        "remainders": diversity.remainders(),
    })
}

/// Conditions with one level in all cases in rows, with the terms that contain them.
pub(super) fn without_variation(findings: &Findings) -> Vec<Value> {
    let constant = findings.without_variation().into_iter();
    constant
        .map(|constant| {
            let terms: Map<String, Value> = SOLUTIONS
                .iter()
                .map(|&kind| {
                    let carrying = findings.carrying(kind, constant.condition, constant.level);
                    let written: Vec<String> = carrying.into_iter().map(|term| findings.write_term(term)).collect();
                    (kind.name().to_owned(), json!(written))
                })
                .collect();
            json!({"literal": constant.literal, "terms": terms})
        })
        .collect()
}
