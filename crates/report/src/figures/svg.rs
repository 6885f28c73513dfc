//! A small SVG writer: fixed precision, escaped text, colours inherited from the page.

use std::fmt::{self, Write};

use super::palette::PALETTE;
use super::words::cut;
use crate::escape::xml;
use crate::number::fixed;

/// Fonts that have Latin and Chinese letters wherever the file of a figure is opened; a page has them in its style.
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
    /// The class and the attributes of the last marks.
    look: String,
    /// The last marks, which share their look; several of them form a group, which states it once.
    marks: Vec<Mark>,
}

/// An element of a drawing without its look.
#[derive(Debug)]
struct Mark {
    /// The name of the element.
    name: &'static str,
    /// Its attributes of place, and the cases that it stands for.
    place: String,
    /// Its content as markup.
    content: String,
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

/// The names of cases as a JSON list in an attribute. Quotes around names stay as they are between single ones.
fn named(cases: &[String]) -> String {
    let name = |name: &String| {
        // A text is always JSON, between two quotes.
        let text = serde_json::to_string(name).unwrap_or_default();
        format!("\"{}\"", xml(text.get(1..text.len().saturating_sub(1)).unwrap_or_default()))
    };
    let names: Vec<String> = cases.iter().take(NAMED).map(name).collect();
    format!(" data-cases='[{}]'", names.join(","))
}

/// A tooltip as markup; nothing without words.
fn tooltip(words: &str) -> String {
    let words = xml(&cut(words, TITLE));
    if words.is_empty() { words } else { format!("<title>{words}</title>") }
}

impl Svg {
    /// Adds an element; one that looks like the last ones joins their group.
    fn mark(&mut self, class: &str, attributes: &str, mark: Mark) {
        let look = format!("class=\"{class}\" {attributes}");
        if look != self.look {
            self.end_group();
            self.look = look;
        }
        self.marks.push(mark);
    }

    /// Writes the last marks.
    fn end_group(&mut self) {
        let (look, marks) = (std::mem::take(&mut self.look), std::mem::take(&mut self.marks));
        let (look, is_group) = (format!(" {}", look.trim_end()), marks.len() > 1);
        if is_group {
            self.write(format_args!("<g{look}>\n"));
        }
        let own = if is_group { "" } else { &look };
        for Mark { name, place, content } in marks {
            match content.as_str() {
                "" => self.write(format_args!("<{name}{own}{place}/>\n")),
                content => self.write(format_args!("<{name}{own}{place}>{content}</{name}>\n")),
            }
        }
        if is_group {
            self.text.push_str("</g>\n");
        }
    }

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
            "<svg class=\"{class}\" width=\"{width}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"{id}.t\" font-size=\"12\" fill=\"currentColor\">\n\
             <title id=\"{id}.t\">{}</title>\n<desc>{}</desc>\n",
            xml(title),
            xml(description),
        );
        Self { text, letters, look: String::new(), marks: Vec::new() }
    }

    /// A straight line of a class.
    pub(crate) fn line(&mut self, class: &str, ends: [f64; 4], attributes: &str) {
        let place = places(["x1", "y1", "x2", "y2"], ends);
        let attributes = format!("stroke=\"currentColor\" {attributes}");
        self.mark(class, &attributes, Mark { name: "line", place, content: String::new() });
    }

    /// A rectangle of a class.
    pub(crate) fn rectangle(&mut self, class: &str, at: [f64; 4], attributes: &str) {
        self.mark(class, attributes, Mark { name: "rect", place: rectangle(at), content: String::new() });
    }

    /// Dots of a class with tooltips.
    pub(crate) fn dots(&mut self, class: &str, radius: f64, attributes: &str, dots: &[([f64; 2], String)]) {
        for (at, title) in dots {
            self.disc(class, *at, radius, attributes, title);
        }
    }

    /// A dot for cases, whose names a page can look up.
    pub(crate) fn case(
        &mut self,
        class: &str,
        at: [f64; 2],
        radius: f64,
        attributes: &str,
        title: &str,
        cases: &[String],
    ) {
        let place = circle(at, radius) + &named(cases);
        self.mark(class, attributes, Mark { name: "circle", place, content: tooltip(title) });
    }

    /// A disc with a tooltip.
    pub(crate) fn disc(&mut self, class: &str, at: [f64; 2], radius: f64, attributes: &str, title: &str) {
        self.mark(class, attributes, Mark { name: "circle", place: circle(at, radius), content: tooltip(title) });
    }

    /// A rectangle that stands for cases.
    pub(crate) fn bar(&mut self, class: &str, at: [f64; 4], attributes: &str, title: &str, cases: &[String]) {
        let place = rectangle(at) + &named(cases);
        self.mark(class, attributes, Mark { name: "rect", place, content: tooltip(title) });
    }

    /// A line through points.
    pub(crate) fn polyline(&mut self, class: &str, points: &[[f64; 2]], attributes: &str) {
        let points: Vec<String> = points.iter().map(|[x, y]| format!("{},{}", length(*x), length(*y))).collect();
        let place = format!(" points=\"{}\"", points.join(" "));
        self.mark(class, attributes, Mark { name: "polyline", place, content: String::new() });
    }

    /// An outline written as SVG path data.
    pub(crate) fn path(&mut self, class: &str, data: &str, attributes: &str) {
        let place = format!(" d=\"{}\"", xml(data));
        self.mark(class, attributes, Mark { name: "path", place, content: String::new() });
    }

    /// A turned ellipse: its middle, its half axes, degrees clockwise.
    pub(crate) fn ellipse(&mut self, class: &str, [x, y, rx, ry]: [f64; 4], degrees: f64, attributes: &str) {
        let turned = [degrees, x, y].map(length).join(" ");
        let place = places(["cx", "cy", "rx", "ry"], [x, y, rx, ry]) + &format!(" transform=\"rotate({turned})\"");
        self.mark(class, attributes, Mark { name: "ellipse", place, content: String::new() });
    }

    /// Words at a position, cut where the drawing ends.
    pub(crate) fn words(&mut self, class: &str, at: [f64; 2], anchor: &str, attributes: &str, words: &str) {
        let anchor = if anchor == "start" { String::new() } else { format!("text-anchor=\"{anchor}\" ") };
        let content = xml(&cut(words, self.letters));
        self.mark(
            class,
            &format!("{anchor}{attributes}"),
            Mark { name: "text", place: places(["x", "y"], at), content },
        );
    }

    /// The finished element.
    pub(crate) fn finish(mut self) -> String {
        self.end_group();
        self.text.push_str("</svg>");
        self.text
    }
}

/// Attributes of place.
fn places<const N: usize>(names: [&str; N], values: [f64; N]) -> String {
    names.into_iter().zip(values).map(|(name, value)| format!(" {name}=\"{}\"", length(value))).collect()
}

fn rectangle(at: [f64; 4]) -> String {
    places(["x", "y", "width", "height"], at)
}

fn circle([x, y]: [f64; 2], radius: f64) -> String {
    places(["cx", "cy", "r"], [x, y, radius])
}

/// An SVG element as a file of its own: dark on white.
pub(crate) fn document(svg: &str) -> String {
    // The page knows its own paper; a file of its own is white.
    let start = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"color:#1a1a1a;background:#fff\" font-family=\"{FONTS}\" "
    );
    let coloured = svg.replace("var(--paper, #fff)", "#fff").replacen("<svg ", &start, 1);
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
