//! Alternatives that could not be compared with the study.

use equifinal_robustness::alternatives::AlternativeFindings;
use equifinal_robustness::comparison::{Comparison, NoSolution, Verdict};
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::words::no_solution;

/// One concern for each alternative and analysis.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |alternative: &AlternativeFindings| {
        let found = |comparison: &Comparison| {
            let Verdict::NotComparable(reason) = &comparison.verdict else { return None };
            if is_result(reason) {
                return None;
            }
            let args = [
                ("alternative", alternative.id.as_str().into()),
                ("analysis", comparison.analysis.as_str().into()),
                ("reason", no_solution(reason, speaker).into()),
            ];
            let evidence = json!({"alternative": alternative.id, "analysis": comparison.analysis});
            Some(Found::new(Severity::Medium, evidence, speaker.say_of("warning-alternative", &args)))
        };
        alternative.comparisons.iter().filter_map(found).collect::<Vec<_>>()
    };
    input.alternatives.iter().flat_map(of).collect()
}

/// True if a missing solution is the result of an alternative.
fn is_result(reason: &NoSolution) -> bool {
    match reason {
        NoSolution::After(refusal) | NoSolution::Before(refusal) => !refusal.is_budget(),
        NoSolution::Unlisted { .. } | NoSolution::Unfit(_) => false,
    }
}
