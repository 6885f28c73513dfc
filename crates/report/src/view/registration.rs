//! The registered plan, how many specifications were tried since, and where this one deviates.

use super::block::Block;
use super::table::{Cell, Group, Table};
use super::{Context, Numbering};
use crate::number;

/// A sentence and the table of deviations; nothing where no plan is registered.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    let Some(registration) = input.registration else { return Vec::new() };
    let tried = speaker.say_of("registration-tried", &[("count", registration.specifications.into())]);
    if registration.deviations.is_empty() {
        return vec![Block::Paragraph(speaker.sentences([tried, speaker.say("registration-kept")]))];
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
        numbering,
        "deviations",
        speaker.say("registration-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(rows.collect())],
        vec![speaker.say("registration-note")],
    );
    vec![Block::Paragraph(tried), Block::Table(table)]
}
