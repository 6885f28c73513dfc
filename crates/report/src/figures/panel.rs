//! Panel data: consistency by period, units by consistency, and memberships in a grid of units and periods.

use super::frame::SHARES;
use super::labels::{above, beside, room, width};
use super::svg::Svg;
use super::words::Titles;

/// A line over the periods.
#[derive(Debug)]
pub(crate) struct Series {
    /// Its name.
    pub(crate) name: String,
    /// Its class.
    pub(crate) class: &'static str,
    /// The value in each period, in [0, 1]; none where it is undefined.
    pub(crate) values: Vec<Option<f64>>,
}

/// Values by period.
#[derive(Debug)]
pub(crate) struct Periods {
    /// The periods, each with its number of cases.
    pub(crate) periods: Vec<(String, usize)>,
    /// The lines, the first one thick.
    pub(crate) series: Vec<Series>,
    /// The value over all cases, drawn dashed.
    pub(crate) pooled: Option<f64>,
    /// The name of the counts.
    pub(crate) counts: String,
    /// The name of the pooled value.
    pub(crate) pooled_name: String,
}

/// The value of a unit.
#[derive(Debug)]
pub(crate) struct UnitValue {
    /// Its name.
    pub(crate) name: String,
    /// The value, in [0, 1].
    pub(crate) value: f64,
    /// The tooltip.
    pub(crate) title: String,
}

/// One cell of the grid.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// No case.
    Missing,
    /// The membership of a case in the solution, and true if it lacks the outcome that the solution implies.
    Member(f64, bool),
}

/// A grid of units and periods.
#[derive(Debug)]
pub(crate) struct Grid {
    /// The units.
    pub(crate) units: Vec<String>,
    /// The periods.
    pub(crate) periods: Vec<String>,
    /// The cells, unit by unit.
    pub(crate) cells: Vec<Vec<Cell>>,
    /// The meaning of full membership, of a contradicting case, of a missing one.
    pub(crate) legend: [String; 3],
}

const TOP: f64 = 16.0;
const LEFT: f64 = 64.0;
const PLOT: f64 = 200.0;
const LINE: f64 = 17.0;
const STEP: f64 = 18.0;

#[expect(clippy::cast_precision_loss, reason = "a figure has few marks")]
fn count(number: usize) -> f64 {
    number as f64
}

/// Lines over the periods, with the number of cases below each.
pub(crate) fn periods(id: &str, titles: &Titles, shown: &Periods) -> String {
    let names = above(&shown.periods.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
    let wide = names.iter().map(|name| width(name)).fold(44.0, f64::max) + 14.0;
    let across = wide * count(names.len());
    let legend = shown.series.len() + usize::from(shown.pooled.is_some());
    let longest = shown.series.iter().map(|series| width(&series.name)).fold(width(&shown.pooled_name), f64::max);
    let full = (LEFT + across + 16.0).max(LEFT + longest * 1.12 + 50.0).max(LEFT + width(&titles.x) + 20.0);
    let below = TOP + PLOT + 58.0;
    let mut svg = Svg::new(id, full, below + LINE * count(legend) + 8.0, &titles.title, &titles.description);
    let y = |value: f64| TOP + PLOT * (1.0 - value.clamp(0.0, 1.0));
    let x = |at: usize| LEFT + wide * (count(at) + 0.5);
    for (value, name) in SHARES {
        svg.line("tick", [LEFT - 5.0, y(value), LEFT + across, y(value)], "stroke-opacity=\"0.2\"");
        svg.words("tick", [LEFT - 9.0, y(value) + 4.0], "end", "font-size=\"11\"", name);
    }
    let middle = TOP + PLOT / 2.0;
    let turned = format!("font-size=\"11\" transform=\"rotate(-90 14 {})\"", super::svg::length(middle));
    svg.words("axis", [14.0, middle], "middle", &turned, &titles.y);
    if let Some(pooled) = shown.pooled {
        svg.line(
            "half",
            [LEFT, y(pooled), LEFT + across, y(pooled)],
            "stroke-dasharray=\"4 3\" stroke-opacity=\"0.7\"",
        );
    }
    for (at, (name, (_, cases))) in names.iter().zip(&shown.periods).enumerate() {
        svg.words("tick", [x(at), TOP + PLOT + 16.0], "middle", "font-size=\"11\"", name);
        svg.words("count", [x(at), TOP + PLOT + 31.0], "middle", "font-size=\"10\"", &cases.to_string());
    }
    svg.words("count", [LEFT - 9.0, TOP + PLOT + 31.0], "end", "font-size=\"10\"", &shown.counts);
    svg.words("axis", [LEFT + across / 2.0, TOP + PLOT + 48.0], "middle", "font-size=\"11\"", &titles.x);
    for (rank, series) in shown.series.iter().enumerate() {
        line(&mut svg, series, rank == 0, (&x, &y));
    }
    for (at, series) in shown.series.iter().enumerate() {
        let y = below + LINE * count(at) + 10.0;
        svg.line(series.class, [LEFT, y - 4.0, LEFT + 24.0, y - 4.0], stroke(at == 0));
        svg.words("legend", [LEFT + 31.0, y], "start", "font-size=\"11\"", &series.name);
    }
    if shown.pooled.is_some() {
        let y = below + LINE * count(shown.series.len()) + 10.0;
        svg.line("half", [LEFT, y - 4.0, LEFT + 24.0, y - 4.0], "stroke-dasharray=\"4 3\" stroke-opacity=\"0.7\"");
        svg.words("legend", [LEFT + 31.0, y], "start", "font-size=\"11\"", &shown.pooled_name);
    }
    svg.finish()
}

fn stroke(is_first: bool) -> &'static str {
    if is_first { "stroke-width=\"2.2\"" } else { "stroke-width=\"1.1\" stroke-opacity=\"0.9\"" }
}

