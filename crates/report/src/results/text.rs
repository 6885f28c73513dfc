//! Texts of the study file.

use equifinal_study::text::Text;
use serde_json::{Value, json};

/// A text by language, or alone.
pub(crate) fn text(text: &Text) -> Value {
    match &text.plain {
        Some(words) => json!(words),
        None => json!(text.by_language),
    }
}
