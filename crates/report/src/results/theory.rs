//! Theory evaluation in `results.json`.

use equifinal_qca::findings::{Area, Findings, TheoryEvaluation};
use serde_json::{Value, json};

/// The evaluation of an analysis.
pub(super) fn theory(findings: &Findings, evaluation: &TheoryEvaluation) -> Value {
    json!({
        "expression": evaluation.theory,
        "consistency": evaluation.fit.consistency,
        "pri": evaluation.fit.pri,
        "coverage": evaluation.fit.coverage,
        "solution": findings.analysis.interpret.name(),
        "model": 1,
        "model_count": evaluation.model_count.to_string(),
        "areas": evaluation.areas.iter().map(|part| area(findings, part)).collect::<Vec<_>>(),
    })
}

fn area(findings: &Findings, area: &Area) -> Value {
    json!({
        "area": area.name(),
        "expression": area.expression,
        "consistency": area.fit.consistency,
        "pri": area.fit.pri,
        "coverage": area.fit.coverage,
        "cases_with_outcome": super::ids(findings, &area.with_outcome),
        "cases_without_outcome": super::ids(findings, &area.without_outcome),
    })
}
