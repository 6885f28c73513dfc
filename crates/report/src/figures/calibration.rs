//! A calibration: raw values below, memberships above, the curve between its anchors, and the cases on it.

use super::frame::{Frame, SHARES};
use super::labels::place;
use super::svg::Svg;
use super::words::Titles;
use crate::number::shortest;

/// The content of a calibration figure.
#[derive(Debug)]
pub(crate) struct Calibrated<'a> {
    /// Id, raw value and membership of each case.
    pub(crate) cases: Vec<(&'a str, f64, f64)>,
    /// Full out, crossover, full in, where the method has three anchors.
    pub(crate) anchors: Option<[f64; 3]>,
    /// The membership at full in of a logistic curve, where the method is one.
    pub(crate) logistic: Option<f64>,
}

const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 344.0;
/// Bars of the histogram.
const BARS: usize = 16;
/// Points that a curve is drawn through.
const STEPS: u32 = 96;
/// Most names that a drawing can carry.
const NAMES: usize = 24;

/// Draws it, with the raw values along the horizontal axis.
pub(crate) fn calibration(id: &str, titles: &Titles, shown: &Calibrated<'_>) -> String {
    let mut svg = Svg::new(id, WIDTH, HEIGHT, &titles.title, &titles.description);
    let raw = shown.cases.iter().map(|(_, raw, _)| *raw).chain(shown.anchors.into_iter().flatten());
    let (low, high) = raw.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), raw| (low.min(raw), high.max(raw)));
    let margin = if high > low { (high - low) * 0.04 } else { 1.0 };
    let frame = Frame { place: [56.0, 14.0, 390.0, 280.0], x: [low - margin, high + margin], y: [0.0, 1.0] };
    histogram(&mut svg, &frame, shown);
    frame.outline(&mut svg);
    frame.ticks_left(&mut svg, &SHARES);
    // A logistic curve reaches its degree at the outer anchors, every other curve 0 and 1.
    let idm = shown.logistic.unwrap_or(1.0);
    for (anchor, share) in shown.anchors.into_iter().flatten().zip([1.0 - idm, 0.5, idm]) {
        let ([x, top], [_, bottom]) = (frame.at(anchor, 1.0), frame.at(anchor, 0.0));
        svg.line("anchor", [x, top, x, bottom], "stroke-dasharray=\"3 3\" stroke-opacity=\"0.5\"");
        svg.dots("orange", 3.0, "", &[(frame.at(anchor, share), shortest(anchor))]);
    }
    let ticks: Vec<String> =
        shown.anchors.map_or_else(|| vec![low, high], |anchors| anchors.to_vec()).into_iter().map(shortest).collect();
    let values = shown.anchors.map_or_else(|| vec![low, high], |anchors| anchors.to_vec());
    let ticks: Vec<(f64, &str)> = values.into_iter().zip(ticks.iter().map(String::as_str)).collect();
    frame.ticks_below(&mut svg, &ticks);
    if let (Some(anchors), Some(idm)) = (shown.anchors, shown.logistic) {
        svg.polyline(
            "curve",
            &curve(&frame, anchors, idm),
            "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.7\"",
        );
    }
    let dots: Vec<([f64; 2], String)> =
        shown.cases.iter().map(|(case, raw, membership)| (frame.at(*raw, *membership), (*case).to_owned())).collect();
    // Cases with the same value are one dot that names them all.
    let mut together: Vec<([f64; 2], Vec<String>)> = Vec::new();
    for (at, case) in &dots {
        match together.iter_mut().find(|(other, _)| other == at) {
            Some((_, cases)) => cases.push(case.clone()),
            None => together.push((*at, vec![case.clone()])),
        }
    }
    for (at, cases) in &together {
        svg.case("blue", *at, 3.2, "fill-opacity=\"0.85\"", &cases.join(", "), cases);
    }
    for label in place(&dots, [56.0, 14.0, 446.0, 294.0], NAMES, Vec::new()) {
        if let Some((_, case)) = dots.get(label.dot) {
            svg.words("case", label.at, "start", "font-size=\"9.5\"", case);
        }
    }
    frame.names(&mut svg, &titles.x, &titles.y);
    svg.finish()
}

/// Draws a histogram of raw values in the background.
fn histogram(svg: &mut Svg, frame: &Frame, shown: &Calibrated<'_>) {
    let [low, high] = frame.x;
    let mut counts = [0_u32; BARS];
    for (_, raw, _) in &shown.cases {
        let share = (raw - low) / (high - low);
        let bar = (0..BARS).rev().find(|bar| share >= *bar as f64 / BARS as f64).unwrap_or(0);
        counts[bar] += 1;
    }
    let most = f64::from(counts.iter().copied().max().unwrap_or(1).max(1));
    let [left, top, width, height] = frame.place;
    for (bar, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        let (tall, wide) = (f64::from(count) / most * height * 0.42, width / BARS as f64);
        let area = [left + bar as f64 * wide + 1.0, top + height - tall, wide - 2.0, tall];
        svg.rectangle("histogram", area, "fill-opacity=\"0.1\"");
    }
}

/// The logistic curve of Ragin (2008) through three anchors.
fn curve(frame: &Frame, [out, crossover, full]: [f64; 3], idm: f64) -> Vec<[f64; 2]> {
    let odds = libm::log(idm / (1.0 - idm));
    let [low, high] = frame.x;
    let steps = (0..=STEPS).map(|step| low + (high - low) * f64::from(step) / f64::from(STEPS));
    let membership = |raw: f64| {
        let towards_full = (raw - crossover) * (full - crossover) >= 0.0;
        let span = if towards_full { full - crossover } else { crossover - out };
        1.0 / (1.0 + libm::exp(-odds * (raw - crossover) / span))
    };
    steps.map(|raw| frame.at(raw, membership(raw))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(anchors: [f64; 3], cases: &[(&str, f64, f64)]) -> String {
        let [title, description, x, y] = ["title", "description", "x", "y"].map(str::to_owned);
        let titles = Titles { title, description, x, y };
        let shown = Calibrated { cases: cases.to_vec(), anchors: Some(anchors), logistic: Some(0.95) };
        calibration("id", &titles, &shown)
    }

    #[test]
    fn the_curve_passes_through_its_anchors_whatever_its_direction() {
        let frame = Frame { place: [0.0, 0.0, 100.0, 100.0], x: [0.0, 96.0], y: [0.0, 1.0] };
        for (anchors, at_zero) in [([24.0, 48.0, 72.0], 0.0), ([72.0, 48.0, 24.0], 1.0)] {
            let curve = curve(&frame, anchors, 0.95);
            for (raw, membership) in anchors.into_iter().zip([0.05, 0.5, 0.95]) {
                let found = curve[raw as usize][1];
                assert!((found - (1.0 - membership) * 100.0).abs() < 1e-9, "{anchors:?} at {raw}: {found}");
            }
            assert!((curve[0][1] - (1.0 - at_zero) * 100.0).abs() < 1.0);
        }
    }

    #[test]
    fn every_case_is_a_dot_and_lone_values_have_a_place() {
        let svg = check([1.0, 2.0, 3.0], &[("a", 1.0, 0.05), ("<b>", 2.5, 0.8)]);
        assert_eq!(svg.matches("data-cases").count(), 2);
        assert!(svg.contains("&lt;b&gt;") && !svg.contains("NaN"));
        assert!(!check([1.0, 1.0, 1.0], &[("a", 1.0, 0.5)]).contains("inf"));
    }
}
