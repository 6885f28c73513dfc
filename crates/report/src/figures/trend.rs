//! Trends of indicators as small panels of equal size, each with its own scale.

use super::svg::Svg;

/// One panel.
#[derive(Debug)]
pub(crate) struct Panel {
    /// The indicator's name.
    pub(crate) title: String,
    /// Years with values, rising; not empty.
    pub(crate) series: Vec<(i32, f64)>,
    /// The first and the last value, as printed.
    pub(crate) ends: [String; 2],
    /// The target with its printed value.
    pub(crate) target: Option<(f64, String)>,
}

const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 184.0;
const APART: f64 = 40.0;
const TOP: f64 = 40.0;
const PLOT: f64 = 92.0;
const LEFT: f64 = 8.0;
const RIGHT: f64 = 60.0;

/// The panels in rows of two.
#[expect(clippy::cast_precision_loss, reason = "a figure has few panels")]
pub(crate) fn trends(id: &str, title: &str, description: &str, panels: &[Panel]) -> String {
    let columns = panels.len().min(2);
    let rows = panels.len().div_ceil(2);
    let across = |count: usize| count as f64 * WIDTH + count.saturating_sub(1) as f64 * APART;
    let mut svg = Svg::new(id, across(columns), rows as f64 * HEIGHT, title, description);
    for (at, panel) in panels.iter().enumerate() {
        draw(&mut svg, panel, (at % 2) as f64 * (WIDTH + APART), (at / 2) as f64 * HEIGHT);
    }
    svg.finish()
}

fn draw(svg: &mut Svg, panel: &Panel, left: f64, top: f64) {
    let (Some(&first), Some(&last)) = (panel.series.first(), panel.series.last()) else { return };
    svg.words("stage", [left, top + 16.0], "start", "font-weight=\"bold\"", &panel.title);
    let values = || panel.series.iter().map(|(_, value)| *value).chain(panel.target.iter().map(|(value, _)| *value));
    let (low, high) =
        values().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let spread = if high > low { high - low } else { 1.0 };
    let years = f64::from(last.0 - first.0).max(1.0);
    let place = |(year, value): (i32, f64)| {
        let x = left + LEFT + f64::from(year - first.0) / years * (WIDTH - LEFT - RIGHT);
        [x, top + TOP + (1.0 - (value - low) / spread) * PLOT]
    };
    let base = top + TOP + PLOT + 21.0;
    svg.line("axis", [left, base, left + WIDTH - RIGHT + LEFT, base], "stroke-opacity=\"0.55\"");
    if let Some((value, printed)) = &panel.target {
        let [_, y] = place((first.0, *value));
        svg.line(
            "target",
            [left, y, left + WIDTH - RIGHT + LEFT, y],
            "stroke-dasharray=\"4 3\" stroke-opacity=\"0.7\"",
        );
        // The name of the target keeps clear of the last value.
        let [_, end] = place(last);
        let shifted = if (end - y).abs() < 13.0 { if end < y { y + 12.0 } else { y - 6.0 } } else { y + 4.0 };
        svg.words(
            "tick",
            [left + WIDTH - RIGHT + LEFT + 4.0, shifted],
            "start",
            "font-size=\"10\" font-style=\"italic\"",
            printed,
        );
    }
    for pair in panel.series.windows(2) {
        if let [before, now] = pair {
            let ([x1, y1], [x2, y2]) = (place(*before), place(*now));
            let gap = if now.0 - before.0 > 1 { "stroke-dasharray=\"2 3\"" } else { "stroke-width=\"1.6\"" };
            svg.line("trend", [x1, y1, x2, y2], gap);
        }
    }
    let dots: Vec<([f64; 2], String)> =
        panel.series.iter().map(|point| (place(*point), format!("{}: {}", point.0, point.1))).collect();
    svg.dots("typical", 2.6, "fill-opacity=\"0.95\"", &dots);
    let [start, end] = [place(first), place(last)];
    // The first value stands on the side that the line leaves free.
    let rises = panel.series.get(1).is_none_or(|second| second.1 >= first.1);
    let beside = if rises { start[1] + 15.0 } else { start[1] - 8.0 };
    svg.words("tick", [start[0] - 2.0, beside], "start", "font-size=\"11\"", &panel.ends[0]);
    svg.words("tick", [end[0] + 7.0, end[1] + 4.0], "start", "font-size=\"11\"", &panel.ends[1]);
    svg.words("tick", [start[0], base + 15.0], "start", "font-size=\"11\"", &first.0.to_string());
    svg.words("tick", [end[0], base + 15.0], "end", "font-size=\"11\"", &last.0.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::tests::count;

    #[test]
    fn panels_stand_in_rows_of_two_with_their_ends_and_targets() {
        let panel = |target| Panel {
            title: "visits".to_owned(),
            series: vec![(2013, 1.0), (2014, 1.5), (2016, 2.0)],
            ends: ["1.0".to_owned(), "2.0".to_owned()],
            target,
        };
        let drawn = trends("t", "title", "d", &[panel(None), panel(Some((3.0, "3".to_owned()))), panel(None)]);
        assert!(drawn.contains("viewBox=\"0 0 640 368\""), "{drawn}");
        assert_eq!(count(&drawn, ["line", "trend"]), 6);
        assert_eq!(count(&drawn, ["line", "target"]), 1);
        assert_eq!(drawn.matches(">2016</text>").count(), 3);
        assert!(trends("t", "title", "d", &[]).contains("<svg"));
    }
}
