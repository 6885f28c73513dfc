//! Claims over other decisions that cannot fail, whatever the data.

use crate::problem::Problems;
use crate::tree::Node;
use equifinal_study::config::enters::{Readable, any_enters};
use equifinal_study::config::{Claim, Finding, Multiverse, Statement};
use equifinal_study::message::Message;
use equifinal_study::say;

/// Records claims over other decisions of which none enters the computation of their statement.
pub(super) fn refuse(
    nodes: &[Node],
    claims: &[Claim],
    study: Readable<'_>,
    multiverse: Option<&Multiverse>,
    problems: &Problems,
) {
    for claim in claims {
        let survives = matches!(claim.statement, Statement::Survival { .. });
        let varied = if survives { multiverse.map_or(&[][..], |whole| &whole.vary) } else { &claim.across };
        if varied.is_empty() || any_enters(&claim.statement, varied, study) {
            continue;
        }
        let is_it = |node: &&Node| node.get("id").and_then(Node::scalar) == Some(claim.id.as_str());
        let Some(node) = nodes.iter().find(is_it) else { continue };
        let names: Vec<String> = varied.iter().map(|one| format!("`{}`", one.name())).collect();
        let (names, enters) = (names.join(", "), entering(&claim.statement));
        let message =
            if survives { say!("vacuous-multiverse", names, enters) } else { say!("vacuous-across", names, enters) };
        let place = node.get(if survives { "claim" } else { "across" }).unwrap_or(node);
        problems.add(place.heading(), message);
    }
}

/// The decisions that enter the computation of a statement, in words.
fn entering(statement: &Statement) -> Message {
    match statement {
        Statement::Necessity { .. } | Statement::Survival { finding: Finding::Necessary(_), .. } => {
            say!("enters-necessity")
        }
        Statement::Contradiction { .. } => say!("enters-rows"),
        Statement::Nca(_) => say!("enters-nca"),
        _ => say!("enters-solution"),
    }
}
