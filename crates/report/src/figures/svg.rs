//! A small SVG writer: fixed precision, escaped text, colours inherited from the page.

use std::fmt::{self, Write};

use super::palette::PALETTE;
use super::words::cut;
use crate::escape::xml;
use crate::number::fixed;

/// Fonts that have Latin and Chinese letters wherever the figure is opened.
const FONTS: &str = "Source Serif 4, Noto Serif, Noto Serif SC, Source Han Serif SC, Songti SC, SimSun, serif";

/// Maximum width of a drawing placed beside another.
const COLUMN: f64 = 500.0;

/// The width of a half-width letter; longer words would extend beyond the drawing.
const LETTER: f64 = 5.0;

/// An SVG element being written.
#[derive(Debug)]
pub(crate) struct Svg {
    text: String,
    /// Maximum number of letters along its longer side.
    letters: usize,
}

/// A length or coordinate with two decimals at most.
pub(crate) fn length(value: f64) -> String {
    let mut printed = fixed(value, 2);
    printed.truncate(printed.trim_end_matches('0').trim_end_matches('.').len());
    printed
}

/// The most cases that a mark names.
const NAMED: usize = 1000;
/// The most letters of a title.
const TITLE: usize = 20_000;

/// The names of cases as a JSON list in an attribute.
fn named(cases: &[String]) -> String {
    // A list of texts is always JSON.
    xml(&serde_json::to_string(cases.get(..NAMED).unwrap_or(cases)).unwrap_or_default())
}

impl Svg {
    /// Adds markup; writing to a string cannot fail.
    fn write(&mut self, markup: fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(markup);
    }

    /// A drawing of this size with title and description for screen readers.
    pub(crate) fn new(id: &str, width: f64, height: f64, title: &str, description: &str) -> Self {
        let letters = (width.max(height) / LETTER) as usize;
        let class = if width > COLUMN { "plot wide" } else { "plot" };
        let (id, width, height) = (xml(id), length(width), length(height));
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" width=\"{width}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"{id}.t {id}.d\" font-family=\"{FONTS}\" font-size=\"12\" fill=\"currentColor\">\n\
             <title id=\"{id}.t\">{}</title>\n<desc id=\"{id}.d\">{}</desc>\n",
            xml(title),
            xml(description),
        );
        Self { text, letters }
    }

    /// A straight line of a class.
    pub(crate) fn line(&mut self, class: &str, [x1, y1, x2, y2]: [f64; 4], attributes: &str) {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(length);
        self.write(format_args!(
            "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"currentColor\" {attributes}/>\n"
        ));
    }

    /// A rectangle of a class.
    pub(crate) fn rectangle(&mut self, class: &str, [x, y, width, height]: [f64; 4], attributes: &str) {
        let [x, y, width, height] = [x, y, width, height].map(length);
        self.write(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {attributes}/>\n"
        ));
    }

    /// Dots of a class with tooltips.
    pub(crate) fn dots(&mut self, class: &str, radius: f64, attributes: &str, dots: &[([f64; 2], String)]) {
        let radius = length(radius);
        self.write(format_args!("<g class=\"{class}\" {attributes}>\n"));
        for ([x, y], title) in dots {
            let (x, y, title) = (length(*x), length(*y), xml(title));
            let title = if title.is_empty() { title } else { format!("<title>{title}</title>") };
            self.write(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\">{title}</circle>\n"));
        }
        self.text.push_str("</g>\n");
    }

    /// A dot for cases, whose names a page can look up.
    pub(crate) fn case(
        &mut self,
        class: &str,
        [x, y]: [f64; 2],
        radius: f64,
        attributes: &str,
        title: &str,
        cases: &[String],
    ) {
        let title = xml(&cut(title, TITLE));
        let ([x, y, radius], cases) = ([x, y, radius].map(length), named(cases));
        self.write(format_args!(
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {attributes} data-cases=\"{cases}\"><title>{title}</title></circle>\n"
        ));
    }

    /// A disc with a tooltip.
    pub(crate) fn disc(&mut self, class: &str, [x, y]: [f64; 2], radius: f64, attributes: &str, title: &str) {
        let ([x, y, radius], title) = ([x, y, radius].map(length), xml(title));
        self.write(format_args!(
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {attributes}><title>{title}</title></circle>\n"
        ));
    }

    /// A rectangle that stands for cases.
    pub(crate) fn bar(
        &mut self,
        class: &str,
        [x, y, width, height]: [f64; 4],
        attributes: &str,
        title: &str,
        cases: &[String],
    ) {
        let title = xml(&cut(title, TITLE));
        let ([x, y, width, height], cases) = ([x, y, width, height].map(length), named(cases));
        self.write(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {attributes} data-cases=\"{cases}\"><title>{title}</title></rect>\n"
        ));
    }

    /// A line through points.
    pub(crate) fn polyline(&mut self, class: &str, points: &[[f64; 2]], attributes: &str) {
        let points: Vec<String> = points.iter().map(|[x, y]| format!("{},{}", length(*x), length(*y))).collect();
        self.write(format_args!("<polyline class=\"{class}\" points=\"{}\" {attributes}/>\n", points.join(" ")));
    }

    /// An outline written as SVG path data.
    pub(crate) fn path(&mut self, class: &str, data: &str, attributes: &str) {
        self.write(format_args!("<path class=\"{class}\" d=\"{}\" {attributes}/>\n", xml(data)));
    }

    /// A turned ellipse: its middle, its half axes, degrees clockwise.
    pub(crate) fn ellipse(&mut self, class: &str, [x, y, rx, ry]: [f64; 4], degrees: f64, attributes: &str) {
        let [x, y, rx, ry, degrees] = [x, y, rx, ry, degrees].map(length);
        self.write(format_args!(
            "<ellipse class=\"{class}\" cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\" transform=\"rotate({degrees} {x} {y})\" {attributes}/>\n"
        ));
    }

    /// Words at a position, cut where the drawing ends.
    pub(crate) fn words(&mut self, class: &str, [x, y]: [f64; 2], anchor: &str, attributes: &str, words: &str) {
        let [x, y] = [x, y].map(length);
        self.write(format_args!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" {attributes}>{}</text>\n",
            xml(&cut(words, self.letters))
        ));
    }

    /// The finished element.
    pub(crate) fn finish(mut self) -> String {
        self.text.push_str("</svg>");
        self.text
    }
}

