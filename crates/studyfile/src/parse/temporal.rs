//! Parses temporal conditions: the order of two events, read from a column of 1, 0 and "-".

use super::declared_set::Values;
use super::formula::Scope;
use super::identifiers::check_name;
use crate::fields::{Fields, word};
use crate::grammar::TEMPORAL;
use crate::tree::Entry;
use equifinal_study::config::{Calibration, Temporal};
use equifinal_study::names::{listed, quoted};
use equifinal_study::say;

/// Maximum number of temporal conditions of an analysis: terms are found anew for each set of orders that they name.
const MOST: usize = 6;

/// Reads `temporal`; the conditions of `scope` include the temporal ones.
pub(super) fn read(entries: &[Entry], scope: &Scope<'_>) -> Vec<Temporal> {
    if let Some(entry) = entries.get(MOST) {
        scope.problems.add(entry.key.span.clone(), say!("too-many-temporal", most = MOST));
    }
    let names: Vec<&str> = entries.iter().filter_map(Entry::name).collect();
    entries.iter().filter_map(|entry| one(entry, &names, scope)).collect()
}

fn one(entry: &Entry, names: &[&str], scope: &Scope<'_>) -> Option<Temporal> {
    let name = entry.name().unwrap_or_default();
    check_name(&entry.key, names, &[], &say!("name-set"), scope.problems);
    let fields = Fields::open(&entry.value, &TEMPORAL, scope.problems)?;
    let column = fields.word("column");
    let declared = scope.set(name).and_then(|set| set.spec.as_ref());
    let is_other = declared.is_some_and(|spec| spec.calibrate != Calibration::Temporal);
    if is_other {
        scope.problems.add(entry.key.span.clone(), say!("temporal-is-set", name = quoted(name)));
    } else if let (Some(spec), Some(column)) = (declared, column)
        && spec.column != column
    {
        let message = say!("temporal-column", name = quoted(name), other = quoted(&spec.column));
        fields.blame("column", message);
    }
    let event = |key: &str| {
        let node = fields.get(key)?;
        let event = word(node, key, scope.problems)?;
        let is_condition = scope.conditions.iter().any(|condition| condition == event);
        if scope.set(event).is_none() {
            scope.unknown_set(event, node.span.clone());
        } else if !scope.conditions.is_empty() && (!is_condition || names.contains(&event)) {
            let events: Vec<&str> =
                scope.conditions.iter().map(String::as_str).filter(|one| !names.contains(one)).collect();
            let message = say!("temporal-event", event = quoted(event), events = listed(&events));
            scope.problems.add(node.span.clone(), message);
        } else if matches!(scope.set(event)?.values(), Values::Levels(_) | Values::SomeLevels) {
            scope.problems.add(node.span.clone(), say!("temporal-levels", event = quoted(event)));
        }
        Some(event.to_owned())
    };
    let (first, then) = (event("first"), event("then"));
    if first.is_some() && first == then {
        fields.blame("then", say!("temporal-same", event = quoted(first.as_deref().unwrap_or_default())));
    }
    Some(Temporal { name: name.to_owned(), first: first?, then: then? })
}
