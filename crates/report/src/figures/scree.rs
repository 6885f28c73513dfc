//! Scree plot of a parallel analysis: eigenvalues compared with those of random data (Horn 1965).

use std::ops::Range;

use super::frame::Frame;
use super::svg::Svg;
use crate::number::fixed;

/// The words of the plot.
#[derive(Debug)]
pub(crate) struct Labels {
    /// The title, for screen readers.
    pub(crate) title: String,
    /// The type of the figure.
    pub(crate) description: String,
    /// The horizontal axis.
    pub(crate) x: String,
    /// The vertical axis.
    pub(crate) y: String,
    /// The label of the items' line.
    pub(crate) found: String,
    /// The label of the random data's line.
    pub(crate) chance: String,
}

const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 56.0;
const TOP: f64 = 12.0;
const SIZE: [f64; 2] = [390.0, 236.0];
/// Most ticks of an axis.
const TICKS: usize = 10;

/// Draws eigenvalues in descending order; `found` and `chance` have equal length.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "eigenvalues of items are at most their number, which is small"
)]
pub(crate) fn plot(id: &str, labels: &Labels, found: &[f64], chance: &[f64]) -> String {
    let mut svg = Svg::new(id, WIDTH, HEIGHT, &labels.title, &labels.description);
    let top = found.iter().chain(chance).copied().fold(1.0, f64::max).ceil();
    let count = found.len().max(2);
    let frame = Frame { place: [LEFT, TOP, SIZE[0], SIZE[1]], x: [-0.5, count as f64 - 0.5], y: [0.0, top] };
    frame.outline(&mut svg);
    frame.ticks_below(&mut svg, &ticks(0..count, |place| place + 1));
    frame.ticks_left(&mut svg, &ticks(0..top as usize + 1, |value| value));
    frame.names(&mut svg, &labels.x, &labels.y);
    let at = |place: usize, value: f64| frame.at(place as f64, value.max(0.0));
    let series = [
        (found, "found", "", "fill=\"currentColor\"", &labels.found),
        (chance, "chance", "stroke-dasharray=\"4 3\"", "fill=\"none\" stroke=\"currentColor\"", &labels.chance),
    ];
    for (row, (values, class, dashes, fill, words)) in series.into_iter().enumerate() {
        let places: Vec<[f64; 2]> = values.iter().enumerate().map(|(place, value)| at(place, *value)).collect();
        for (from, to) in places.iter().zip(places.iter().skip(1)) {
            svg.line(class, [from[0], from[1], to[0], to[1]], dashes);
        }
        let dots = places.into_iter().zip(values).enumerate();
        let dots: Vec<_> =
            dots.map(|(place, (at, value))| (at, format!("{}: {}", place + 1, fixed(*value, 3)))).collect();
        svg.dots(class, 3.0, fill, &dots);
        let y = TOP + 20.0 + 18.0 * row as f64;
        let right = LEFT + SIZE[0] - 12.0;
        svg.line(class, [right - 30.0, y - 4.0, right, y - 4.0], dashes);
        svg.words("key", [right - 38.0, y], "end", "font-size=\"11\"", words);
    }
    svg.finish()
}

/// Some of these whole numbers, ten or so, and what they are called.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn ticks(numbers: Range<usize>, name: impl Fn(usize) -> usize) -> Vec<(f64, String)> {
    let step = numbers.len().saturating_sub(1).div_ceil(TICKS).max(1);
    numbers.step_by(step).map(|number| (number as f64, name(number).to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::tests::count;

    #[test]
    fn both_lines_are_drawn_with_their_values() {
        let labels = ["title", "about", "number", "eigenvalue", "items", "random"].map(str::to_owned);
        let [title, description, x, y, found, chance] = labels;
        let labels = Labels { title, description, x, y, found, chance };
        let svg = plot("s", &labels, &[2.5, 0.4, 0.1], &[1.2, 1.0, 0.8]);
        for said in ["1: 2.500", "3: 0.800", ">items<", ">random<", ">eigenvalue<"] {
            assert!(svg.contains(said), "{said}");
        }
        assert_eq!(svg.matches("<circle").count(), 6);
        assert_eq!([count(&svg, ["circle", "found"]), count(&svg, ["line", "found"])], [3, 3]);
    }
}
