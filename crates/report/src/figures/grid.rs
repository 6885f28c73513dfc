//! Signs in rows and columns: the configuration chart, and which model holds which term.

use super::labels::{above, beside, width};
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
    /// Half filled.
    Half(u8),
    /// A circle with a stroke.
    Struck(u8),
}

/// The content of a grid.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// The names of the rows.
    pub(crate) rows: Vec<String>,
    /// The names of the columns.
    pub(crate) columns: Vec<String>,
    /// The signs, row by row, each with the level that it stands for where there are several.
    pub(crate) signs: Vec<Vec<(Sign, Option<usize>)>>,
}

const STEP: f64 = 25.0;

/// Draws the signs.
pub(crate) fn grid(id: &str, titles: &Titles, shown: &Grid) -> String {
    let (rows_of, columns_of) = (beside(&shown.rows), above(&shown.columns));
    let names = rows_of.iter().map(|name| width(name)).fold(30.0, f64::max) * 1.12 + 16.0;
    let wide = columns_of.iter().map(|name| width(name)).fold(26.0, f64::max) + 12.0;
    let (columns, rows) = (shown.columns.len() as f64, shown.rows.len() as f64);
    let top = 34.0;
    let full = names + wide * columns + 10.0;
    let mut svg = Svg::new(id, full.max(220.0), top + STEP * rows + 14.0, &titles.title, &titles.description);
    let rule = |svg: &mut Svg, y: f64, style: &str| svg.line("rule", [4.0, y, full - 4.0, y], style);
    rule(&mut svg, 6.0, "stroke-width=\"1.5\"");
    rule(&mut svg, top - 4.0, "stroke-width=\"0.75\"");
    rule(&mut svg, top + STEP * rows + 6.0, "stroke-width=\"1.5\"");
    for (at, name) in columns_of.iter().enumerate() {
        svg.words("column", [names + wide * (at as f64 + 0.5), top - 11.0], "middle", "font-weight=\"600\"", name);
    }
    for (row, (name, signs)) in rows_of.iter().zip(&shown.signs).enumerate() {
        let y = top + STEP * (row as f64 + 0.5);
        svg.words("row", [6.0, y + 4.0], "start", "", name);
        for (column, (sign, level)) in signs.iter().enumerate() {
            let x = names + wide * (column as f64 + 0.5);
            draw(&mut svg, *sign, [x, y]);
            if let Some(level) = level {
                svg.words("level", [x + 11.0, y + 8.0], "start", "font-size=\"9\"", &level.to_string());
            }
        }
    }
    svg.finish()
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
