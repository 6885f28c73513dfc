//! Anchors that follow the sample, so that they move with its cases; with what becomes of the solution at other percentiles.

use equifinal_robustness::comparison::Verdict;
use equifinal_study::config::SetSpec;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::weaknesses::follows_sample;

/// One concern for all such sets.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let sets: Vec<&SetSpec> = input.study.sets.iter().filter(|set| follows_sample(set)).collect();
    if sets.is_empty() {
        return Vec::new();
    }
    let names = Names::of(input, speaker);
    let labels = sets.iter().map(|set| names.set(&set.name));
    let args = [("count", sets.len().into()), ("sets", speaker.list(labels).into())];
    let shifts = input.robustness.percentile_shifts.iter();
    let reruns: Vec<_> = shifts.flat_map(|shift| shift.comparisons.iter().map(move |one| (&shift.id, one))).collect();
    let changed = reruns.iter().filter(|(_, one)| one.verdict != Verdict::Same).count();
    let lost = reruns.iter().filter(|(_, one)| !one.lost.is_empty()).count();
    let counts = [("changed", changed.into()), ("lost", lost.into()), ("of", reruns.len().into())];
    let sensitivity = (!reruns.is_empty()).then(|| speaker.say_of("warning-percentile-shifts", &counts));
    let said = std::iter::once(speaker.say_of("warning-percentile-anchors", &args)).chain(sensitivity);
    let reruns: Vec<_> =
        reruns.iter().map(|(shift, one)| json!({"shift": shift, "analysis": one.analysis, "lost": one.lost})).collect();
    let evidence = json!({
        "sets": sets.iter().map(|set| &set.name).collect::<Vec<_>>(), "reruns": reruns, "changed": changed,
    });
    vec![Found::new(Severity::Medium, evidence, speaker.sentences(said))]
}
