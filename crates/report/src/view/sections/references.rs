//! The literature that the methods follow.

use crate::view::{Block, Context};

/// Keys of the works, in alphabetical order.
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

/// The works that the sections of this report follow, in alphabetical order.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (input, speaker) = (context.input, context.speaker);
    let evidence = input.evidence;
    let mut keys: Vec<&str> = if input.study.sets.is_empty() { Vec::new() } else { WORKS.to_vec() };
    let parts = [
        ("reference-brown-heathers", input.audit.iter().any(|check| check.rule == 9)),
        ("reference-creswell", evidence.joint.is_some()),
        ("reference-dul", !input.nca.is_empty()),
        ("reference-dul-permutation", !input.nca.is_empty()),
        ("reference-dul-vis-goertz", !input.nca.is_empty()),
        ("reference-vis-dul", !input.nca.is_empty()),
        ("reference-krippendorff", !evidence.codings.is_empty()),
        ("reference-landis-koch", !evidence.codings.is_empty()),
        ("reference-page", !input.study.flow.is_empty()),
        ("reference-wilson", !evidence.answers.is_empty()),
    ];
    keys.extend(parts.iter().filter(|(_, followed)| *followed).map(|(key, _)| *key));
    let mut works: Vec<String> = keys.into_iter().map(|key| speaker.say(key)).collect();
    works.sort();
    if works.is_empty() {
        return Vec::new();
    }
    let args =
        [("version", env!("CARGO_PKG_VERSION").into()), ("seed", input.study.robustness.seed.to_string().into())];
    vec![Block::List(works), Block::Note(speaker.say_of("computed-with", &args))]
}
