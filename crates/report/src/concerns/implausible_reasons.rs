//! Implausible rows without a reason.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::words::implausible_rows;

/// One concern for each such analysis; a negation has the same rows.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let implausible = findings.analysis.implausible.iter().filter(|implausible| implausible.because.is_none());
        let rows: Vec<String> = implausible.map(|implausible| implausible_rows(implausible, speaker)).collect();
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("rows", speaker.list(&rows).into()),
        ];
        let evidence = json!({"analysis": findings.analysis.name, "entries": rows.len()});
        let said = || speaker.say_of("warning-implausible-without-reason", &args);
        (!rows.is_empty()).then(|| Found::new(Severity::Low, evidence, said()))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
