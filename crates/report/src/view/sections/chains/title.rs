//! The words that tell one coincidence analysis of a study from another.

use equifinal_chains::ChainFindings;

use crate::view::Context;

/// The name of the analysis after a blank, where the study has several; empty otherwise.
pub(super) fn name(context: Context<'_>, found: &ChainFindings) -> String {
    if context.input.study.chains.len() > 1 { format!(" {}", found.chain.name) } else { String::new() }
}
