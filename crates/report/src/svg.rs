//! The figures of the report as SVG files.

use crate::figures::document;
use crate::view::{Edition, Figure};

/// The figures of a report as file names and SVG documents.
pub fn figures(edition: &Edition) -> impl Iterator<Item = (String, String)> {
    let name = |figure: &Figure| format!("{}.{}.svg", figure.id, edition.language);
    edition.figures().map(move |figure| (name(figure), document(&figure.svg)))
}