/// An SVG element as a file of its own: dark on white.
pub(crate) fn document(svg: &str) -> String {
    // The page knows its own paper; a file of its own is white.
    let coloured =
        svg.replace("var(--paper, #fff)", "#fff").replacen("<svg ", "<svg style=\"color:#1a1a1a;background:#fff\" ", 1);
    let colours: String = PALETTE.iter().map(|(class, colour)| format!(".{class}{{color:{colour}}}")).collect();
    let coloured = coloured.replacen("</title>", &format!("</title>\n<style>{colours}</style>"), 1);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{coloured}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_never_minus_zero() {
        for (value, printed) in [(60.0, "60"), (12.345, "12.34"), (0.5, "0.5"), (-0.001, "0"), (100.10, "100.1")] {
            assert_eq!(length(value), printed);
        }
    }

    #[test]
    fn a_file_of_its_own_knows_every_colour() {
        let file = document("<svg x=\"1\"><title>t</title><rect fill=\"var(--paper, #fff)\"/></svg>");
        assert!(!file.contains("var("), "{file}");
        assert!(file.contains("<rect fill=\"#fff\"/>") && file.contains("background:#fff"));
    }

    #[test]
    fn text_cannot_leave_its_element() {
        let mut svg = Svg::new("a\"b", 300.0, 10.0, "<script>", "\u{202E}x");
        svg.words("case", [1.0, 2.0], "start", "", "</text><script>alert(1)</script>");
        let svg = svg.finish();
        assert!(!svg.contains("<script") && !svg.contains('\u{202E}') && !svg.contains("a\"b"), "{svg}");
        assert!(svg.contains("&lt;/text&gt;"));
    }

    #[test]
    fn words_end_where_the_drawing_does() {
        let mut svg = Svg::new("a", 300.0, 400.0, "", "");
        svg.words("axis", [1.0, 2.0], "middle", "", &"x".repeat(5000));
        assert!(svg.finish().contains(&format!(">{}…</text>", "x".repeat(79))));
    }
}
