//! The minimum number of columns of a chart that cover all rows.
//!
//! Essential columns are taken first, dominated rows and columns dropped, independent parts added, and equal parts
//! remembered. The rest is solved by branching on the row with the fewest columns, each branch without the columns of
//! earlier branches, so that no cover is examined twice.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use fixedbitset::FixedBitSet;

use super::budget::{Exhausted, Work};
use super::chart::{Chart, Column};
use super::kernel;
use super::prices::affordable;

/// The rows of a chart's columns, ascending: equal keys have equal solutions.
type Key = (usize, Vec<FixedBitSet>);

/// A search with a memory and a budget.
#[derive(Debug, Default)]
pub struct Search {
    known: BTreeMap<Key, Known>,
    work: Work,
}

#[derive(Debug, Clone, Copy)]
enum Known {
    Size(usize),
    /// Every cover has more columns than this.
    Above(usize),
}

/// A chart without its essential columns, and these columns.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) needed: Vec<Column>,
    pub(super) rest: Chart,
}

impl Search {
    /// A search that examines at most about `budget` columns.
    pub fn new(budget: u64) -> Self {
        Self { known: BTreeMap::new(), work: Work::new(budget) }
    }

    /// The work done so far.
    pub fn work(&mut self) -> &mut Work {
        &mut self.work
    }

    /// The size of the minimum covers of `chart` if they have at most `limit` columns.
    ///
    /// # Errors
    /// [`Exhausted`] when the budget is used up.
    pub fn size(&mut self, chart: &Chart, limit: usize) -> Result<Option<usize>, Exhausted> {
        let Some(Settled { needed, rest }) = self.settled(chart, limit, undominated)? else { return Ok(None) };
        let Some(room) = limit.checked_sub(needed.len()) else { return Ok(None) };
        let rest = if rest.rows == 0 { Some(0) } else { self.parts(&rest, room)? };
        Ok(rest.map(|rest| needed.len() + rest))
    }

    /// Takes essential columns and applies `reduced` repeatedly; `None` if no cover has at most `limit` columns.
    pub(super) fn settled(
        &mut self,
        chart: &Chart,
        limit: usize,
        reduced: impl Fn(&Chart, &mut Work) -> Result<Chart, Exhausted>,
    ) -> Result<Option<Settled>, Exhausted> {
        let mut rest = chart.clone();
        let mut needed = Vec::new();
        let mut is_reduced = false;
        while rest.rows > 0 {
            // A new chart costs as much as several looks at the old one.
            self.work.charge(1 + 4 * rest.rows * rest.columns.len())?;
            let coverers = rest.coverers();
            if coverers.iter().any(FixedBitSet::is_clear) || needed.len() >= limit {
                return Ok(None);
            }
            let forced: BTreeSet<usize> =
                coverers.iter().filter(|columns| columns.count_ones(..) == 1).flat_map(FixedBitSet::ones).collect();
            if !forced.is_empty() {
                needed.extend(forced.iter().map(|&column| rest.columns[column].clone()));
                rest = rest.after(forced, &FixedBitSet::new());
                is_reduced = false;
            } else if is_reduced {
                break;
            } else {
                rest = reduced(&rest, &mut self.work)?;
                is_reduced = true;
            }
        }
        Ok(Some(Settled { needed, rest }))
    }

    /// Covers of the independent parts of a reduced chart.
    fn parts(&mut self, chart: &Chart, limit: usize) -> Result<Option<usize>, Exhausted> {
        let parts = chart.components();
        let mut total = 0;
        let bounds: Vec<usize> = parts.iter().map(lower_bound).collect();
        for (i, part) in parts.iter().enumerate() {
            let others: usize = total + bounds[i + 1..].iter().sum::<usize>();
            if others + bounds[i] > limit {
                return Ok(None);
            }
            let Some(size) = self.remembered(part, limit - others)? else { return Ok(None) };
            total += size;
        }
        Ok(Some(total))
    }

