//! The maps of a study file in the order of the page, each once, at the place nearest to the top.

use std::collections::VecDeque;

use super::{Key, Node, Shape, Table};

/// A map of the study file.
pub(super) struct Section<'a> {
    /// Its keys.
    pub(super) table: &'static Table,
    /// The keys that lead to it, joined by dots; `NAME` stands for a name that the author chooses.
    pub(super) path: String,
    /// True if the map has exactly one of its keys.
    pub(super) is_choice: bool,
    /// The keys that are described here.
    pub(super) own: Vec<&'static Key>,
    /// Keys that are described in the section of another path: their names and that path.
    pub(super) borrowed: Vec<(Vec<&'static str>, String)>,
    /// Every such map of the study with every key.
    pub(super) nodes: Vec<&'a Node>,
    /// The numbers of the keys that lead to it.
    order: Vec<usize>,
}

/// A value that is still to be looked at.
struct Ahead<'a> {
    shape: &'static Shape,
    path: String,
    order: Vec<usize>,
    nodes: Vec<&'a Node>,
}

/// The sections of a study file, from the top down.
pub(super) fn sections<'a>(top: &'static Table, examples: &'a [Node]) -> Vec<Section<'a>> {
    let mut found: Vec<Section<'a>> = Vec::new();
    let mut ahead = VecDeque::new();
    open(top, false, (String::new(), Vec::new(), examples.iter().collect()), &mut found, &mut ahead);
    while let Some(next) = ahead.pop_front() {
        let Ahead { shape, path, order, nodes } = next;
        let mut later = |shape, path: String, nodes| {
            ahead.push_back(Ahead { shape, path, order: order.clone(), nodes });
        };
        match shape {
            Shape::List(item, _) => later(item, path, nodes.iter().flat_map(|node| node.items()).collect()),
            Shape::Named(item) => {
                let below = nodes.iter().flat_map(|node| node.entries()).map(|entry| &entry.value).collect();
                later(item, format!("{path}.NAME"), below);
            }
            Shape::OneOf(shapes) => shapes.iter().for_each(|shape| later(shape, path.clone(), nodes.clone())),
            Shape::Changes(shape) => later(shape, path, nodes),
            Shape::Keys(table) => open(table, false, (path, order, nodes), &mut found, &mut ahead),
            Shape::OneKey(table) => open(table, true, (path, order, nodes), &mut found, &mut ahead),
            _ => {}
        }
    }
    found.sort_by(|one, other| one.order.cmp(&other.order));
    found
}

/// Adds the section of a table, or, if it has one already, only its examples.
fn open<'a>(
    table: &'static Table,
    is_choice: bool,
    (path, order, nodes): (String, Vec<usize>, Vec<&'a Node>),
    found: &mut Vec<Section<'a>>,
    ahead: &mut VecDeque<Ahead<'a>>,
) {
    if let Some(known) = found.iter_mut().find(|known| std::ptr::eq(known.table, table)) {
        known.nodes.extend(nodes);
        return;
    }
    let (mut own, mut borrowed) = (Vec::new(), Vec::new());
    for group in table.keys {
        match found.iter_mut().find(|section| describes(section, group)) {
            Some(section) if group.len() > 1 => {
                section.nodes.extend(nodes.iter().copied());
                borrowed.push((group.iter().map(Key::name).collect(), section.path.clone()));
            }
            _ => own.extend(group.iter()),
        }
    }
    let dot = if path.is_empty() { "" } else { "." };
    for (place, key) in own.iter().enumerate() {
        let below = nodes.iter().filter_map(|node| node.get(key.name())).collect();
        let order = order.iter().copied().chain([place]).collect();
        ahead.push_back(Ahead { shape: key.shape(), path: format!("{path}{dot}{}", key.name()), order, nodes: below });
    }
    found.push(Section { table, path, is_choice, own, borrowed, nodes, order });
}

/// True if a section describes all keys of a group in the same words.
fn describes(section: &Section<'_>, group: &'static [Key]) -> bool {
    group.iter().all(|key| section.own.iter().any(|known| known.name() == key.name() && known.about() == key.about()))
}
