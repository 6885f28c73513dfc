//! The scatter plot of a necessary condition analysis with its ceilings (Dul 2016).

use super::crowd::discs;
use super::frame::{Frame, round_ticks};
use super::labels::place;
use super::svg::Svg;
use super::words::{Titles, cut};
use crate::number::shortest;

const WIDTH: f64 = 460.0;
const LEFT: f64 = 66.0;
const TOP: f64 = 12.0;
const SIDE: f64 = 380.0;
/// Where the legend begins.
const LEGEND: f64 = TOP + SIDE + 58.0;
/// Height of a line of the legend.
const LINE: f64 = 18.0;
/// Most names that a plot can carry.
const NAMES: usize = 16;

/// The looks of ceilings, distinguishable without colour.
const LOOKS: [(&str, &str); 5] = [
    ("blue", "fill=\"none\" stroke-width=\"2\""),
    ("orange", "fill=\"none\" stroke-width=\"2\" stroke-dasharray=\"7 4\""),
    ("green", "fill=\"none\" stroke-width=\"2\" stroke-dasharray=\"2 3\""),
    ("pink", "fill=\"none\" stroke-width=\"2\" stroke-dasharray=\"9 3 2 3\""),
    ("sky", "fill=\"none\" stroke-width=\"2\" stroke-dasharray=\"12 5\""),
];

/// The cases and ceilings of one condition.
#[derive(Debug)]
pub(crate) struct Scatter<'a> {
    /// Condition and outcome of each case.
    pub(crate) points: Vec<(&'a str, f64, f64)>,
    /// Lowest and highest value of condition and outcome.
    pub(crate) scope: [[f64; 2]; 2],
    /// The ceilings: name and points of the line.
    pub(crate) ceilings: Vec<(String, Vec<(f64, f64)>)>,
    /// The corners of the ceiling that decides: their cases are named.
    pub(crate) peers: Vec<(f64, f64)>,
}

/// One dot per place with cases, or one disc per grid square if there are more than `most` cases.
#[expect(clippy::cast_precision_loss, reason = "a legend has few lines")]
pub(crate) fn ceilings(id: &str, labels: &Titles, scatter: &Scatter<'_>, most: usize) -> String {
    let height = LEGEND + LINE * scatter.ceilings.len() as f64;
    let mut svg = Svg::new(id, WIDTH, height, &labels.title, &labels.description);
    let [x, y] = scatter.scope;
    let frame = Frame { place: [LEFT, TOP, SIDE, SIDE], x, y };
    frame.outline(&mut svg);
    frame.ticks_below(&mut svg, &round_ticks(x));
    frame.ticks_left(&mut svg, &round_ticks(y));
    frame.names(&mut svg, &labels.x, &labels.y);
    for (at, (name, line)) in scatter.ceilings.iter().enumerate() {
        let (class, style) = LOOKS[at % LOOKS.len()];
        let stroke = format!("stroke=\"currentColor\" {style}");
        let points: Vec<[f64; 2]> = line.iter().map(|(x, y)| frame.at(*x, *y)).collect();
        svg.polyline(class, &points, &stroke);
        let y = LEGEND + LINE * at as f64;
        svg.polyline(class, &[[LEFT, y - 4.0], [LEFT + 34.0, y - 4.0]], &stroke);
        svg.words("tick", [LEFT + 42.0, y], "start", "font-size=\"11\"", &cut(name, 60));
    }
    if scatter.points.len() > most {
        let points = scatter.points.iter().map(|(_, x, y)| ((), frame.at(*x, *y)));
        for ((), disc) in discs(points, [LEFT, TOP, SIDE]) {
            svg.disc("typical", disc.at, disc.radius, "fill-opacity=\"0.7\"", &disc.cases.to_string());
        }
    } else {
        dots(&mut svg, &frame, scatter);
    }
    svg.finish()
}

fn dots(svg: &mut Svg, frame: &Frame, scatter: &Scatter<'_>) {
    let mut dots: Vec<(f64, f64, Vec<String>)> = Vec::new();
    for (case, x, y) in &scatter.points {
        match dots.iter_mut().find(|dot| dot.0.total_cmp(x).is_eq() && dot.1.total_cmp(y).is_eq()) {
            Some(dot) => dot.2.push((*case).to_owned()),
            None => dots.push((*x, *y, vec![(*case).to_owned()])),
        }
    }
    let is_peer = |dot: &(f64, f64, Vec<String>)| scatter.peers.contains(&(dot.0, dot.1));
    dots.sort_by_key(|dot| !is_peer(dot));
    for dot in dots.iter().rev() {
        let (class, style) = match is_peer(dot) {
            true => ("deviant", "fill=\"currentColor\" fill-opacity=\"0.9\""),
            false => ("other", "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.7\""),
        };
        let title = format!("{} ({}, {})", dot.2.join(", "), shortest(dot.0), shortest(dot.1));
        svg.case(class, frame.at(dot.0, dot.1), 3.4, style, &title, &dot.2);
    }
    let name = |cases: &[String]| match cases {
        [first, rest @ ..] if !rest.is_empty() => format!("{first} +{}", rest.len()),
        cases => cases.join(", "),
    };
    let peers = dots.iter().take_while(|dot| is_peer(dot));
    let named: Vec<([f64; 2], String)> = peers.map(|dot| (frame.at(dot.0, dot.1), name(&dot.2))).collect();
    for label in place(&named, [LEFT, TOP, LEFT + SIDE, TOP + SIDE], NAMES, Vec::new()) {
        if let Some((_, name)) = named.get(label.dot) {
            svg.words("case", label.at, "start", "font-size=\"10\"", name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::tests::count;

    #[test]
    fn cases_peers_and_ceilings_are_drawn_and_named() {
        let [title, description, x, y] = ["title", "description", "x", "y"].map(str::to_owned);
        let labels = Titles { title, description, x, y };
        let scatter = Scatter {
            points: vec![("a", 1.0, 1.0), ("b", 2.0, 3.0), ("c", 2.0, 3.0), ("d", 5.0, 2.0)],
            scope: [[1.0, 5.0], [1.0, 3.0]],
            ceilings: vec![
                ("CE-FDH".to_owned(), vec![(1.0, 1.0), (2.0, 1.0), (2.0, 3.0), (5.0, 3.0)]),
                ("CR-FDH".to_owned(), vec![(1.0, 1.0), (2.0, 3.0)]),
            ],
            peers: vec![(1.0, 1.0), (2.0, 3.0)],
        };
        let drawn = ceilings("p", &labels, &scatter, 10);
        assert_eq!(drawn.matches("<circle").count(), 3);
        assert_eq!(count(&drawn, ["circle", "deviant"]), 2);
        assert_eq!(drawn.matches("<polyline").count(), 4);
        assert!(drawn.contains(">b +1</text>") && drawn.contains(">CR-FDH</text>"), "{drawn}");
        let crowded = ceilings("p", &labels, &scatter, 3);
        assert!(!crowded.contains("data-cases"), "{crowded}");
    }
}
