//! The four zones of case-oriented robustness (Oana & Schneider 2024): in the solution, in the test solutions, or not.

use super::labels::{place, width};
use super::svg::Svg;
use super::words::Titles;
use super::xy::{HEIGHT, LEFT, SIDE, TOP, WIDTH, frame, place_of};
use crate::number::fixed;

/// Cases at one place.
struct Dot {
    at: [f64; 2],
    cases: Vec<String>,
    title: String,
    inside: bool,
}

/// A case: its id, its place, and whether it is in the outcome.
pub(crate) type Case<'a> = (&'a str, [f64; 2], bool);

/// The plot; `zones` are the names of the quarters: upper right, upper left, lower right, lower left.
pub(crate) fn zones(id: &str, labels: &Titles, zones: &[String; 4], cases: &[Case<'_>]) -> String {
    let mut svg = Svg::new(id, WIDTH, HEIGHT, &labels.title, &labels.description);
    let half = SIDE / 2.0;
    svg.rectangle("against", [LEFT, TOP, half, half], "fill-opacity=\"0.06\"");
    svg.rectangle("against", [LEFT + half, TOP + half, half, half], "fill-opacity=\"0.06\"");
    frame(&mut svg, labels);
    // Dots crowd in the outer corners, so the names stand in the inner ones.
    let corners =
        [[half + 6.0, half - 7.0], [half - 6.0, half - 7.0], [half + 6.0, half + 14.0], [half - 6.0, half + 14.0]];
    let mut taken = Vec::new();
    for (words, ([x, y], anchor)) in zones.iter().zip(corners.into_iter().zip(["start", "end", "start", "end"])) {
        let style = "font-size=\"11\" font-style=\"italic\" fill-opacity=\"0.7\"";
        let (x, y, wide) = (LEFT + x, TOP + y, width(words));
        svg.words("zone", [x, y], anchor, style, words);
        let left = if anchor == "end" { x - wide } else { x };
        taken.push([left, y - 9.0, left + wide, y + 3.0]);
    }
    let dots = dots(cases);
    for (class, inside, style) in [
        ("typical", true, "fill-opacity=\"0.85\""),
        ("deviant", false, "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\""),
    ] {
        let of_class = dots.iter().filter(|dot| dot.inside == inside);
        svg.dots(class, 3.6, style, &of_class.map(|dot| (dot.at, dot.title.clone())).collect::<Vec<_>>());
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

fn dots(cases: &[Case<'_>]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::new();
    for &(case, [x, y], inside) in cases {
        let at = place_of(x, y);
        let near =
            |dot: &&mut Dot| dot.inside == inside && (dot.at[0] - at[0]).abs() < 0.5 && (dot.at[1] - at[1]).abs() < 0.5;
        match dots.iter_mut().find(near) {
            Some(dot) => {
                dot.title = format!("{case}, {}", dot.title);
                dot.cases.push(case.to_owned());
            }
            None => dots.push(Dot {
                at,
                cases: vec![case.to_owned()],
                title: format!("{case} ({}, {})", fixed(x, 3), fixed(y, 3)),
                inside,
            }),
        }
    }
    dots
}
