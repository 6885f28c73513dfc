//! Solutions that an analysis does not have.

use equifinal_qca::findings::{Findings, SolutionResult};
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::solution_types::{SOLUTIONS, enhanced};
use crate::words::refusal;

/// One concern for each such solution. What refuses a standard solution refuses the enhanced ones too, and is said once.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.findings.iter().flat_map(|findings| of(input, findings, speaker)).collect()
}

fn of(input: &Input<'_>, findings: &Findings, speaker: &Speaker) -> Vec<Found> {
    let standard = SOLUTIONS.map(|kind| (kind.name(), findings.solution(kind)));
    let is_standard =
        |result: &SolutionResult| standard.iter().any(|(_, other)| other.as_ref().err() == result.as_ref().err());
    let enhanced =
        enhanced(findings).map(|(name, _, result)| (name, result)).filter(|(_, result)| !is_standard(result));
    let found = |(name, result): (&str, &SolutionResult)| {
        let reason = result.as_ref().err()?;
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("solution", speaker.say(name).into()),
            ("reason", refusal(reason, speaker).into()),
        ];
        let evidence = json!({"analysis": findings.analysis.name, "solution": name.replace('-', "_"), "reason": reason.to_string()});
        Some(Found::new(Severity::Medium, evidence, speaker.say_of("warning-refused", &args)))
    };
    standard.into_iter().chain(enhanced).filter_map(found).collect()
}
