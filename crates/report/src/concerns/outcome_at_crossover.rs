//! Memberships in an outcome within 0.0005 of 0.5.

use equifinal_qca::findings::Findings;
use equifinal_study::diagnosis::SetDiagnosis;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::listing::listed;
use crate::messages::Speaker;

/// One concern for each such outcome.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |findings: &Findings| {
        let is_outcome = |diagnosis: &&SetDiagnosis| diagnosis.set == findings.analysis.outcome.set;
        let outcome = input.diagnoses.iter().find(is_outcome).filter(|outcome| !outcome.at_crossover.is_empty())?;
        let args = [
            ("outcome", outcome.set.as_str().into()),
            ("count", outcome.at_crossover.len().into()),
            ("cases", listed(&outcome.at_crossover, speaker).into()),
        ];
        let evidence = json!({"set": outcome.set, "count": outcome.at_crossover.len(), "cases": outcome.at_crossover});
        Some(Found::new(Severity::Medium, evidence, speaker.say_of("warning-outcome-at-crossover", &args)))
    };
    input.pairs().into_iter().filter_map(|pair| of(pair.own)).collect()
}
