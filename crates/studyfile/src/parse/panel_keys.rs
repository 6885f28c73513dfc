//! Parses the columns that name the cases of a panel.

use crate::fields::{Fields, word};
use crate::grammar::WIDE;
use equifinal_study::config::{PanelKeys, TableKind, TimeKeys, WideKeys};
use equifinal_study::names::quoted;
use equifinal_study::panel::period;
use equifinal_study::{natural, say};

/// Reads the keys `unit`, `time` and `wide`, which only a table of cases has, and only together.
pub(super) fn read(fields: &Fields<'_>, kind: Option<TableKind>) -> Option<PanelKeys> {
    let given: Vec<&str> = ["unit", "time", "wide"].into_iter().filter(|key| fields.get(key).is_some()).collect();
    let first = given.first()?;
    if kind.is_some_and(|kind| kind != TableKind::Cases) {
        fields.blame(first, say!("panel-cases-only", key = first));
        return None;
    }
    if fields.get("id").is_some() {
        fields.blame("id", say!("panel-not-id", key = first));
    }
    match given[..] {
        ["unit"] => fields.blame("unit", say!("panel-needs-time")),
        ["unit", "time", "wide"] => fields.blame("wide", say!("panel-time-or-wide")),
        ["unit", _] => {}
        _ => fields.blame(first, say!("panel-needs-unit", key = first)),
    }
    let time = match fields.get("wide") {
        Some(_) => TimeKeys::Wide(wide(fields)?),
        None => TimeKeys::Column(fields.word("time")?.to_owned()),
    };
    Some(PanelKeys { unit: fields.word("unit")?.to_owned(), time })
}

fn wide(fields: &Fields<'_>) -> Option<WideKeys> {
    let inner = Fields::open(fields.get("wide")?, &WIDE, fields.problems)?;
    let column = inner.word("column")?;
    for sign in [WideKeys::NAME, WideKeys::TIME] {
        if column.matches(sign).count() != 1 {
            inner.blame("column", say!("wide-sign", sign));
        }
    }
    let mut times: Vec<String> = Vec::new();
    for node in inner.list("times") {
        let Some(written) = word(node, "times", fields.problems) else { continue };
        match period(written) {
            Some(time) if times.contains(&time) => {
                fields.problems.add(node.span.clone(), say!("wide-time-twice", time));
            }
            Some(time) => times.push(time),
            None => fields.problems.add(node.span.clone(), say!("wide-not-time", written = quoted(written))),
        }
    }
    times.sort_by(|a, b| natural::compare(a, b));
    Some(WideKeys { column: column.to_owned(), times })
}
