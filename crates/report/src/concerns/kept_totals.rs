//! Cases that are called like totals.

use equifinal_study::table::TableFound;
use equifinal_study::table_notes::KeptTotal;
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern for each such case.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let kept = |found: &TableFound| {
        let one = |row: &KeptTotal| {
            let line = row.line.to_string();
            let args =
                [("table", found.name.as_str().into()), ("line", line.into()), ("text", row.text.as_str().into())];
            let evidence = json!({"table": found.name, "line": row.line, "text": row.text});
            Found::new(Severity::Medium, evidence, speaker.say_of("warning-kept-total", &args))
        };
        found.detected.notes.kept_totals.iter().map(one).collect::<Vec<_>>()
    };
    input.evidence.tables.iter().flat_map(kept).collect()
}
