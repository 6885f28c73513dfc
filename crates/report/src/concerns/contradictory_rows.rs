//! Rows that hold cases in and out of the outcome.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each analysis with such rows; its negation has the same.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let rows: Vec<u64> = findings.rows.iter().filter(|row| row.contradictory).map(|row| row.number).collect();
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("count", rows.len().into()),
            ("rows", listed(rows.iter().map(u64::to_string), speaker).into()),
        ];
        let evidence =
            json!({"analysis": findings.analysis.name, "rows": rows, "observed": findings.diversity().observed});
        (!rows.is_empty()).then(|| Found::new(Severity::High, evidence, speaker.say_of("warning-contradictory", &args)))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
