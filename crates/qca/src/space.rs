//! The space of all configurations, and sets of literals packed into words.
//!
//! Every condition has one bit per level: a truth table row sets exactly one bit of each condition, a cube
//! (conjunction) at most one. A cube covers a row if all its bits are set in the row, so minimisation works on subsets
//! of a 128-bit word. Two-valued conditions come first, with a pair of bits each, so that whole pairs can be filled at
//! once.

use equifinal_study::memberships::{SetKind, UNSAID};
use equifinal_study::message::Message;
use equifinal_study::{say, worded};

use crate::term::Term;

/// A conjunction of literals, or a truth-table row, as bits of a [`Space`].
pub type Cube = u128;

/// Bits of one level of every two-valued condition.
const EVEN: Cube = 0x5555_5555_5555_5555_5555_5555_5555_5555;

/// Conditions and their levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Levels of each condition, most significant first.
    levels: Vec<usize>,
    /// The first bit of each condition.
    offsets: Vec<u32>,
    /// All bits of two-valued conditions.
    binary: Cube,
    /// The bits of each condition with more than two levels.
    groups: Vec<Cube>,
    /// The bits of levels that no literal names.
    unsaid: Cube,
}

/// Too many conditions for a space.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct SpaceError {
    /// Number of conditions.
    pub conditions: usize,
    /// Number of their levels.
    pub levels: usize,
    /// Maximum number of levels.
    pub most_levels: usize,
}

impl Space {
    /// Levels of all conditions together that fit a cube.
    const MOST_LEVELS: usize = 128;

    /// The space of conditions with these kinds.
    ///
    /// # Errors
    /// More than 128 levels in all, or more than 2^60 rows.
    pub fn new(kinds: &[SetKind]) -> Result<Self, SpaceError> {
        let levels: Vec<usize> = kinds.iter().map(|kind| kind.levels()).collect();
        let total: usize = levels.iter().sum();
        let rows = levels.iter().try_fold(1_u64, |rows, &levels| rows.checked_mul(levels as u64));
        if total > Self::MOST_LEVELS || rows.is_none_or(|rows| rows > 1 << 60) {
            return Err(SpaceError { conditions: levels.len(), levels: total, most_levels: Self::MOST_LEVELS });
        }
        let mut offsets = vec![0; levels.len()];
        let mut next = 0;
        for two_valued in [true, false] {
            for (offset, &levels) in offsets.iter_mut().zip(&levels).filter(|&(_, &levels)| (levels == 2) == two_valued)
            {
                *offset = next;
                next += u32::try_from(levels).unwrap_or(u32::MAX);
            }
        }
        let group = |i: usize| ones(levels[i]) << offsets[i];
        let of_kind = |two_valued: bool| {
            (0..levels.len()).filter(|&i| (levels[i] == 2) == two_valued).map(group).collect::<Vec<_>>()
        };
        let (binary, groups) = (of_kind(true).into_iter().fold(0, |all, bits| all | bits), of_kind(false));
        let unsaid = kinds.iter().zip(&offsets).filter(|(kind, _)| **kind == SetKind::Temporal);
        let unsaid = unsaid.fold(0, |unsaid, (_, offset)| unsaid | 1 << (*offset as usize + UNSAID));
        Ok(Self { levels, offsets, binary, groups, unsaid })
    }

    /// Number of conditions.
    pub fn conditions(&self) -> usize {
        self.levels.len()
    }

    /// The levels of one condition.
    pub fn levels(&self, condition: usize) -> usize {
        self.levels[condition]
    }

    /// Number of levels of one condition that literals name: all but those of which nothing can be said.
    pub fn literals(&self, condition: usize) -> usize {
        self.levels[condition] - usize::from(self.unsaid & self.condition(condition) != 0)
    }

    /// The bits of levels that no literal names: "-" of temporal conditions.
    #[inline]
    pub fn unsaid(&self) -> Cube {
        self.unsaid
    }

    /// Number of rows.
    pub fn rows(&self) -> u64 {
        self.levels.iter().map(|&levels| levels as u64).product()
    }

    /// The bit of one literal.
    #[inline]
    pub fn literal(&self, condition: usize, level: usize) -> Cube {
        1 << (self.offsets[condition] as usize + level)
    }

    /// All bits of one condition.
    #[inline]
    pub fn condition(&self, condition: usize) -> Cube {
        ones(self.levels[condition]) << self.offsets[condition]
    }

    /// Number of rows covered by a cube.
    pub fn size(&self, cube: Cube) -> u64 {
        let free = (0..self.conditions()).filter(|&condition| cube & self.condition(condition) == 0);
        free.map(|condition| self.levels[condition] as u64).product()
    }

    /// The level of a condition in a cube.
    pub fn level(&self, cube: Cube, condition: usize) -> Option<usize> {
        let bits = (cube & self.condition(condition)) >> self.offsets[condition];
        (bits != 0).then(|| bits.trailing_zeros() as usize)
    }

