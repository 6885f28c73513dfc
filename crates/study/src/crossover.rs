//! The position of a membership relative to one half: the single rule for cases in and out of a set.

/// Memberships within this distance of 0.5 are neither in nor out.
///
/// Calibration uses doubles: a raw value equal to the crossover may give 0.5 or a value one rounding error away, and
/// must not fall into a row because of that.
const AT_HALF: f64 = 1e-9;

/// Half the width of the band around 0.5 in which the crossover policy applies, and in which memberships are listed.
///
/// Anchors are printed with three decimals, so memberships this close to 0.5 cannot be distinguished from it.
pub const BAND: f64 = 5e-4;

/// True if a case with this membership is in the set.
#[inline]
pub fn is_in(membership: f64) -> bool {
    membership - 0.5 > AT_HALF
}

/// True if a case with this membership is out of the set.
#[inline]
pub fn is_out(membership: f64) -> bool {
    0.5 - membership > AT_HALF
}

/// True if a membership is so near 0.5 that the crossover policy applies.
#[inline]
pub fn is_near(membership: f64) -> bool {
    (membership - 0.5).abs() <= BAND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_errors_put_no_case_in_or_out() {
        for (membership, expected) in [
            (0.0, "out"),
            (0.4994, "out"),
            (0.4996, "out, near"),
            (0.499_999_998, "out, near"),
            (0.499_999_999_5, "near"),
            (0.5 - f64::EPSILON, "near"),
            (0.5, "near"),
            (0.5 + f64::EPSILON, "near"),
            (0.500_000_002, "in, near"),
            (0.5006, "in"),
            (1.0, "in"),
        ] {
            let said = [(is_in(membership), "in"), (is_out(membership), "out"), (is_near(membership), "near")];
            let said: Vec<&str> = said.iter().filter(|(holds, _)| *holds).map(|(_, word)| *word).collect();
            assert_eq!(said.join(", "), expected, "{membership}");
        }
    }
}
