//! The truth table as bars of cases over dots of conditions (the layout of UpSet, Lex et al. 2014).

use super::labels::{beside, room};
use super::svg::Svg;
use super::words::Titles;

/// One observed row.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its number.
    pub(crate) number: String,
    /// The level of each condition.
    pub(crate) levels: Vec<String>,
    /// Its cases.
    pub(crate) cases: Vec<String>,
    /// The class of its bar and how that is drawn.
    pub(crate) look: (&'static str, &'static str),
}

/// How high the bars may become.
const BARS: f64 = 130.0;
/// How far apart the conditions are.
const STEP: f64 = 20.0;

/// Draws the rows from left to right; `legend` names the classes.
pub(crate) fn upset(
    id: &str,
    titles: &Titles,
    conditions: &[String],
    columns: &[Column],
    legend: &[((&'static str, &'static str), String)],
) -> String {
    let conditions = beside(conditions);
    let names = conditions.iter().map(|name| room(name)).fold(40.0, f64::max) + 18.0;
    let wide = (560.0 / columns.len().max(1) as f64).clamp(9.0, 30.0);
    let width = names + wide * columns.len() as f64 + 16.0;
    let dots = BARS + 44.0;
    let height = dots + STEP * conditions.len() as f64 + 40.0;
    let mut svg = Svg::new(id, width.max(360.0), height, &titles.title, &titles.description);
    let most = columns.iter().map(|column| column.cases.len()).max().unwrap_or(1).max(1) as f64;
    for (at, name) in conditions.iter().enumerate() {
        let y = dots + STEP * at as f64;
        if at % 2 == 0 {
            let band = [names - 4.0, y - STEP / 2.0, wide * columns.len() as f64 + 8.0, STEP];
            svg.rectangle("band", band, "fill-opacity=\"0.05\"");
        }
        svg.words("condition", [names - 10.0, y + 4.0], "end", "font-size=\"11\"", name);
    }
    for (at, column) in columns.iter().enumerate() {
        let x = names + wide * (at as f64 + 0.5);
        let tall = column.cases.len() as f64 / most * BARS;
        let bar = [x - wide * 0.34, BARS + 22.0 - tall, wide * 0.68, tall];
        let title = format!("{}: {}", column.number, column.cases.join(", "));
        svg.bar(column.look.0, bar, column.look.1, &title, &column.cases);
        svg.words("count", [x, BARS + 18.0 - tall], "middle", "font-size=\"10\"", &column.cases.len().to_string());
        for (condition, level) in column.levels.iter().enumerate() {
            let y = dots + STEP * condition as f64;
            match level.as_str() {
                "0" => svg.dots(
                    "absent",
                    3.4,
                    "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.45\"",
                    &[([x, y], String::new())],
                ),
                "1" => svg.dots("present", 4.2, "", &[([x, y], String::new())]),
                level => svg.words("level", [x, y + 4.0], "middle", "font-size=\"11\"", level),
            }
        }
    }
    svg.line("base", [names - 4.0, BARS + 22.0, names + wide * columns.len() as f64 + 4.0, BARS + 22.0], "");
    let mut x = 8.0;
    for ((class, style), name) in legend {
        svg.rectangle(class, [x, height - 18.0, 10.0, 10.0], style);
        svg.words("legend", [x + 14.0, height - 9.0], "start", "font-size=\"11\"", name);
        x += room(name) + 32.0;
    }
    svg.finish()
}
