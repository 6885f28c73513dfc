//! Axes that drawings share: a frame with ticks between two values and what they measure.

use super::svg::{Svg, length};

/// A frame on the paper and what its sides stand for.
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

    /// Ticks below.
    pub(crate) fn ticks_below(&self, svg: &mut Svg, ticks: &[(f64, impl AsRef<str>)]) {
        let bottom = self.place[1] + self.place[3];
        for (value, name) in ticks {
            let [x, _] = self.at(*value, self.y[0]);
            svg.line("tick", [x, bottom, x, bottom + 5.0], "");
            svg.words("tick", [x, bottom + 18.0], "middle", "font-size=\"11\"", name.as_ref());
        }
    }

    /// Ticks to the left.
    pub(crate) fn ticks_left(&self, svg: &mut Svg, ticks: &[(f64, impl AsRef<str>)]) {
        for (value, name) in ticks {
            let [_, y] = self.at(self.x[0], *value);
            let left = self.place[0];
            svg.line("tick", [left - 5.0, y, left, y], "");
            svg.words("tick", [left - 9.0, y + 4.0], "end", "font-size=\"11\"", name.as_ref());
        }
    }

    /// What the axes measure.
    pub(crate) fn names(&self, svg: &mut Svg, x: &str, y: &str) {
        let [left, top, width, height] = self.place;
        svg.words("axis", [left + width / 2.0, top + height + 38.0], "middle", "", x);
        let middle = top + height / 2.0;
        let turned = format!("transform=\"rotate(-90 14 {})\"", length(middle));
        svg.words("axis", [14.0, middle], "middle", &turned, y);
    }
}
