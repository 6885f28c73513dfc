//! Anchors that follow the sample, so that they move with its cases.

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
    let names = Names::of(input, speaker);
    let labels = sets.iter().map(|set| names.set(&set.name));
    let args = [("count", sets.len().into()), ("sets", speaker.list(labels).into())];
    let evidence = json!({"sets": sets.iter().map(|set| &set.name).collect::<Vec<_>>()});
    let found = || Found::new(Severity::Medium, evidence, speaker.say_of("warning-percentile-anchors", &args));
    if sets.is_empty() { Vec::new() } else { vec![found()] }
}
