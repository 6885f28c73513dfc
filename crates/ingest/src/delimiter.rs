//! What separates the cells of a record.

use crate::csv::Records;

/// Records that are looked at.
const SAMPLE: usize = 100;

/// A separator of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delimiter {
    Comma,
    Semicolon,
    Tab,
}

impl Delimiter {
    /// The byte between cells.
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// The name for the report.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
        }
    }
}

/// The separator under which the most records are as wide as the header, the widest among equals.
///
/// Each candidate reads whole records, so that a separator inside quotes never counts. A candidate that
/// leaves a quotation mark inside a name of the header has cut through a quoted cell and comes last.
pub(crate) fn detect(text: &str) -> Delimiter {
    let mut best = (Delimiter::Comma, (false, 0, 0));
    for candidate in [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab] {
        let score = score(text, candidate);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// Whether the header is whole, how many records are as wide as it (none if it is one cell), and its width.
fn score(text: &str, delimiter: Delimiter) -> (bool, usize, usize) {
    let mut records = Records::new(text, 1, delimiter);
    if !records.advance() || records.width() < 2 {
        return (false, 0, 0);
    }
    let width = records.width();
    let whole = records.cells().all(|name| !name.contains('"'));
    let agreeing = (0..SAMPLE).filter(|_| records.advance() && records.width() == width).count();
    (whole, agreeing, width)
}
