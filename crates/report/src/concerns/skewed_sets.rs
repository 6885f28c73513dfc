//! Sets that hold nearly all or nearly none of the cases.

use equifinal_study::diagnosis::Concern as Diagnosed;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::number;

/// One concern for all such sets.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let skewed = input.diagnosis.concerns.iter().filter_map(|concern| match concern {
        Diagnosed::Skewed { set, share_in } => Some((set, *share_in)),
        _ => None,
    });
    let skewed: Vec<_> = skewed.collect();
    if skewed.is_empty() {
        return Vec::new();
    }
    let sets = skewed.iter().map(|(set, share)| format!("{set} ({}%)", number::percent(*share)));
    let said = speaker.say_of("warning-skewed", &[("sets", speaker.list(sets).into())]);
    let sets: Vec<_> = skewed.iter().map(|(set, share)| json!({"set": set, "share_in": share})).collect();
    vec![Found::new(Severity::Medium, json!({"sets": sets}), said)]
}
