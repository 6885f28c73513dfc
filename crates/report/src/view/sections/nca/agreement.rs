//! Necessity in degree beside necessity in kind.

use equifinal_nca::findings::Findings;

use super::bottleneck::{required, shown};
use super::printed::percentage;
use crate::nca_agreement::{Agreement, agreement};
use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// The table of both methods, and a sentence for each condition.
pub(super) fn blocks(context: Context<'_>, findings: &Findings) -> Vec<Block> {
    let agreed = agreement(findings, context.input);
    let Some(chosen) = findings.chosen.as_ref().filter(|_| !agreed.is_empty()) else { return Vec::new() };
    let level = shown(chosen.shown, findings.spec.bottleneck.outcome);
    let mut blocks = vec![Block::Table(table(context, findings, &agreed, &level))];
    let sentences: Vec<String> = agreed.iter().filter_map(|one| sentence(context, one)).collect();
    if !sentences.is_empty() {
        blocks.push(Block::List(sentences));
    }
    blocks
}

fn table(context: Context<'_>, findings: &Findings, agreed: &[Agreement], level: &str) -> Table {
    let (speaker, spec) = (context.speaker, &findings.spec);
    let over = vec![
        Cell::empty(),
        Cell::text(speaker.say("nca-in-degree")).over(6),
        Cell::text(speaker.say("nca-in-kind")).over(3),
        Cell::empty(),
    ];
    let mut head = vec![Cell::text(speaker.say("condition"))];
    let keys = ["nca-effect-size", "nca-p", "nca-accuracy", "nca-level", "nca-membership"];
    head.extend(keys.iter().map(|key| Cell::number(speaker.say(key))));
    head.push(Cell::text(speaker.say("nca-short")));
    head.extend(["consistency", "coverage", "relevance"].iter().map(|key| Cell::number(speaker.say(key))));
    head.push(Cell::text(speaker.say("nca-verdict")));
    let row = |one: &Agreement| {
        let demand = findings.condition(&one.condition).and_then(|found| Some(&found.analysed.as_ref().ok()?.chosen));
        let short = demand.map_or(&[][..], |demand| &demand.short);
        let count = short.len();
        let fit = one.fit.unwrap_or_default();
        let verdict = one.verdict.map_or_else(String::new, |verdict| speaker.say(&key(verdict.name())));
        vec![
            Cell::text(speaker.capital(context.names.outcome(&one.literal))),
            Cell::number(speaker.ratio(one.effect_size)),
            Cell::number(speaker.p_cell(one.p.map(|p| p.p))),
            Cell::number(percentage(one.accuracy)),
            Cell::number(required(&one.bottleneck, spec.bottleneck.condition)),
            Cell::number(speaker.ratio(demand.and_then(|demand| demand.membership))),
            if count == 0 { Cell::text(speaker.say("none")) } else { Cell::listing(short, speaker) },
            Cell::number(speaker.ratio(fit.consistency)),
            Cell::number(speaker.ratio(fit.coverage)),
            Cell::number(speaker.ratio(fit.relevance)),
            Cell::text(verdict),
        ]
    };
    let rows = agreed.iter().map(row).collect();
    let outcome = agreed.first().map_or_else(String::new, |one| context.names.outcome(&one.outcome));
    let title = speaker.say_of("nca-agreement-title", &[("outcome", outcome.into())]);
    let id = file_name(&["nca-agreement", &spec.name]);
    let notes = vec![
        speaker.say_of("nca-level-note", &[("level", level.into())]),
        speaker.say("nca-membership-note"),
        speaker.say("nca-agreement-note"),
    ];
    Table::new(speaker, id, title, vec![over, head], vec![Group::of(rows)], notes)
}

fn key(verdict: &str) -> String {
    format!("nca-{}", verdict.replace('_', "-"))
}

/// The sentence about a condition that both methods together support.
fn sentence(context: Context<'_>, one: &Agreement) -> Option<String> {
    let verdict = one.verdict?;
    let fit = one.fit?;
    let args = [
        ("condition", context.names.outcome(&one.literal).into()),
        ("outcome", context.names.outcome(&one.outcome).into()),
        ("effect", context.speaker.ratio(one.effect_size).into()),
        ("consistency", context.speaker.ratio(fit.consistency).into()),
    ];
    Some(context.speaker.capital(context.speaker.say_of(&format!("{}-sentence", key(verdict.name())), &args)))
}
