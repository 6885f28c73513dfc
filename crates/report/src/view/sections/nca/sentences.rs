//! Sentences about the conditions of an analysis.

use equifinal_nca::bottleneck::Required;
use equifinal_nca::findings::{Analysed, ConditionFindings, Findings};
use equifinal_nca::outliers::Influence;

use super::bottleneck::shown;
use super::printed::analysed;
use crate::listing::listed;
use crate::view::Context;

/// The sentence that says which variables are compared and which corner must be empty.
pub(super) fn compared(context: Context<'_>, findings: &Findings) -> String {
    let (speaker, spec) = (context.speaker, &findings.spec);
    let corner = |one: &ConditionFindings| {
        let corner = speaker.say(&format!("nca-corner-{}", one.corner.name().replace('_', "-")));
        let stated = if one.corner_is_stated { "nca-corner-stated" } else { "nca-corner-of" };
        speaker.say_of(stated, &[("condition", context.names.set(&one.condition).into()), ("corner", corner.into())])
    };
    let corners: Vec<String> = findings.conditions.iter().map(corner).collect();
    let args = [
        ("values", speaker.say(&format!("nca-on-{}", spec.on.name())).into()),
        ("outcome", context.names.set(&spec.outcome).into()),
        ("corners", speaker.clauses(corners).into()),
    ];
    speaker.say_of("nca-compared", &args)
}

/// Sentences for each condition: its effect, its demand at the chosen level, influential cases, groups.
pub(super) fn conditions(context: Context<'_>, findings: &Findings) -> Vec<String> {
    analysed(findings).map(|(one, analysed)| of(context, findings, one, analysed)).collect()
}

fn of(context: Context<'_>, findings: &Findings, one: &ConditionFindings, analysed: &Analysed) -> String {
    let speaker = context.speaker;
    let mut sentences = vec![effect(context, findings, one, analysed)];
    if let (Some(chosen), Required::Level { shown: level, .. }) = (&findings.chosen, &analysed.chosen.required)
        && analysed.necessary
    {
        let spec = &findings.spec.bottleneck;
        let args = [
            ("condition", context.names.set(&one.condition).into()),
            ("outcome", context.names.set(&findings.spec.outcome).into()),
            ("outcome_level", shown(chosen.shown, spec.outcome).into()),
            ("level", shown(*level, spec.condition).into()),
            ("membership", speaker.ratio(analysed.chosen.membership).into()),
            ("short", analysed.chosen.short.len().into()),
            ("cases", findings.sample.cases.len().into()),
        ];
        sentences.push(speaker.say_of(if one.corner.is_right() { "nca-at-most" } else { "nca-at-least" }, &args));
    }
    let outliers = analysed.outliers.iter().map(|influence| outlier(context, findings, influence));
    sentences.extend(outliers);
    for group in &analysed.groups {
        if let Ok(Some(difference)) = &group.difference {
            let args = [
                ("first", group.first.as_str().into()),
                ("second", group.second.as_str().into()),
                ("first_effect", speaker.ratio(Some(difference.first)).into()),
                ("second_effect", speaker.ratio(Some(difference.second)).into()),
                ("p", speaker.p(difference.p.map(|p| p.p)).into()),
            ];
            sentences.push(speaker.say_of("nca-groups", &args));
        }
    }
    speaker.capital(speaker.sentences(sentences))
}

/// The effect size in words, by the benchmarks of Dul (2016).
fn effect(context: Context<'_>, findings: &Findings, one: &ConditionFindings, analysed: &Analysed) -> String {
    let speaker = context.speaker;
    let deciding = analysed.deciding();
    let condition = context.names.set(&one.condition);
    let Some(effect) = deciding.and_then(|deciding| deciding.measures.effect_size) else {
        return speaker.say_of("nca-no-effect", &[("condition", condition.into())]);
    };
    let size = match effect {
        small if small < 0.1 => "nca-small",
        medium if medium < 0.3 => "nca-medium",
        large if large < 0.5 => "nca-large",
        _ => "nca-very-large",
    };
    let p = deciding.and_then(|deciding| deciding.p);
    let args = [
        ("condition", condition.into()),
        ("outcome", context.names.set(&findings.spec.outcome).into()),
        ("effect", speaker.ratio(Some(effect)).into()),
        ("size", speaker.say(size).into()),
        ("p", speaker.p(p.map(|p| p.p)).into()),
    ];
    let key = match (analysed.necessary, p.is_some()) {
        (true, true) => "nca-supported",
        (true, false) => "nca-supported-untested",
        (false, true) => "nca-unsupported",
        (false, false) => "nca-unsupported-untested",
    };
    speaker.say_of(key, &args)
}

fn outlier(context: Context<'_>, findings: &Findings, influence: &Influence) -> String {
    let speaker = context.speaker;
    let cases: Vec<&String> = influence.cases.iter().filter_map(|&case| findings.sample.cases.get(case)).collect();
    let args = [("cases", listed(&cases, speaker).into()), ("effect", speaker.ratio(influence.without).into())];
    speaker.say_of("nca-outlier", &args)
}
