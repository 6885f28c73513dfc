//! The numbers of claims beside their bars, in words.

use equifinal_robustness::claims::{JudgedClaim, Margin, Measured};
use equifinal_study::config::Contradicting;

use crate::claims::{against, number_name};
use crate::names::Names;

/// The numbers of a claim with their bars; empty for a claim without any.
pub(crate) fn margins(judged: &JudgedClaim, names: Names<'_>) -> String {
    names.speaker.list(judged.margins.iter().filter_map(|margin| one(margin, names)))
}

fn one(margin: &Margin, names: Names<'_>) -> Option<String> {
    let speaker = names.speaker;
    let (found, bar) = against(margin.value?, margin.bound, speaker);
    let name = match &margin.measured {
        Measured::Parameter(name) => speaker.say(&name.replace('_', "-")),
        Measured::Paths => speaker.say("margin-paths"),
        Measured::Contradictions(Contradicting::Rows) => speaker.say("margin-rows"),
        Measured::Contradictions(Contradicting::Cases) => speaker.say("margin-cases"),
        Measured::Survival => speaker.say("margin-survival"),
        Measured::Fall => speaker.say("margin-fall"),
        Measured::Number(number) => number_name(number, names),
    };
    Some(speaker.say_of("claim-margin", &[("name", name.into()), ("found", found.into()), ("bar", bar.into())]))
}
