//! Texts of the study that lack a language of its report.

use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::view::translations;

/// One concern for each such language.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let missing = translations::missing(input.study, speaker).into_iter();
    missing
        .map(|(language, places, said)| {
            Found::new(Severity::Low, json!({"language": language, "places": places}), said)
        })
        .collect()
}
