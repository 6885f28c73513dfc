//! The style of an element, including inherited properties.

use super::matrix::Matrix;
use crate::figures::PALETTE;
use roxmltree::Node;

/// The fill of an area or the colour of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Paint {
    /// Nothing.
    None,
    /// The colour of the words around.
    Current,
    /// This colour.
    Colour([u8; 3]),
}

/// The alignment of words at their position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// They begin there.
    Start,
    /// They have their middle there.
    Middle,
    /// They end there.
    End,
}

/// How an element is painted.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    pub(crate) colour: [u8; 3],
    pub(crate) fill: Paint,
    pub(crate) stroke: Paint,
    pub(crate) fill_opacity: f32,
    pub(crate) stroke_opacity: f32,
    pub(crate) opacity: f32,
    pub(crate) width: f32,
    pub(crate) dash: Vec<f32>,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) anchor: Anchor,
    pub(crate) transform: Matrix,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            colour: [0x1a, 0x1a, 0x1a],
            fill: Paint::Current,
            stroke: Paint::None,
            fill_opacity: 1.0,
            stroke_opacity: 1.0,
            opacity: 1.0,
            width: 1.0,
            dash: Vec::new(),
            size: 12.0,
            bold: false,
            anchor: Anchor::Start,
            transform: Matrix::IDENTITY,
        }
    }
}

impl Style {
    /// The style of an element within another.
    pub(crate) fn of(node: Node<'_, '_>, inherited: &Self) -> Self {
        let mut style = inherited.clone();
        let classes = node.attribute("class").unwrap_or_default();
        if let Some((_, colour)) = PALETTE.iter().find(|(name, _)| classes.split(' ').any(|class| class == *name)) {
            style.colour = hexadecimal(colour).unwrap_or(style.colour);
        }
        for attribute in node.attributes() {
            let value = attribute.value();
            let number = || value.parse().unwrap_or(1.0);
            match attribute.name() {
                "fill" => style.fill = paint(value),
                "stroke" => style.stroke = paint(value),
                "fill-opacity" => style.fill_opacity = number(),
                "stroke-opacity" => style.stroke_opacity = number(),
                "opacity" => style.opacity = inherited.opacity * number(),
                "stroke-width" => style.width = number(),
                "stroke-dasharray" => {
                    style.dash = value.split([' ', ',']).filter_map(|length| length.parse().ok()).collect();
                }
                "font-size" => style.size = number(),
                "font-weight" => style.bold = matches!(value, "bold" | "600" | "700"),
                "text-anchor" => {
                    style.anchor = match value {
                        "middle" => Anchor::Middle,
                        "end" => Anchor::End,
                        _ => Anchor::Start,
                    };
                }
                "transform" => style.transform = Matrix::parse(value).then(inherited.transform),
                _ => {}
            }
        }
        style
    }
}

/// A length, 0 where there is none.
pub(crate) fn length(value: Option<&str>) -> f32 {
    value.and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

fn paint(value: &str) -> Paint {
    match value {
        "none" => Paint::None,
        value => hexadecimal(value).map_or(Paint::Current, Paint::Colour),
    }
}

/// A colour written `#rrggbb` or `#rgb`.
fn hexadecimal(value: &str) -> Option<[u8; 3]> {
    let digits: Vec<u32> = value.strip_prefix('#')?.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    let pair = |high: u32, low: u32| u8::try_from(high * 16 + low).unwrap_or(u8::MAX);
    match *digits.as_slice() {
        [a, b, c, d, e, f] => Some([pair(a, b), pair(c, d), pair(e, f)]),
        [r, g, b] => Some([pair(r, r), pair(g, g), pair(b, b)]),
        _ => None,
    }
}
