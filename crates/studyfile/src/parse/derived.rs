//! Sets that analyses bring along: orders of events, and outcomes made of other sets.
//!
//! Mistakes are recorded where the analyses are read.

use super::analyses::Resolved;
use super::declared_set::DeclaredSet;
use super::outcome::{Made, each, plain_set};
use crate::tree::{Entry, Node};
use equifinal_study::config::{Calibration, SetSpec};

/// The sets with those that the analyses bring along.
pub(super) fn with(mut sets: Vec<DeclaredSet>, analyses: &[Resolved]) -> Vec<DeclaredSet> {
    add(&mut sets, analyses);
    sets
}

/// Adds the sets that the analyses bring along, each once.
pub(super) fn add(sets: &mut Vec<DeclaredSet>, analyses: &[Resolved]) {
    for analysis in analyses {
        let temporal = analysis.node.get("temporal").into_iter().flat_map(Node::entries);
        let temporal = temporal.filter_map(|entry| Some((order(entry)?, entry.key.span.start)));
        let outcomes = analysis.node.get("outcome").map_or(&[][..], each);
        let label = |name: &str| sets.iter().find(|set| set.name == name)?.spec.as_ref()?.label.as_ref();
        let made = outcomes.iter().filter_map(|node| Some((Made::of(node.scalar()?)?.spec(label), node.span.start)));
        let new: Vec<(SetSpec, usize)> = temporal.chain(made).collect();
        for (spec, at) in new {
            if sets.iter().all(|set| set.name != spec.name) {
                sets.push(DeclaredSet { name: spec.name.clone(), at, spec: Some(spec) });
            }
        }
    }
}

fn order(entry: &Entry) -> Option<SetSpec> {
    let column = entry.value.get("column").and_then(Node::scalar)?;
    Some(plain_set(entry.name()?, column, Calibration::Temporal))
}
