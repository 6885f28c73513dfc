//! The X-Y plot of a sufficiency claim (Schneider & Wagemann 2012): cases above the diagonal agree with it.

use equifinal_study::crossover::is_in;
use equifinal_study::natural;

use super::crowd::discs;
use super::frame::{Frame, SHARES};
use super::labels::place;
use super::svg::Svg;
use super::words::Titles;
use crate::number::fixed;

pub(super) const WIDTH: f64 = 460.0;
pub(super) const HEIGHT: f64 = 454.0;
pub(super) const LEFT: f64 = 56.0;
pub(super) const TOP: f64 = 12.0;
pub(super) const SIDE: f64 = 390.0;
/// Radius of the ring around a marked dot.
const RING: f64 = 6.8;
/// Most names that a plot can carry.
const NAMES: usize = 40;

/// Classes of dots and their default style; cases that contradict the claim are emphasised.
const CLASSES: [(&str, &str); 3] = [
    ("other", "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.7\""),
    ("typical", "fill-opacity=\"0.85\""),
    ("deviant", "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\""),
];

/// Cases at the same place.
struct Dot {
    at: [f64; 2],
    x: f64,
    y: f64,
    cases: Vec<String>,
    /// True if one of the cases is marked.
    marked: bool,
}

impl Dot {
    fn class(&self) -> &'static str {
        class(self.x, self.y)
    }

    /// Cases that contradict the claim are named first.
    fn rank(&self) -> u8 {
        match (is_in(self.x), is_in(self.y)) {
            (true, false) => 0,
            (false, true) => 1,
            (true, true) => 2,
            (false, false) => 3,
        }
    }

    fn name(&self) -> String {
        match self.cases.as_slice() {
            [first, second, rest @ ..] if rest.len() > 1 => format!("{first}, {second} +{}", rest.len()),
            cases => cases.join(", "),
        }
    }
}

/// Membership in a solution (`x`) against membership in the outcome (`y`): one dot per case, or one disc per grid
/// square if there are more than `most` cases. The dots of `marked` cases, by index, have a ring.
pub(crate) fn plot(
    id: &str,
    labels: &Titles,
    cases: &[String],
    [x, y]: [&[f64]; 2],
    most: usize,
    marked: &[usize],
) -> String {
    let mut svg = Svg::new(id, WIDTH, HEIGHT, &labels.title, &labels.description);
    let half = SIDE / 2.0;
    svg.rectangle("against", [LEFT + half, TOP + half, half, half], "fill-opacity=\"0.06\"");
    svg.line("diagonal", [LEFT, TOP + SIDE, LEFT + SIDE, TOP], "stroke-opacity=\"0.55\"");
    frame(&mut svg, labels);
    if cases.len() > most {
        crowded(&mut svg, x, y);
    } else {
        named(&mut svg, cases, [x, y], marked);
    }
    svg.finish()
}

/// A disc for the cases of each class in each square.
fn crowded(svg: &mut Svg, x: &[f64], y: &[f64]) {
    let points = x.iter().zip(y).map(|(&x, &y)| (class(x, y), place_of(x, y)));
    for (class, disc) in discs(points, [LEFT, TOP, SIDE]) {
        let style = CLASSES.iter().find(|(name, _)| *name == class).map_or("", |(_, style)| style);
        // One case needs no tooltip, and most discs of a crowd are of one.
        let count = if disc.cases > 1 { disc.cases.to_string() } else { String::new() };
        svg.disc(class, disc.at, disc.radius, style, &count);
    }
}

/// A dot for the cases at each place, with their names.
fn named(svg: &mut Svg, cases: &[String], [x, y]: [&[f64]; 2], marked: &[usize]) {
    let dots = dots(cases, [x, y], marked);
    for dot in dots.iter().filter(|dot| dot.marked) {
        svg.disc("proposed", dot.at, RING, "fill=\"none\" stroke=\"currentColor\"", &dot.cases.join(", "));
    }
    for (class, style) in CLASSES {
        for dot in dots.iter().filter(|dot| dot.class() == class) {
            let title = format!("{} ({}, {})", dot.cases.join(", "), fixed(dot.x, 3), fixed(dot.y, 3));
            svg.case(class, dot.at, 3.6, style, &title, &dot.cases);
        }
    }
    let named: Vec<([f64; 2], String)> = dots.iter().map(|dot| (dot.at, dot.name())).collect();
    for label in place(&named, [LEFT, TOP, LEFT + SIDE, TOP + SIDE], NAMES, Vec::new()) {
        if let Some((_, name)) = named.get(label.dot) {
            svg.words("case", label.at, "start", "font-size=\"10\"", name);
        }
    }
}

