//! Necessary conditions under other decisions, with other cases, and over the ranges of the thresholds.

use equifinal_nca::findings::Findings;
use equifinal_robustness::multiverse::NcaTally;
use equifinal_robustness::nca_ranges::threshold_ranges;
use equifinal_robustness::nca_resample::NcaResampled;

use crate::view::{Block, Context};

/// A sentence for each check; nothing if none was made.
pub(super) fn blocks(context: Context<'_>, findings: &Findings) -> Vec<Block> {
    let (robustness, name) = (context.input.robustness, &findings.spec.name);
    let mut sentences = Vec::new();
    if context.input.study.robustness.ranges {
        sentences.push(ranges(context, findings));
    }
    let tallies = robustness.multiverse.iter().flat_map(|multiverse| &multiverse.nca);
    sentences.extend(tallies.filter(|tally| tally.analysis == *name).map(|tally| universes(context, tally)));
    let draws = robustness.nca_resampled.iter().filter(|drawn| drawn.analysis == *name);
    sentences.extend(draws.map(|drawn| of_draws(context, drawn)));
    if sentences.is_empty() {
        return Vec::new();
    }
    vec![Block::Paragraph(context.speaker.say("nca-robustness")), Block::List(sentences)]
}

fn ranges(context: Context<'_>, findings: &Findings) -> String {
    let ranges = threshold_ranges(findings);
    let end = |value: Option<f64>, limit: f64| context.speaker.ratio(Some(value.unwrap_or(limit)));
    let [low, high] = ranges.effect_size;
    let mut args = vec![("from", end(low, 0.0).into()), ("to", end(high, 1.0).into())];
    let Some([from, to]) = ranges.p else { return context.speaker.say_of("nca-range-untested", &args) };
    args.push(("p_from", context.speaker.p_cell(Some(from.unwrap_or(0.0))).into()));
    args.push(("p_to", context.speaker.p_cell(Some(to.unwrap_or(1.0))).into()));
    context.speaker.say_of("nca-range", &args)
}

fn universes(context: Context<'_>, tally: &NcaTally) -> String {
    let speaker = context.speaker;
    if tally.conditions.is_empty() {
        return speaker.say("nca-universes-many");
    }
    let one = |count: &equifinal_robustness::multiverse::NcaCount| {
        let [low, high] = count.effect_size.map_or([None; 2], |ends| ends.map(Some));
        let args = [
            ("condition", context.names.set(&count.condition).into()),
            ("kept", count.necessary.into()),
            ("of", tally.possible().into()),
            ("low", context.speaker.ratio(low).into()),
            ("high", context.speaker.ratio(high).into()),
        ];
        speaker.say_of("nca-universes-condition", &args)
    };
    let conditions = speaker.clauses(tally.conditions.iter().map(one));
    let args = [("settings", tally.settings.into()), ("conditions", conditions.into())];
    speaker.say_of("nca-universes", &args)
}

fn of_draws(context: Context<'_>, drawn: &NcaResampled) -> String {
    let speaker = context.speaker;
    let judged = drawn.draws - drawn.impossible;
    let one = |condition: &equifinal_robustness::nca_resample::NcaDraws| {
        let [low, _, high] = condition.effect_size;
        let args = [
            ("condition", context.names.set(&condition.condition).into()),
            ("low", context.speaker.ratio(low).into()),
            ("high", context.speaker.ratio(high).into()),
            ("kept", condition.necessary.into()),
            ("of", judged.into()),
        ];
        speaker.say_of("nca-draws-condition", &args)
    };
    let conditions = speaker.clauses(drawn.conditions.iter().map(one));
    let draws = speaker.say(&format!("draws-{}", drawn.kind.name().replace('_', "-")));
    let args =
        [("draws", draws.into()), ("permutations", drawn.permutations.into()), ("conditions", conditions.into())];
    speaker.capital(speaker.say_of("nca-draws", &args))
}
