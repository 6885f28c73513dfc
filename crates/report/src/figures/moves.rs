//! Moves between rows of the truth table: a column for each period, bands between rows as thick as their units.

use super::labels::{above, width};
use super::svg::{Svg, length};
use super::words::Titles;

/// A row of the truth table.
#[derive(Debug)]
pub(crate) struct Stand {
    /// Its number.
    pub(crate) name: String,
    /// Its class.
    pub(crate) class: &'static str,
}

/// Units that move from a row in one period to a row in the next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flow {
    /// The period before, by its place.
    pub(crate) step: usize,
    /// The row before, by its place.
    pub(crate) from: usize,
    /// The row after, by its place.
    pub(crate) to: usize,
    /// Number of units.
    pub(crate) units: usize,
}

/// Moves of units between rows.
#[derive(Debug)]
pub(crate) struct Moves {
    /// The periods.
    pub(crate) periods: Vec<String>,
    /// The rows.
    pub(crate) rows: Vec<Stand>,
    /// The number of units in each row, period by period.
    pub(crate) units: Vec<Vec<usize>>,
    /// The moves, ordered by step, row before and row after.
    pub(crate) flows: Vec<Flow>,
    /// Classes with their meaning.
    pub(crate) legend: Vec<(&'static str, String)>,
}

const TOP: f64 = 30.0;
const LEFT: f64 = 30.0;
const PLOT: f64 = 300.0;
const GAP: f64 = 8.0;
const BAR: f64 = 20.0;
const LINE: f64 = 17.0;

#[expect(clippy::cast_precision_loss, reason = "a figure has few marks")]
fn count(number: usize) -> f64 {
    number as f64
}

/// The top of each row in each period, and the height of one unit.
struct Scale {
    tops: Vec<Vec<f64>>,
    unit: f64,
}

impl Scale {
    fn of(shown: &Moves) -> Self {
        let most = shown.units.iter().map(|units| units.iter().sum::<usize>()).max().unwrap_or(1).max(1);
        let unit = (PLOT - GAP * count(shown.rows.len().saturating_sub(1))) / count(most);
        let column = |units: &Vec<usize>| {
            let mut y = TOP;
            let mut top = |&own: &usize| {
                let top = y;
                y += unit * count(own) + if own > 0 { GAP } else { 0.0 };
                top
            };
            units.iter().map(&mut top).collect()
        };
        Self { tops: shown.units.iter().map(column).collect(), unit }
    }
}

/// The columns and the bands between them.
pub(crate) fn moves(id: &str, titles: &Titles, shown: &Moves) -> String {
    let names = above(&shown.periods);
    let step = names.iter().map(|name| width(name)).fold(86.0, f64::max) + 10.0;
    let right = LEFT + step * count(names.len().saturating_sub(1)) + BAR;
    let longest = shown.legend.iter().map(|(_, words)| width(words)).fold(0.0, f64::max);
    let full = (right + 30.0).max(LEFT + 32.0 + longest * 1.2);
    let below = TOP + PLOT + 16.0;
    let mut svg =
        Svg::new(id, full, below + LINE * count(shown.legend.len()) + 4.0, &titles.title, &titles.description);
    let (scale, x) = (Scale::of(shown), |period: usize| LEFT + step * count(period));
    bands(&mut svg, shown, &scale, &x);
    for (period, (name, units)) in names.iter().zip(&shown.units).enumerate() {
        svg.words("tick", [x(period) + BAR / 2.0, 16.0], "middle", "font-size=\"11\"", name);
        for (row, (stand, &own)) in shown.rows.iter().zip(units).enumerate().filter(|(_, (_, own))| **own > 0) {
            let (top, high) = (scale.tops[period][row], scale.unit * count(own));
            svg.rectangle(stand.class, [x(period), top, BAR, high], "fill=\"currentColor\"");
            let middle = [x(period) + BAR / 2.0, top + high / 2.0 + 3.5];
            // Dark letters on the light colour, light ones on the others.
            let paper = if stand.class == "yellow" { "" } else { " fill=\"var(--paper, #fff)\"" };
            svg.words("name", middle, "middle", &format!("font-size=\"10\"{paper}"), &stand.name);
        }
    }
    for (at, (class, words)) in shown.legend.iter().enumerate() {
        let y = below + LINE * count(at);
        svg.rectangle(class, [LEFT, y - 2.0, BAR, 12.0], "fill=\"currentColor\"");
        svg.words("legend", [LEFT + BAR + 8.0, y + 8.5], "start", "font-size=\"11\"", words);
    }
    svg.finish()
}

/// The bands, stacked in the order of the rows at both ends.
fn bands(svg: &mut Svg, shown: &Moves, scale: &Scale, x: &dyn Fn(usize) -> f64) {
    let (mut leaving, mut arriving) = (scale.tops.clone(), scale.tops.clone());
    for flow in &shown.flows {
        let high = scale.unit * count(flow.units);
        let start = leaving[flow.step][flow.from];
        leaving[flow.step][flow.from] += high;
        let end = arriving[flow.step + 1][flow.to];
        arriving[flow.step + 1][flow.to] += high;
        let (left, right) = (x(flow.step) + BAR, x(flow.step + 1));
        let [left, right, middle, start, end, low, last] =
            [left, right, f64::midpoint(left, right), start, end, start + high, end + high].map(length);
        let outline = format!(
            "M{left} {start}C{middle} {start} {middle} {end} {right} {end}V{last}C{middle} {last} {middle} {low} {left} {low}Z"
        );
        let class = shown.rows[flow.from].class;
        let opacity = if flow.from == flow.to { "0.28" } else { "0.5" };
        svg.path(class, &outline, &format!("fill=\"currentColor\" fill-opacity=\"{opacity}\""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_is_a_band_and_every_row_with_units_a_bar() {
        let flow = |from, to, units| Flow { step: 0, from, to, units };
        let shown = Moves {
            periods: vec!["2018".to_owned(), "2019".to_owned()],
            rows: vec![
                Stand { name: "1".to_owned(), class: "yellow" },
                Stand { name: "8".to_owned(), class: "typical" },
            ],
            units: vec![vec![3, 0], vec![1, 2]],
            flows: vec![flow(0, 0, 1), flow(0, 1, 2)],
            legend: vec![("typical", "output 1".to_owned())],
        };
        let titles =
            Titles { title: "t".to_owned(), description: "d".to_owned(), x: "x".to_owned(), y: "y".to_owned() };
        let drawn = moves("m", &titles, &shown);
        assert_eq!((drawn.matches("<path").count(), drawn.matches("<rect").count()), (2, 4));
        let scale = Scale::of(&shown);
        assert_eq!(scale.tops, [vec![TOP, TOP + 3.0 * scale.unit + GAP], vec![TOP, TOP + scale.unit + GAP]]);
        // The band that moves leaves below the one that stays, and ends in the second row.
        let moved = format!("M{} {}", length(LEFT + BAR), length(TOP + scale.unit));
        assert!(drawn.contains(&moved), "{drawn}");
    }
}
