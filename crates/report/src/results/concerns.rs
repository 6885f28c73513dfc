//! Concerns in `results.json`.

use serde_json::{Map, Value, json};

use super::text::text;
use crate::concerns::{Concern, concerns};
use crate::input::Input;
use crate::messages::Speaker;

/// Adds the concerns, and their sentences alone.
pub(super) fn insert(whole: &mut Map<String, Value>, input: &Input<'_>, speaker: &Speaker) {
    let found = concerns(input, speaker);
    whole.insert("warnings".to_owned(), found.iter().map(|concern| json!(concern.said)).collect());
    whole.insert("concerns".to_owned(), found.into_iter().map(concern).collect());
}

/// A concern with its numbers; `acknowledged` is the study's reason, or null.
fn concern(concern: Concern<'_>) -> Value {
    json!({
        "id": concern.id.name(),
        "severity": concern.severity.name(),
        "evidence": concern.evidence,
        "acknowledged": concern.acknowledged.map(|one| text(&one.because)),
    })
}
