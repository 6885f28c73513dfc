//! Observed rows below the frequency cutoff.

use equifinal_qca::findings::{Findings, Output};
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each analysis with such rows.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let rows = findings.rows.iter().filter(|row| row.output == Output::Remainder && !row.cases.is_empty());
        let rows: Vec<u64> = rows.map(|row| row.number).collect();
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("count", rows.len().into()),
            ("rows", listed(rows.iter().map(u64::to_string), speaker).into()),
        ];
        let evidence = json!({"analysis": findings.analysis.name, "rows": rows});
        (!rows.is_empty())
            .then(|| Found::new(Severity::Low, evidence, speaker.say_of("warning-below-frequency", &args)))
    };
    input.findings.iter().filter_map(of).collect()
}
