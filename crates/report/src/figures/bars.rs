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
    let rows: Vec<Row<'_>> =
        bars.iter().zip(0_u32..).map(|(bar, at)| Row::of(bar, top + PITCH * f64::from(at))).collect();
    drawn(&mut svg, &rows);
    svg.finish()
}

/// A bar with its place.
struct Row<'a> {
    bar: &'a Bar,
    /// The middle of the row.
    middle: f64,
}

/// The left and right end of the axes on the paper.
const AXIS: [f64; 2] = [LEFT + SPACE, WIDTH - SPACE];

impl<'a> Row<'a> {
    fn of(bar: &'a Bar, top: f64) -> Self {
        Self { bar, middle: top + PITCH / 2.0 }
    }

    /// The place of a value on the axis.
    fn place(&self, value: f64) -> f64 {
        let [low, high] = self.bar.axis;
        let share = (value - low) / (high - low);
        AXIS[0] + (AXIS[1] - AXIS[0]) * if share.is_nan() { 0.5 } else { share.clamp(0.0, 1.0) }
    }

    /// The rectangle of an interval; none if the next inner one covers it.
    fn seen(&self, at: usize) -> Option<[f64; 4]> {
        let interval = self.bar.intervals.get(at)?;
        if at.checked_sub(1).and_then(|inner| self.bar.intervals.get(inner)) == Some(interval) {
            return None;
        }
        let (_, thickness) = STYLES[at];
        let [a, b] = interval.map(|value| self.place(value));
        Some([a, self.middle - thickness / 2.0, (b - a).max(0.8), thickness])
    }
}

/// Draws the rows; marks that look the same follow one another, so that a file states their look once.
fn drawn(svg: &mut Svg, rows: &[Row<'_>]) {
    let [from, to] = AXIS;
    for row in rows {
        let name = cut(&row.bar.name, LETTERS);
        svg.words("name", [LEFT - 10.0, row.middle + 4.0], "end", "font-size=\"11\"", &name);
    }
    for row in rows {
        svg.line("half", [from, row.middle, to, row.middle], "stroke-opacity=\"0.25\"");
    }
    for (at, (opacity, _)) in STYLES.iter().enumerate().rev() {
        // Translucent bars lie on the ground, not on each other.
        for seen in rows.iter().filter_map(|row| row.seen(at)) {
            svg.rectangle("ground", seen, "fill=\"var(--paper, #fff)\"");
        }
        for seen in rows.iter().filter_map(|row| row.seen(at)) {
            svg.rectangle("typical", seen, &format!("fill-opacity=\"{opacity}\""));
        }
    }
    for row in rows {
        let chosen = row.place(row.bar.chosen);
        svg.line("chosen", [chosen, row.middle - 7.0, chosen, row.middle + 7.0], "stroke-width=\"1.6\"");
    }
    for (end, (x, anchor)) in [(from - 6.0, "end"), (to + 6.0, "start")].into_iter().enumerate() {
        for row in rows {
            svg.words("end", [x, row.middle + 3.8], anchor, "font-size=\"10.5\"", &row.bar.ends[end]);
        }
    }
    for row in rows {
        svg.dots("chosen", 0.1, "", &[([row.place(row.bar.chosen), row.middle], row.bar.title.clone())]);
    }
}
