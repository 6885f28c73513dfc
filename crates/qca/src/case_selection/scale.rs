//! Memberships and scores as whole numbers, so that equal scores are equal whatever the order of their sums.

/// Units of one full membership. Memberships with up to twelve decimals are exact; ties among them are found.
pub(super) const ONE: i64 = 1_000_000_000_000;

/// A membership in [0, 1] in units.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and at most 10^12")]
pub(super) fn units(membership: f64) -> i64 {
    libm::round(membership * ONE as f64) as i64
}

/// A score as a number.
#[expect(clippy::cast_precision_loss, reason = "scores are below 10^13")]
pub(super) fn value(score: i64) -> f64 {
    score as f64 / ONE as f64
}
