//! Figures as pixels, for Word and LaTeX: renders the SVG elements that our figures use, on white.
//!
//! Letters come from the fonts of this crate, so that pictures are identical everywhere.

mod canvas;
mod encode;
pub(crate) mod font;
mod matrix;
mod style;

use roxmltree::{Document, Node};
use zeno::{Command, PathBuilder, PathData};

use crate::error::ReportError;
use canvas::Canvas;
use font::{Fonts, Words};
use style::{Paint, Style};

/// Pixels per unit of the drawing: about 300 per printed inch.
const SCALE: f32 = 3.0;

/// A figure in pixels.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// The file, PNG.
    pub png: Vec<u8>,
}

/// The picture of an SVG document of this crate.
///
/// # Errors
/// Only for a bug in the program: a drawing that is not valid XML or has no size.
pub fn picture(svg: &str) -> Result<Picture, ReportError> {
    let broken = |problem: String| ReportError::Picture { problem };
    let document = Document::parse(svg).map_err(|error| broken(error.to_string()))?;
    let root = document.root_element();
    let sides: Vec<f32> =
        root.attribute("viewBox").unwrap_or_default().split(' ').filter_map(|side| side.parse().ok()).collect();
    let &[_, _, width, height] = sides.as_slice() else {
        return Err(broken("the drawing has no `viewBox` of four numbers".to_owned()));
    };
    let mut canvas = Canvas::new(width, height, SCALE);
    let fonts = Fonts::load();
    for child in root.children() {
        draw(child, &Style::of(root, &Style::default()), &fonts, &mut canvas);
    }
    Ok(Picture { width: canvas.width, height: canvas.height, png: encode::png(&canvas) })
}

/// Draws an element and what it holds.
fn draw(node: Node<'_, '_>, inherited: &Style, fonts: &Fonts, canvas: &mut Canvas) {
    if !node.is_element() {
        return;
    }
    let style = Style::of(node, inherited);
    let number = |name: &str| style::length(node.attribute(name));
    let mut path: Vec<Command> = Vec::new();
    match node.tag_name().name() {
        "g" => node.children().for_each(|child| draw(child, &style, fonts, canvas)),
        "line" => {
            path.move_to([number("x1"), number("y1")]);
            path.line_to([number("x2"), number("y2")]);
        }
        "rect" => {
            path.add_rect([number("x"), number("y")], number("width"), number("height"));
        }
        "circle" => {
            path.add_circle([number("cx"), number("cy")], number("r"));
        }
        "ellipse" => {
            path.add_ellipse([number("cx"), number("cy")], number("rx"), number("ry"));
        }
        "path" => path.extend(node.attribute("d").unwrap_or_default().commands()),
        name @ ("polyline" | "polygon") => points(node, name == "polygon", &mut path),
        "text" => {
            let words = Words { at: [number("x"), number("y")], size: style.size, anchor: style.anchor };
            let text: String =
                node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect::<String>();
            fonts.outline(&text, words, &mut path);
            let stroke = if style.bold { Paint::Current } else { Paint::None };
            let bold = Style { stroke, width: style.size / 30.0, dash: Vec::new(), ..style };
            canvas.draw(&path, &bold);
            return;
        }
        _ => {}
    }
    canvas.draw(&path, &style);
}

/// The corners of a polygon or a line of several parts.
fn points(node: Node<'_, '_>, closed: bool, path: &mut Vec<Command>) {
    let numbers: Vec<f32> = node
        .attribute("points")
        .unwrap_or_default()
        .split([' ', ','])
        .filter_map(|number| number.parse().ok())
        .collect();
    for (at, corner) in numbers.chunks_exact(2).enumerate() {
        let &[x, y] = corner else { continue };
        if at == 0 {
            path.move_to([x, y]);
        } else {
            path.line_to([x, y]);
        }
    }
    if closed && !path.is_empty() {
        path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The share of dark pixels in the quarters of a picture: upper left, upper right, lower left, lower right.
    fn check(elements: &str, dark: [bool; 4]) {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\" fill=\"currentColor\">{elements}</svg>"
        );
        let document = Document::parse(&svg).unwrap();
        let mut canvas = Canvas::new(40.0, 40.0, 1.0);
        for child in document.root_element().children() {
            draw(child, &Style::of(document.root_element(), &Style::default()), &Fonts::load(), &mut canvas);
        }
        let quarter = |left: usize, top: usize| {
            (top..top + 20).any(|y| (left..left + 20).any(|x| canvas.pixels[(y * 40 + x) * 3] < 128))
        };
        assert_eq!([quarter(0, 0), quarter(20, 0), quarter(0, 20), quarter(20, 20)], dark, "{elements}");
    }

    #[test]
    fn every_element_leaves_its_mark_where_it_stands() {
        for (elements, dark) in [
            ("<rect x=\"2\" y=\"2\" width=\"10\" height=\"10\"/>", [true, false, false, false]),
            ("<rect x=\"2\" y=\"2\" width=\"10\" height=\"10\" fill=\"none\"/>", [false; 4]),
            ("<circle cx=\"30\" cy=\"30\" r=\"5\"/>", [false, false, false, true]),
            ("<ellipse cx=\"30\" cy=\"10\" rx=\"5\" ry=\"3\"/>", [false, true, false, false]),
            (
                "<line x1=\"5\" y1=\"30\" x2=\"35\" y2=\"30\" stroke=\"currentColor\" stroke-width=\"2\"/>",
                [false, false, true, true],
            ),
            ("<path d=\"M2 2L12 2L12 12Z\"/>", [true, false, false, false]),
            ("<polygon points=\"22,2 38,2 38,12\"/>", [false, true, false, false]),
            ("<g transform=\"translate(20 20)\"><rect width=\"9\" height=\"9\"/></g>", [false, false, false, true]),
            ("<g transform=\"rotate(180 20 20)\"><rect width=\"9\" height=\"9\"/></g>", [false, false, false, true]),
            ("<g transform=\"rotate(-90 20 20)\"><rect width=\"9\" height=\"9\"/></g>", [false, false, true, false]),
            ("<text x=\"2\" y=\"16\" font-size=\"14\">县</text>", [true, false, false, false]),
            ("<text x=\"38\" y=\"36\" font-size=\"14\" text-anchor=\"end\">Q</text>", [false, false, false, true]),
        ] {
            check(elements, dark);
        }
    }

    #[test]
    fn a_picture_is_a_png_of_its_size() {
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 12 8\"><rect width=\"6\" height=\"8\"/></svg>";
        let picture = picture(svg).unwrap();
        assert_eq!((picture.width, picture.height), (36, 24));
        assert!(picture.png.starts_with(b"\x89PNG\r\n\x1a\n") && picture.png.ends_with(b"IEND\xaeB`\x82"));
        assert!(super::picture("<svg/>").is_err());
    }
}
