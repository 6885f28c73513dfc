//! Parses the tables that the author writes.

use super::identifiers::check_name;
use crate::fields::{Fields, list, text};
use crate::grammar::LISTING;
use crate::problem::Problems;
use crate::tree::{Entry, Node};
use equifinal_study::config::Listing;
use equifinal_study::say;
use equifinal_study::text::Text;

/// Reads every listing.
pub(super) fn read(entries: &[Entry], problems: &Problems) -> Vec<Listing> {
    let mut names = Vec::new();
    let mut listings = Vec::new();
    for entry in entries {
        let name = entry.name().unwrap_or_default();
        check_name(&entry.key, &names, &['-'], &say!("table-listing"), problems);
        names.push(name);
        listings.extend(listing(name, &entry.value, problems));
    }
    listings
}

fn listing(name: &str, node: &Node, problems: &Problems) -> Option<Listing> {
    let fields = Fields::open(node, &LISTING, problems)?;
    let texts = |nodes: &[Node], what: &str| -> Vec<Text> {
        nodes.iter().filter_map(|node| text(node, what, problems)).collect()
    };
    let columns = texts(fields.list("columns"), "columns");
    let mut rows = Vec::new();
    for node in fields.list("rows") {
        let Some(cells) = list(node, "rows", 1, problems) else { continue };
        if cells.len() != columns.len() {
            let (cells, columns) = (cells.len(), columns.len());
            problems.add(node.span.clone(), say!("listing-cells", cells, columns));
        }
        rows.push(texts(cells, "rows"));
    }
    Some(Listing { name: name.to_owned(), title: fields.text("title")?, columns, rows, note: fields.text("note") })
}
