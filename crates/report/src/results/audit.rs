//! The audit of published figures in `results.json`.

use equifinal_measure::audit::{About, Check, Severity};
use serde_json::{Value, json};

/// One entry a check, in the order of the study file.
pub fn audit(checks: &[Check]) -> Value {
    checks.iter().map(check).collect()
}

fn check(check: &Check) -> Value {
    let (kind, name) = match &check.about {
        About::Solution(name) => ("solution", name),
        About::Necessity(name) => ("necessity", name),
        About::TruthTable(name) => ("truth_table", name),
        About::Memberships(name) => ("memberships", name),
        About::Percentiles(name) => ("percentiles", name),
        About::Figure(name, ..) => ("figure", name),
    };
    let findings: Vec<Value> = check
        .findings
        .iter()
        .map(|finding| {
            let severity = if finding.severity() == Severity::Error { "error" } else { "warning" };
            json!({"severity": severity, "message": finding.to_string()})
        })
        .collect();
    let mut value = json!({"rule": check.rule, "about": kind, "name": name, "findings": findings});
    if let About::Figure(_, _, figure) = &check.about {
        value["figure"] = json!(figure.to_string());
    }
    if check.rule == 7 {
        value["matches"] = json!(check.matches);
    }
    if let Some((most, sizes)) = &check.sizes {
        value["most"] = json!(most);
        value["possible_sizes"] = json!(sizes);
    }
    value
}
