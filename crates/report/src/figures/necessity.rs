//! Necessity plot: consistency of each literal against its relevance.

use super::frame::{Frame, SHARES};
use super::labels::place;
use super::svg::Svg;
use super::words::Titles;

/// One literal.
#[derive(Debug)]
pub(crate) struct Literal {
    /// Its expression.
    pub(crate) name: String,
    /// Relevance of necessity.
    pub(crate) relevance: f64,
    /// Consistency.
    pub(crate) consistency: f64,
    /// True if it reaches every cutoff.
    pub(crate) necessary: bool,
}

/// Draws the literals with the cutoffs of relevance and consistency.
pub(crate) fn necessity(id: &str, titles: &Titles, literals: &[Literal], [relevance, consistency]: [f64; 2]) -> String {
    let mut svg = Svg::new(id, 460.0, 400.0, &titles.title, &titles.description);
    let frame = Frame { place: [56.0, 14.0, 390.0, 336.0], x: [0.0, 1.0], y: [0.0, 1.0] };
    let ([left, top], [right, bottom]) = (frame.at(relevance, 1.0), frame.at(1.0, consistency));
    svg.rectangle("blue", [left, top, right - left, bottom - top], "fill-opacity=\"0.1\"");
    frame.outline(&mut svg);
    frame.ticks_below(&mut svg, &SHARES);
    frame.ticks_left(&mut svg, &SHARES);
    let dashed = "stroke-dasharray=\"3 3\" stroke-opacity=\"0.55\"";
    let [[_, y], [x, _]] = [frame.at(0.0, consistency), frame.at(relevance, 0.0)];
    svg.line("cutoff", [56.0, y, 446.0, y], dashed);
    svg.line("cutoff", [x, 14.0, x, 350.0], dashed);
    for (class, style, necessary) in [
        ("other", "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.7\"", false),
        ("blue", "fill-opacity=\"0.9\"", true),
    ] {
        let of_class = literals.iter().filter(|literal| literal.necessary == necessary);
        let dots: Vec<([f64; 2], String)> =
            of_class.map(|literal| (frame.at(literal.relevance, literal.consistency), literal.name.clone())).collect();
        svg.dots(class, 3.6, style, &dots);
    }
    let named: Vec<([f64; 2], String)> = literals
        .iter()
        .map(|literal| (frame.at(literal.relevance, literal.consistency), literal.name.clone()))
        .collect();
    for label in place(&named, [56.0, 14.0, 446.0, 350.0], named.len(), Vec::new()) {
        if let Some((_, name)) = named.get(label.dot) {
            svg.words("case", label.at, "start", "font-size=\"10\"", name);
        }
    }
    frame.names(&mut svg, &titles.x, &titles.y);
    svg.finish()
}
