//! Figures as files of their own.

pub(crate) mod bars;
pub(crate) mod calibration;
pub(crate) mod coverage;
pub(crate) mod curve;
pub(crate) mod flow;
mod frame;
pub(crate) mod grid;
mod labels;
pub(crate) mod mosaic;
pub(crate) mod necessity;
pub(crate) mod scree;
mod svg;
pub(crate) mod trend;
pub(crate) mod upset;
pub(crate) mod venn;
pub(crate) mod words;
pub(crate) mod xy;
pub(crate) mod zones;

pub(crate) use svg::escape;

use crate::input::Input;
use crate::view;

/// The colours of classes (Okabe & Ito 2008), told apart by colour-blind readers and in grey.
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

/// The figures of a run as file names and SVG documents, one of each a language of the study.
///
/// Languages without a catalogue are left out; [`crate::html`] refuses them.
pub fn figures(input: &Input<'_>) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for language in &input.study.report.languages {
        let Ok(edition) = view::edition(input, language) else { continue };
        let drawn =
            edition.figures().map(|figure| (format!("{}.{language}.svg", figure.id), svg::document(&figure.svg)));
        files.extend(drawn);
    }
    files
}
