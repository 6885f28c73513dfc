//! The flow of literature or cases: what came in less what was excluded is what went on.

use super::unique_id;
use crate::config::{Excluded, FlowStage};
use crate::fields::{Fields, count, map};
use crate::grammar::FLOW_STAGE;
use crate::problem::Problems;
use crate::tree::{Node, Value};

/// Reads the stages; a stage that does not say what came in takes what the one before let through.
pub(super) fn read(nodes: &[Node], problems: &Problems) -> Vec<FlowStage> {
    let mut ids = Vec::new();
    let mut stages: Vec<FlowStage> = Vec::new();
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
        let carried = stages.last().filter(|_| stage.unit.is_none()).and_then(|before| before.n_out);
        check(&fields, &stage, stage.n_in.or(carried));
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
            let reasons = map(node, "excluded", problems).unwrap_or(&[]).iter();
            let reason = |entry: &crate::tree::Entry| {
                Some((entry.name()?.to_owned(), count(&entry.value, 0, "excluded", problems)?))
            };
            Excluded::Reasons(reasons.filter_map(reason).collect())
        }
        Value::Number(..) => count(node, 0, "excluded", problems).map_or(Excluded::None, Excluded::Total),
        _ => {
            let message = format!("`excluded` is {}: give a count, {{reason: count}}, or `not reported`", node.found());
            problems.add(node.span.clone(), message);
            Excluded::None
        }
    }
}

fn check(fields: &Fields<'_>, stage: &FlowStage, came_in: Option<u64>) {
    let out = match &stage.excluded {
        Excluded::None | Excluded::NotReported => return,
        Excluded::Total(total) => *total,
        Excluded::Reasons(reasons) => reasons.iter().fold(0, |sum, (_, count)| count.saturating_add(sum)),
    };
    let (Some(came_in), Some(went_on)) = (came_in, stage.n_out) else { return };
    if came_in.checked_sub(out) != Some(went_on) {
        let message = format!("{came_in} came in and {out} were excluded, so {went_on} cannot have gone on");
        fields.blame("n_out", message);
    }
}
