//! Directional expectations without a reason.

use equifinal_qca::findings::Findings;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::weaknesses::reasonless_expectations;

/// One concern for each such analysis. Reversed expectations of a negated outcome have no reason, since a reason to expect
/// that a condition helps is no reason to expect that its absence prevents the outcome.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |(findings, is_negation): (&Findings, bool)| {
        let reasonless = reasonless_expectations(findings);
        let key = if is_negation { "warning-reversed-without-reason" } else { "warning-expectations-without-reason" };
        let names = Names::of(input, speaker);
        let conditions = speaker.list(reasonless.iter().map(|condition| names.set(condition))).into();
        let args = [("analysis", names.analysis_title(&findings.analysis.name).into()), ("conditions", conditions)];
        let evidence = json!({"analysis": findings.analysis.name, "conditions": reasonless});
        (!reasonless.is_empty()).then(|| Found::new(Severity::Low, evidence, speaker.say_of(key, &args)))
    };
    let pairs = input.pairs().into_iter();
    let each = pairs.flat_map(|pair| [Some((pair.own, false)), pair.negation.map(|negation| (negation, true))]);
    each.flatten().filter_map(of).collect()
}
