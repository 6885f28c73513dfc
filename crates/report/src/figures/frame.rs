//! Axes shared by drawings: a frame with ticks and axis titles.

use super::svg::{Svg, length};
use super::words::cut;
use crate::number::fixed;
use crate::width::display_width;

/// A frame in the drawing and the ranges of its axes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// Left, top, width, height on the paper.
    pub(crate) place: [f64; 4],
    /// Lowest and highest value of the horizontal axis.
    pub(crate) x: [f64; 2],
    /// Lowest and highest value of the vertical axis.
    pub(crate) y: [f64; 2],
}

/// The ticks of a share in [0, 1].
pub(crate) const SHARES: [(f64, &str); 5] = [(0.0, "0"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (1.0, "1")];

/// Round values between two, at most a fourth of their distance apart.
pub(crate) fn round_ticks([from, to]: [f64; 2]) -> Vec<(f64, String)> {
    let most = (to - from) / 4.0 * (1.0 + 1e-9);
    let magnitude = libm::floor(libm::log10(most));
    let ten = libm::pow(10.0, magnitude);
    let step = [5.0, 2.0].into_iter().map(|times| times * ten).find(|step| *step <= most).unwrap_or(ten);
    let decimals = if magnitude < 0.0 { -magnitude as usize } else { 0 };
    let first = libm::ceil(from / step - 1e-9);
    let values = std::iter::successors(Some(first), |at| Some(at + 1.0)).map(|at| at * step);
    let within = values.take_while(|value| *value <= to + 1e-9 * step);
    within.map(|value| (value, fixed(value, decimals))).collect()
}

/// Words in the size that fits them into `room`, cut where the smallest one does not.
fn fitted(words: &str, room: f64) -> (String, String) {
    const LARGEST: f64 = 12.0;
    const SMALLEST: f64 = 8.0;
    /// The width of a half-width letter, in sizes.
    const LETTER: f64 = 0.54;
    #[expect(clippy::cast_precision_loss, reason = "a few words")]
    let letters = display_width(words) as f64;
    let size = (room / (LETTER * letters.max(1.0))).clamp(SMALLEST, LARGEST);
    (cut(words, (room / (LETTER * size)) as usize), format!("font-size=\"{}\"", length(size)))
}

impl Frame {
    /// Where a pair of values stands on the paper.
    pub(crate) fn at(&self, x: f64, y: f64) -> [f64; 2] {
        let [left, top, width, height] = self.place;
        let share = |value: f64, [low, high]: [f64; 2]| if high > low { (value - low) / (high - low) } else { 0.5 };
        [left + share(x, self.x) * width, top + (1.0 - share(y, self.y)) * height]
    }

    /// The frame itself.
    pub(crate) fn outline(&self, svg: &mut Svg) {
        svg.rectangle("frame", self.place, "fill=\"none\" stroke=\"currentColor\"");
    }

    /// Ticks below. Marks that look the same follow one another, so that a file states their look once.
    pub(crate) fn ticks_below(&self, svg: &mut Svg, ticks: &[(f64, impl AsRef<str>)]) {
        let bottom = self.place[1] + self.place[3];
        let x = |value: f64| self.at(value, self.y[0])[0];
        for (value, _) in ticks {
            svg.line("tick", [x(*value), bottom, x(*value), bottom + 5.0], "");
        }
        for (value, name) in ticks {
            svg.words("tick", [x(*value), bottom + 18.0], "middle", "font-size=\"11\"", name.as_ref());
        }
    }

    /// Ticks to the left.
    pub(crate) fn ticks_left(&self, svg: &mut Svg, ticks: &[(f64, impl AsRef<str>)]) {
        let left = self.place[0];
        let y = |value: f64| self.at(self.x[0], value)[1];
        for (value, _) in ticks {
            svg.line("tick", [left - 5.0, y(*value), left, y(*value)], "");
        }
        for (value, name) in ticks {
            svg.words("tick", [left - 9.0, y(*value) + 4.0], "end", "font-size=\"11\"", name.as_ref());
        }
    }

    /// Writes the axis titles.
    pub(crate) fn names(&self, svg: &mut Svg, x: &str, y: &str) {
        let [left, top, width, height] = self.place;
        let (below, size) = fitted(x, width + 16.0);
        svg.words("axis", [left + width / 2.0, top + height + 38.0], "middle", &size, &below);
        let middle = top + height / 2.0;
        let (beside, size) = fitted(y, 2.0 * middle);
        let turned = format!("{size} transform=\"rotate(-90 14 {})\"", length(middle));
        svg.words("axis", [14.0, middle], "middle", &turned, &beside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_named_as_they_are() {
        for (axis, names) in [
            ([0.0, 1.0], "0.0 0.2 0.4 0.6 0.8 1.0"),
            ([0.2, 1.0], "0.2 0.4 0.6 0.8 1.0"),
            ([0.8375, 0.9525], "0.84 0.86 0.88 0.90 0.92 0.94"),
            ([0.525, 0.725], "0.55 0.60 0.65 0.70"),
            ([445.0, 805.0], "450 500 550 600 650 700 750 800"),
            ([-3.0, 2.0], "-3 -2 -1 0 1 2"),
        ] {
            let ticks = round_ticks(axis);
            assert_eq!(ticks.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(" "), names);
            assert!(ticks.iter().all(|(value, name)| (value - name.parse::<f64>().unwrap()).abs() < 1e-9), "{axis:?}");
        }
    }

    #[test]
    fn what_an_axis_measures_keeps_to_its_room() {
        for (words, letters, size) in [("short", 5, "12"), (&*"x".repeat(60), 60, "9.26"), (&*"x".repeat(500), 69, "8")]
        {
            let (fitted, attribute) = fitted(words, 300.0);
            assert_eq!((fitted.chars().count(), attribute), (letters, format!("font-size=\"{size}\"")));
        }
    }
}
