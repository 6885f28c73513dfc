//! Minimum covers of a chart: their size and their exact number, without listing them.
//!
//! Rows that need one column are settled first, dominated rows dropped, independent parts multiplied, equal
//! parts remembered; what remains is branched on the row with the fewest columns, each branch leaving out
//! the columns of the branches before it, so that every cover is counted once. Columns with the same rows
//! stand in no minimum cover together, so they are counted as one with a weight.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use fixedbitset::FixedBitSet;

use super::budget::{Exhausted, Work};
use super::chart::Chart;
use super::kernel;

/// Minimum covers of one chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covers {
    /// Columns in each.
    pub size: usize,
    /// How many there are.
    pub count: u128,
}

/// What a search is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    /// Only the size: columns within other columns are dropped, counts mean nothing.
    Size,
    /// Size and number.
    Count,
}

/// Rows, and the columns by rows and weight: what two equal parts of a search share.
type Key = (Aim, usize, Vec<(FixedBitSet, usize)>);

/// A search with a memory and a budget.
#[derive(Debug, Default)]
pub struct Search {
    known: BTreeMap<Key, Known>,
    work: Work,
}

#[derive(Debug, Clone, Copy)]
enum Known {
    Covers(Covers),
    /// Every cover has more columns than this.
    Above(usize),
}

impl Search {
    /// A search that looks at no more than about `budget` columns.
    pub fn new(budget: u64) -> Self {
        Self { known: BTreeMap::new(), work: Work::new(budget) }
    }

    /// What was done so far.
    pub fn work(&mut self) -> &mut Work {
        &mut self.work
    }

    /// The minimum covers of `chart` if they have at most `limit` columns.
    ///
    /// # Errors
    /// [`Exhausted`] once the budget is used up, or where the count leaves 128 bits.
    pub fn covers(&mut self, chart: &Chart, aim: Aim, limit: usize) -> Result<Option<Covers>, Exhausted> {
        let mut chart = chart.clone();
        let mut settled = Covers { size: 0, count: 1 };
        let mut reduced = false;
        while chart.rows > 0 {
            // A new chart costs as much as several looks at the old one.
            self.work.charge(1 + 4 * chart.rows * chart.columns.len())?;
            let coverers = chart.coverers();
            if coverers.iter().any(FixedBitSet::is_clear) || settled.size >= limit {
                return Ok(None);
            }
            let forced: BTreeSet<usize> =
                coverers.iter().filter(|columns| columns.count_ones(..) == 1).flat_map(FixedBitSet::ones).collect();
            if !forced.is_empty() {
                for &column in &forced {
                    settled.count = times(settled.count, weight(&chart, column, aim))?;
                }
                settled.size += forced.len();
                chart = chart.after(forced, &FixedBitSet::new());
                reduced = false;
            } else if reduced {
                break;
            } else {
                chart = self.reduced(&chart, aim)?;
                reduced = true;
            }
        }
        if chart.rows == 0 {
            return Ok((settled.size <= limit).then_some(settled));
        }
        let Some(room) = limit.checked_sub(settled.size) else { return Ok(None) };
        let rest = self.parts(&chart, aim, room)?;
        rest.map(|rest| Ok(Covers { size: settled.size + rest.size, count: times(settled.count, rest.count)? }))
            .transpose()
    }

    /// The chart without dominated rows and, where only the size matters, without dominated columns.
    fn reduced(&mut self, chart: &Chart, aim: Aim) -> Result<Chart, Exhausted> {
        let mut chart = chart.without_dominated_rows(&mut self.work)?;
        if aim == Aim::Size {
            loop {
                let before = chart.columns.len();
                chart = chart.without_dominated_columns(&mut self.work)?;
                if chart.columns.len() == before {
                    break;
                }
                chart = chart.without_dominated_rows(&mut self.work)?;
            }
        }
        Ok(chart)
    }

