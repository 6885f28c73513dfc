//! Parses directional expectations, single and joint, and reverses them for the negated outcome.

use super::declared_set::{DeclaredSet, Values};
use super::formula::Scope;
use super::grounds::because;
use crate::fields::{Fields, choice, count, list};
use crate::grammar::{EXPECTATION, JOINT};
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{Expect, Expectation, JointExpectation};
use equifinal_study::message::Message;
use equifinal_study::say;

/// Reads `expectations` over `before`, one per condition.
pub(super) fn read(entries: &[Entry], before: Vec<Expectation>, scope: &Scope<'_>) -> Vec<Expectation> {
    let mut expectations = before;
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        let Some(place) = scope.conditions.iter().position(|condition| condition == name) else {
            scope.no_condition(name, entry.key.span.clone());
            continue;
        };
        if let (Some(expectation), Some(slot)) = (one(name, &entry.value, scope), expectations.get_mut(place)) {
            *slot = expectation;
        }
    }
    expectations
}

fn one(name: &str, node: &Node, scope: &Scope<'_>) -> Option<Expectation> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Expectation { expect: direction(name, node, scope)?, because: None });
    }
    let fields = Fields::open(node, &EXPECTATION, scope.problems)?;
    let because = because(&fields, scope.problems);
    Some(Expectation { expect: direction(name, fields.get("expect")?, scope)?, because })
}

fn direction(name: &str, node: &Node, scope: &Scope<'_>) -> Option<Expect> {
    let values = scope.set(name).map_or(Values::Unknown, DeclaredSet::values);
    let levelled = matches!(values, Values::Levels(_) | Values::SomeLevels);
    let wrong = |message: Message| {
        scope.problems.add(node.span.clone(), message);
        None
    };
    if let Value::List(_) = node.value {
        if values == Values::Two {
            return wrong(say!("expect-two", name));
        }
        let levels = list(node, name, 1, scope.problems)?;
        let mut levels: Vec<usize> = levels.iter().filter_map(|level| one_level(name, level, values, scope)).collect();
        levels.sort_unstable();
        levels.dedup();
        return Some(Expect::Levels(levels));
    }
    match Expect::named(choice(node, &Expect::NAMES, name, scope.problems)?)? {
        Expect::Present | Expect::Absent if levelled => wrong(say!("expect-levels", name)),
        expect => Some(expect),
    }
}

fn one_level(name: &str, node: &Node, values: Values, scope: &Scope<'_>) -> Option<usize> {
    let level = usize::try_from(count(node, 0, name, scope.problems)?).ok()?;
    if let Values::Levels(levels) = values
        && level >= levels
    {
        let message = say!("no-level", name, level, levels = levels - 1);
        scope.problems.add(node.span.clone(), message);
        return None;
    }
    Some(level)
}

/// Reads `expectations_joint`.
pub(super) fn joint(nodes: &[Node], scope: &Scope<'_>) -> Vec<JointExpectation> {
    let read = |node| {
        let fields = Fields::open(node, &JOINT, scope.problems)?;
        let because = because(&fields, scope.problems);
        let conjunctions = scope.conjunctions(fields.get("expect")?)?.into_iter();
        Some(
            conjunctions
                .map(|expression| JointExpectation { expression, because: because.clone() })
                .collect::<Vec<_>>(),
        )
    };
    nodes.iter().filter_map(read).flatten().collect()
}
