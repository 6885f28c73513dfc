//! The claims of the study and their verdicts.

use equifinal_robustness::claims::JudgedClaim;
use equifinal_study::config::{Claim, ClaimKind};

use crate::claims::{judged, under, verdict_key, why};
use crate::margins::margins;
use crate::view::{Block, Cell, Context, Group, Table};

/// The table of claims, then one sentence for each that is broken or undecided; empty without claims.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { input, speaker, names, .. } = context;
    if input.claims.is_empty() {
        return Vec::new();
    }
    let row = |(claim, judged): (&Claim, &JudgedClaim)| {
        let verdict = speaker.say(&verdict_key(claim, judged));
        let verdict = if claim.some_model {
            Cell::text(verdict).with_small(speaker.say("claim-some-model"))
        } else {
            Cell::text(verdict)
        };
        vec![
            Cell::text(speaker.text(&claim.text)),
            Cell::code(&claim.written),
            Cell::text(under(claim, judged, names)),
            Cell::text(margins(judged, names)),
            Cell { strong: !judged.verdict.holds(), ..verdict },
        ]
    };
    let is_mixed = judged(input).any(|(claim, _)| claim.kind != ClaimKind::Ours);
    let of = |kind: ClaimKind| {
        let heading = is_mixed.then(|| speaker.say(&format!("claims-of-{}", kind.name())));
        let rows = judged(input).filter(|(claim, _)| claim.kind == kind).map(row).collect();
        Group { heading, rows, ..Group::default() }
    };
    let groups = ClaimKind::ALL.map(of).into_iter().filter(|group| !group.rows.is_empty()).collect();
    let head = ["claim", "claim-judged", "claim-under", "claim-against", "claim-verdict"];
    let table = Table::new(
        speaker,
        "claims",
        speaker.say("claims-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        groups,
        vec![speaker.say("claims-note")],
    );
    let fallen: Vec<String> = judged(input)
        .filter_map(|(claim, judged)| {
            let args = [("claim", claim.id.as_str().into()), ("why", why(judged, names)?.into())];
            Some(speaker.say_of(&format!("{}-why", verdict_key(claim, judged)), &args))
        })
        .collect();
    let fallen = (!fallen.is_empty()).then_some(Block::List(fallen));
    std::iter::once(Block::Table(table)).chain(fallen).collect()
}
