//! A value divides a distribution in two.

/// The two parts into which a value divides a distribution; each is accurate by itself, however small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tails {
    pub(super) below: f64,
    pub(super) above: f64,
}

impl Tails {
    pub(super) fn from_below(below: f64) -> Self {
        Self { below, above: 1.0 - below }
    }

    pub(super) fn from_above(above: f64) -> Self {
        Self { below: 1.0 - above, above }
    }

    pub(super) fn swapped(self) -> Self {
        Self { below: self.above, above: self.below }
    }
}
