//! Values that are not there: a case without a value of a set, among the numbers of the others.
//!
//! A missing number is NaN, so that any use of it is seen in the result. Calibration, analysis and report pass such
//! cases over by [`is_missing`].

/// The number of a case that has none.
pub const MISSING: f64 = f64::NAN;

/// True if a case has no number.
pub fn is_missing(number: f64) -> bool {
    number.is_nan()
}

/// The numbers of the cases that have one.
pub fn known(numbers: &[f64]) -> impl Iterator<Item = f64> {
    numbers.iter().copied().filter(|&number| !is_missing(number))
}

/// True if both hold the same numbers, missing ones in the same places.
pub fn are_same(some: &[f64], others: &[f64]) -> bool {
    let same = |(a, b): (&f64, &f64)| a.total_cmp(b).is_eq() || is_missing(*a) && is_missing(*b);
    some.len() == others.len() && some.iter().zip(others).all(same)
}
