//! The single comparison of a number with a cutoff.

/// The square root of the machine epsilon, the tolerance of R `admisc` (`agteb`).
pub const TOLERANCE: f64 = 1.490_116_119_384_765_6e-8;

/// Rows closer to a cutoff than this are called "on the line".
pub const ON_THE_LINE: f64 = 1e-6;

/// True if `value` reaches `cutoff`, decided as in R `QCA`: strictly greater after the tolerance is added.
///
/// An undefined value (0/0) does not reach any cutoff.
pub fn at_least(value: Option<f64>, cutoff: f64) -> bool {
    value.is_some_and(|value| value + TOLERANCE > cutoff)
}

/// True if `value` is so close to `cutoff` that the last digits decide.
pub fn on_the_line(value: Option<f64>, cutoff: f64) -> bool {
    value.is_some_and(|value| (value - cutoff).abs() < ON_THE_LINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutoffs_use_the_tolerance_of_the_reference() {
        for (value, cutoff, met) in [
            (Some(0.8), 0.8, true),
            (Some(0.8 - 1e-8), 0.8, true),
            (Some(0.8 - 2e-8), 0.8, false),
            (Some(0.0), 0.0, true),
            (None, 0.0, false),
        ] {
            assert_eq!(at_least(value, cutoff), met, "{value:?} against {cutoff}");
        }
    }
}
