//! No stated cutoff of PRI: its default of 0 is what hardly any study means.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each such analysis; a negation takes the same cutoffs.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let args = [("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into())];
        let said = || speaker.say_of("warning-pri-unstated", &args);
        let evidence = json!({"analysis": findings.analysis.name, "pri": findings.analysis.truth_table.pri});
        (!findings.analysis.states_pri).then(|| Found::new(Severity::Critical, evidence, said()))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
