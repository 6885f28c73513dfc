//! The scree plot of a parallel analysis: eigenvalues beside those of random data (Horn 1965).

use super::svg::{Svg, length};
use crate::number::fixed;

/// The words of the plot.
#[derive(Debug)]
pub(crate) struct Labels {
    /// The title, for those who cannot see it.
    pub(crate) title: String,
    /// What kind of figure it is.
    pub(crate) description: String,
    /// The horizontal axis.
    pub(crate) x: String,
    /// The vertical axis.
    pub(crate) y: String,
    /// What the line of the items is.
    pub(crate) found: String,
    /// What the line of random data is.
    pub(crate) chance: String,
}

const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 56.0;
const TOP: f64 = 12.0;
const SIZE: [f64; 2] = [390.0, 236.0];
/// Most ticks of an axis.
const TICKS: usize = 10;

/// Eigenvalues in falling order, `found` and `chance` alike.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
pub(crate) fn plot(id: &str, labels: &Labels, found: &[f64], chance: &[f64]) -> String {
    let mut svg = Svg::new(id, WIDTH, HEIGHT, &labels.title, &labels.description);
    let top = found.iter().chain(chance).copied().fold(1.0, f64::max).ceil();
    let count = found.len().max(2);
    let at = |place: usize, value: f64| {
        let x = LEFT + SIZE[0] * (place as f64 + 0.5) / count as f64;
        [x, TOP + SIZE[1] * (1.0 - value.max(0.0) / top)]
    };
    frame(&mut svg, labels, count, top, &|place, value| at(place, value));
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

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "eigenvalues of items are at most their number"
)]
fn frame(svg: &mut Svg, labels: &Labels, count: usize, top: f64, at: &dyn Fn(usize, f64) -> [f64; 2]) {
    let [width, height] = SIZE;
    svg.rectangle("frame", [LEFT, TOP, width, height], "fill=\"none\" stroke=\"currentColor\"");
    for place in (0..count).step_by(count.div_ceil(TICKS)) {
        let [x, _] = at(place, 0.0);
        svg.line("tick", [x, TOP + height, x, TOP + height + 5.0], "");
        svg.words("tick", [x, TOP + height + 18.0], "middle", "font-size=\"11\"", &(place + 1).to_string());
    }
    let top = top as usize;
    for value in (0..=top).step_by(top.div_ceil(TICKS).max(1)) {
        let [_, y] = at(0, value as f64);
        svg.line("tick", [LEFT - 5.0, y, LEFT, y], "");
        svg.words("tick", [LEFT - 9.0, y + 4.0], "end", "font-size=\"11\"", &value.to_string());
    }
    svg.words("axis", [LEFT + width / 2.0, TOP + height + 39.0], "middle", "", &labels.x);
    let middle = TOP + height / 2.0;
    svg.words("axis", [14.0, middle], "middle", &format!("transform=\"rotate(-90 14 {})\"", length(middle)), &labels.y);
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(svg.matches("class=\"found\"").count(), 4);
    }
}
