//! Theory evaluation in `results.json`.

use equifinal_qca::findings::{Area, Configurations, Findings, TheoryEvaluation};
use serde_json::{Value, json};

use super::cases::ids;

/// The evaluation of an analysis.
pub(super) fn theory(findings: &Findings, evaluation: &TheoryEvaluation) -> Value {
    let areas = |areas: &[Area; 4]| areas.iter().map(|part| area(findings, part)).collect::<Vec<_>>();
    let mut object = json!({
        "expression": evaluation.theory,
        "consistency": evaluation.fit.consistency,
        "pri": evaluation.fit.pri,
        "coverage": evaluation.fit.coverage,
        "solution": findings.analysis.interpret.name(),
        "model": 1,
        "model_count": evaluation.model_count.to_string(),
        "areas": evaluation.models.first().map(areas),
    });
    let further = evaluation.models.iter().zip(1..).skip(1);
    let further: Vec<Value> = further.map(|(model, number)| json!({"model": number, "areas": areas(model)})).collect();
    if !further.is_empty() {
        object["further_models"] = further.into();
    }
    object
}

fn area(findings: &Findings, area: &Area) -> Value {
    let configurations = area.configurations.as_ref().map(|configurations| match configurations {
        Configurations::None => "none",
        Configurations::Some(terms) => terms,
    });
    json!({
        "area": area.name(),
        "membership": area.membership(),
        "expression": area.expression,
        "configurations": configurations,
        "consistency": area.fit.consistency,
        "pri": area.fit.pri,
        "coverage": area.fit.coverage,
        "cases_with_outcome": ids(findings, &area.with_outcome),
        "cases_without_outcome": ids(findings, &area.without_outcome),
    })
}
