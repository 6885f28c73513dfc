//! Quantile regression on one condition (Koenker & Bassett 1978), exactly.
//!
//! The loss is convex and piecewise linear in slope and intercept, and a line of least loss runs through two cases. From
//! a line through one case, the best slope is a weighted quantile of the slopes to the others; turning around the case
//! so reached, and so on, each step lowers the loss, until no case on the line allows a better one (the simplex of
//! Barrodale & Roberts 1974 in two dimensions).

use crate::line::Line;

/// The line below which the share `tau` of the cases lies; `None` if all cases share one `x`.
pub(crate) fn quantile_line(x: &[f64], y: &[f64], tau: f64) -> Option<Line> {
    let mut search = Search { x, y, tau, slopes: Vec::with_capacity(x.len()) };
    let mut best = search.around(x.len() / 2)?;
    let mut loss = search.loss(best);
    let tolerance = loss.abs() * 1e-12;
    loop {
        let mut better = None;
        for place in 0..x.len() {
            if !search.is_on(best, place) {
                continue;
            }
            let Some(turned) = search.around(place) else { continue };
            let found = search.loss(turned);
            if found < loss - tolerance {
                better = Some((turned, found));
                break;
            }
        }
        match better {
            Some((line, found)) => (best, loss) = (line, found),
            None => return Some(best),
        }
    }
}

struct Search<'a> {
    x: &'a [f64],
    y: &'a [f64],
    tau: f64,
    slopes: Vec<(f64, f64)>,
}

impl Search<'_> {
    fn loss(&self, line: Line) -> f64 {
        let residuals = self.x.iter().zip(self.y).map(|(&x, &y)| y - line.at(x));
        residuals.map(|residual| if residual > 0.0 { self.tau * residual } else { (self.tau - 1.0) * residual }).sum()
    }

    fn is_on(&self, line: Line, place: usize) -> bool {
        let (at, y) = (line.at(self.x[place]), self.y[place]);
        (at - y).abs() <= 1e-11 * (at.abs() + y.abs() + (line.slope * self.x[place]).abs())
    }

    /// The best line through the case at `place`; `None` if no other case has another `x`.
    fn around(&mut self, place: usize) -> Option<Line> {
        let (x, y) = (self.x[place], self.y[place]);
        self.slopes.clear();
        let mut target = 0.0;
        for (&other_x, &other_y) in self.x.iter().zip(self.y) {
            let run = other_x - x;
            if run != 0.0 {
                self.slopes.push(((other_y - y) / run, run.abs()));
                target += if run > 0.0 { self.tau * run } else { (self.tau - 1.0) * run };
            }
        }
        self.slopes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut weight = 0.0;
        let reached = self.slopes.iter().find(|(_, run)| {
            weight += run;
            weight >= target * (1.0 - 1e-14)
        });
        let slope = reached.or(self.slopes.last())?.0;
        Some(Line::through((x, y), slope))
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::draws::Draws;

    use super::*;

    /// The least loss of the lines through any two cases.
    fn least_loss(x: &[f64], y: &[f64], tau: f64) -> f64 {
        let search = Search { x, y, tau, slopes: Vec::new() };
        let pairs = (0..x.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let lines = pairs.filter_map(|(a, b)| Line::joining((x[a], y[a]), (x[b], y[b])));
        lines.map(|line| search.loss(line)).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn the_line_has_the_least_loss_of_all_lines_through_two_cases() {
        for draw in 0..300 {
            let mut draws = Draws::keyed([3; 32], draw);
            let cases = 3 + draws.index(25);
            let grid = 2 + draws.index(8);
            let mut values = || -> Vec<f64> { (0..cases).map(|_| draws.index(grid) as f64).collect() };
            let (x, y) = (values(), values());
            for tau in [0.5, 0.75, 0.9, 0.95] {
                let Some(line) = quantile_line(&x, &y, tau) else { continue };
                let found = Search { x: &x, y: &y, tau, slopes: Vec::new() }.loss(line);
                assert!((found - least_loss(&x, &y, tau)).abs() < 1e-9, "draw {draw}, tau {tau}: {line:?}");
            }
        }
        assert_eq!(quantile_line(&[1.0, 1.0], &[1.0, 2.0], 0.9), None);
    }
}
