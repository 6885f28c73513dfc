//! The four zones of case-oriented robustness (Oana & Schneider 2024): in the solution, in the test solutions, or not.

use super::labels::{Rectangle, place, width};
use super::svg::Svg;
use super::words::Titles;
use super::xy::{HEIGHT, LEFT, SIDE, TOP, WIDTH, frame, place_of};
use crate::number::fixed;

/// Half the width of a dot.
const RADIUS: f64 = 3.6;
/// Number of lines tried for the name of a quadrant.
const LINES: i32 = 8;

/// Cases at one place.
struct Dot {
    at: [f64; 2],
    cases: Vec<String>,
    /// The memberships of the first case.
    values: [f64; 2],
    inside: bool,
}

impl Dot {
    /// The tooltip.
    fn title(&self) -> String {
        let [x, y] = self.values;
        format!("{} ({}, {})", self.cases.join(", "), fixed(x, 3), fixed(y, 3))
    }
}

/// A case: its id, its position, and true if it has the outcome.
pub(crate) type Case<'a> = (&'a str, [f64; 2], bool);

/// The plot; `zones` are the names of the quarters: upper right, upper left, lower right, lower left.
pub(crate) fn zones(id: &str, labels: &Titles, zones: &[String; 4], cases: &[Case<'_>]) -> String {
    let mut svg = Svg::new(id, WIDTH, HEIGHT, &labels.title, &labels.description);
    let half = SIDE / 2.0;
    svg.rectangle("against", [LEFT, TOP, half, half], "fill-opacity=\"0.06\"");
    svg.rectangle("against", [LEFT + half, TOP + half, half, half], "fill-opacity=\"0.06\"");
    frame(&mut svg, labels);
    let dots = dots(cases);
    let taken = names(&mut svg, zones, &dots);
    for (class, inside, style) in [
        ("typical", true, "fill-opacity=\"0.85\""),
        ("deviant", false, "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\""),
    ] {
        let of_class = dots.iter().filter(|dot| dot.inside == inside);
        svg.dots(class, RADIUS, style, &of_class.map(|dot| (dot.at, dot.title())).collect::<Vec<_>>());
    }
    // Cases on which decisions differ are named first.
    let off = |dot: &&Dot| (dot.at[0] - LEFT > half) == (dot.at[1] - TOP > half);
    let (first, rest): (Vec<&Dot>, Vec<&Dot>) = dots.iter().partition(off);
    let name = |dot: &Dot| match dot.cases.as_slice() {
        [first, second, rest @ ..] if rest.len() > 1 => format!("{first}, {second} +{}", rest.len()),
        cases => cases.join(", "),
    };
    let named: Vec<([f64; 2], String)> = first.into_iter().chain(rest).map(|dot| (dot.at, name(dot))).collect();
    for label in place(&named, [LEFT, TOP, LEFT + SIDE, TOP + SIDE], 40, taken) {
        if let Some((_, name)) = named.get(label.dot) {
            svg.words("case", label.at, "start", "font-size=\"10\"", name);
        }
    }
    svg.finish()
}

/// The names of the quadrants and their positions: in the inner corners, since dots crowd in the outer ones, moved
/// outwards by as many lines as dots are in the way.
fn names(svg: &mut Svg, zones: &[String; 4], dots: &[Dot]) -> Vec<Rectangle> {
    let half = SIDE / 2.0;
    let mut taken = Vec::new();
    for (at, words) in zones.iter().enumerate() {
        let (left, upper) = (at % 2 == 1, at < 2);
        let (wide, anchor) = (width(words), if left { "end" } else { "start" });
        let x = LEFT + half + if left { -6.0 } else { 6.0 };
        let (first, outward) = if upper { (-7.0, -13.0) } else { (14.0, 13.0) };
        let boxed = |line: i32| {
            let y = TOP + half + first + outward * f64::from(line);
            let from = if left { x - wide } else { x };
            [from, y - 9.0, from + wide, y + 3.0]
        };
        let free = (0..LINES).map(boxed).find(|place| dots.iter().all(|dot| !is_covered(dot.at, place)));
        let place = free.unwrap_or_else(|| boxed(0));
        let style = "font-size=\"11\" font-style=\"italic\" fill-opacity=\"0.7\"";
        svg.words("zone", [x, place[3] - 3.0], anchor, style, words);
        taken.push(place);
    }
    taken
}

/// True if a dot covers words.
fn is_covered([x, y]: [f64; 2], words: &Rectangle) -> bool {
    let [left, top, right, bottom] = *words;
    (left - RADIUS..=right + RADIUS).contains(&x) && (top - RADIUS..=bottom + RADIUS).contains(&y)
}

fn dots(cases: &[Case<'_>]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::new();
    for &(case, [x, y], inside) in cases {
        let at = place_of(x, y);
        let near =
            |dot: &&mut Dot| dot.inside == inside && (dot.at[0] - at[0]).abs() < 0.5 && (dot.at[1] - at[1]).abs() < 0.5;
        match dots.iter_mut().find(near) {
            Some(dot) => dot.cases.push(case.to_owned()),
            None => dots.push(Dot { at, cases: vec![case.to_owned()], values: [x, y], inside }),
        }
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_dot_covers_the_name_of_a_zone() {
        let zones = ["robust", "shaky", "possible", "outside"].map(str::to_owned);
        for (case, moved) in [([0.9, 0.9], 0), ([0.53, 0.52], 1), ([0.45, 0.45], 1)] {
            let mut svg = Svg::new("z", WIDTH, HEIGHT, "", "");
            let dots = dots(&[("a", case, true)]);
            let places = names(&mut svg, &zones, &dots);
            assert!(places.iter().all(|place| !is_covered(dots[0].at, place)), "{case:?}: {places:?}");
            let own = names(&mut Svg::new("z", WIDTH, HEIGHT, "", ""), &zones, &[]);
            assert_eq!(places.iter().zip(&own).filter(|(now, own)| now != own).count(), moved, "{case:?}");
        }
    }
}
