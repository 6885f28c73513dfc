//! Parses the codebook of a table of responses.

use equifinal_study::say;
use std::collections::BTreeMap;

use super::identifiers::check_name;
use crate::fields::{Fields, count, map, number, word};
use crate::grammar::{ANY, COLUMN_BY, INSTRUMENT, ITEM};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};
use equifinal_study::names::{meant, quoted};

/// Reads a codebook.
pub(super) fn read(node: &Node, problems: &Problems) -> Option<Instrument> {
    let fields = Fields::open(node, &INSTRUMENT, problems)?;
    let scales: BTreeMap<String, Scale> = fields
        .named("scales")
        .iter()
        .filter_map(|entry| Some((entry.name()?.to_owned(), scale(&entry.value, problems)?)))
        .collect();
    let mut names = Vec::new();
    let mut items = Vec::new();
    for entry in fields.named("items") {
        check_name(&entry.key, &names, &[], &say!("name-item"), problems);
        names.push(entry.name().unwrap_or_default());
        items.extend(question(entry, &scales, problems));
    }
    Some(Instrument {
        scales,
        missing: cells(&fields, "missing"),
        skipped: cells(&fields, "skipped"),
        items,
        private: fields.list("private").iter().filter_map(|node| column(node, problems)).collect(),
    })
}

/// The item of this name; records at `node` if there is none, or if it is private.
pub(super) fn item<'a>(name: &str, node: &Node, instrument: &'a Instrument, problems: &Problems) -> Option<&'a Item> {
    let found = instrument.items.iter().find(|item| item.name == name);
    if found.is_none() {
        let hint = meant(name, instrument.items.iter().map(|item| item.name.as_str()));
        problems.add(node.span.clone(), say!("not-item", name = quoted(name), hint));
    }
    if found.is_some_and(|item| item.private) {
        let message = say!("item-private", name = quoted(name));
        problems.add(node.span.clone(), message);
    }
    found
}

/// True if the answers to an item are numbers: codes of a scale, or numbers themselves.
pub(super) fn is_rated(item: &Item) -> bool {
    let is_number = matches!(item.kind, ItemKind::Scale | ItemKind::Number);
    is_number || (item.kind == ItemKind::Single && item.scale.is_some())
}

fn scale(node: &Node, problems: &Problems) -> Option<Scale> {
    let entries = map(node, &say!("scale-map"), problems)?;
    let code = |entry: &Entry| Some((entry.name()?.to_owned(), number(&entry.value, ANY, "code", problems)?));
    if entries.is_empty() {
        problems.add(node.span.clone(), say!("scale-empty"));
    }
    Some(Scale { codes: entries.iter().filter_map(code).collect() })
}

/// Cells as written, including empty ones.
fn cells(fields: &Fields<'_>, name: &str) -> Vec<String> {
    let mut cells = Vec::new();
    for node in fields.list(name) {
        match node.scalar() {
            Some(cell) => cells.push(cell.to_owned()),
            None => fields.problems.add(node.span.clone(), say!("not-cell", name, found = node.found())),
        }
    }
    cells
}

fn question(entry: &Entry, scales: &BTreeMap<String, Scale>, problems: &Problems) -> Option<Item> {
    let fields = Fields::open(&entry.value, &ITEM, problems)?;
    let scale = fields.word("scale");
    if let Some(name) = scale.filter(|name| !scales.contains_key(*name)) {
        let hint = meant(name, scales.keys().map(String::as_str));
        fields.blame("scale", say!("not-scale", name = quoted(name), hint));
    }
    let separator = fields.word("separator").map(str::to_owned);
    let kind = match (fields.choice("type"), scale) {
        (Some("multiple"), _) => ItemKind::Multiple { separator: separator.clone() },
        (Some("ranking"), _) => ItemKind::Ranking { separator: separator.clone() },
        (Some("number"), _) => ItemKind::Number,
        (Some("date"), _) => ItemKind::Date,
        (Some("text"), _) => ItemKind::Text,
        (Some("scale"), _) | (None, Some(_)) => ItemKind::Scale,
        _ => ItemKind::Single,
    };
    if separator.is_some() && !matches!(kind, ItemKind::Multiple { .. } | ItemKind::Ranking { .. }) {
        fields.blame("separator", say!("separator-only"));
    }
    let column = fields.get("column").and_then(|node| column(node, problems));
    let (reversed, private) = (fields.truth("reversed"), fields.truth("private"));
    Some(Item {
        name: entry.name()?.to_owned(),
        column: column?,
        kind,
        scale: scale.map(str::to_owned),
        reversed: reversed.unwrap_or(false),
        private: private.unwrap_or(false),
    })
}

fn column(node: &Node, problems: &Problems) -> Option<ColumnRef> {
    if !matches!(node.value, Value::Map(_)) {
        return word(node, "column", problems).map(|header| ColumnRef::Header(header.to_owned()));
    }
    let fields = Fields::open(node, &COLUMN_BY, problems)?;
    match (fields.get("index"), fields.word("matches")) {
        (Some(index), None) => {
            count(index, 1, "index", problems).and_then(|index| usize::try_from(index).ok()).map(ColumnRef::Index)
        }
        (None, Some(pattern)) => Some(ColumnRef::Matches(pattern.to_owned())),
        _ => {
            problems.add(node.span.clone(), say!("column-ways"));
            None
        }
    }
}
