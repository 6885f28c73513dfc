//! The study file as a tree whose nodes have places.

mod json;
mod yaml;

use equifinal_study::message::Message;
use equifinal_study::names::quoted;
use equifinal_study::say;
use std::ops::Range;

pub(crate) use yaml::{Unread, read};

/// Bytes of the source.
pub(crate) type Span = Range<usize>;

/// A value of the file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// Its place; for lists and maps their beginning.
    pub(crate) span: Span,
    /// The key above it, for messages about missing parts.
    pub(crate) key: Option<Span>,
    /// Its value.
    pub(crate) value: Value,
}

/// The value of a node.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Nothing, `null` or `~`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number with its text; it may be NaN or infinite.
    Number(f64, String),
    /// Any other scalar, and all quoted ones.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map in the file's order, including duplicate keys.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// The key, any scalar.
    pub(crate) key: Node,
    /// The value.
    pub(crate) value: Node,
}

impl Entry {
    /// The key as written; `None` if it is a list, a map or empty.
    pub(crate) fn name(&self) -> Option<&str> {
        self.key.scalar()
    }
}

impl Node {
    /// The text of a scalar: quoted ones without quotes, numbers as written.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(_, text) => Some(text),
            Value::Truth(true) => Some("true"),
            Value::Truth(false) => Some("false"),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The entries of a map; empty for other values.
    pub(crate) fn entries(&self) -> &[Entry] {
        if let Value::Map(entries) = &self.value { entries } else { &[] }
    }

    /// The items of a list; empty for other values.
    pub(crate) fn items(&self) -> &[Node] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }

    /// The value under `key`, the first of duplicates.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.name() == Some(key)).map(|entry| &entry.value)
    }

    /// The value under `key`, the first of duplicates, to be changed.
    pub(crate) fn at_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Value::Map(entries) = &mut self.value else { return None };
        entries.iter_mut().find(|entry| entry.name() == Some(key)).map(|entry| &mut entry.value)
    }

    /// Replaces its places, and those of its content, by `place` of them.
    pub(crate) fn relocate(&mut self, place: &dyn Fn(usize) -> usize) {
        let on = |span: &mut Span| *span = place(span.start)..place(span.end);
        on(&mut self.span);
        self.key.iter_mut().for_each(on);
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(|item| item.relocate(place)),
            Value::Map(entries) => entries.iter_mut().for_each(|entry| {
                entry.key.relocate(place);
                entry.value.relocate(place);
            }),
            _ => {}
        }
    }

    /// Its span from first to last byte, including its content.
    pub(crate) fn extent(&self) -> Span {
        let held = match &self.value {
            Value::List(items) => items.last().map(Self::extent),
            Value::Map(entries) => entries.last().map(|entry| entry.value.extent()),
            _ => None,
        };
        self.span.start..held.map_or(self.span.end, |held| held.end.max(self.span.end))
    }

    /// The place for messages about missing parts: its key, otherwise its first byte.
    pub(crate) fn heading(&self) -> Span {
        self.key.clone().unwrap_or(self.span.start..self.span.start)
    }

    /// A description of the value, for messages.
    pub(crate) fn found(&self) -> Message {
        match &self.value {
            Value::Null => say!("found-nothing"),
            Value::Truth(truth) => Message::verbatim(format!("`{truth}`")),
            Value::Number(_, text) => say!("found-number", text),
            Value::Text(text) => say!("found-text", text = quoted(text)),
            Value::List(_) => say!("found-list"),
            Value::Map(_) => say!("found-map"),
        }
    }

    /// The node on one line, as in a flow collection.
    pub(crate) fn in_one_line(&self) -> String {
        match &self.value {
            Value::List(items) => {
                format!("[{}]", items.iter().map(Self::in_one_line).collect::<Vec<_>>().join(", "))
            }
            Value::Map(entries) => {
                let entry = |entry: &Entry| format!("{}: {}", entry.key.in_one_line(), entry.value.in_one_line());
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
            _ => self.scalar().unwrap_or("null").to_owned(),
        }
    }

    /// This map with the keys of `changes` replacing its own; keys in `deeper` are merged one level down.
    pub(crate) fn overlaid(&self, changes: &Node, deeper: &dyn Fn(&str) -> bool) -> Node {
        let Value::Map(own) = &self.value else { return changes.clone() };
        let mut entries = own.clone();
        let mut replaced = Vec::new();
        for change in changes.entries() {
            let Some(name) = change.name() else { continue };
            let old = entries.iter_mut().find(|entry| entry.name() == Some(name));
            match old {
                Some(old) if !replaced.contains(&name) => {
                    let merged = if deeper(name) && matches!(change.value.value, Value::Map(_)) {
                        old.value.overlaid(&change.value, &|_| false)
                    } else {
                        change.value.clone()
                    };
                    *old = Entry { key: change.key.clone(), value: merged };
                }
                _ => entries.push(change.clone()),
            }
            replaced.push(name);
        }
        Node { value: Value::Map(entries), ..self.clone() }
    }
}
