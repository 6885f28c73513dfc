//! A plane of rectangles, each shaded by its result.

use super::frame::{Frame, round_ticks};
use super::svg::Svg;
use crate::number::fixed;

/// The plane.
#[derive(Debug)]
pub(crate) struct Mosaic<'a> {
    /// The upper ends of the columns, ascending.
    pub(crate) x: &'a [f64],
    /// The upper ends of the rows, ascending.
    pub(crate) y: &'a [f64],
    /// Where the axes begin.
    pub(crate) from: [f64; 2],
    /// The shade of each rectangle, `[y][x]`, 0 the darkest; past the last shade it is struck out.
    pub(crate) cells: Vec<Vec<usize>>,
    /// The chosen values.
    pub(crate) chosen: [f64; 2],
    /// The axis titles.
    pub(crate) names: [String; 2],
    /// The meaning of the shades.
    pub(crate) legend: Vec<String>,
}

const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 56.0;
const TOP: f64 = 12.0;
const ACROSS: f64 = 390.0;
const DOWN: f64 = 270.0;
/// The opacity of each shade; the last one is crossed out.
const SHADES: [f64; 5] = [0.9, 0.55, 0.28, 0.1, 0.0];

/// The drawing.
pub(crate) fn mosaic(id: &str, title: &str, description: &str, plane: &Mosaic<'_>) -> String {
    let mut svg = Svg::new(id, WIDTH, HEIGHT, title, description);
    let last = |ends: &[f64], from: f64| ends.last().copied().unwrap_or(from + 1.0);
    let (to_x, to_y) = (last(plane.x, plane.from[0]), last(plane.y, plane.from[1]));
    let frame = Frame { place: [LEFT, TOP, ACROSS, DOWN], x: [plane.from[0], to_x], y: [plane.from[1], to_y] };
    let across = |value: f64| frame.at(value.max(frame.x[0]).min(to_x), to_y)[0];
    let down = |value: f64| frame.at(to_x, value.max(frame.y[0]).min(to_y))[1];
    let mut below = plane.from[1];
    let mut cells: Vec<(usize, [f64; 4])> = Vec::new();
    for (&above, row) in plane.y.iter().zip(&plane.cells) {
        let mut left = plane.from[0];
        for (i, (&right, &shade)) in plane.x.iter().zip(row).enumerate() {
            // Neighbours of one shade are one rectangle.
            if row.get(i + 1) == Some(&shade) {
                continue;
            }
            let cell = [across(left), down(above), across(right) - across(left), down(below) - down(above)];
            cells.push((shade, cell));
            left = right;
        }
        below = above;
    }
    // Rectangles of one shade follow one another, so that a file states their look once.
    cells.sort_by_key(|(shade, _)| *shade);
    shaded(&mut svg, &cells, "stroke-opacity=\"0.12\" stroke-width=\"0.5\"");
    frame.outline(&mut svg);
    frame.ticks_below(&mut svg, &ticks(frame.x));
    frame.ticks_left(&mut svg, &ticks(frame.y));
    frame.names(&mut svg, &plane.names[0], &plane.names[1]);
    let [x, y] = [across(plane.chosen[0]), down(plane.chosen[1])];
    svg.dots(
        "chosen",
        4.2,
        "fill=\"var(--paper, #fff)\" stroke=\"currentColor\" stroke-width=\"1.8\"",
        &[([x, y], String::new())],
    );
    for (i, words) in plane.legend.iter().enumerate() {
        let at = f64::from(u32::try_from(i).unwrap_or_default());
        let y = TOP + DOWN + 56.0 + 16.0 * at;
        shaded(&mut svg, &[(i, [LEFT, y - 9.0, 18.0, 10.0])], "stroke-opacity=\"0.4\" stroke-width=\"0.6\"");
        svg.words("legend", [LEFT + 25.0, y], "start", "font-size=\"11\"", words);
    }
    svg.finish()
}

/// Rectangles of a shade each, with an outline.
fn shaded(svg: &mut Svg, cells: &[(usize, [f64; 4])], outline: &str) {
    for (shade, place) in cells {
        let fill = SHADES.get(*shade).copied().unwrap_or_default();
        svg.rectangle("typical", *place, &format!("fill-opacity=\"{fill}\" stroke=\"currentColor\" {outline}"));
    }
    for (_, [x, y, width, height]) in cells.iter().filter(|(shade, _)| *shade >= SHADES.len()) {
        svg.line("half", [*x, y + height, x + width, *y], "stroke-opacity=\"0.6\"");
    }
}

/// Round ticks, or, where an axis counts a few things, one for each.
fn ticks(axis @ [from, to]: [f64; 2]) -> Vec<(f64, String)> {
    let few = from.fract() == 0.0 && (2.0..=8.0).contains(&(to - from)) && to.fract() == 0.0;
    if !few {
        return round_ticks(axis);
    }
    let each = std::iter::successors(Some(from), |at| Some(at + 1.0)).take_while(|value| *value < to + 0.5);
    each.map(|value| (value, fixed(value, 0))).collect()
}