    fn remembered(&mut self, part: &Chart, limit: usize) -> Result<Option<usize>, Exhausted> {
        let greedy = part.greedy().map(|cover| cover.len());
        if let Some(size) = greedy.filter(|&size| size <= limit && size == lower_bound(part)) {
            return Ok(Some(size));
        }
        let limit = greedy.map_or(limit, |size| limit.min(size));
        if is_shallow(limit) {
            return self.shallow(part, limit);
        }
        let mut columns: Vec<_> = part.columns.iter().map(|column| column.rows.clone()).collect();
        columns.sort();
        let key = (part.rows, columns);
        match self.known.get(&key) {
            Some(Known::Size(size)) => return Ok((*size <= limit).then_some(*size)),
            Some(Known::Above(size)) if *size >= limit => return Ok(None),
            _ => {}
        }
        let found = match affordable(part, limit, &mut self.work)? {
            Some(fewer) if fewer.columns.len() < part.columns.len() => self.size(&fewer, limit)?,
            Some(_) => self.branch(part, limit)?,
            None => None,
        };
        self.known.insert(key, found.map_or(Known::Above(limit), Known::Size));
        Ok(found)
    }

    /// Calls `visit` for every cover of exactly `size` columns.
    ///
    /// # Errors
    /// [`Exhausted`].
    pub(super) fn each(
        &mut self,
        chart: &Chart,
        size: usize,
        visit: &mut impl FnMut(&[u32]) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Exhausted> {
        kernel::covers(chart, size, &mut self.work, visit)
    }

    /// Searches size by size from the lower bound.
    fn shallow(&mut self, part: &Chart, limit: usize) -> Result<Option<usize>, Exhausted> {
        for size in lower_bound(part)..=limit {
            if self.each(part, size, &mut |_| ControlFlow::Break(()))?.is_break() {
                return Ok(Some(size));
            }
        }
        Ok(None)
    }

    fn branch(&mut self, chart: &Chart, limit: usize) -> Result<Option<usize>, Exhausted> {
        let mut best: Option<usize> = None;
        for (_, rest) in branches(chart) {
            let Some(room) = best.map_or(limit, |best| best - 1).checked_sub(1) else { break };
            best = self.size(&rest, room)?.map(|size| size + 1).or(best);
        }
        Ok(best)
    }
}

/// The chart without dominated rows and columns; minimum covers keep their size.
fn undominated(chart: &Chart, work: &mut Work) -> Result<Chart, Exhausted> {
    let mut chart = chart.without_dominated_rows(work)?;
    loop {
        let before = chart.columns.len();
        chart = chart.without_dominated_columns(work)?;
        if chart.columns.len() == before {
            return Ok(chart);
        }
        chart = chart.without_dominated_rows(work)?;
    }
}

/// True if covers of at most `limit` columns are best enumerated.
pub(super) fn is_shallow(limit: usize) -> bool {
    limit <= 10
}

/// The branches on the row with the fewest columns: the chosen column, and the remaining chart.
pub(super) fn branches(chart: &Chart) -> impl Iterator<Item = (usize, Chart)> {
    let coverers = chart.coverers();
    let row = coverers.into_iter().min_by_key(|columns| columns.count_ones(..)).unwrap_or_default();
    let columns: Vec<usize> = row.ones().collect();
    let mut excluded = FixedBitSet::with_capacity(chart.columns.len());
    columns.into_iter().map(move |column| {
        let rest = chart.after([column], &excluded);
        excluded.insert(column);
        (column, rest)
    })
}

/// A lower bound of the columns needed: rows without a common column, and rows divided by the largest widths.
pub fn lower_bound(chart: &Chart) -> usize {
    let coverers = chart.coverers();
    let mut order: Vec<&FixedBitSet> = coverers.iter().collect();
    order.sort_by_cached_key(|columns| columns.count_ones(..));
    let mut taken = FixedBitSet::with_capacity(chart.columns.len());
    let mut independent = 0;
    for columns in order {
        if columns.is_disjoint(&taken) {
            taken.union_with(columns);
            independent += 1;
        }
    }
    let widest = chart.columns.iter().map(|column| column.rows.count_ones(..)).max().unwrap_or(1);
    independent.max(chart.rows.div_ceil(widest.max(1)))
}
