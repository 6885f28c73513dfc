//! From responses to scores: screening with counts, and reliability and validity of constructs.

mod measured;
mod scales;
mod screening;
mod validity;

use measured::Measured;

use crate::view::{Block, Context};

/// The screening, the reliability of each construct, and their validity; empty without a survey.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    surveys(context).flat_map(|measured| of_survey(measured)).collect()
}

fn surveys(context: Context<'_>) -> impl Iterator<Item = Measured<'_>> {
    let surveys = context.input.study.surveys.iter().zip(&context.input.evidence.measurements);
    surveys.map(move |(survey, found)| Measured { context, survey, found })
}

fn of_survey(measured: Measured<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !measured.survey.constructs.is_empty() {
        blocks.push(Block::Heading(measured.headed("measurement-constructs")));
        blocks.push(scales::summary(measured));
        blocks.push(Block::Fold(measured.headed("measurement-items")));
        blocks.extend(scales::details(measured));
        blocks.push(Block::Fold(measured.headed("measurement-validity")));
        blocks.extend(validity::blocks(measured));
    }
    blocks.push(Block::Fold(measured.headed("measurement-screening")));
    blocks.extend(screening::blocks(measured));
    blocks
}
