//! Signs in rows and columns: the configuration chart, and which model holds which term.

use super::labels::{above, beside, room, width};
use super::svg::Svg;
use super::words::Titles;

/// A sign of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Nothing.
    Blank,
    /// Filled, with this radius in tenths.
    Full(u8),
    /// A circle with a cross.
    Crossed(u8),
    /// A circle.
    Open(u8),
    /// Half filled.
    Half(u8),
    /// A circle with a stroke.
    Struck(u8),
}

/// The content of a grid.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// Names above several columns, each with their number; all of them together cover the columns.
    pub(crate) spans: Vec<(String, usize)>,
    /// The names of the rows.
    pub(crate) rows: Vec<String>,
    /// The names of groups of rows, each above the row at this position.
    pub(crate) headings: Vec<(usize, String)>,
    /// The names of the columns.
    pub(crate) columns: Vec<String>,
    /// The signs, row by row, each with the level that it stands for where there are several.
    pub(crate) signs: Vec<Vec<(Sign, Option<usize>)>>,
    /// Rows of numbers below the signs, one for each column.
    pub(crate) numbers: Vec<(String, Vec<String>)>,
    /// Rows of one number for all columns.
    pub(crate) whole: Vec<(String, String)>,
    /// The meaning of the signs.
    pub(crate) legend: Vec<(Sign, String)>,
}

/// Height of a row of signs.
const STEP: f64 = 25.0;
/// Height of a row of words.
const LINE: f64 = 19.0;
/// Distance of words from the edge.
const EDGE: f64 = 6.0;
/// Radius of the signs of a legend.
const LEGEND: f64 = 13.0;

/// The measures of a drawing.
struct Layout {
    /// Width of the names of rows.
    names: f64,
    /// Width of a column.
    wide: f64,
    /// Width of the whole.
    full: f64,
    /// Lines of the legend: the first entry of each, and its distance from the left.
    legend: Vec<(usize, f64)>,
}

impl Layout {
    fn of(shown: &Grid, rows: &[String], columns: &[String]) -> Self {
        let below = shown.numbers.iter().map(|(name, _)| name).chain(shown.whole.iter().map(|(name, _)| name));
        let names = rows.iter().chain(below).map(|name| room(name)).fold(30.0, f64::max) + 16.0;
        let numbers = shown.numbers.iter().flat_map(|(_, numbers)| numbers);
        let wide = columns.iter().chain(numbers).map(|name| width(name)).fold(26.0, f64::max) + 12.0;
        let full =
            (names + wide * columns.len() as f64 + 10.0).max(if shown.legend.is_empty() { 220.0 } else { 300.0 });
        let (mut x, mut line, mut legend) = (EDGE, 0, Vec::new());
        for (_, meaning) in &shown.legend {
            let entry = width(meaning) + 2.0 * LEGEND + 8.0;
            if x > EDGE && x + entry > full {
                (x, line) = (EDGE, line + 1);
            }
            legend.push((line, x));
            x += entry;
        }
        Self { names, wide, full, legend }
    }

    fn column(&self, at: usize) -> f64 {
        self.names + self.wide * (at as f64 + 0.5)
    }

    fn height(&self, shown: &Grid) -> f64 {
        let lines = shown.headings.len() + shown.numbers.len() + shown.whole.len();
        let rules = usize::from(!shown.numbers.is_empty()) + usize::from(!shown.whole.is_empty());
        let legend = self.legend.last().map_or(0, |(line, _)| line + 1);
        top(shown) + STEP * shown.rows.len() as f64 + LINE * (lines + legend) as f64 + 8.0 * rules as f64 + 18.0
    }
}

/// Where the first row begins.
fn top(shown: &Grid) -> f64 {
    if shown.spans.is_empty() { 34.0 } else { 56.0 }
}

