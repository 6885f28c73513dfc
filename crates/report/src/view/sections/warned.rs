//! The warnings that readers need before they trust the results.

use crate::view::{Block, Context};
use crate::warnings::warnings;

/// The warnings as a list, or a sentence that there are none.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let warned = warnings(context.input, context.speaker);
    vec![if warned.is_empty() { Block::Paragraph(context.speaker.say("no-warnings")) } else { Block::List(warned) }]
}
