//! The prime-implicant chart: which prime implicants cover which positive rows.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use fixedbitset::FixedBitSet;

use super::budget::{Exhausted, Work};
use super::transversal::VertexSet;
use crate::space::Cube;

/// Prime implicants with the same rows, which are interchangeable in every minimal model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The rows covered.
    pub rows: FixedBitSet,
    /// The prime implicants, as ascending indices.
    pub members: Vec<u32>,
}

/// A covering problem: every row must be covered by one of the columns.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Number of rows to cover.
    pub rows: usize,
    /// The columns, no two with the same rows, none empty, ordered by their first member.
    pub columns: Vec<Column>,
}

impl Chart {
    /// The chart of prime implicants over rows.
    pub fn new(primes: &[Cube], rows: &[Cube]) -> Self {
        let mut all = FixedBitSet::with_capacity(rows.len());
        all.insert_range(..);
        let used = primes.iter().chain(rows).fold(0, |used, cube| used | cube);
        let literals = Cube::BITS - used.leading_zeros();
        let mut with_literal = vec![FixedBitSet::with_capacity(rows.len()); literals as usize];
        for (r, row) in rows.iter().enumerate() {
            row.vertices().for_each(|literal| with_literal[literal].insert(r));
        }
        let columns = primes.iter().zip(0..).map(|(prime, i)| {
            let mut rows = all.clone();
            prime.vertices().for_each(|literal| rows.intersect_with(&with_literal[literal]));
            Column { rows, members: vec![i] }
        });
        Self::merged(rows.len(), columns.collect())
    }

    /// The chart of prime implicants by the rows that each covers.
    pub fn of_columns(rows: usize, covered: impl Iterator<Item = FixedBitSet>) -> Self {
        let columns = covered.zip(0..).map(|(rows, member)| Column { rows, members: vec![member] });
        Self::merged(rows, columns.collect())
    }

    /// A chart from columns that may have equal or empty sets of rows.
    pub(super) fn merged(rows: usize, mut columns: Vec<Column>) -> Self {
        columns.retain_mut(|column| {
            column.rows.grow(rows);
            !column.rows.is_clear()
        });
        columns.sort_by(|a, b| a.rows.cmp(&b.rows));
        let mut merged: Vec<Column> = Vec::with_capacity(columns.len());
        for column in columns {
            match merged.last_mut() {
                Some(last) if last.rows == column.rows => last.members.extend(column.members),
                _ => merged.push(column),
            }
        }
        for column in &mut merged {
            column.members.sort_unstable();
        }
        merged.sort_by_key(|column| column.members.first().copied());
        Self { rows, columns: merged }
    }

    /// For each row the columns that cover it.
    pub fn coverers(&self) -> Vec<FixedBitSet> {
        let mut coverers = vec![FixedBitSet::with_capacity(self.columns.len()); self.rows];
        for (c, column) in self.columns.iter().enumerate() {
            for row in column.rows.ones() {
                coverers[row].insert(c);
            }
        }
        coverers
    }

    /// The same problem without rows that are always covered when another one is.
    ///
    /// Neither minimum nor irredundant covers change.
    ///
    /// # Errors
    /// [`Exhausted`].
    pub fn without_dominated_rows(&self, work: &mut Work) -> Result<Self, Exhausted> {
        let coverers = self.coverers();
        let mut order: Vec<usize> = (0..self.rows).collect();
        order.sort_by_cached_key(|&row| coverers[row].count_ones(..));
        let mut kept: Vec<usize> = Vec::new();
        for row in order {
            work.charge(kept.len() * self.columns.len().div_ceil(64))?;
            if !kept.iter().any(|&other| coverers[other].is_subset(&coverers[row])) {
                kept.push(row);
            }
        }
        kept.sort_unstable();
        Ok(self.on_rows(&kept))
    }

    /// The same problem without columns whose rows are a subset of another column's. Minimum covers keep their size.
    ///
    /// # Errors
    /// [`Exhausted`].
    pub fn without_dominated_columns(mut self, work: &mut Work) -> Result<Self, Exhausted> {
        let mut by_width: Vec<usize> = (0..self.columns.len()).collect();
        by_width.sort_by_cached_key(|&c| Reverse(self.columns[c].rows.count_ones(..)));
        let mut kept: Vec<usize> = Vec::new();
        for c in by_width {
            work.charge(kept.len() * self.rows.div_ceil(64))?;
            if !kept.iter().any(|&wider| self.columns[c].rows.is_subset(&self.columns[wider].rows)) {
                kept.push(c);
            }
        }
        kept.sort_unstable();
        self.columns = kept.iter().map(|&c| self.columns[c].clone()).collect();
        Ok(self)
    }

