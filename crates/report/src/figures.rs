//! Figures as separate files.

pub(crate) mod bars;
pub(crate) mod calibration;
pub(crate) mod coverage;
mod crowd;
pub(crate) mod curve;
pub(crate) mod flow;
mod frame;
pub(crate) mod grid;
mod labels;
pub(crate) mod mosaic;
pub(crate) mod necessity;
pub(crate) mod scree;
mod svg;
#[cfg(test)]
mod tests;
pub(crate) mod trend;
pub(crate) mod upset;
pub(crate) mod venn;
pub(crate) mod words;
pub(crate) mod xy;
pub(crate) mod zones;

pub(crate) use svg::{document, escape};

use crate::view::{Edition, Figure};

/// The colours of classes (Okabe & Ito 2008), distinguishable for colour-blind readers and in grey.
pub(crate) const PALETTE: [(&str, &str); 8] = [
    ("blue", "#0072b2"),
    ("orange", "#d55e00"),
    ("green", "#009e73"),
    ("pink", "#cc79a7"),
    ("yellow", "#e69f00"),
    ("sky", "#56b4e9"),
    ("typical", "#0072b2"),
    ("deviant", "#d55e00"),
];

/// The figures of a report as file names and SVG documents.
pub fn figures(edition: &Edition) -> impl Iterator<Item = (String, String)> {
    let name = |figure: &Figure| format!("{}.{}.svg", figure.id, edition.language);
    edition.figures().map(move |figure| (name(figure), document(&figure.svg)))
}
