//! Quantiles as R computes them by default (`quantile`, type 7; Hyndman & Fan 1996).

/// The value at `position` of values in ascending order, counted from 0 and interpolated linearly between neighbours;
/// `None` without values. The quantile of a share lies at `share * (count - 1)`; a position beyond the last value is the
/// last.
///
/// ```
/// use equifinal_study::quantile::at;
///
/// assert_eq!(at(&[1.0, 2.0, 4.0], 1.5), Some(3.0));
/// ```
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast of a float saturates")]
pub fn at(sorted: &[f64], position: f64) -> Option<f64> {
    let below = libm::floor(position);
    let value = |index: f64| sorted.get((index as usize).min(sorted.len().checked_sub(1)?)).copied();
    let (low, high) = (value(below)?, value(below + 1.0)?);
    Some(low + (position - below) * (high - low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_between_values_are_interpolated() {
        let values = [2.0, 3.0, 5.0, 9.0];
        for (position, expected) in [(0.0, 2.0), (0.5, 2.5), (1.0, 3.0), (2.25, 6.0), (3.0, 9.0), (7.0, 9.0)] {
            assert_eq!(at(&values, position), Some(expected), "{position}");
        }
        assert_eq!(at(&[], 0.0), None);
    }
}
