//! Computes the sums of all truth table rows in one walk through the tree of configurations.
//!
//! Rows share prefixes, so the minimum over the first conditions is computed once for all rows below, a block of cases
//! at a time; a prefix without any membership ends the walk.

use equifinal_study::exact::{ONE, Sum, units};
use rayon::prelude::*;

use crate::fit::Sums;
use crate::fuzzy::least;
use crate::sample::Sample;

/// Cases in a block: a block of every depth stays in the cache, and 64 bits hold its sums.
const BLOCK: usize = 1024;

/// Below this many cells a second thread costs more than it saves.
const WORTH_A_THREAD: usize = 1 << 18;

/// The sums of one row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct RowSums {
    /// For the row and the outcome.
    pub(crate) outcome: Sums,
    /// Σ min(x, 1−y).
    pub(crate) without: Sum,
}

impl RowSums {
    /// The sums for the row and the negated outcome.
    pub(crate) fn negated(self) -> Sums {
        Sums { both: self.without, ..self.outcome }
    }
}

impl std::ops::Add for RowSums {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { outcome: self.outcome + other.outcome, without: self.without + other.without }
    }
}

/// The sums of each row over all cases; `rows` ascend by number.
pub(crate) fn row_sums(sample: &Sample, rows: &[Vec<usize>]) -> Vec<RowSums> {
    let blocks: Vec<(usize, usize)> =
        (0..sample.cases.len()).step_by(BLOCK).map(|start| (start, sample.cases.len().min(start + BLOCK))).collect();
    let of_block = |mut sums: Vec<RowSums>, &(start, end): &(usize, usize)| {
        Walk::new(sample, rows, start, end).below(0, 0, rows.len(), &mut sums);
        sums
    };
    let zero = || vec![RowSums::default(); rows.len()];
    if sample.cases.len() * rows.len() < WORTH_A_THREAD {
        return blocks.iter().fold(zero(), of_block);
    }
    // Sums are whole numbers: the order in which blocks are added changes nothing.
    blocks.par_iter().fold(zero, of_block).reduce(zero, |a, b| a.into_iter().zip(b).map(|(a, b)| a + b).collect())
}

struct Walk<'a> {
    sample: &'a Sample,
    rows: &'a [Vec<usize>],
    start: usize,
    /// Outcome memberships of the block.
    outcome: &'a [f64],
    /// Their complements.
    without: Vec<f64>,
    /// The minimum of the two.
    ambiguous: Vec<f64>,
    /// Memberships in the prefix of each depth; the first is the empty prefix.
    prefixes: Vec<Vec<f64>>,
}

impl<'a> Walk<'a> {
    fn new(sample: &'a Sample, rows: &'a [Vec<usize>], start: usize, end: usize) -> Self {
        let outcome = &sample.outcome[start..end];
        Self {
            sample,
            rows,
            start,
            outcome,
            without: outcome.iter().map(|y| 1.0 - y).collect(),
            ambiguous: outcome.iter().map(|&y| least(y, 1.0 - y)).collect(),
            prefixes: vec![vec![1.0; end - start]; sample.conditions.len()],
        }
    }

    /// Adds the block's sums to the rows `from..to`, which share their first `depth` levels.
    fn below(&mut self, depth: usize, from: usize, to: usize, sums: &mut [RowSums]) {
        if depth + 1 >= self.sample.conditions.len() {
            for (row, sum) in self.rows[from..to].iter().zip(&mut sums[from..to]) {
                *sum = *sum + self.leaf(depth, row[depth]);
            }
            return;
        }
        let mut first = from;
        while first < to {
            let level = self.rows[first][depth];
            let next = first + self.rows[first..to].partition_point(|row| row[depth] == level);
            if self.extend(depth, level) {
                self.below(depth + 1, first, next, sums);
            }
            first = next;
        }
    }

    fn degrees(&self, depth: usize, level: usize) -> &'a [f64] {
        &self.sample.degrees[depth][level][self.start..self.start + self.outcome.len()]
    }

    /// Fills the prefix of `depth + 1`; false if no case has any membership in it.
    fn extend(&mut self, depth: usize, level: usize) -> bool {
        let degrees = self.degrees(depth, level);
        let (before, after) = self.prefixes.split_at_mut(depth + 1);
        // Bits, not a sum: they need no order and so fit a vector.
        let mut any = 0;
        for ((prefix, &shorter), &degree) in after[0].iter_mut().zip(&before[depth]).zip(degrees) {
            *prefix = least(shorter, degree);
            any |= prefix.to_bits();
        }
        any != 0
    }

    fn leaf(&self, depth: usize, level: usize) -> RowSums {
        let (mut sum, mut both, mut without, mut ambiguous) = (0_u64, 0_u64, 0_u64, 0_u64);
        let outcome = self.outcome.iter().zip(&self.without).zip(&self.ambiguous);
        for ((&shorter, &degree), ((&y, &not_y), &doubt)) in
            self.prefixes[depth].iter().zip(self.degrees(depth, level)).zip(outcome)
        {
            let x = least(shorter, degree);
            sum = sum.wrapping_add(units(x));
            both = both.wrapping_add(units(least(x, y)));
            without = without.wrapping_add(units(least(x, not_y)));
            ambiguous = ambiguous.wrapping_add(units(least(x, doubt)));
        }
        let whole = |units: u64| Sum::from_units(u128::from(units));
        let outcome = Sums { x: whole(sum), both: whole(both), ambiguous: whole(ambiguous) };
        RowSums { outcome, without: whole(without) }
    }
}

// A block of full memberships must fit 64 bits.
const _: () = assert!(BLOCK as u64 <= u64::MAX / ONE);
