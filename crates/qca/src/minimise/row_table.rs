//! Rows of a space, or of a part of it, as bits of words.
//!
//! The last conditions, whose combined levels give at most 64 rows, are the bits of one word: each literal is a mask.
//! The conditions before them number the words. So the rows of a cube are the same mask in some of the words.

use crate::space::{Cube, Space};

/// Maximum number of words for which a table is cheaper than a walk.
const MOST_WORDS: usize = 1 << 10;

/// The arrangement of the rows below a prefix of the conditions in words.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    space: &'a Space,
    /// The first condition that the prefix does not fix.
    first: usize,
    /// The first condition whose levels are bits of a word.
    within: usize,
    /// Number of rows per word.
    bits: u32,
    /// The rows of a word that have one level of a condition: `[condition - within][level]`.
    masks: Vec<Vec<u64>>,
    /// Number of words per level of each condition from `first` to `within`.
    steps: Vec<usize>,
}

impl<'a> Layout<'a> {
    /// The layout of the largest part of the space for which a table is worth its words.
    pub(super) fn new(space: &'a Space) -> Self {
        let (mut within, mut bits) = (space.conditions(), 1);
        while let Some(more) = within.checked_sub(1).map(|condition| bits * space.levels(condition))
            && more <= 64
        {
            (within, bits) = (within - 1, more);
        }
        let (mut first, mut words, mut steps) = (within, 1, Vec::new());
        while let Some(more) = first.checked_sub(1).map(|condition| words * space.levels(condition))
            && more <= MOST_WORDS
        {
            steps.push(words);
            (first, words) = (first - 1, more);
        }
        steps.reverse();
        let bits = u32::try_from(bits).unwrap_or(u64::BITS);
        Self { space, first, within, bits, masks: masks(space, within, bits), steps }
    }

    /// The first condition whose levels the table holds; those before it are fixed by a prefix.
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// Number of rows below a prefix.
    pub(super) fn rows(&self) -> u64 {
        (self.first..self.space.conditions()).map(|condition| self.space.levels(condition) as u64).product()
    }

    /// The rows covered by `within` and not by `without`; only the literals on the conditions of the table count.
    pub(super) fn difference(&self, within: &[Cube], without: &[Cube]) -> Rows {
        let words = self.steps.first().map_or(1, |step| step * self.space.levels(self.first));
        let mut rows = Rows { words: vec![0; words], bits: self.bits };
        within.iter().for_each(|&cube| self.visit(cube, &mut rows.words, |word, mask| *word |= mask));
        without.iter().for_each(|&cube| self.visit(cube, &mut rows.words, |word, mask| *word &= !mask));
        rows
    }

    /// Applies the mask of a cube to every word in which it has rows.
    fn visit(&self, cube: Cube, words: &mut [u64], apply: impl Fn(&mut u64, u64) + Copy) {
        let literals = (self.within..self.space.conditions()).zip(&self.masks);
        let masks = literals.filter_map(|(condition, masks)| Some(masks[self.space.level(cube, condition)?]));
        let mask = masks.fold(u64::MAX >> (u64::BITS - self.bits), |rows, mask| rows & mask);
        self.descend(cube, self.first, words, &mut |words| words.iter_mut().for_each(|word| apply(word, mask)));
    }

    /// Visits the words of a cube from one condition on, as long runs as there are.
    fn descend(&self, cube: Cube, condition: usize, words: &mut [u64], run: &mut impl FnMut(&mut [u64])) {
        let literal = (condition..self.within).find_map(|at| Some((at, self.space.level(cube, at)?)));
        let Some((at, level)) = literal else { return run(words) };
        let step = self.steps[at - self.first];
        for block in words.chunks_exact_mut(step * self.space.levels(at)) {
            self.descend(cube, at + 1, &mut block[level * step..][..step], run);
        }
    }
}

/// For each level of the conditions from `within` on, the rows of a word that have it.
fn masks(space: &Space, within: usize, bits: u32) -> Vec<Vec<u64>> {
    let mut step = bits as usize;
    let conditions = (within..space.conditions()).map(|condition| {
        let levels = space.levels(condition);
        step /= levels;
        let rows = |level: usize| (0..bits as usize).filter(move |row| row / step % levels == level);
        (0..levels).map(|level| rows(level).fold(0, |mask, row| mask | 1 << row)).collect()
    });
    conditions.collect()
}

/// A set of rows.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    words: Vec<u64>,
    bits: u32,
}

impl Rows {
    /// Number of rows.
    pub(super) fn count(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// The numbers of the first `most` rows, ascending; the first row of the table has the number `start`.
    pub(super) fn first(&self, start: u64, most: usize) -> Vec<u64> {
        let count = usize::try_from(self.count()).unwrap_or(most).min(most);
        let mut numbers = Vec::with_capacity(count);
        for (start, &word) in (start..).step_by(self.bits as usize).zip(&self.words) {
            if numbers.len() == count {
                break;
            }
            let mut left = word;
            while left != 0 && numbers.len() < count {
                numbers.push(start + u64::from(left.trailing_zeros()));
                left &= left - 1;
            }
        }
        numbers
    }
}
