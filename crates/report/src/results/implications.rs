//! Implications between conditions in `results.json`.

use equifinal_qca::findings::Findings;
use serde_json::{Value, json};

use super::cases::ids;

/// The implications that reach the cutoff of necessity, each with its fit and the cases against it.
pub(super) fn implications(findings: &Findings) -> Vec<Value> {
    let found = findings.implications().into_iter();
    found
        .map(|one| {
            let [given, implied] = one.expressions;
            json!({
                "if": given,
                "then": implied,
                "consistency": one.fit.consistency,
                "coverage": one.fit.coverage,
                "relevance": one.fit.relevance,
                "cases_in": one.cases,
                "contrary": ids(findings, &one.contrary),
            })
        })
        .collect()
}
