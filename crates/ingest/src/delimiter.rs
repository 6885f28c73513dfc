//! Detects the separator of a delimited text.

use std::collections::BTreeMap;

use equifinal_study::detected::Separator;

use crate::csv::Records;

/// Number of records examined.
const SAMPLE: usize = 100;

/// The separator under which most records are as wide as the header, the widest among equals.
///
/// Each candidate reads whole records, so separators inside quotes do not count. A candidate that leaves a quotation
/// mark inside a header name has cut a quoted cell and ranks last.
pub(crate) fn detect(text: &str) -> Separator {
    let mut best = (Separator::Comma, (false, 0, 0));
    for candidate in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
        let score = score(text, candidate);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The separator under which most records have one width of at least two, the widest among equals: for texts whose first
/// lines are not part of the table.
pub(crate) fn of_most(text: &str) -> Separator {
    let mut best = (Separator::Comma, (0, 0));
    for candidate in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
        let mut records = Records::new(text, 1, candidate);
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for _ in 0..SAMPLE {
            if records.advance() && records.width() > 1 {
                *counts.entry(records.width()).or_default() += 1;
            }
        }
        let score = counts.into_iter().map(|(width, count)| (count, width)).max().unwrap_or_default();
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// True if no header cell is cut, the number of records as wide as the header (0 if it is one cell), and the width.
fn score(text: &str, delimiter: Separator) -> (bool, usize, usize) {
    let mut records = Records::new(text, 1, delimiter);
    if !records.advance() || records.width() < 2 {
        return (false, 0, 0);
    }
    let width = records.width();
    let whole = records.cells().all(|name| !name.contains('"'));
    let agreeing = (0..SAMPLE).filter(|_| records.advance() && records.width() == width).count();
    (whole, agreeing, width)
}
