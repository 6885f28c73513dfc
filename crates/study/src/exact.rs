//! Exact sums of memberships, which do not depend on the order of the cases.
//!
//! A membership plus one is in [1, 2], where doubles are 2⁻⁵² apart: its bits minus those of one count units of 2⁻⁵².
//! Counts are integers, so the order of addition cannot change a sum. Values that are not multiples of 2⁻⁵² (below one
//! half a double can be finer) are rounded individually to the nearest one, with an error of at most 1.2e-16.

/// Units of 2⁻⁵² in one full membership.
pub const ONE: u64 = 1 << 52;

const BITS_OF_ONE: u64 = 1.0_f64.to_bits();

/// A membership in [0, 1] as a whole number of units.
#[inline]
pub fn units(membership: f64) -> u64 {
    (membership + 1.0).to_bits().wrapping_sub(BITS_OF_ONE)
}

/// Cases summed before a partial sum could overflow 64 bits.
const BLOCK: usize = 2048;

/// An exact sum of memberships, in units of 2⁻⁵².
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum(u128);

impl Sum {
    /// The sum of `membership` over the cases `0..cases`.
    #[inline]
    pub fn over(cases: usize, membership: impl Fn(usize) -> f64) -> Self {
        let mut total = 0_u128;
        let mut start = 0;
        while start < cases {
            let end = cases.min(start + BLOCK);
            let mut block = 0_u64;
            for case in start..end {
                block = block.wrapping_add(units(membership(case)));
            }
            total += u128::from(block);
            start = end;
        }
        Self(total)
    }

    /// The sum of `membership` over the cases, each as often as its weight says, in units of weight.
    pub fn weighted(weights: &[u64], membership: impl Fn(usize) -> f64) -> Self {
        let cases = weights.iter().enumerate();
        Self(cases.map(|(case, &weight)| u128::from(units(membership(case))) * u128::from(weight)).sum())
    }

    /// The sum of the memberships in `values`.
    pub fn of(values: &[f64]) -> Self {
        values.chunks(BLOCK).map(|block| Self(u128::from(block.iter().map(|&value| units(value)).sum::<u64>()))).sum()
    }

    /// A sum from whole units.
    pub fn from_units(units: u128) -> Self {
        Self(units)
    }

    /// The difference `self - other`, zero if `other` is larger.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// True if the sum is zero.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum as a double, rounded once.
    #[expect(clippy::cast_precision_loss, reason = "one rounding of an exact sum is the point")]
    pub fn value(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    /// `self / whole`; `None` if `whole` is zero.
    pub fn share_of(self, whole: Self) -> Option<f64> {
        (!whole.is_zero()).then(|| self.value() / whole.value())
    }
}

impl std::ops::Add for Sum {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::iter::Sum for Sum {
    fn sum<I: Iterator<Item = Self>>(sums: I) -> Self {
        sums.fold(Self::default(), |total, sum| total + sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_do_not_depend_on_the_order_of_the_cases() {
        let mut values: Vec<f64> = (0..5000_u32).map(|i| f64::from(i * 7919 % 1000) / 1000.0 * 0.1).collect();
        let forward = Sum::of(&values);
        values.reverse();
        assert_eq!(Sum::of(&values), forward);
        assert_eq!(Sum::over(values.len(), |case| values[case]), forward);
    }

    #[test]
    fn zero_one_and_tenths_are_exact() {
        assert_eq!(units(0.0), 0);
        assert_eq!(units(1.0), ONE);
        let tenths = [0.1; 10];
        assert!((Sum::of(&tenths).value() - 1.0).abs() < 1e-15);
        assert_eq!(Sum::of(&[]).share_of(Sum::of(&[])), None);
    }
}
