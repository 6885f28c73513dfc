//! What separates the cells of a record.

use equifinal_study::detected::Separator;

use crate::csv::Records;

/// Records that are looked at.
const SAMPLE: usize = 100;

/// The separator under which the most records are as wide as the header, the widest among equals.
///
/// Each candidate reads whole records, so that a separator inside quotes never counts. A candidate that
/// leaves a quotation mark inside a name of the header has cut through a quoted cell and comes last.
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

/// Whether the header is whole, how many records are as wide as it (none if it is one cell), and its width.
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
