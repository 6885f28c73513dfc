//! The numbers of tables and figures, in the order of the report.

use super::block::{Block, Section};
use super::context::Context;
use equifinal_study::config::Length;

/// Numbers every table and figure; those of a supplement have an S before their number.
pub(super) fn number(sections: &mut [Section], context: Context<'_>) {
    let speaker = context.speaker;
    let before = if context.input.study.report.length == Length::Supplement { "S" } else { "" };
    let (mut tables, mut figures) = (0_usize, 0_usize);
    let next = |count: &mut usize, key: &str| {
        *count += 1;
        speaker.say_of(key, &[("number", format!("{before}{count}").into())])
    };
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Table(table) => table.number = next(&mut tables, "table-number"),
            Block::Figures(drawn) | Block::MoreFigures { figures: drawn, .. } => {
                for figure in drawn {
                    let number = next(&mut figures, "figure-number");
                    let args = [("number", number.into()), ("caption", figure.title.as_str().into())];
                    figure.caption = speaker.say_of("numbered-caption", &args);
                }
            }
            Block::Heading(_)
            | Block::Fold(_)
            | Block::Paragraph(_)
            | Block::Note(_)
            | Block::List(_)
            | Block::Definitions(_)
            | Block::Findings(_) => {}
        }
    }
}