/// A line that is broken where a value is undefined.
fn line(svg: &mut Svg, series: &Series, is_first: bool, (x, y): (&dyn Fn(usize) -> f64, &dyn Fn(f64) -> f64)) {
    let points: Vec<Option<[f64; 2]>> =
        series.values.iter().enumerate().map(|(at, value)| value.map(|value| [x(at), y(value)])).collect();
    for pair in points.windows(2) {
        if let [Some([x1, y1]), Some([x2, y2])] = pair {
            svg.line(series.class, [*x1, *y1, *x2, *y2], stroke(is_first));
        }
    }
    let title = |value: Option<f64>| format!("{}: {}", series.name, crate::number::ratio(value));
    let dots: Vec<([f64; 2], String)> =
        points.iter().zip(&series.values).filter_map(|(point, value)| Some(((*point)?, title(*value)))).collect();
    svg.dots(series.class, if is_first { 3.2 } else { 2.2 }, "fill=\"currentColor\"", &dots);
}

/// Units one below the other, each with a dot at its value.
pub(crate) fn units(id: &str, titles: &Titles, shown: &[UnitValue]) -> String {
    let names = beside(&shown.iter().map(|unit| unit.name.clone()).collect::<Vec<_>>());
    let left = names.iter().map(|name| room(name)).fold(40.0, f64::max) + 16.0;
    let across = 260.0_f64.max(width(&titles.x));
    let high = TOP + STEP * count(shown.len());
    let mut svg = Svg::new(id, left + across + 20.0, high + 44.0, &titles.title, &titles.description);
    let x = |value: f64| left + across * value.clamp(0.0, 1.0);
    for (value, name) in SHARES {
        svg.line("tick", [x(value), TOP - 6.0, x(value), high + 5.0], "stroke-opacity=\"0.2\"");
        svg.words("tick", [x(value), high + 18.0], "middle", "font-size=\"11\"", name);
    }
    svg.words("axis", [left + across / 2.0, high + 36.0], "middle", "font-size=\"11\"", &titles.x);
    for (at, (name, unit)) in names.iter().zip(shown).enumerate() {
        let y = TOP + STEP * (count(at) + 0.5);
        svg.words("name", [left - 8.0, y + 4.0], "end", "font-size=\"11\"", name);
        svg.line("half", [left, y, x(unit.value), y], "stroke-opacity=\"0.3\"");
        svg.dots("typical", 3.4, "fill=\"currentColor\"", &[([x(unit.value), y], unit.title.clone())]);
    }
    svg.finish()
}

