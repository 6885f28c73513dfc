//! Paths that are not found if memberships of 0.5 count on the other side.

use equifinal_robustness::crossover::OtherSide;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;

/// One concern for each analysis and other side.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.other_side.iter().filter_map(|other| of(input, speaker, other)).collect()
}

fn of(input: &Input<'_>, speaker: &Speaker, other: &OtherSide) -> Option<Found> {
    let findings = input.findings.iter().find(|findings| findings.analysis.name == other.analysis)?;
    let solution = findings.solution(other.solution).as_ref().ok()?;
    let all = solution.term_frequencies().len();
    if other.lost.is_empty() {
        return None;
    }
    let args = [
        ("outcome", Names::of(input, speaker).outcome(&findings.analysis.outcome).into()),
        ("side", speaker.say(&format!("side-{}", other.policy.name())).into()),
        ("count", other.lost.len().into()),
        ("of", all.into()),
    ];
    let evidence = json!({
        "analysis": other.analysis, "at_crossover": other.policy.name(), "lost": other.lost, "paths": all,
    });
    Some(Found::new(Severity::High, evidence, speaker.say_of("warning-paths-lost", &args)))
}
