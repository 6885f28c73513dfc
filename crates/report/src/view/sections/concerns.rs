//! The concerns that readers need to know before they trust the results, by severity.

use crate::concerns::Severity;
use crate::view::{Block, Cell, Context, Group, Table};

/// A table of concerns with their remedies, the most severe first, or a sentence that there are none.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { speaker, concerns, .. } = context;
    if concerns.is_empty() {
        return vec![Block::Paragraph(speaker.say("no-warnings"))];
    }
    let of = |severity: Severity| {
        let rows = concerns.iter().filter(|concern| concern.severity == severity).map(|concern| {
            vec![
                Cell::text(concern.name(speaker)).with_small(format!("`{}`", concern.id.name())),
                Cell::text(concern.with_answer(speaker)),
                Cell::text(concern.remedy(speaker)),
            ]
        });
        let heading = Some(speaker.say(&format!("severity-{}", severity.name())));
        Group { heading, rows: rows.collect(), ..Group::default() }
    };
    let groups = Severity::ALL.map(of).into_iter().filter(|group| !group.rows.is_empty()).collect();
    let head = ["concern", "concern-evidence", "concern-do"];
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let title = speaker.say("concerns-title");
    let notes = vec![speaker.say("concerns-note")];
    vec![Block::Table(Table::new(speaker, "concerns".to_owned(), title, head, groups, notes))]
}
