//! Parses the values of a number that varies: a list, or a range.

use crate::fields::{self, Fields, list};
use crate::grammar::{Interval, SPAN};
use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::config::{Chain, Decision, Dimension, NcaSpec, NumericDecision, SetSpec};
use equifinal_study::say;

/// The context from the rest of the study.
pub(super) struct Scope<'a> {
    /// The sets.
    pub(super) sets: Vec<&'a SetSpec>,
    /// Every condition of every analysis.
    pub(super) conditions: Vec<&'a str>,
    /// The necessary condition analyses.
    pub(super) nca: &'a [NcaSpec],
    /// The coincidence analyses.
    pub(super) chains: &'a [Chain],
    /// True if sets and analyses have no mistakes, so that an unknown name is a mistake here.
    pub(super) sound: bool,
    /// The collected mistakes.
    pub(super) problems: &'a Problems,
}

/// Maximum number of values in a range.
const MOST_STEPS: f64 = 100_000.0;

/// The values of a number: a list, or a range with or without `step`.
pub(super) fn values(
    node: &Node,
    name: &str,
    number: NumericDecision,
    interval: Interval,
    problems: &Problems,
) -> Option<Dimension> {
    if matches!(node.value, Value::Map(_)) {
        return span(node, number, interval, problems);
    }
    let nodes = list(node, name, 1, problems)?;
    let found = nodes.iter().filter_map(|node| fields::number(node, interval, name, problems));
    let found: Vec<Decision> = found.map(|value| Decision::Number(number.clone(), value)).collect();
    (!found.is_empty()).then_some(Dimension::List(found))
}

/// The values of a range, which has no list where `step` is absent.
pub(super) fn span(node: &Node, number: NumericDecision, interval: Interval, problems: &Problems) -> Option<Dimension> {
    let fields = Fields::open(node, &SPAN, problems)?;
    let end = |name| fields::number(fields.get(name)?, interval, name, problems);
    let (from, to) = (end("from"), end("to"));
    let (from, to) = (from?, to?);
    if from > to {
        problems.add(node.span.clone(), say!("range-backwards", from, to));
        return None;
    }
    if fields.get("step").is_none() {
        return Some(Dimension::Between { number, from, to });
    }
    let step = fields.number("step")?;
    let steps = (to - from) / step;
    if step <= 0.0 || steps > MOST_STEPS {
        let message = say!("step-too-small", step, most = MOST_STEPS);
        fields.blame("step", message);
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above")]
    let last = libm::floor(steps + 1e-9) as u32;
    // Sums of steps such as 0.01 keep their decimals.
    let rounded = |value: f64| libm::round(value * 1e12) / 1e12;
    let value = |i| Decision::Number(number.clone(), rounded(from + f64::from(i) * step));
    Some(Dimension::List((0..=last).map(value).collect()))
}