/// A grid of units and periods: the darker a cell, the higher the membership.
pub(crate) fn grid(id: &str, titles: &Titles, shown: &Grid) -> String {
    let (names, periods) = (beside(&shown.units), above(&shown.periods));
    let left = names.iter().map(|name| room(name)).fold(40.0, f64::max) + 16.0;
    let wide = periods.iter().map(|name| width(name)).fold(34.0, f64::max) + 8.0;
    let right = left + wide * count(periods.len());
    let longest = shown.legend.iter().map(|words| width(words)).fold(0.0, f64::max);
    let full = (right + 12.0).max(40.0 + longest * 1.12);
    let bottom = 28.0 + STEP * count(names.len());
    let mut svg = Svg::new(id, full, bottom + 3.0 * LINE + 14.0, &titles.title, &titles.description);
    for (at, name) in periods.iter().enumerate() {
        svg.words("tick", [left + wide * (count(at) + 0.5), 18.0], "middle", "font-size=\"11\"", name);
    }
    for (row, (name, cells)) in names.iter().zip(&shown.cells).enumerate() {
        let y = 28.0 + STEP * count(row);
        svg.words("name", [left - 8.0, y + STEP / 2.0 + 4.0], "end", "font-size=\"11\"", name);
        for (column, cell) in cells.iter().enumerate() {
            mark(&mut svg, [left + wide * count(column), y, wide, STEP], cell);
        }
    }
    let keys = [Cell::Member(1.0, false), Cell::Member(1.0, true), Cell::Missing];
    for (at, (cell, words)) in keys.iter().zip(&shown.legend).enumerate() {
        let y = bottom + 8.0 + LINE * count(at);
        mark(&mut svg, [6.0, y, 24.0, 15.0], cell);
        svg.words("legend", [38.0, y + 11.5], "start", "font-size=\"11\"", words);
    }
    svg.finish()
}

fn mark(svg: &mut Svg, [x, y, width, height]: [f64; 4], cell: &Cell) {
    let place = [x + 1.0, y + 1.0, width - 2.0, height - 2.0];
    match cell {
        Cell::Missing => {
            svg.rectangle("remainder", place, "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.25\"");
            svg.line("remainder", [x + 1.0, y + height - 1.0, x + width - 1.0, y + 1.0], "stroke-opacity=\"0.25\"");
        }
        Cell::Member(membership, contradicts) => {
            let class = if *contradicts { "deviant" } else { "typical" };
            let opacity = crate::number::fixed(0.06 + 0.84 * membership.clamp(0.0, 1.0), 2);
            svg.rectangle(class, place, &format!("fill=\"currentColor\" fill-opacity=\"{opacity}\""));
            if *contradicts {
                let [cx, cy] = [x + width / 2.0, y + height / 2.0];
                svg.line("ground", [cx - 4.0, cy - 4.0, cx + 4.0, cy + 4.0], "stroke-width=\"1.5\"");
                svg.line("ground", [cx - 4.0, cy + 4.0, cx + 4.0, cy - 4.0], "stroke-width=\"1.5\"");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles() -> Titles {
        Titles { title: "t".to_owned(), description: "d".to_owned(), x: "x".to_owned(), y: "y".to_owned() }
    }

    fn lines_of(group: &str) -> usize {
        group.split("</g>").next().map_or(0, |group| group.matches("<line").count())
    }

    #[test]
    fn undefined_values_break_the_line() {
        let drawn = |values: Vec<Option<f64>>| {
            let periods = ["2018", "2019", "2020"].map(|name| (name.to_owned(), 3)).to_vec();
            let series = vec![Series { name: "s".to_owned(), class: "typical", values }];
            let (counts, pooled_name) = ("n".to_owned(), "p".to_owned());
            super::periods("p", &titles(), &Periods { periods, series, pooled: Some(0.5), counts, pooled_name })
        };
        // Lines of one look stand in a group. One line of each series is its sign in the legend.
        let group = |drawn: &str| drawn.split("<g class=\"typical\"").skip(1).map(lines_of).sum::<usize>();
        let lines = |drawn: &str| drawn.matches("<line class=\"typical\"").count() + group(drawn) - 1;
        assert_eq!(lines(&drawn(vec![Some(0.5), Some(0.6), Some(0.7)])), 2);
        assert_eq!(lines(&drawn(vec![Some(0.5), None, Some(0.7)])), 0);
        assert_eq!(drawn(vec![Some(0.5), None, Some(0.7)]).matches("<circle").count(), 2);
    }

    #[test]
    fn contradictions_and_missing_cells_have_signs_of_their_own() {
        let shown = Grid {
            units: vec!["A".to_owned()],
            periods: ["1", "2", "3"].map(str::to_owned).to_vec(),
            cells: vec![vec![Cell::Member(0.2, false), Cell::Member(0.9, true), Cell::Missing]],
            legend: ["in", "against", "missing"].map(str::to_owned),
        };
        let drawn = grid("g", &titles(), &shown);
        for (class, marks) in [("typical", 2), ("deviant", 2), ("remainder", 2)] {
            assert_eq!(drawn.matches(&format!("<rect class=\"{class}\"")).count(), marks, "{class}");
        }
    }
}
