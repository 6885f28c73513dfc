//! The cutoffs of a truth table.

use crate::fields::{Fields, count};
use crate::grammar::{SHARE, TRUTH_TABLE};
use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::config::{Frequency, TruthTableCuts};
use equifinal_study::say;

/// Reads the cutoffs of a truth table.
pub(super) fn truth_table(node: &Node, problems: &Problems) -> Option<TruthTableCuts> {
    let fields = Fields::open(node, &TRUTH_TABLE, problems)?;
    let frequency = fields.get("frequency").map_or(Some(Frequency::Count(1)), |node| frequency(node, problems));
    let consistency = fields.number("consistency");
    let pri = fields.get("pri").map_or(Some(0.0), |_| fields.number("pri"));
    let contradiction_floor = fields.number("contradiction_floor");
    if let (Some(floor), Some(consistency)) = (contradiction_floor, consistency)
        && floor > consistency
    {
        let message = say!("floor-above", floor, consistency);
        fields.blame("contradiction_floor", message);
    }
    Some(TruthTableCuts { frequency: frequency?, consistency: consistency?, pri: pri?, contradiction_floor })
}

/// True if the cutoffs hold one of PRI.
pub(super) fn states_pri(node: Option<&Node>) -> bool {
    node.is_some_and(|node| node.get("pri").is_some())
}

fn frequency(node: &Node, problems: &Problems) -> Option<Frequency> {
    if matches!(node.value, Value::Map(_)) {
        return Fields::open(node, &SHARE, problems)?.number("share").map(Frequency::Share);
    }
    if let Value::Number(share, text) = &node.value
        && *share > 0.0
        && *share < 1.0
    {
        let message = say!("frequency-share", text);
        problems.add(node.span.clone(), message);
        return None;
    }
    usize::try_from(count(node, 1, "frequency", problems)?).ok().map(Frequency::Count)
}
