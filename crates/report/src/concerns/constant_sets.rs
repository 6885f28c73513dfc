//! Sets with the same value in every case.

use equifinal_study::diagnosis::Concern as Diagnosed;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for all such sets.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let constant = input.diagnosis.concerns.iter().filter_map(|concern| match concern {
        Diagnosed::Constant { set, value } => Some((set, *value)),
        _ => None,
    });
    let constant: Vec<_> = constant.collect();
    if constant.is_empty() {
        return Vec::new();
    }
    let sets = constant.iter().map(|(set, value)| format!("{set} ({value})"));
    let said = speaker.say_of("warning-constant", &[("sets", speaker.list(sets).into())]);
    let sets: Vec<_> = constant.iter().map(|(set, value)| json!({"set": set, "value": value})).collect();
    vec![Found::new(Severity::High, json!({"sets": sets}), said)]
}
