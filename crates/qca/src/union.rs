//! The union of parts, and the unique coverage of each part.

use equifinal_study::exact::{Sum, units};

use crate::fuzzy::{greatest, least};

/// Number of cases processed together.
const BLOCK: usize = 512;

/// The cases in a union of parts. Parts may be added to a copy, so that common parts of several unions are computed
/// once.
#[derive(Debug, Clone)]
pub(crate) struct Union {
    parts: usize,
    /// The highest membership of each case, equal to that in the union.
    highest: Vec<f64>,
    /// The second highest.
    second: Vec<f64>,
    /// The part with the highest.
    leader: Vec<usize>,
}

impl Union {
    /// The empty union.
    pub(crate) fn empty(cases: usize) -> Self {
        Self { parts: 0, highest: vec![0.0; cases], second: vec![0.0; cases], leader: vec![0; cases] }
    }

    /// The union with further parts.
    pub(crate) fn with(mut self, parts: &[&[f64]]) -> Self {
        let blocks =
            self.highest.chunks_mut(BLOCK).zip(self.second.chunks_mut(BLOCK)).zip(self.leader.chunks_mut(BLOCK));
        for (block, ((highest, second), leader)) in blocks.enumerate() {
            for (part, i) in parts.iter().zip(self.parts..) {
                let places = highest.iter_mut().zip(&mut *second).zip(&mut *leader);
                for (&degree, ((highest, second), leader)) in part[block * BLOCK..].iter().zip(places) {
                    if degree > *highest {
                        (*second, *highest, *leader) = (*highest, degree, i);
                    } else {
                        *second = greatest(*second, degree);
                    }
                }
            }
        }
        self.parts += parts.len();
        self
    }

    /// Σ of the part of `y` that each part covers alone, in the order of addition.
    pub(crate) fn unique(&self, y: &[f64]) -> Vec<Sum> {
        self.unique_by(y, |_| 1)
    }

    /// As [`Self::unique`], each case as often as its weight says.
    pub(crate) fn unique_by(&self, y: &[f64], weight: impl Fn(usize) -> u64) -> Vec<Sum> {
        let mut unique = vec![0_u128; self.parts];
        let cases = y.iter().zip(&self.highest).zip(&self.second).zip(&self.leader);
        for (case, (((&y, &highest), &second), &leader)) in cases.enumerate() {
            if let Some(unique) = unique.get_mut(leader) {
                let alone = units(least(highest, y)) - units(least(second, y));
                *unique += u128::from(alone) * u128::from(weight(case));
            }
        }
        unique.into_iter().map(Sum::from_units).collect()
    }

    /// Memberships in the union.
    pub(crate) fn memberships(self) -> Vec<f64> {
        self.highest
    }
}
