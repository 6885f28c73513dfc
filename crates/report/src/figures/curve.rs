//! Specification curve (Simonsohn, Simmons & Nelson 2020): universes sorted by result, with their decisions below.

use super::svg::Svg;
use super::words::cut;
use crate::width::display_width;

/// The curve.
#[derive(Debug)]
pub(crate) struct Curve {
    /// The universes from left to right.
    pub(crate) marks: Vec<Mark>,
    /// The decisions of the universes.
    pub(crate) panels: Vec<Panel>,
    /// The names of the two values of a mark.
    pub(crate) names: [String; 2],
    /// The meaning of the shades.
    pub(crate) legend: [String; 3],
}

/// A universe.
#[derive(Debug)]
pub(crate) struct Mark {
    /// The two values, in [0, 1]; marks are sorted by the second.
    pub(crate) values: [f64; 2],
    /// The shade of the second value.
    pub(crate) shade: usize,
}

/// One decision.
#[derive(Debug)]
pub(crate) struct Panel {
    /// Its name.
    pub(crate) name: String,
    /// Its values.
    pub(crate) levels: Vec<String>,
    /// The study's own value.
    pub(crate) own: Option<usize>,
    /// The value of each universe.
    pub(crate) at: Vec<usize>,
}

const WIDTH: f64 = 800.0;
const LEFT: f64 = 240.0;
const RIGHT: f64 = 790.0;
const TOP: f64 = 34.0;
const HEIGHT: f64 = 170.0;
/// Height of one value, and maximum height of one decision.
const STEP: f64 = 11.0;
const MOST: f64 = 66.0;
const GAP: f64 = 16.0;
const SHADES: [f64; 3] = [0.95, 0.55, 0.22];
/// The most half-width letters of a name.
const LETTERS: usize = 20;

/// The drawing.
pub(crate) fn curve(id: &str, title: &str, description: &str, curve: &Curve) -> String {
    let tall = |panel: &Panel| (STEP * count(panel.levels.len())).clamp(STEP, MOST);
    let below: f64 = curve.panels.iter().map(|panel| tall(panel) + GAP).sum();
    let mut svg = Svg::new(id, WIDTH, TOP + HEIGHT + 22.0 + below, title, description);
    let width = (RIGHT - LEFT) / count(curve.marks.len()).max(1.0);
    let x = |at: usize| LEFT + width * (count(at) + 0.5);
    legend(&mut svg, curve);
    let y = |value: f64| TOP + HEIGHT * (1.0 - value.clamp(0.0, 1.0));
    for (value, name) in [(0.0, "0"), (0.5, "0.5"), (1.0, "1")] {
        svg.line("tick", [LEFT - 5.0, y(value), RIGHT, y(value)], "stroke-opacity=\"0.25\"");
        svg.words("tick", [LEFT - 9.0, y(value) + 4.0], "end", "font-size=\"11\"", name);
    }
    let bar = (width * 0.8).clamp(0.6, 6.0);
    for (at, mark) in curve.marks.iter().enumerate() {
        let opacity = SHADES.get(mark.shade).copied().unwrap_or_default();
        let top = y(mark.values[1]);
        let place = [x(at) - bar / 2.0, top, bar, TOP + HEIGHT - top];
        svg.rectangle("typical", place, &format!("fill-opacity=\"{opacity}\""));
    }
    let line: Vec<([f64; 2], String)> =
        curve.marks.iter().enumerate().map(|(at, mark)| ([x(at), y(mark.values[0])], String::new())).collect();
    svg.dots("deviant", (bar / 2.0).clamp(0.7, 1.6), "fill=\"currentColor\"", &line);
    let mut top = TOP + HEIGHT + 22.0;
    for panel in &curve.panels {
        let room = tall(panel);
        decision(&mut svg, panel, [top, room], &x, bar);
        top += room + GAP;
    }
    svg.finish()
}

fn decision(svg: &mut Svg, panel: &Panel, [top, room]: [f64; 2], x: &dyn Fn(usize) -> f64, bar: f64) {
    let levels = count(panel.levels.len()).max(1.0);
    let step = room / levels;
    svg.words("name", [LEFT - 112.0, top + room / 2.0 + 4.0], "end", "font-size=\"11.5\"", &cut(&panel.name, LETTERS));
    if let Some(own) = panel.own {
        let place = [LEFT - 3.0, top + step * count(own), RIGHT - LEFT + 6.0, step];
        svg.rectangle("own", place, "fill=\"currentColor\" fill-opacity=\"0.09\"");
    }
    for (at, &level) in panel.at.iter().enumerate() {
        let high = (step * 0.7).max(0.8);
        let place = [x(at) - bar / 2.0, top + step * count(level) + (step - high) / 2.0, bar, high];
        svg.rectangle("mark", place, "fill-opacity=\"0.75\"");
    }
    // Where values are too narrow for words, the first and the last have them.
    let wide = step >= STEP;
    for (at, level) in panel.levels.iter().enumerate() {
        if wide || at == 0 || at + 1 == panel.levels.len() {
            let y = top + step * (count(at) + 0.5) + 3.5;
            svg.words("tick", [LEFT - 8.0, y], "end", "font-size=\"9.5\"", &cut(level, LETTERS));
        }
    }
}

fn legend(svg: &mut Svg, curve: &Curve) {
    let mut x = LEFT;
    for (words, opacity) in curve.legend.iter().zip(SHADES) {
        svg.rectangle("typical", [x, 8.0, 18.0, 8.0], &format!("fill-opacity=\"{opacity}\""));
        svg.words("legend", [x + 23.0, 16.0], "start", "font-size=\"11\"", words);
        #[expect(clippy::cast_precision_loss, reason = "a few words")]
        let wide = display_width(words) as f64 * 5.9;
        x += 23.0 + wide + 18.0;
    }
    let middle = TOP + HEIGHT / 2.0;
    svg.rectangle("typical", [LEFT - 44.0, middle - 13.0, 6.0, 11.0], "fill-opacity=\"0.95\"");
    svg.words("axis", [LEFT - 50.0, middle - 4.0], "end", "", &curve.names[1]);
    svg.dots("deviant", 2.0, "fill=\"currentColor\"", &[([LEFT - 41.0, middle + 10.0], String::new())]);
    svg.words("axis", [LEFT - 50.0, middle + 14.0], "end", "", &curve.names[0]);
}

#[expect(clippy::cast_precision_loss, reason = "a few marks")]
fn count(number: usize) -> f64 {
    number as f64
}
