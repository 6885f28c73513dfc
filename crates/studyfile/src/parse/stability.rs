//! Parses the periods and units that a claim on consistency speaks of.

use crate::fields::{Fields, choice, count, list, word};
use crate::grammar::TIMES_AT_LEAST;
use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::config::StableIn;
use equifinal_study::names::quoted;
use equifinal_study::panel::period;
use equifinal_study::say;

/// Reads `time`: all periods, some by name, or a least number.
pub(super) fn times(node: &Node, problems: &Problems) -> Option<StableIn> {
    match node.value {
        Value::Map(_) => {
            let fields = Fields::open(node, &TIMES_AT_LEAST, problems)?;
            let least = count(fields.get("at_least")?, 1, "at_least", problems)?;
            usize::try_from(least).ok().map(StableIn::SomeTimes)
        }
        Value::List(_) => {
            let nodes = list(node, "time", 1, problems)?;
            let mut times: Vec<String> = Vec::new();
            for node in nodes {
                let Some(written) = word(node, "time", problems) else { continue };
                match period(written) {
                    Some(time) if times.contains(&time) => {
                        problems.add(node.span.clone(), say!("wide-time-twice", time));
                    }
                    Some(time) => times.push(time),
                    None => problems.add(node.span.clone(), say!("wide-not-time", written = quoted(written))),
                }
            }
            (times.len() == nodes.len()).then_some(StableIn::Times(times))
        }
        _ => choice(node, &["all"], "time", problems).map(|_| StableIn::AllTimes),
    }
}

/// Reads `share` or `units`.
pub(super) fn units(fields: &Fields<'_>) -> Option<StableIn> {
    match (fields.get("share"), fields.get("units")) {
        (Some(_), None) => fields.number("share").map(StableIn::ShareOfUnits),
        (None, Some(node)) => {
            let least = count(node, 1, "units", fields.problems)?;
            usize::try_from(least).ok().map(StableIn::Units)
        }
        _ => {
            fields.problems.add(fields.node().heading(), say!("within-one"));
            None
        }
    }
}
