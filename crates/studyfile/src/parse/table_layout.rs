//! Parses the place of a table in its file: its sheet, the lines of its column names and of its rows, and the cells
//! that mean "not there".

use crate::fields::{Fields, count};
use crate::grammar::ROWS;
use crate::tree::{Node, Value};
use equifinal_study::config::{LineRange, SheetRef, TableKind, TableLayout};
use equifinal_study::say;

/// The keys that tables of responses, whose layout is that of their platform, do not have.
const KEYS: [&str; 4] = ["sheet", "header_rows", "rows", "missing"];

/// Reads the keys of a table's layout.
pub(super) fn read(fields: &Fields<'_>, kind: Option<TableKind>) -> TableLayout {
    if kind == Some(TableKind::Responses) {
        for key in KEYS.into_iter().filter(|key| fields.get(key).is_some()) {
            let remedy = if key == "missing" { say!("in-instrument") } else { say!("leave-it-out") };
            fields.blame(key, say!("responses-without", key, remedy));
        }
        return TableLayout::default();
    }
    let layout = TableLayout {
        sheet: fields.get("sheet").and_then(|node| sheet(node, fields)),
        header_rows: lines(fields),
        rows: fields.get("rows").and_then(|node| rows(node, fields)),
        missing: cells(fields),
    };
    if let (Some(header), Some(from)) = (layout.header_rows.last(), layout.rows.and_then(|rows| rows.from))
        && from <= *header
    {
        let message = say!("rows-in-header", from, header);
        fields.blame("rows", message);
    }
    layout
}

fn sheet(node: &Node, fields: &Fields<'_>) -> Option<SheetRef> {
    match &node.value {
        Value::Number(..) => count(node, 1, "sheet", fields.problems).and_then(line).map(SheetRef::Number),
        _ => fields.word("sheet").map(|name| SheetRef::Name(name.to_owned())),
    }
}

/// The lines of the column names, ascending.
fn lines(fields: &Fields<'_>) -> Vec<usize> {
    let nodes = fields.list("header_rows");
    let lines: Vec<usize> =
        nodes.iter().filter_map(|node| count(node, 1, "header_rows", fields.problems).and_then(line)).collect();
    if !lines.is_sorted_by(|a, b| a < b) {
        fields.blame("header_rows", say!("header-order"));
    }
    lines
}

fn rows(node: &Node, fields: &Fields<'_>) -> Option<LineRange> {
    let inner = Fields::open(node, &ROWS, fields.problems)?;
    let end = |key: &str| inner.get(key).and_then(|node| count(node, 1, key, fields.problems)).and_then(line);
    let found = LineRange { from: end("from"), to: end("to") };
    match found {
        LineRange { from: None, to: None } if node.entries().is_empty() => {
            fields.blame("rows", say!("rows-none"));
            None
        }
        LineRange { from: Some(from), to: Some(to) } if from > to => {
            fields.blame("rows", say!("rows-backwards", from, to));
            None
        }
        found => Some(found),
    }
}

fn line(count: u64) -> Option<usize> {
    usize::try_from(count).ok()
}

/// Cells that stand for a missing value, as written.
fn cells(fields: &Fields<'_>) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for node in fields.list("missing") {
        match node.scalar() {
            Some(cell) => cells.push(cell.trim().to_owned()),
            None => {
                let message = say!("missing-not-cell", found = node.found());
                fields.problems.add(node.span.clone(), message);
            }
        }
    }
    cells
}
