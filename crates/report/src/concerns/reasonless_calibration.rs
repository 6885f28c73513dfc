//! Calibrations without a reason.

use equifinal_study::diagnosis::Concern as Diagnosed;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for all such sets.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let sets = input.diagnosis.concerns.iter().filter_map(|concern| match concern {
        Diagnosed::NoReason { set } => Some(set.as_str()),
        _ => None,
    });
    let sets: Vec<&str> = sets.collect();
    if sets.is_empty() {
        return Vec::new();
    }
    let said = speaker.say_of("warning-without-reason", &[("sets", speaker.list(&sets).into())]);
    vec![Found::new(Severity::Low, json!({"sets": sets}), said)]
}
