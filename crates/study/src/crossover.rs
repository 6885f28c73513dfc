//! Where a membership stands to one half: the one place that decides who is in a set and who is out of it.

/// Memberships no further from 0.5 than this are neither in nor out.
///
/// A calibration computes in doubles: a raw value that equals its crossover may come out at 0.5 or a rounding error to
/// either side, and must not fall into a row by that.
const AT_HALF: f64 = 1e-9;

/// Half the width of the band around 0.5 in which a crossover policy places memberships, and in which they are listed.
///
/// Anchors are printed with three decimals, so memberships this close to 0.5 cannot be told from it.
pub const BAND: f64 = 5e-4;

/// Whether a case with this membership is in the set.
#[inline]
pub fn is_in(membership: f64) -> bool {
    membership - 0.5 > AT_HALF
}

/// Whether a case with this membership is out of the set.
#[inline]
pub fn is_out(membership: f64) -> bool {
    0.5 - membership > AT_HALF
}

/// Whether a membership lies so near 0.5 that a crossover policy concerns it.
#[inline]
pub fn is_near(membership: f64) -> bool {
    (membership - 0.5).abs() <= BAND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounding_error_puts_nobody_in_or_out() {
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
