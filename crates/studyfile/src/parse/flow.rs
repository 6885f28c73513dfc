//! Parses the flow of literature or cases: the start count minus the exclusions is the end count.

use super::identifiers::unique_id;
use crate::fields::{Fields, count, map};
use crate::grammar::FLOW_STAGE;
use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::config::{Excluded, FlowStage};
use equifinal_study::message::Message;
use equifinal_study::say;

/// Reads the stages; a stage without a start count takes the end count of the one before.
pub(super) fn read(nodes: &[Node], problems: &Problems) -> Vec<FlowStage> {
    let mut ids = Vec::new();
    let mut stages: Vec<FlowStage> = Vec::new();
    let mut went_on = None;
    for node in nodes {
        let Some(fields) = Fields::open(node, &FLOW_STAGE, problems) else { continue };
        let id = fields.get("id").and_then(|node| unique_id(node, &mut ids, problems));
        let stage = FlowStage {
            id: id.unwrap_or_default(),
            label: fields.text("label"),
            n_in: number(&fields, "n_in"),
            excluded: fields.get("excluded").map_or(Excluded::None, |node| excluded(node, problems)),
            n_out: number(&fields, "n_out"),
            unit: fields.text("unit"),
            because: fields.text("because"),
        };
        let is_same_unit = stage.unit.is_none() || stages.last().is_some_and(|before| before.unit == stage.unit);
        went_on = check(&fields, &stage, went_on.filter(|_| is_same_unit));
        stages.push(stage);
    }
    stages
}

fn number(fields: &Fields<'_>, name: &str) -> Option<u64> {
    let node = fields.get(name)?;
    if node.scalar() == Some("not reported") { None } else { count(node, 0, name, fields.problems) }
}

fn excluded(node: &Node, problems: &Problems) -> Excluded {
    match &node.value {
        Value::Text(text) if text == "not reported" => Excluded::NotReported,
        Value::Map(_) => {
            let reasons = map(node, &Message::verbatim("excluded"), problems).unwrap_or(&[]).iter();
            let reason = |entry: &crate::tree::Entry| {
                Some((entry.name()?.to_owned(), count(&entry.value, 0, "excluded", problems)?))
            };
            Excluded::Reasons(reasons.filter_map(reason).collect())
        }
        Value::Number(..) => count(node, 0, "excluded", problems).map_or(Excluded::None, Excluded::Total),
        _ => {
            let message = say!("excluded-what", found = node.found());
            problems.add(node.span.clone(), message);
            Excluded::None
        }
    }
}

/// Checks the counts of a stage, also against the end count of the stage before; returns its end count.
fn check(fields: &Fields<'_>, stage: &FlowStage, carried: Option<u64>) -> Option<u64> {
    if let (Some(carried), Some(n_in), None) = (carried, stage.n_in, &stage.because)
        && carried != n_in
    {
        fields.blame("n_in", say!("flow-in", carried, n_in, why = why()));
    }
    let came_in = stage.n_in.or(carried);
    let excluded = match &stage.excluded {
        Excluded::None | Excluded::NotReported => None,
        Excluded::Total(total) => Some(*total),
        Excluded::Reasons(reasons) => Some(reasons.iter().fold(0, |sum: u64, (_, count)| count.saturating_add(sum))),
    };
    match (came_in, excluded, stage.n_out) {
        (Some(came_in), Some(out), Some(went_on)) if came_in.checked_sub(out) != Some(went_on) => {
            let message = say!("flow-out", came_in, out, went_on);
            fields.blame("n_out", message);
        }
        (Some(came_in), None, Some(went_on)) if went_on > came_in && stage.because.is_none() => {
            fields.blame("n_out", say!("flow-more", came_in, went_on, why = why()));
        }
        _ => {}
    }
    stage.n_out.or_else(|| came_in?.checked_sub(excluded?))
}

/// Explanation for a stage that ends with more than it starts with.
fn why() -> Message {
    say!("flow-why")
}
