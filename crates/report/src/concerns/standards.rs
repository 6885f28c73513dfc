//! Reporting standards that a study asks for and does not meet.

use equifinal_study::config::ConcernId;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::standards::{Checked, Verdict, checked};

/// The rules that are concerns of their own. The others are met exactly if another kind of concern does not occur, or
/// never fail.
const RULES: [(ConcernId, &str); 19] = [
    (ConcernId::StandardSelection, "selection"),
    (ConcernId::StandardNegativeCases, "negative-cases"),
    (ConcernId::StandardLabels, "labels"),
    (ConcernId::StandardAnchorReasons, "anchor-reasons"),
    (ConcernId::StandardAnchorSources, "anchor-sources"),
    (ConcernId::StandardNecessityCutoff, "necessity-cutoff"),
    (ConcernId::StandardNegation, "negation"),
    (ConcernId::StandardPri, "pri"),
    (ConcernId::StandardCounterfactuals, "counterfactuals"),
    (ConcernId::StandardAmbiguity, "ambiguity"),
    (ConcernId::StandardRobustCutoffs, "robust-cutoffs"),
    (ConcernId::StandardRobustCalibration, "robust-calibration"),
    (ConcernId::StandardRobustConditions, "robust-conditions"),
    (ConcernId::StandardRobustCases, "robust-cases"),
    (ConcernId::StandardRandomData, "random-data"),
    (ConcernId::StandardNcaTest, "nca-test"),
    (ConcernId::StandardNcaCeilings, "nca-ceilings"),
    (ConcernId::StandardNcaOutliers, "nca-outliers"),
    (ConcernId::StandardReplication, "replication"),
];

/// The rule of a kind; `None` if it is no reporting standard.
pub(super) fn rule(id: ConcernId) -> Option<&'static str> {
    RULES.iter().find(|(own, _)| *own == id).map(|(_, rule)| *rule)
}

/// The unmet rules; none if the study does not ask for them.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<(ConcernId, Found)> {
    if !input.study.standards.are_checked() {
        return Vec::new();
    }
    let unmet = |checked: Checked| {
        let (id, _) = RULES.iter().find(|(_, rule)| *rule == checked.rule)?;
        let Verdict::Fail(against) = &checked.verdict else { return None };
        let args = [("rule", checked.requires(speaker).into()), ("why", checked.why_in_short(speaker).into())];
        let said = speaker.say_of("warning-standard", &args);
        Some((*id, Found::new(Severity::Medium, json!({"rule": checked.rule, "against": against}), said)))
    };
    checked(input).into_iter().filter_map(unmet).collect()
}
