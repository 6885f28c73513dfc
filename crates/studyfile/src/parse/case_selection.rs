//! Parses the choice of cases to study next.

use crate::fields::{Fields, count, word};
use crate::grammar::CASE_SELECTION;
use crate::problem::{Problems, Sources};
use crate::tree::Node;
use equifinal_study::config::{CaseSelectionSpec, StudiedCase, Study};
use equifinal_study::names::quoted;
use equifinal_study::say;

/// Reads `case_selection`. The place of a studied case becomes its line in [`set_lines`].
pub(super) fn read(node: &Node, problems: &Problems) -> Option<CaseSelectionSpec> {
    let fields = Fields::open(node, &CASE_SELECTION, problems)?;
    let per_term = fields.get("per_term").and_then(|node| count(node, 1, "per_term", problems));
    if let Some(per_term) = per_term.filter(|per_term| *per_term > CaseSelectionSpec::MOST) {
        fields.blame("per_term", say!("too-many-pairs", per_term, most = CaseSelectionSpec::MOST));
    }
    let per_term = per_term.and_then(|per_term| usize::try_from(per_term).ok());
    let mut studied: Vec<StudiedCase> = Vec::new();
    for node in fields.list("studied") {
        let Some(case) = word(node, "studied", problems) else { continue };
        if studied.iter().any(|known| known.case == case) {
            problems.add(node.span.clone(), say!("studied-twice", case = quoted(case)));
        }
        studied.push(StudiedCase { case: case.to_owned(), line: node.span.start });
    }
    Some(CaseSelectionSpec { per_term: per_term.unwrap_or(CaseSelectionSpec::USUAL), studied })
}

/// Turns the places of studied cases into lines.
pub(super) fn set_lines(study: &mut Study, sources: &Sources) {
    let variants = study.alternatives.iter_mut().flat_map(|alternative| &mut alternative.variant.analyses);
    for analysis in study.analyses.iter_mut().chain(variants) {
        for studied in analysis.case_selection.iter_mut().flat_map(|selection| &mut selection.studied) {
            studied.line = sources.line(studied.line);
        }
    }
}
