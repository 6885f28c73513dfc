//! The cases of findings by their ids, and where the others have gone.

use equifinal_qca::findings::Findings;
use equifinal_study::config::{Imputed, MissingRule};
use serde_json::{Value, json};

use super::text::text;
use crate::case_flow::CaseFlow;

/// The ids of cases by their positions, in natural order.
pub(super) fn ids<'a>(findings: &'a Findings, positions: &[usize]) -> Vec<&'a str> {
    // The cases of findings stand in natural order.
    let mut positions = positions.to_vec();
    positions.sort_unstable();
    positions.into_iter().filter_map(|case| findings.cases.get(case)).map(String::as_str).collect()
}

/// The cases of an analysis, from the file to the sums.
pub(super) fn flow(flow: &CaseFlow<'_>) -> Value {
    let excluded = flow.excluded.iter().map(|one| json!({"case": one.case, "because": text(&one.because)}));
    let missing = flow.missing.iter().map(|one| json!({"case": one.case, "sets": one.sets}));
    let imputed = flow.imputed.iter().filter_map(|(set, cases)| {
        let Some(MissingRule::Impute { value, because }) = &set.missing else { return None };
        let value = match value {
            Imputed::Number(value) => json!(value),
            Imputed::Code(code) => json!(code),
        };
        Some(json!({"set": set.name, "value": value, "because": text(because), "cases": cases}))
    });
    json!({
        "found": flow.found,
        "excluded": excluded.collect::<Vec<_>>(),
        "missing": missing.collect::<Vec<_>>(),
        "dropped": flow.dropped,
        "analysed": flow.analysed,
        "imputed": imputed.collect::<Vec<_>>(),
    })
}