    /// The problem of covering only some rows.
    #[must_use]
    pub fn on_rows(&self, kept: &[usize]) -> Self {
        let wanted: FixedBitSet = kept.iter().copied().collect();
        let columns = self.columns.iter().filter(|column| !column.rows.is_disjoint(&wanted)).map(|column| Column {
            rows: (0..kept.len()).filter(|&r| column.rows.contains(kept[r])).collect(),
            members: column.members.clone(),
        });
        Self::merged(kept.len(), columns.collect())
    }

    /// The remaining problem after choosing the `chosen` columns and removing the `excluded` ones.
    #[must_use]
    pub fn after(&self, chosen: impl IntoIterator<Item = usize>, excluded: &FixedBitSet) -> Self {
        let mut covered = FixedBitSet::with_capacity(self.rows);
        chosen.into_iter().for_each(|column| covered.union_with(&self.columns[column].rows));
        let kept: Vec<usize> = covered.zeroes().collect();
        let columns = self.columns.iter().enumerate().filter(|&(c, _)| !excluded.contains(c));
        let columns = columns.map(|(_, column)| column).filter(|column| !column.rows.is_subset(&covered));
        Self { rows: self.rows, columns: columns.cloned().collect() }.on_rows(&kept)
    }

    /// The greedy cover that takes the widest column repeatedly, as indices of columns; `None` if some row has no
    /// column.
    pub fn greedy(&self) -> Option<Vec<usize>> {
        let mut open = FixedBitSet::with_capacity(self.rows);
        open.insert_range(..);
        // A column covers ever fewer open rows, so only the one that seems widest needs a new look.
        let width = |column: &Column, open: &FixedBitSet| column.rows.intersection_count(open);
        let mut widest: BinaryHeap<(usize, usize)> =
            self.columns.iter().enumerate().map(|(c, column)| (width(column, &open), c)).collect();
        let mut cover = Vec::new();
        while !open.is_clear() {
            let (_, c) = widest.pop()?;
            let now = width(&self.columns[c], &open);
            if widest.peek().is_some_and(|next| *next > (now, c)) {
                widest.push((now, c));
            } else if now > 0 {
                open.difference_with(&self.columns[c].rows);
                cover.push(c);
            } else {
                return None;
            }
        }
        Some(cover)
    }

    /// The columns of a cover after redundant ones are dropped one after another.
    #[must_use]
    pub fn without_superfluous(&self, cover: Vec<usize>) -> Vec<usize> {
        let mut times = vec![0_usize; self.rows];
        cover.iter().flat_map(|&c| self.columns[c].rows.ones()).for_each(|row| times[row] += 1);
        let needed = |&c: &usize| {
            let rows = &self.columns[c].rows;
            let superfluous = rows.ones().all(|row| times[row] > 1);
            if superfluous {
                rows.ones().for_each(|row| times[row] -= 1);
            }
            !superfluous
        };
        cover.into_iter().filter(needed).collect()
    }

    /// Independent parts: no column covers rows of two of them.
    pub fn components(&self) -> Vec<Self> {
        let mut part: Vec<usize> = (0..self.rows).collect();
        fn root(part: &[usize], mut row: usize) -> usize {
            while part[row] != row {
                row = part[row];
            }
            row
        }
        for column in &self.columns {
            let mut rows = column.rows.ones();
            let Some(first) = rows.next() else { continue };
            for row in rows {
                let (a, b) = (root(&part, first), root(&part, row));
                part[a.max(b)] = a.min(b);
            }
        }
        let roots: Vec<usize> = (0..self.rows).filter(|&row| part[row] == row).collect();
        if roots.len() <= 1 {
            return vec![self.clone()];
        }
        let rows_of = |wanted| (0..self.rows).filter(|&row| root(&part, row) == wanted).collect::<Vec<_>>();
        roots.into_iter().map(|wanted| self.on_rows(&rows_of(wanted))).collect()
    }
}
