//! The registered plan: number of specifications since, their data, and deviations of this run.

use crate::number;
use crate::view::{Block, Cell, Context, Group, Table};

/// The specifications and data, and the table of deviations; empty if no plan is registered.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    let Some(registration) = input.registration else { return Vec::new() };
    let files = |key: &str, files: &[String]| {
        (!files.is_empty()).then(|| speaker.say_of(key, &[("files", speaker.list(files).into())]))
    };
    let (other, later) = (&registration.other_data, &registration.later_data);
    let kept = registration.deviations.is_empty() && other.is_empty();
    let said = [
        Some(speaker.say_of("registration-tried", &[("count", registration.specifications.into())])),
        Some(speaker.say("registration-counted")),
        files("registration-other-data", other),
        files("registration-later-data", later),
        kept.then(|| speaker.say("registration-kept")),
    ];
    let said = Block::Paragraph(speaker.sentences(said.into_iter().flatten()));
    if registration.deviations.is_empty() {
        return vec![said];
    }
    let value = |value: &Option<String>| match value {
        Some(value) => Cell::code(value),
        None => Cell::text(number::UNDEFINED),
    };
    let rows = registration.deviations.iter();
    let rows = rows.map(|one| vec![Cell::code(&one.decision), value(&one.registered), value(&one.used)]);
    let head = ["registration-decision", "registration-registered", "registration-used"];
    let table = Table::new(
        speaker,
        "deviations",
        speaker.say("registration-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(rows.collect())],
        vec![speaker.say("registration-note")],
    );
    vec![said, Block::Table(table)]
}
