//! Observed rows that the study declares impossible: since they are observed, they are kept.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::{listed, names};
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each analysis and key that names such rows.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.findings.iter().flat_map(|findings| of(input, findings, speaker)).collect()
}

fn of(input: &Input<'_>, findings: &Findings, speaker: &Speaker) -> Vec<Found> {
    let mut observed: Vec<u64> = findings.implausible.iter().flat_map(|ruled| ruled.observed.iter().copied()).collect();
    observed.sort_unstable();
    observed.dedup();
    let impossible = findings.enhanced.iter().flat_map(|enhanced| &enhanced.excluded);
    let named = std::iter::once(("implausible", &observed))
        .chain(impossible.map(|excluded| ("enhanced: impossible", &excluded.observed)));
    let named = named.filter(|(_, observed)| !observed.is_empty());
    let found = named.map(|(key, observed)| {
        let rows = observed.iter().map(|&number| {
            let row = findings.rows.iter().find(|row| row.number == number);
            let cases = row.map_or_else(String::new, |row| names(findings, &row.cases, speaker));
            speaker.say_of("row-of-cases", &[("row", number.to_string().into()), ("cases", cases.into())])
        });
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("key", key.into()),
            ("count", observed.len().into()),
            ("rows", listed(rows, speaker).into()),
        ];
        let evidence = json!({"analysis": findings.analysis.name, "key": key, "rows": observed});
        Found::new(Severity::Critical, evidence, speaker.say_of("warning-observed-named", &args))
    });
    found.collect()
}
