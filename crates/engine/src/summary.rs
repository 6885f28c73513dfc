//! The result of an analysis in one line.

use equifinal_chains::ChainFindings;
use equifinal_qca::findings::{Findings, Model};
use equifinal_study::message::Message;
use equifinal_study::say;

/// The first model of the interpreted solution, or the reason for its refusal.
pub(crate) fn summary(findings: &Findings) -> Message {
    let analysis = &findings.analysis;
    let (name, kind) = (&analysis.name, analysis.interpret.words());
    match findings.solution(analysis.interpret) {
        Err(refusal) => say!("no-solution", name, kind, refusal),
        Ok(solution) => {
            let model = solution.models.first().map_or_else(Message::empty, |model| formula(findings, model));
            let (outcome, count) = (analysis.outcome.to_string(), solution.model_count.to_string());
            match (solution.model_count, solution.count_is_exact) {
                (0 | 1, _) => say!("solution", name, model, outcome, kind),
                (_, true) => say!("solution-first", name, model, outcome, kind, count),
                (_, false) => say!("solution-first-at-least", name, model, outcome, kind, count),
            }
        }
    }
}

/// The first structure of a coincidence analysis, or that there is none.
pub(crate) fn summary_of_chain(findings: &ChainFindings) -> Message {
    let (name, structures) = (&findings.chain.name, &findings.structures);
    let Some(first) = structures.listed.first() else { return say!("no-structure", name) };
    let (structure, count) = (first.structure.write(&findings.factors), structures.count.to_string());
    match (structures.count, structures.exact) {
        (1, true) => say!("structure", name, structure),
        (_, true) => say!("structure-first", name, structure, count),
        (_, false) => say!("structure-first-at-least", name, structure, count),
    }
}

/// Maximum number of terms in a summary.
const TERMS_SHOWN: usize = 12;

fn formula(findings: &Findings, model: &Model) -> Message {
    let mut terms: Vec<String> = model.paths.iter().map(|path| findings.write_term(&path.term)).collect();
    let more = terms.split_off(terms.len().min(TERMS_SHOWN)).len();
    let terms = terms.join(" + ");
    if more > 0 { say!("terms-more", terms, more) } else { Message::verbatim(terms) }
}
