//! The appendix: the study compared with the field's reporting standards.

use crate::standards::{Status, checked};
use crate::view::{Block, Cell, Context, Group, Table};

/// The number of met rules, and the table of all, if requested.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    if !context.input.study.standards.are_checked() {
        return Vec::new();
    }
    let speaker = context.speaker;
    let checked = checked(context.input);
    let count = |status: Status| checked.iter().filter(|one| one.verdict.status() == status).count();
    let summary = speaker.say_of(
        "standards-summary",
        &[
            ("met", count(Status::Pass).into()),
            ("unmet", count(Status::Fail).into()),
            ("open", count(Status::NotApplicable).into()),
        ],
    );
    let head = ["standards-rule", "standards-verdict", "standards-why", "standards-do"];
    let rows = checked.iter().map(|one| {
        let mut verdict = Cell::text(speaker.say(one.verdict.key()));
        verdict.strong = one.verdict.status() == Status::Fail;
        vec![
            Cell::text(one.requires(speaker)),
            verdict,
            Cell { full: Some(one.why(speaker)), ..Cell::text(one.why_in_short(speaker)) },
            Cell::text(one.remedy(speaker).unwrap_or_default()),
        ]
    });
    let table = Table::new(
        speaker,
        "standards".to_owned(),
        speaker.say("standards-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(rows.collect())],
        vec![speaker.say("standards-note")],
    );
    vec![Block::Paragraph(summary), Block::Table(table)]
}
