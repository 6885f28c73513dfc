//! The literature that the methods follow.

use super::{Block, Context};

/// Keys of the works, in the order of the alphabet.
const WORKS: [&str; 9] = [
    "reference-baumgartner-thiem",
    "reference-dusa",
    "reference-fiss",
    "reference-goertz",
    "reference-greckhamer",
    "reference-ragin",
    "reference-ragin-sonnett",
    "reference-schneider-wagemann",
    "reference-schneider-wagemann-2013",
];

/// The works, one below another.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    vec![Block::List(WORKS.iter().map(|key| context.speaker.say(key)).collect())]
}
