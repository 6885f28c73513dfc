//! The distance of consistencies from being equal (Garcia-Castro & Ariño 2016).

use equifinal_study::config::Distance;
use equifinal_study::exact::Sum;

/// The Euclidean distance between the shares of `values` in their sum and equal shares, √Σ(v/Σv − 1/n)². Values that
/// are undefined (0/0) are left out, and n counts the others.
///
/// The adjusted distance is divided by √(n/(n² + 3n + 2)), so that distances over different numbers of groups can be
/// compared. `None` if no value is above zero.
#[expect(clippy::cast_precision_loss, reason = "a number of groups is far below 2^52")]
pub fn distance(values: &[Option<f64>], kind: Distance) -> Option<f64> {
    let values: Vec<f64> = values.iter().copied().flatten().collect();
    let (sum, n) = (Sum::of(&values), values.len() as f64);
    let apart = |value: &f64| {
        // As sums of one value, so that the share of the only value is 1.
        let share = Sum::of(std::slice::from_ref(value)).value() / sum.value();
        let difference = share - 1.0 / n;
        difference * difference
    };
    let plain = (!sum.is_zero()).then(|| libm::sqrt(values.iter().map(apart).sum()))?;
    Some(match kind {
        Distance::Plain => plain,
        Distance::GarciaCastro => plain / libm::sqrt(n / (n * n + 3.0 * n + 2.0)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_shares_have_no_distance() {
        let check = |values: &[Option<f64>], plain: Option<f64>| {
            let found = distance(values, Distance::Plain);
            assert!(found.zip(plain).map_or(found == plain, |(a, b)| (a - b).abs() < 1e-12), "{values:?}: {found:?}");
        };
        check(&[Some(0.8), Some(0.8), Some(0.8)], Some(0.0));
        check(&[Some(0.3)], Some(0.0));
        check(&[Some(1.0), Some(0.0)], Some(libm::sqrt(0.5)));
        // (0.6 - 0.5)² + (0.4 - 0.5)²
        check(&[Some(0.9), None, Some(0.6)], Some(libm::sqrt(0.02)));
        check(&[None, None], None);
        check(&[Some(0.0), Some(0.0)], None);
        check(&[], None);
    }

    /// √(n/(n² + 3n + 2)) is √(2/12) for two groups.
    #[test]
    fn the_adjusted_distance_is_divided_by_that_of_its_number_of_groups() {
        let adjusted = distance(&[Some(1.0), Some(0.0)], Distance::GarciaCastro);
        assert!(adjusted.is_some_and(|found| (found - libm::sqrt(3.0)).abs() < 1e-12), "{adjusted:?}");
    }
}
