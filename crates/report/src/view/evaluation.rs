//! Evaluations: indicators over the years, answers of respondents, themes of interviews with related indicators.

mod answers;
mod indicators;
mod themes;

use equifinal_study::config::IndicatorSpec;

use super::block::{Block, Finding};
use super::{Context, Numbering};

/// Indicators: their years, their claims, their trends.
pub(super) fn indicators(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    indicators::blocks(context, numbering)
}

/// The answers of respondents.
pub(super) fn answers(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    answers::blocks(context, numbering)
}

/// Themes with their quotes, and indicators beside them.
pub(super) fn themes(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    themes::blocks(context, numbering)
}

/// Draft sentences of the evaluation's findings; `None` if there is no evaluation.
pub(super) fn findings(context: Context<'_>) -> Option<Finding> {
    let mut sentences = indicators::sentences(context);
    sentences.extend(answers::sentences(context));
    sentences.extend(themes::sentence(context));
    (!sentences.is_empty()).then(|| Finding { heading: context.speaker.say("evaluation-findings"), sentences })
}

/// The indicator of this name.
fn spec<'a>(context: Context<'a>, name: &str) -> Option<&'a IndicatorSpec> {
    context.input.study.indicators.iter().flat_map(|table| &table.indicators).find(|spec| spec.name == name)
}

/// The label of an indicator.
fn label(context: Context<'_>, name: &str) -> String {
    context.speaker.text_or(spec(context, name).and_then(|spec| spec.label.as_ref()), name)
}