    /// Covers of the independent parts of a reduced chart.
    fn parts(&mut self, chart: &Chart, aim: Aim, limit: usize) -> Result<Option<Covers>, Exhausted> {
        let parts = chart.components();
        let mut total = Covers { size: 0, count: 1 };
        let mut bounds: Vec<usize> = parts.iter().map(lower_bound).collect();
        for (i, part) in parts.iter().enumerate() {
            let others: usize = total.size + bounds[i + 1..].iter().sum::<usize>();
            if others + bounds[i] > limit {
                return Ok(None);
            }
            let Some(covers) = self.remembered(part, aim, limit - others)? else { return Ok(None) };
            bounds[i] = covers.size;
            total = Covers { size: total.size + covers.size, count: times(total.count, covers.count)? };
        }
        Ok(Some(total))
    }

    fn remembered(&mut self, part: &Chart, aim: Aim, limit: usize) -> Result<Option<Covers>, Exhausted> {
        let known = part.greedy();
        if let Some(size) = known.filter(|&size| aim == Aim::Size && size <= limit && size == lower_bound(part)) {
            return Ok(Some(Covers { size, count: 1 }));
        }
        let limit = known.map_or(limit, |size| limit.min(size));
        if is_shallow(limit) {
            return self.shallow(part, aim, limit);
        }
        let mut columns: Vec<_> =
            part.columns.iter().map(|column| (column.rows.clone(), column.members.len())).collect();
        columns.sort();
        let key = (aim, part.rows, columns);
        match self.known.get(&key) {
            Some(Known::Covers(covers)) => return Ok((covers.size <= limit).then_some(*covers)),
            Some(Known::Above(size)) if *size >= limit => return Ok(None),
            _ => {}
        }
        let found = self.branch(part, aim, limit)?;
        self.known.insert(key, found.map_or(Known::Above(limit), Known::Covers));
        Ok(found)
    }

    /// Calls `visit` on every cover of exactly `size` columns, one by one.
    ///
    /// # Errors
    /// [`Exhausted`].
    pub fn each(
        &mut self,
        chart: &Chart,
        size: usize,
        visit: &mut impl FnMut(&[u32]) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Exhausted> {
        kernel::covers(chart, size, &mut self.work, visit)
    }

    /// Size by size from the lower bound, each cover found one by one.
    fn shallow(&mut self, part: &Chart, aim: Aim, limit: usize) -> Result<Option<Covers>, Exhausted> {
        for size in lower_bound(part)..=limit {
            let mut count = Some(0_u128);
            let _ = self.each(part, size, &mut |chosen| {
                let product = chosen
                    .iter()
                    .try_fold(1_u128, |product, &column| product.checked_mul(weight(part, column as usize, aim)));
                count = count.zip(product).and_then(|(count, product)| count.checked_add(product));
                if aim == Aim::Size { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
            let count = count.ok_or(Exhausted)?;
            if count > 0 {
                return Ok(Some(Covers { size, count }));
            }
        }
        Ok(None)
    }

    fn branch(&mut self, chart: &Chart, aim: Aim, limit: usize) -> Result<Option<Covers>, Exhausted> {
        let mut best: Option<Covers> = None;
        for (column, rest) in branches(chart) {
            let room = best.map_or(limit, |best| best.size - usize::from(aim == Aim::Size));
            let Some(room) = room.checked_sub(1) else { break };
            let Some(covers) = self.covers(&rest, aim, room)? else { continue };
            let covers = Covers { size: covers.size + 1, count: times(covers.count, weight(chart, column, aim))? };
            best = Some(match best {
                Some(best) if best.size == covers.size => {
                    Covers { size: best.size, count: best.count.checked_add(covers.count).ok_or(Exhausted)? }
                }
                _ => covers,
            });
        }
        Ok(best)
    }
}

/// Whether covers of at most `limit` columns are best found one by one.
pub fn is_shallow(limit: usize) -> bool {
    limit <= 10
}

/// The ways to cover the row with the fewest columns: the column chosen, and what is then left.
pub fn branches(chart: &Chart) -> impl Iterator<Item = (usize, Chart)> {
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

fn weight(chart: &Chart, column: usize, aim: Aim) -> u128 {
    if aim == Aim::Size { 1 } else { chart.columns[column].members.len() as u128 }
}

fn times(count: u128, factor: u128) -> Result<u128, Exhausted> {
    count.checked_mul(factor).ok_or(Exhausted)
}

/// Columns that any cover needs: rows without a common column, and rows over the widest columns.
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