/// In the solution and the outcome, in the solution only, or elsewhere.
fn class(x: f64, y: f64) -> &'static str {
    match (is_in(x), is_in(y)) {
        (true, true) => "typical",
        (true, false) => "deviant",
        _ => "other",
    }
}

/// Where a pair of memberships lies.
pub(super) fn place_of(x: f64, y: f64) -> [f64; 2] {
    axes().at(x, y)
}

fn axes() -> Frame {
    Frame { place: [LEFT, TOP, SIDE, SIDE], x: [0.0, 1.0], y: [0.0, 1.0] }
}

/// Axes, ticks and quadrants.
pub(super) fn frame(svg: &mut Svg, labels: &Titles) {
    let half = SIDE / 2.0;
    let dashed = "stroke-dasharray=\"3 3\" stroke-opacity=\"0.55\"";
    svg.line("half", [LEFT + half, TOP, LEFT + half, TOP + SIDE], dashed);
    svg.line("half", [LEFT, TOP + half, LEFT + SIDE, TOP + half], dashed);
    let axes = axes();
    axes.outline(svg);
    axes.ticks_below(svg, &SHARES);
    axes.ticks_left(svg, &SHARES);
    axes.names(svg, &labels.x, &labels.y);
}

/// The dots, those that contradict the claim first; cases at the same place share one.
fn dots(cases: &[String], [x, y]: [&[f64]; 2], marked: &[usize]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::new();
    for place in natural::order(cases) {
        let (Some(case), Some(&x), Some(&y)) = (cases.get(place), x.get(place), y.get(place)) else { continue };
        let (at, is_marked) = (place_of(x, y), marked.contains(&place));
        let near = |dot: &&mut Dot| (dot.at[0] - at[0]).abs() < 0.5 && (dot.at[1] - at[1]).abs() < 0.5;
        match dots.iter_mut().find(near) {
            Some(dot) => {
                dot.cases.push(case.clone());
                dot.marked |= is_marked;
            }
            None => dots.push(Dot { at, x, y, cases: vec![case.clone()], marked: is_marked }),
        }
    }
    dots.sort_by_key(Dot::rank);
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels() -> Titles {
        let [title, description, x, y] = ["title", "description", "x", "y"].map(str::to_owned);
        Titles { title, description, x, y }
    }

    #[test]
    fn cases_at_one_place_share_a_dot_and_contradictions_come_first() {
        let cases: Vec<String> = ["b", "a", "c"].map(str::to_owned).to_vec();
        let dots = dots(&cases, [&[0.9, 0.9, 0.9], &[0.8, 0.8, 0.2]], &[]);
        let shown: Vec<(String, &str)> = dots.iter().map(|dot| (dot.name(), dot.class())).collect();
        assert_eq!(shown, [("c".to_owned(), "deviant"), ("a, b".to_owned(), "typical")]);
    }

    #[test]
    fn a_plot_does_not_depend_on_the_order_of_cases() {
        let cases: Vec<String> = (0..30).map(|i| format!("c{i:02}")).collect();
        let x: Vec<f64> = (0..30).map(|i| f64::from(i * 7 % 30) / 30.0).collect();
        let y: Vec<f64> = (0..30).map(|i| f64::from(i * 11 % 30) / 30.0).collect();
        let forward = plot("p", &labels(), &cases, [&x, &y], 30, &[]);
        let reversed = |values: &[f64]| values.iter().rev().copied().collect::<Vec<f64>>();
        let backwards: Vec<String> = cases.iter().rev().cloned().collect();
        assert_eq!(forward, plot("p", &labels(), &backwards, [&reversed(&x), &reversed(&y)], 30, &[]));
        assert!(forward.contains("<title id=\"p.t\">title</title>"));
        let crowded = plot("p", &labels(), &cases, [&x, &y], 29, &[]);
        assert_eq!(crowded, plot("p", &labels(), &backwards, [&reversed(&x), &reversed(&y)], 29, &[]));
    }

    #[test]
    fn a_drawing_does_not_grow_with_its_cases() {
        let of = |count: u32| {
            let cases: Vec<String> = (0..count).map(|i| format!("c{i}")).collect();
            let x: Vec<f64> = (0..count).map(|i| f64::from(i % 10_007 * 7919 % 10_007) / 10_007.0).collect();
            let y: Vec<f64> = (0..count).map(|i| f64::from(i % 10_007 * 6007 % 10_009) / 10_007.0).collect();
            plot("p", &labels(), &cases, [&x, &y], 1000, &[])
        };
        assert!(of(1000).contains("data-cases") && !of(1001).contains("data-cases"));
        assert!(of(100_000).len() < 500_000, "{}", of(100_000).len());
    }
}