    /// True if the bits have at most one level of every condition.
    pub fn is_cube(&self, bits: Cube) -> bool {
        let pairs = bits & self.binary;
        pairs & (pairs >> 1) & EVEN == 0 && self.groups.iter().all(|group| (bits & group).count_ones() <= 1)
    }

    /// All bits of every condition that has a bit in `bits`.
    #[inline]
    pub fn fill(&self, bits: Cube) -> Cube {
        let pairs = bits & self.binary;
        let mut filled = pairs | ((pairs & EVEN) << 1) | ((pairs >> 1) & EVEN);
        for &group in &self.groups {
            if bits & group != 0 {
                filled |= group;
            }
        }
        filled
    }

    /// The literals of `row` on the conditions where `cube` demands another level.
    ///
    /// The row lies outside the cube if and only if there are any; a cube that contains the row avoids `cube` if and
    /// only if it keeps one of them.
    #[inline]
    pub fn conflict(&self, row: Cube, cube: Cube) -> Cube {
        row & self.fill(cube & !row)
    }

    /// The row of these levels.
    pub fn row(&self, levels: &[usize]) -> Cube {
        levels.iter().enumerate().fold(0, |row, (condition, &level)| row | self.literal(condition, level))
    }

    /// The cube of a term.
    pub fn cube(&self, term: &Term) -> Cube {
        let literals =
            term.levels.iter().enumerate().filter_map(|(i, level)| level.map(|level| self.literal(i, level)));
        literals.fold(0, |cube, literal| cube | literal)
    }

    /// The term of a cube.
    pub fn term(&self, cube: Cube) -> Term {
        Term { levels: (0..self.conditions()).map(|condition| self.level(cube, condition)).collect() }
    }

    /// The 1-based number of a row: mixed radix, first condition most significant.
    pub fn number(&self, levels: &[usize]) -> u64 {
        1 + levels.iter().zip(&self.levels).fold(0, |number, (&level, &radix)| number * radix as u64 + level as u64)
    }

    /// The number of a row given as a cube.
    pub fn number_of(&self, row: Cube) -> u64 {
        let levels: Vec<usize> = (0..self.conditions()).filter_map(|condition| self.level(row, condition)).collect();
        self.number(&levels)
    }

    /// The levels of the row with this number; `None` if there is no such row.
    pub fn levels_of(&self, number: u64) -> Option<Vec<usize>> {
        let mut rest = number.checked_sub(1).filter(|_| number <= self.rows())?;
        let mut levels = vec![0; self.conditions()];
        for (level, &radix) in levels.iter_mut().zip(&self.levels).rev() {
            *level = usize::try_from(rest % radix as u64).ok()?;
            rest /= radix as u64;
        }
        Some(levels)
    }

    /// A key for the reference's order of prime implicants: fewer literals first, then condition by condition, a
    /// literal before none and a lower level before a higher one.
    pub fn order(&self, cube: Cube) -> (u32, u128) {
        let mut key = 0;
        for condition in 0..self.conditions() {
            let levels = self.levels[condition];
            let digit = self.level(cube, condition).unwrap_or(levels);
            key = key << (usize::BITS - levels.leading_zeros()) | digit as u128;
        }
        (cube.count_ones(), key)
    }
}

/// The lowest `n` bits.
fn ones(n: usize) -> Cube {
    if n >= 128 { Cube::MAX } else { (1 << n) - 1 }
}

impl SpaceError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        let Self { conditions, levels, most_levels } = self;
        say!("space-error", conditions, levels, most_levels)
    }
}

worded!(SpaceError);

#[cfg(test)]
mod tests {
    use super::*;

    fn space(levels: &[usize]) -> Space {
        let kinds: Vec<_> = levels
            .iter()
            .map(|&levels| if levels == 2 { SetKind::Crisp } else { SetKind::MultiValue { levels } })
            .collect();
        Space::new(&kinds).unwrap()
    }

    #[test]
    fn row_numbers_are_mixed_radix() {
        let space = space(&[2, 3, 2]);
        for number in 1..=space.rows() {
            let levels = space.levels_of(number).unwrap();
            assert_eq!(space.number(&levels), number);
        }
        assert_eq!(space.levels_of(12), Some(vec![1, 2, 1]));
        assert_eq!(space.levels_of(13), None);
    }

    #[test]
    fn a_conflict_names_the_rows_own_literals() {
        let space = space(&[2, 3, 2]);
        let row = space.row(&[1, 2, 0]);
        let cube = space.literal(0, 0) | space.literal(1, 0) | space.literal(2, 0);
        assert_eq!(space.conflict(row, cube), space.literal(0, 1) | space.literal(1, 2));
        assert_eq!(space.conflict(row, space.literal(1, 2)), 0);
    }

    #[test]
    fn too_many_levels_are_refused() {
        assert!(Space::new(&[SetKind::Crisp; 60]).is_ok());
        assert!(Space::new(&[SetKind::Crisp; 61]).is_err());
    }
}
