//! Recommendations, each with what in the study it rests on.

use crate::claims::{judged, verdict_key};
use crate::number;
use crate::view::{Block, Cell, Context, Group, Table};
use equifinal_study::config::Recommendation;

/// One table; empty for a study that recommends nothing.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let speaker = context.speaker;
    let study = context.input.study;
    if study.recommendations.is_empty() {
        return Vec::new();
    }
    let head = ["recommendation", "recommendation-rests-on"];
    let row = |one: &Recommendation| {
        let rests = rests_on(context, one);
        let rests = if rests.is_empty() { number::UNDEFINED.to_owned() } else { speaker.clauses(rests) };
        vec![Cell::text(speaker.text(&one.text)), Cell::text(rests)]
    };
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let groups = vec![Group::of(study.recommendations.iter().map(row).collect())];
    let title = speaker.say("recommendations-title");
    let notes = vec![speaker.say("recommendations-note")];
    vec![Block::Table(Table::new(speaker, "recommendations", title, head, groups, notes))]
}

/// The claims with their verdicts, then the themes.
fn rests_on(context: Context<'_>, one: &Recommendation) -> Vec<String> {
    let speaker = context.speaker;
    let claims = judged(context.input).filter(|(claim, _)| one.claims.contains(&claim.id)).map(|(claim, judged)| {
        let verdict = speaker.say(&verdict_key(claim, judged));
        speaker.say_of("with-reason", &[("what", speaker.text(&claim.text).into()), ("reason", verdict.into())])
    });
    let themes = context.input.study.themes.iter().filter(|theme| one.themes.contains(&theme.name));
    claims.chain(themes.map(|theme| speaker.text_or(theme.label.as_ref(), &theme.name))).collect()
}
