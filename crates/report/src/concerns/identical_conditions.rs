//! Conditions with equal memberships in every case.

use equifinal_study::diagnosis::Concern as Diagnosed;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for each such pair.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let of = |concern: &Diagnosed| {
        let Diagnosed::Identical { first, second } = concern else { return None };
        let args = [("first", first.as_str().into()), ("second", second.as_str().into())];
        let said = speaker.say_of("warning-identical", &args);
        Some(Found::new(Severity::High, json!({"sets": [first, second]}), said))
    };
    input.diagnosis.concerns.iter().filter_map(of).collect()
}
