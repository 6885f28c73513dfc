//! Lists of alternatives by their ids, or all of them.

use super::claimed::Claimed;
use crate::fields::{choice, list, word};
use crate::tree::{Node, Value};
use equifinal_study::config::Alternative;
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// The ids of alternatives under a key; `fits` selects those that `all` denotes.
pub(super) fn alternatives_named(
    node: &Node,
    study: &Claimed<'_>,
    fits: impl Fn(&Alternative) -> bool,
) -> Option<Vec<String>> {
    let known = || study.alternatives.iter().map(|alternative| alternative.id.as_str());
    if !matches!(node.value, Value::List(_)) {
        choice(node, &["all"], "alternatives", study.problems)?;
        let all = study.alternatives.iter().filter(|alternative| fits(alternative));
        let all: Vec<String> = all.map(|alternative| alternative.id.clone()).collect();
        if study.sound && all.is_empty() {
            study.problems.add(node.span.clone(), say!("no-alternatives"));
        }
        return Some(all);
    }
    let nodes = list(node, "alternatives", 1, study.problems)?;
    let mut ids = Vec::new();
    for node in nodes {
        let Some(id) = word(node, "alternatives", study.problems) else { continue };
        if study.sound && !known().any(|known| known == id) {
            let message = say!("not-alternative", id = quoted(id), hint = meant(id, known()));
            study.problems.add(node.span.clone(), message);
        }
        ids.push(id.to_owned());
    }
    (ids.len() == nodes.len()).then_some(ids)
}
