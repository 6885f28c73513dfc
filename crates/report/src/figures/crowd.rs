//! Many cases in one drawing: one disc per grid square, with an area proportional to the number of cases.

use std::collections::BTreeMap;

/// Squares per side; an even number, so that none lies on both sides of the middle.
const SQUARES: u32 = 50;

/// The cases of one class in one square.
#[derive(Debug, PartialEq)]
pub(crate) struct Disc {
    /// The middle of the square.
    pub(crate) at: [f64; 2],
    /// The radius; half the side of the square for the largest number of cases.
    pub(crate) radius: f64,
    /// The number of cases.
    pub(crate) cases: usize,
}

/// The discs of cases at `points`, each with its class, in a square drawing from `left` and `top`; in the order of
/// classes and places.
pub(crate) fn discs<C: Ord>(
    points: impl Iterator<Item = (C, [f64; 2])>,
    [left, top, side]: [f64; 3],
) -> Vec<(C, Disc)> {
    let square = side / f64::from(SQUARES);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the grid")]
    let place = |at: f64, start: f64| (((at - start) / square).max(0.0) as u32).min(SQUARES - 1);
    let mut counts: BTreeMap<(C, u32, u32), usize> = BTreeMap::new();
    for (class, [x, y]) in points {
        *counts.entry((class, place(x, left), place(y, top))).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1) as f64;
    let middle = |at: u32, start: f64| start + (f64::from(at) + 0.5) * square;
    let disc = |((class, x, y), cases): ((C, u32, u32), usize)| {
        // The least is large enough to be seen.
        let radius = (square / 2.0 * libm::sqrt(cases as f64 / most)).max(0.6);
        (class, Disc { at: [middle(x, left), middle(y, top)], radius, cases })
    };
    counts.into_iter().map(disc).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_of_a_class_in_a_square_are_one_disc() {
        let points = [(0, [0.1, 0.1]), (0, [0.2, 1.9]), (1, [0.1, 0.1]), (0, [100.0, 99.0]), (0, [0.0, 0.0])];
        let found = discs(points.into_iter(), [0.0, 0.0, 100.0]);
        let shown: Vec<(i32, [f64; 2], usize)> =
            found.iter().map(|(class, disc)| (*class, disc.at, disc.cases)).collect();
        assert_eq!(shown, [(0, [1.0, 1.0], 3), (0, [99.0, 99.0], 1), (1, [1.0, 1.0], 1)]);
        assert!((found[0].1.radius - 1.0).abs() < 1e-12 && (found[1].1.radius - 0.6).abs() < 1e-12, "{found:?}");
    }
}
