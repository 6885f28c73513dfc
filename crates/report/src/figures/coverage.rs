//! Coverage of a solution: unique to each path, shared by several paths, or none.

use super::svg::Svg;
use super::words::Titles;
use crate::number::fixed;

/// One part of the outcome.
#[derive(Debug)]
pub(crate) struct Part {
    /// The path or paths that cover it.
    pub(crate) name: String,
    /// Its share of the outcome, in [0, 1].
    pub(crate) share: f64,
    /// The class and how it is drawn.
    pub(crate) look: (&'static str, &'static str),
}

/// Draws the parts as one bar, with a line of words each below.
pub(crate) fn coverage(id: &str, titles: &Titles, parts: &[Part]) -> String {
    let height = 62.0 + 19.0 * parts.len() as f64;
    let mut svg = Svg::new(id, 460.0, height, &titles.title, &titles.description);
    let mut x = 10.0;
    for (at, part) in parts.iter().enumerate() {
        let wide = part.share.clamp(0.0, 1.0) * 440.0;
        svg.rectangle(part.look.0, [x, 10.0, wide, 30.0], part.look.1);
        x += wide;
        let y = 62.0 + 19.0 * at as f64;
        svg.rectangle(part.look.0, [10.0, y - 9.0, 11.0, 11.0], part.look.1);
        svg.words("part", [28.0, y], "start", "font-size=\"12\"", &part.name);
        svg.words("share", [450.0, y], "end", "font-size=\"12\"", &fixed(part.share, 3));
    }
    svg.rectangle("frame", [10.0, 10.0, 440.0, 30.0], "fill=\"none\" stroke=\"currentColor\"");
    svg.finish()
}
