//! Several models that account for the truth table equally well.

use equifinal_qca::findings::Findings;
use equifinal_study::config::SolutionType;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::solution_types::SOLUTIONS;
use crate::words::model_count;

/// One concern for each such standard solution.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.findings.iter().flat_map(|findings| of(input, findings, speaker)).collect()
}

fn of(input: &Input<'_>, findings: &Findings, speaker: &Speaker) -> Vec<Found> {
    let found = |kind: SolutionType| {
        let solution = findings.solution(kind).as_ref().ok().filter(|solution| solution.model_count > 1)?;
        let args = [
            ("analysis", Names::of(input, speaker).analysis_title(&findings.analysis.name).into()),
            ("solution", speaker.say(kind.name()).into()),
            ("count", model_count(solution, speaker).into()),
        ];
        let terms = solution.term_frequencies();
        let shared = terms.iter().filter(|(_, models)| *models == solution.models.len()).count();
        let interpreted = kind == findings.analysis.interpret;
        let evidence = json!({
            "analysis": findings.analysis.name, "solution": kind.name(), "interpreted": interpreted,
            "models": solution.model_count.to_string(), "terms": terms.len(), "shared_terms": shared,
        });
        let severity = if interpreted { Severity::High } else { Severity::Low };
        Some(Found::new(severity, evidence, speaker.say_of("warning-ambiguous", &args)))
    };
    SOLUTIONS.into_iter().filter_map(found).collect()
}
