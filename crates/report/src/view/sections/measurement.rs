//! From responses to scores: screening with counts, and reliability and validity of constructs.

mod measured;
mod scales;
mod screening;
mod validity;

use measured::Measured;

use crate::view::{Block, Context, Numbering};

/// The screening, the reliability of each construct, and their validity; empty without a survey.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    surveys(context).flat_map(|measured| of_survey(measured, numbering)).collect()
}

fn surveys(context: Context<'_>) -> impl Iterator<Item = Measured<'_>> {
    let surveys = context.input.study.surveys.iter().zip(&context.input.evidence.measurements);
    surveys.map(move |(survey, found)| Measured { context, survey, found })
}

fn of_survey(measured: Measured<'_>, numbering: &mut Numbering) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(measured.headed("measurement-screening"))];
    blocks.extend(screening::blocks(measured, numbering));
    if !measured.survey.constructs.is_empty() {
        blocks.push(Block::Heading(measured.headed("measurement-constructs")));
        blocks.extend(scales::blocks(measured, numbering));
        blocks.extend(validity::blocks(measured, numbering));
    }
    blocks
}
