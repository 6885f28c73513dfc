//! Evaluations: indicators over the years, what respondents said, themes of interviews beside the indicators.

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

/// What respondents said.
pub(super) fn answers(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    answers::blocks(context, numbering)
}

/// Themes with their quotes, and indicators beside them.
pub(super) fn themes(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    themes::blocks(context, numbering)
}

/// Draft sentences of what was found; nothing where the study evaluates nothing.
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

/// What an indicator is called.
fn label(context: Context<'_>, name: &str) -> String {
    context.speaker.text_or(spec(context, name).and_then(|spec| spec.label.as_ref()), name)
}
