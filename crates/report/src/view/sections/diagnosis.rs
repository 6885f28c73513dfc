//! Calibration diagnostics, apart from those severe enough for a warning.

use equifinal_study::diagnosis::{Concern, ThresholdCheck};

use crate::listing::listed;
use crate::number;
use crate::view::{Block, Context};

/// A heading and a list, if there are any concerns.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let diagnosis = context.input.diagnosis;
    let concerns = diagnosis.concerns.iter().filter_map(|concern| of_set(context, concern));
    let said: Vec<String> =
        concerns.chain(diagnosis.thresholds.iter().flat_map(|check| thresholds(context, check))).collect();
    if said.is_empty() {
        return Vec::new();
    }
    vec![Block::Fold(context.speaker.say("concerns")), Block::List(said)]
}

/// The message of a concern; `None` if it is a warning.
fn of_set(context: Context<'_>, concern: &Concern) -> Option<String> {
    let speaker = context.speaker;
    let say = |key: &str, set: &str, name: &str, value: String| {
        Some(speaker.say_of(key, &[("set", context.names.set(set).into()), (name, value.into())]))
    };
    match concern {
        Concern::TotalOfOthers { .. }
        | Concern::FallsUnsaid { .. }
        | Concern::Constant { .. }
        | Concern::Skewed { .. }
        | Concern::BeyondAnchors { .. }
        | Concern::NoReason { .. }
        | Concern::Identical { .. } => None,
        Concern::PiledUp { set, share, inside: true } => {
            say("concern-piled-up-in", set, "share", number::percent(*share))
        }
        Concern::PiledUp { set, share, inside: false } => {
            say("concern-piled-up-out", set, "share", number::percent(*share))
        }
        Concern::OneLevel { set, level, share } => {
            let args = [
                ("set", context.names.set(set).into()),
                ("level", level.to_string().into()),
                ("share", number::percent(*share).into()),
            ];
            Some(speaker.say_of("concern-one-level", &args))
        }
        Concern::LittleSpread { set, sd } => say("concern-little-spread", set, "sd", speaker.ratio(Some(*sd))),
        Concern::NearCrossover { set, cases } => say("concern-near-crossover", set, "cases", listed(cases, speaker)),
        Concern::AnchorsFollowSample { set, percentiles } => {
            let percentiles = percentiles.map(|percentile| percentile.to_string()).join("/");
            say("concern-anchors-follow-sample", set, "percentiles", percentiles)
        }
        Concern::ShortReason { set } => {
            Some(speaker.say_of("concern-short-reason", &[("set", context.names.set(set).into())]))
        }
        Concern::Correlated { first, second, r } => {
            let args = [
                ("first", context.names.set(first).into()),
                ("second", context.names.set(second).into()),
                ("r", speaker.ratio(Some(*r)).into()),
            ];
            Some(speaker.say_of("concern-correlated", &args))
        }
    }
}

/// The thresholds of a set compared with suggested ones; those of gaps only if they differ from those of clusters.
fn thresholds(context: Context<'_>, check: &ThresholdCheck) -> Vec<String> {
    let speaker = context.speaker;
    let list = |values: &[f64]| speaker.list(values.iter().map(|value| speaker.value(Some(*value))));
    let say = |key: &str, suggested: &[f64]| {
        let (set, chosen) = (check.set.as_str().into(), list(&check.chosen).into());
        speaker.say_of(key, &[("set", set), ("chosen", chosen), ("suggested", list(suggested).into())])
    };
    let mut said = vec![say(if check.taken { "thresholds-taken" } else { "thresholds-not-taken" }, &check.suggested)];
    if check.gaps != check.suggested {
        said.push(say(if check.at_gaps { "thresholds-at-gaps" } else { "thresholds-not-at-gaps" }, &check.gaps));
    }
    said
}
