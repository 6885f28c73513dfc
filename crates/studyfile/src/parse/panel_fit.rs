//! Parses what an analysis asks of the periods and units of a panel.

use super::data::Declared;
use super::permutations::permutations;
use crate::fields::{Fields, choice};
use crate::grammar::{ADJUSTED, PANEL};
use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::config::{Distance, PanelSpec};
use equifinal_study::say;

/// Reads `panel` of an analysis.
pub(super) fn read(node: &Node, problems: &Problems) -> Option<PanelSpec> {
    let fields = Fields::open(node, &PANEL, problems)?;
    let distance = fields.get("distance").and_then(|node| distance(node, problems)).unwrap_or_default();
    Some(PanelSpec {
        necessity: fields.truth("necessity").unwrap_or(false),
        distance,
        permutations: permutations(&fields).unwrap_or(0),
    })
}

fn distance(node: &Node, problems: &Problems) -> Option<Distance> {
    if matches!(node.value, Value::Map(_)) {
        let fields = Fields::open(node, &ADJUSTED, problems)?;
        return fields.choice("adjusted").map(|_| Distance::GarciaCastro);
    }
    choice(node, &["plain"], "distance", problems).map(|_| Distance::Plain)
}

/// Records analyses and claims that need units and periods, if no table has them.
pub(super) fn check(fields: &Fields<'_>, tables: &[Declared]) {
    let has_units = |table: &Declared| table.table.as_ref().is_none_or(|table| table.panel.is_some());
    if tables.iter().any(has_units) {
        return;
    }
    for (key, node) in requests(fields) {
        fields.problems.add(node.span.clone(), say!("panel-without-units", key));
    }
}

/// Everything that needs units in periods, with its key: panel fit, and claims about periods and units.
pub(super) fn requests<'a>(fields: &Fields<'a>) -> Vec<(&'static str, &'a Node)> {
    let analyses = fields.named("analyses").iter().filter_map(|entry| Some(("panel", entry.value.get("panel")?)));
    let claims = fields.list("claims").iter().filter_map(|claim| claim.get("claim"));
    let claims = claims
        .filter_map(|claim| ["holds_in", "within_at_least"].into_iter().find_map(|key| Some((key, claim.get(key)?))));
    analyses.chain(claims).collect()
}
