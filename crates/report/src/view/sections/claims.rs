//! The claims of the study and their verdicts.

use crate::claims::{judged, under, why};
use crate::view::{Block, Cell, Context, Group, Table};

/// The table of claims, then one sentence for each that is broken or undecided; empty without claims.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { input, speaker, names, .. } = context;
    if input.claims.is_empty() {
        return Vec::new();
    }
    let rows = judged(input).map(|(claim, judged)| {
        let verdict = speaker.say(&format!("claim-{}", judged.verdict.name()));
        let verdict = if claim.some_model {
            Cell::text(verdict).with_small(speaker.say("claim-some-model"))
        } else {
            Cell::text(verdict)
        };
        vec![
            Cell::text(speaker.text(&claim.text)),
            Cell::code(&claim.written),
            Cell::text(under(claim, judged, names)),
            Cell { strong: !judged.verdict.holds(), ..verdict },
        ]
    });
    let head = ["claim", "claim-judged", "claim-under", "claim-verdict"];
    let table = Table::new(
        speaker,
        "claims",
        speaker.say("claims-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(rows.collect())],
        vec![speaker.say("claims-note")],
    );
    let fallen: Vec<String> = judged(input)
        .filter_map(|(claim, judged)| {
            let args = [("claim", claim.id.as_str().into()), ("why", why(judged, names)?.into())];
            Some(speaker.say_of(&format!("claim-{}-why", judged.verdict.name()), &args))
        })
        .collect();
    let fallen = (!fallen.is_empty()).then_some(Block::List(fallen));
    std::iter::once(Block::Table(table)).chain(fallen).collect()
}
