//! Intersection and union of memberships (Zadeh 1965).

/// The minimum of two memberships.
#[inline]
pub(crate) fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The maximum of two memberships.
#[inline]
pub(crate) fn greatest(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}
