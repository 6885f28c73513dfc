//! Concerns in `results.json`.

use serde_json::{Value, json};

use super::text::text;
use crate::concerns::Concern;

/// A concern with its numbers; `acknowledged` is the study's reason, or null.
pub(super) fn concern(concern: Concern<'_>) -> Value {
    json!({
        "id": concern.id.name(),
        "severity": concern.severity.name(),
        "evidence": concern.evidence,
        "acknowledged": concern.acknowledged.map(|one| text(&one.because)),
    })
}
