//! Parses the author's grounds: a reason, alone or with its sources and status.

use equifinal_study::config::{GroundStatus, Grounds};

use crate::fields::{Fields, text};
use crate::grammar::GROUNDS;
use crate::problem::Problems;
use crate::tree::Node;

/// Reads `because`, which is a text, or keys beside it.
pub(super) fn because(fields: &Fields<'_>, problems: &Problems) -> Option<Grounds> {
    grounds(fields.get("because")?, problems)
}

fn grounds(node: &Node, problems: &Problems) -> Option<Grounds> {
    // A text by language has tags of two letters.
    let is_text = node.entries().iter().all(|entry| entry.name().is_some_and(|name| name.len() == 2));
    if is_text {
        return text(node, "because", problems).map(Grounds::from);
    }
    let fields = Fields::open(node, &GROUNDS, problems)?;
    let references = fields.list("references").iter().filter_map(|node| text(node, "references", problems));
    let (references, status) = (references.collect(), fields.choice("status").and_then(GroundStatus::named));
    Some(Grounds { text: fields.text("text")?, references, status })
}
