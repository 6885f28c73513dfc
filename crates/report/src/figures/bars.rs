//! Nested intervals as bars, each on its own axis: robustness ranges of a number.

use super::svg::Svg;
use super::words::cut;
use crate::width::display_width;

/// Three nested intervals and the chosen value.
#[derive(Debug)]
pub(crate) struct Bar {
    /// The name of the varied number.
    pub(crate) name: String,
    /// The left and right ends of the axis.
    pub(crate) axis: [f64; 2],
    /// The intervals, the innermost first.
    pub(crate) intervals: [[f64; 2]; 3],
    /// The chosen value.
    pub(crate) chosen: f64,
    /// The ends of the innermost interval as printed.
    pub(crate) ends: [String; 2],
    /// The tooltip.
    pub(crate) title: String,
}

const LEFT: f64 = 250.0;
const WIDTH: f64 = 800.0;
const PITCH: f64 = 21.0;
const SPACE: f64 = 66.0;
/// Maximum number of letters in a name.
const LETTERS: usize = 43;
/// The opacity and thickness of each interval, the innermost first.
const STYLES: [(f64, f64); 3] = [(0.95, 7.0), (0.45, 7.0), (0.2, 7.0)];

/// The drawing; groups of bars have headings.
pub(crate) fn bars(id: &str, title: &str, description: &str, legend: &[String; 3], bars: &[Bar]) -> String {
    let top = 30.0;
    let height = top + PITCH * f64::from(u32::try_from(bars.len()).unwrap_or(u32::MAX)) + 8.0;
    let mut svg = Svg::new(id, WIDTH, height, title, description);
    let mut x = LEFT;
    for (words, (opacity, thickness)) in legend.iter().zip(STYLES) {
        svg.rectangle("typical", [x, 8.0, 18.0, thickness], &format!("fill-opacity=\"{opacity}\""));
        svg.words("legend", [x + 23.0, 15.5], "start", "font-size=\"11\"", words);
        #[expect(clippy::cast_precision_loss, reason = "a few words")]
        let wide = display_width(words) as f64 * 5.9;
        x += 23.0 + wide + 18.0;
    }
    let mut y = top;
    for bar in bars {
        one(&mut svg, bar, y);
        y += PITCH;
    }
    svg.finish()
}

fn one(svg: &mut Svg, bar: &Bar, y: f64) {
    let middle = y + PITCH / 2.0;
    let [from, to] = [LEFT + SPACE, WIDTH - SPACE];
    let place = |value: f64| {
        let share = (value - bar.axis[0]) / (bar.axis[1] - bar.axis[0]);
        from + (to - from) * if share.is_nan() { 0.5 } else { share.clamp(0.0, 1.0) }
    };
    svg.words("name", [LEFT - 10.0, middle + 4.0], "end", "font-size=\"11\"", &cut(&bar.name, LETTERS));
    svg.line("half", [from, middle, to, middle], "stroke-opacity=\"0.25\"");
    let shown = bar.intervals.iter().zip(STYLES).enumerate();
    // An interval that the next inner one covers is not seen.
    let seen =
        shown.filter(|(at, (interval, _))| at.checked_sub(1).and_then(|at| bar.intervals.get(at)) != Some(interval));
    for (_, (interval, (opacity, thickness))) in seen.rev() {
        let [a, b] = interval.map(place);
        let box_of = [a, middle - thickness / 2.0, (b - a).max(0.8), thickness];
        // Translucent bars lie on the ground, not on each other.
        svg.rectangle("ground", box_of, "fill=\"var(--paper, #fff)\"");
        svg.rectangle("typical", box_of, &format!("fill-opacity=\"{opacity}\""));
    }
    let chosen = place(bar.chosen);
    svg.line("chosen", [chosen, middle - 7.0, chosen, middle + 7.0], "stroke-width=\"1.6\"");
    svg.words("end", [from - 6.0, middle + 3.8], "end", "font-size=\"10.5\"", &bar.ends[0]);
    svg.words("end", [to + 6.0, middle + 3.8], "start", "font-size=\"10.5\"", &bar.ends[1]);
    svg.dots("chosen", 0.1, "", &[([chosen, middle], bar.title.clone())]);
}
