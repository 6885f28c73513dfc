//! Prices of rows, which show that some columns are in no small cover.
//!
//! Every column costs 1, and every row has a price of 0 or more. The reduced cost of a column is 1 less the prices of its
//! rows. The columns of a cover hold every row, so their reduced costs together are at most the size of the cover less
//! all prices. A column is in no cover of that size if its reduced cost, with all negative ones added, is larger (Beasley
//! 1987). Good prices are found by the subgradient method (Held, Wolfe & Crowder 1974).

use fixedbitset::FixedBitSet;

use super::budget::{Exhausted, Work};
use super::chart::Chart;

/// Rounds in search of prices.
const ROUNDS: usize = 500;

/// After so many rounds without a better bound the steps become half as long.
const PATIENCE: usize = 20;

/// The cost of a column in units of a price.
const ONE: i64 = 1 << 24;

/// The chart without columns that are in no cover of at most `size` columns; `None` if there is no such cover.
///
/// # Errors
/// [`Exhausted`].
pub(super) fn affordable(chart: &Chart, size: usize, work: &mut Work) -> Result<Option<Chart>, Exhausted> {
    let columns: Vec<Vec<usize>> = chart.columns.iter().map(|column| column.rows.ones().collect()).collect();
    let covered: FixedBitSet = columns.iter().flatten().copied().collect();
    if covered.count_ones(..) < chart.rows {
        return Ok(None);
    }
    let prices = prices(&columns, chart.rows, size, work)?;
    let reduced = |column: &Vec<usize>| ONE - column.iter().map(|&row| prices[row]).sum::<i64>();
    let reduced: Vec<i64> = columns.iter().map(reduced).collect();
    let bound = prices.iter().sum::<i64>() + reduced.iter().map(|&reduced| reduced.min(0)).sum::<i64>();
    let room = i64::try_from(size).unwrap_or(i64::MAX / ONE).saturating_mul(ONE) - bound;
    if room < 0 {
        return Ok(None);
    }
    let kept =
        chart.columns.iter().zip(&reduced).filter(|&(_, &reduced)| reduced <= room).map(|(column, _)| column.clone());
    Ok(Some(Chart { rows: chart.rows, columns: kept.collect() }))
}

/// Prices of rows that give a bound near the best. Any prices give a valid bound.
fn prices(columns: &[Vec<usize>], rows: usize, size: usize, work: &mut Work) -> Result<Vec<i64>, Exhausted> {
    let mut prices = vec![f64::INFINITY; rows];
    for column in columns {
        let share = 1.0 / column.len() as f64;
        column.iter().for_each(|&row| prices[row] = if share < prices[row] { share } else { prices[row] });
    }
    let (mut best, mut bound, mut step, mut waiting) = (prices.clone(), 0.0, 1.0, 0);
    for _ in 0..ROUNDS {
        work.charge(columns.len())?;
        // 1 less the number of columns with a negative reduced cost that hold the row.
        let mut lack = vec![1.0; rows];
        let mut now: f64 = prices.iter().sum();
        for column in columns {
            let reduced = 1.0 - column.iter().map(|&row| prices[row]).sum::<f64>();
            if reduced < 0.0 {
                now += reduced;
                column.iter().for_each(|&row| lack[row] -= 1.0);
            }
        }
        if now > bound {
            (bound, waiting) = (now, 0);
            best.clone_from(&prices);
        } else {
            waiting += 1;
            if waiting % PATIENCE == 0 {
                step *= 0.5;
                prices.clone_from(&best);
                continue;
            }
        }
        let length: f64 = lack.iter().map(|lack| lack * lack).sum();
        let gap = size as f64 - now;
        if length <= 0.0 || gap <= 0.0 {
            break;
        }
        let step = step * gap / length;
        for (price, lack) in prices.iter_mut().zip(&lack) {
            let moved = *price + step * lack;
            *price = if moved > 0.0 { moved } else { 0.0 };
        }
    }
    Ok(best.iter().map(|&price| whole(price)).collect())
}

#[expect(clippy::cast_possible_truncation, reason = "prices are at most 1, and any are valid")]
fn whole(price: f64) -> i64 {
    (price * ONE as f64) as i64
}

#[cfg(test)]
mod tests {
    use super::super::chart::Column;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// A column that is left out is in no cover of the size.
        #[test]
        fn every_small_cover_is_kept(columns in proptest::collection::vec(1_u32..256, 1..12), size in 0_usize..5) {
            let rows = |bits: u32| (0..8).filter(|row| bits >> row & 1 == 1).collect::<FixedBitSet>();
            let columns = columns.into_iter().zip(0..).map(|(bits, i)| Column { rows: rows(bits), members: vec![i] });
            let mut chart = Chart::merged(8, columns.collect());
            chart.columns.iter_mut().for_each(|column| column.rows.grow(8));
            let covers: Vec<u32> = (0..1_u32 << chart.columns.len())
                .filter(|set| set.count_ones() as usize <= size)
                .filter(|set| {
                    let chosen = (0..chart.columns.len()).filter(|c| set >> c & 1 == 1);
                    let mut covered = FixedBitSet::with_capacity(8);
                    chosen.for_each(|c| covered.union_with(&chart.columns[c].rows));
                    covered.count_ones(..) == 8
                })
                .collect();
            let kept = affordable(&chart, size, &mut Work::new(u64::MAX)).unwrap();
            let is_kept = |column: &Column| kept.as_ref().is_some_and(|kept| kept.columns.contains(column));
            for (c, column) in chart.columns.iter().enumerate().filter(|(_, column)| !is_kept(column)) {
                prop_assert!(covers.iter().all(|set| set >> c & 1 == 0), "{:?} stands in a cover", column);
            }
        }
    }
}
