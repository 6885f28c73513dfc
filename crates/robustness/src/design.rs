//! Designs of a multiverse: the tried combinations of decisions, each computed from its number alone.

use equifinal_study::draws::mixed;

/// Points in a hypercube, numbered.
#[derive(Debug, Clone)]
pub(crate) enum Points {
    /// This number of points on the diagonal: the first value of each dimension, then the second one, and so on.
    Diagonal(u64),
    /// Latin hypercube: each dimension is spread evenly, in an order of its own (McKay, Beckman & Conover 1979).
    LatinHypercube {
        /// Number of points.
        size: u64,
        /// The key of the orders.
        seed: u64,
    },
    /// A Sobol sequence (Sobol 1967) with direction numbers of Joe & Kuo (2008), one entry per dimension.
    Sobol(Vec<[u32; BITS as usize]>),
}

impl Points {
    /// A Sobol sequence of so many dimensions.
    pub(crate) fn sobol(dimensions: usize) -> Self {
        Self::Sobol((0..dimensions).map(directions).collect())
    }

    /// The coordinate in [0, 1) of a point in one dimension.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double")]
    pub(crate) fn coordinate(&self, point: u64, dimension: usize) -> f64 {
        match self {
            Self::Diagonal(size) => (point as f64 + 0.5) / *size as f64,
            Self::Sobol(directions) => directions.get(dimension).map_or(0.0, |directions| sobol(point, directions)),
            Self::LatinHypercube { size, seed } => {
                let key = mixed(seed ^ mixed(dimension as u64 + 1));
                let stratum = permuted(point, *size, key);
                let within = (mixed(key ^ mixed(point)) >> 11) as f64 / (1_u64 << 53) as f64;
                (stratum as f64 + within) / *size as f64
            }
        }
    }
}

/// A permutation of `0..size`, one number at a time: a Feistel network over the next power of four, walked until the
/// number lies within (Black & Rogaway 2002).
pub(crate) fn permuted(number: u64, size: u64, key: u64) -> u64 {
    let half = (64 - size.saturating_sub(1).leading_zeros()).div_ceil(2).max(1);
    let mask = (1_u64 << half) - 1;
    let mut number = number;
    loop {
        let (mut left, mut right) = (number >> half, number & mask);
        for round in 0..6 {
            (left, right) = (right, left ^ (mixed(right ^ mixed(key ^ round)) & mask));
        }
        number = left << half | right;
        if number < size {
            return number;
        }
    }
}

/// Degree, coefficients and first direction numbers of the primitive polynomials from the second dimension on.
const POLYNOMIALS: [(u32, u32, &[u32]); 20] = [
    (1, 0, &[1]),
    (2, 1, &[1, 3]),
    (3, 1, &[1, 3, 1]),
    (3, 2, &[1, 1, 1]),
    (4, 1, &[1, 1, 3, 3]),
    (4, 4, &[1, 3, 5, 13]),
    (5, 2, &[1, 1, 5, 5, 17]),
    (5, 4, &[1, 1, 5, 5, 5]),
    (5, 7, &[1, 1, 7, 11, 19]),
    (5, 11, &[1, 1, 5, 1, 1]),
    (5, 13, &[1, 1, 1, 3, 11]),
    (5, 14, &[1, 3, 5, 5, 31]),
    (6, 1, &[1, 3, 3, 9, 7, 49]),
    (6, 13, &[1, 1, 1, 15, 21, 21]),
    (6, 16, &[1, 3, 1, 13, 27, 49]),
    (6, 19, &[1, 1, 1, 15, 7, 5]),
    (6, 22, &[1, 3, 1, 15, 13, 25]),
    (6, 25, &[1, 1, 5, 5, 19, 61]),
    (7, 1, &[1, 3, 7, 11, 23, 15, 103]),
    (7, 4, &[1, 3, 7, 13, 13, 15, 69]),
];

const BITS: u32 = 32;

fn sobol(point: u64, directions: &[u32]) -> f64 {
    let gray = point ^ (point >> 1);
    let bits = directions.iter().enumerate().filter(|(bit, _)| gray >> bit & 1 == 1);
    let coordinate = bits.fold(0_u32, |all, (_, direction)| all ^ direction);
    f64::from(coordinate) / 4_294_967_296.0
}

/// The direction numbers of a dimension; those beyond the table repeat it.
fn directions(dimension: usize) -> [u32; BITS as usize] {
    let mut directions = [0_u32; BITS as usize];
    let polynomial = dimension.checked_sub(1).and_then(|at| POLYNOMIALS.get(at % POLYNOMIALS.len()));
    let Some(&(degree, coefficients, first)) = polynomial else {
        for (bit, direction) in (0..BITS).zip(&mut directions) {
            *direction = 1 << (BITS - 1 - bit);
        }
        return directions;
    };
    let degree = degree as usize;
    for at in 0..directions.len() {
        let shift = u32::try_from(at).unwrap_or_default();
        directions[at] = match first.get(at) {
            Some(number) => number << (BITS - 1 - shift),
            None => {
                let before = directions[at - degree];
                let mut next = before ^ (before >> degree);
                for back in 1..degree {
                    if coefficients >> (degree - 1 - back) & 1 == 1 {
                        next ^= directions[at - back];
                    }
                }
                next
            }
        };
    }
    directions
}

/// Number of dimensions of a Sobol sequence without repetition; study files have no more.
#[cfg(test)]
const SOBOL_DIMENSIONS: usize = POLYNOMIALS.len() + 1;

#[cfg(test)]
mod tests {
    use super::*;

    /// In every dimension the first 256 points fall into 256 equal parts, one each.
    #[test]
    fn points_are_spread_evenly_over_every_dimension() {
        for points in [Points::sobol(SOBOL_DIMENSIONS), Points::LatinHypercube { size: 256, seed: 7 }] {
            for dimension in 0..SOBOL_DIMENSIONS {
                let mut hit = [0_u32; 256];
                for point in 0..256 {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in [0, 256)")]
                    let part = (points.coordinate(point, dimension) * 256.0) as usize;
                    hit[part] += 1;
                }
                assert!(hit.iter().all(|&hit| hit == 1), "{points:?} {dimension}");
            }
        }
    }

    #[test]
    fn the_first_sobol_points_match_published_ones() {
        let known = [[0.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625]];
        let points = Points::sobol(3);
        for (point, coordinates) in (0_u64..).zip(known) {
            for (dimension, coordinate) in coordinates.into_iter().enumerate() {
                assert!((points.coordinate(point, dimension) - coordinate).abs() < 1e-12, "{point} {dimension}");
            }
        }
    }

    #[test]
    fn a_latin_hypercube_of_any_size_uses_every_stratum_once() {
        for size in [1, 2, 3, 10, 37, 1000] {
            let mut seen: Vec<u64> = (0..size).map(|point| permuted(point, size, 99)).collect();
            seen.sort_unstable();
            assert_eq!(seen, (0..size).collect::<Vec<_>>());
        }
    }
}
