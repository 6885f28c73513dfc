//! Straight lines.

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The outcome where the condition is 0.
    pub intercept: f64,
    /// The outcome gained per unit of the condition.
    pub slope: f64,
}

impl Line {
    /// The outcome at `x`.
    pub fn at(self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }

    /// The line through a point.
    pub(crate) fn through((x, y): (f64, f64), slope: f64) -> Self {
        Self { intercept: y - slope * x, slope }
    }

    /// The line through two points; `None` if it is vertical.
    pub(crate) fn joining(from: (f64, f64), to: (f64, f64)) -> Option<Self> {
        let slope = (to.1 - from.1) / (to.0 - from.0);
        slope.is_finite().then(|| Self::through(to, slope))
    }

    /// The least squares line of weighted points, summed in their order; `None` if they share one `x`.
    pub(crate) fn least_squares(points: impl Iterator<Item = (f64, f64, f64)> + Clone) -> Option<Self> {
        let (mut weight, mut sum_x, mut sum_y) = (0.0, 0.0, 0.0);
        for (x, y, w) in points.clone() {
            weight += w;
            sum_x += w * x;
            sum_y += w * y;
        }
        let (x_mean, y_mean) = (sum_x / weight, sum_y / weight);
        let (mut square, mut product) = (0.0, 0.0);
        for (x, y, w) in points {
            square += w * (x - x_mean) * (x - x_mean);
            product += w * (x - x_mean) * (y - y_mean);
        }
        (square > 0.0).then(|| Self::through((x_mean, y_mean), product / square))
    }
}