/// Draws the signs.
pub(crate) fn grid(id: &str, titles: &Titles, shown: &Grid) -> String {
    let (rows, columns) = (beside(&shown.rows), above(&shown.columns));
    let layout = Layout::of(shown, &rows, &columns);
    let mut svg = Svg::new(id, layout.full, layout.height(shown), &titles.title, &titles.description);
    rule(&mut svg, &layout, 6.0, "stroke-width=\"1.5\"");
    heads(&mut svg, &layout, shown, &columns);
    let mut y = top(shown);
    rule(&mut svg, &layout, y - 4.0, "stroke-width=\"0.75\"");
    for (row, (name, signs)) in rows.iter().zip(&shown.signs).enumerate() {
        for (_, heading) in shown.headings.iter().filter(|(at, _)| *at == row) {
            svg.words("group", [EDGE, y + 13.0], "start", "font-style=\"italic\" fill-opacity=\"0.75\"", heading);
            y += LINE;
        }
        svg.words("row", [EDGE, y + STEP / 2.0 + 4.0], "start", "", name);
        for (column, (sign, level)) in signs.iter().enumerate() {
            let x = layout.column(column);
            draw(&mut svg, *sign, [x, y + STEP / 2.0]);
            if let Some(level) = level {
                svg.words("level", [x + 11.0, y + STEP / 2.0 + 8.0], "start", "font-size=\"9\"", &level.to_string());
            }
        }
        y += STEP;
    }
    y = fit(&mut svg, &layout, shown, y);
    rule(&mut svg, &layout, y + 6.0, "stroke-width=\"1.5\"");
    for ((sign, meaning), (line, x)) in shown.legend.iter().zip(&layout.legend) {
        let middle = y + 22.0 + LINE * *line as f64;
        draw(&mut svg, *sign, [x + LEGEND - 3.0, middle - 3.5]);
        svg.words("legend", [x + 2.0 * LEGEND - 2.0, middle], "start", "font-size=\"10.5\"", meaning);
    }
    svg.finish()
}

fn rule(svg: &mut Svg, layout: &Layout, y: f64, style: &str) {
    svg.line("rule", [4.0, y, layout.full - 4.0, y], style);
}

/// The names of the columns, and the names above several of them.
fn heads(svg: &mut Svg, layout: &Layout, shown: &Grid, columns: &[String]) {
    const BOLD: &str = "font-weight=\"600\"";
    let mut from = 0;
    for (name, span) in &shown.spans {
        let [left, right] = [from, from + span].map(|at| layout.names + layout.wide * at as f64);
        svg.words("span", [f64::midpoint(left, right), 22.0], "middle", BOLD, name);
        if *span > 1 {
            svg.line("rule", [left + 6.0, 29.0, right - 6.0, 29.0], "stroke-width=\"0.75\"");
        }
        from += span;
    }
    for (at, name) in columns.iter().enumerate() {
        svg.words("column", [layout.column(at), top(shown) - 11.0], "middle", BOLD, name);
    }
}

/// The rows of numbers from `y` on; returns where they end.
fn fit(svg: &mut Svg, layout: &Layout, shown: &Grid, mut y: f64) -> f64 {
    const SMALL: &str = "font-size=\"11\"";
    if !shown.numbers.is_empty() {
        rule(svg, layout, y + 4.0, "stroke-width=\"0.75\"");
        y += 8.0;
    }
    for (name, numbers) in &shown.numbers {
        svg.words("row", [EDGE, y + 13.0], "start", "", name);
        for (at, number) in numbers.iter().enumerate() {
            svg.words("fit", [layout.column(at), y + 13.0], "middle", SMALL, number);
        }
        y += LINE;
    }
    if !shown.whole.is_empty() {
        rule(svg, layout, y + 4.0, "stroke-width=\"0.75\"");
        y += 8.0;
    }
    let middle = layout.names + layout.wide * shown.columns.len() as f64 / 2.0;
    for (name, number) in &shown.whole {
        svg.words("row", [EDGE, y + 13.0], "start", "", name);
        svg.words("fit", [middle, y + 13.0], "middle", SMALL, number);
        y += LINE;
    }
    y
}

fn draw(svg: &mut Svg, sign: Sign, [x, y]: [f64; 2]) {
    const OPEN: &str = "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\"";
    let none = [([x, y], String::new())];
    let radius = |tenths: u8| f64::from(tenths) / 10.0;
    match sign {
        Sign::Blank => {}
        Sign::Full(size) => svg.dots("sign", radius(size), "", &none),
        Sign::Crossed(size) => {
            let (r, reach) = (radius(size), radius(size) * std::f64::consts::FRAC_1_SQRT_2);
            svg.dots("sign", r, OPEN, &none);
            svg.line("sign", [x - reach, y - reach, x + reach, y + reach], "stroke-width=\"1.3\"");
            svg.line("sign", [x - reach, y + reach, x + reach, y - reach], "stroke-width=\"1.3\"");
        }
        Sign::Open(size) => svg.dots("sign", radius(size), OPEN, &none),
        Sign::Half(size) => {
            let r = radius(size);
            svg.dots("sign", r, OPEN, &none);
            svg.path("sign", &format!("M{0} {1}A{2} {2} 0 0 1 {0} {3}Z", n(x), n(y - r), n(r), n(y + r)), "");
        }
        Sign::Struck(size) => {
            let (r, reach) = (radius(size), radius(size) * std::f64::consts::FRAC_1_SQRT_2);
            svg.dots("sign", r, OPEN, &none);
            svg.line("sign", [x - reach, y + reach, x + reach, y - reach], "stroke-width=\"1.3\"");
        }
    }
}

fn n(value: f64) -> String {
    super::svg::length(value)
}
