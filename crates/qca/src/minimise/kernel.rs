//! Enumerates covers of few columns: the inner loop of the search for models.
//!
//! Rows are bits of a few words and columns a flat list. A column is dropped if the widest others could not cover the
//! rest. The search branches on the row with the fewest columns, each branch without the columns of earlier branches,
//! so that no cover is found twice.

use std::ops::ControlFlow;

use super::budget::{Exhausted, Work};
use super::chart::Chart;

/// Calls `visit` for every cover of exactly `size` columns (indices into the chart) until it breaks.
///
/// `work` counts the columns examined, in words of 64 rows.
///
/// # Errors
/// [`Exhausted`].
pub(super) fn covers(
    chart: &Chart,
    size: usize,
    work: &mut Work,
    visit: &mut impl FnMut(&[u32]) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Exhausted> {
    match chart.rows.div_ceil(64) {
        0 | 1 => Kernel::<1, _>::run(chart, size, work, visit),
        2 => Kernel::<2, _>::run(chart, size, work, visit),
        3 | 4 => Kernel::<4, _>::run(chart, size, work, visit),
        5..=16 => Kernel::<16, _>::run(chart, size, work, visit),
        17..=64 => Kernel::<64, _>::run(chart, size, work, visit),
        _ => Err(Exhausted),
    }
}

type Rows<const W: usize> = [u64; W];

struct Kernel<'a, const W: usize, V> {
    columns: Vec<Rows<W>>,
    weights: Weights<W>,
    chosen: Vec<u32>,
    work: &'a mut Work,
    visit: &'a mut V,
}

impl<'a, const W: usize, V: FnMut(&[u32]) -> ControlFlow<()>> Kernel<'a, W, V> {
    fn run(chart: &Chart, size: usize, work: &'a mut Work, visit: &'a mut V) -> Result<ControlFlow<()>, Exhausted> {
        let pack = |rows: &mut dyn Iterator<Item = usize>| {
            let mut packed = [0; W];
            rows.for_each(|row| packed[row / 64] |= 1 << (row % 64));
            packed
        };
        let columns: Vec<Rows<W>> = chart.columns.iter().map(|column| pack(&mut column.rows.ones())).collect();
        let all = pack(&mut (0..chart.rows));
        let available: Vec<u32> = (0..).take(columns.len()).collect();
        let weights = Weights::new(chart.rows, &columns);
        Kernel { columns, weights, chosen: Vec::new(), work, visit }.below(&all, &available, size)
    }

    fn below(&mut self, uncovered: &Rows<W>, available: &[u32], size: usize) -> Result<ControlFlow<()>, Exhausted> {
        self.work.charge((available.len() + 1) * W)?;
        if size == 1 {
            return Ok(self.last(uncovered, available));
        }
        let Some((mut kept, pivots)) = self.in_play(uncovered, available, size) else {
            return Ok(ControlFlow::Continue(()));
        };
        for _ in 0..pivots {
            let Some(column) = kept.pop() else { break };
            let rest = without(uncovered, &self.columns[column as usize]);
            self.chosen.push(column);
            let flow = if rest == [0; W] { ControlFlow::Continue(()) } else { self.below(&rest, &kept, size - 1)? };
            self.chosen.pop();
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The columns that alone cover the remaining rows.
    fn last(&mut self, uncovered: &Rows<W>, available: &[u32]) -> ControlFlow<()> {
        for &column in available {
            if (0..W).all(|w| uncovered[w] & !self.columns[column as usize][w] == 0) {
                self.chosen.push(column);
                let flow = (self.visit)(&self.chosen);
                self.chosen.pop();
                flow?;
            }
        }
        ControlFlow::Continue(())
    }

    /// The columns that a cover of `size` may contain, with those of the branching row last, and the number of the
    /// latter.
    fn in_play(&self, uncovered: &Rows<W>, available: &[u32], size: usize) -> Option<(Vec<u32>, usize)> {
        let left = self.weights.of(uncovered);
        let widths: Vec<u64> =
            available.iter().map(|&c| self.weights.of(&common(uncovered, &self.columns[c as usize]))).collect();
        let least = left.saturating_sub(largest(&widths, size - 1)).max(1);
        let kept: Vec<u32> =
            available.iter().zip(&widths).filter(|&(_, &width)| width >= least).map(|(&column, _)| column).collect();
        let (word, bit) = self.rarest(uncovered, &kept)?;
        let covers = |column: &u32| self.columns[*column as usize][word] >> bit & 1 == 1;
        let (pivots, mut ordered): (Vec<u32>, Vec<u32>) = kept.into_iter().partition(covers);
        ordered.extend(pivots.iter().rev());
        Some((ordered, pivots.len()))
    }

    /// The uncovered row with the fewest columns, as word and bit; the first among equals.
    fn rarest(&self, uncovered: &Rows<W>, columns: &[u32]) -> Option<(usize, usize)> {
        // `planes[p]` holds bit `p` of how many columns cover each row: all rows are counted at once.
        let mut planes: Vec<Rows<W>> = Vec::with_capacity(16);
        for &column in columns {
            let mut carry = self.columns[column as usize];
            for plane in &mut planes {
                for (plane, carry) in plane.iter_mut().zip(&mut carry) {
                    (*plane, *carry) = (*plane ^ *carry, *plane & *carry);
                }
            }
            if carry != [0; W] {
                planes.push(carry);
            }
        }
        let mut fewest = *uncovered;
        for plane in planes.iter().rev() {
            let fewer = without(&fewest, plane);
            if fewer != [0; W] {
                fewest = fewer;
            }
        }
        bits(&fewest).next().map(|row| (row / 64, row % 64))
    }
}

fn common<const W: usize>(a: &Rows<W>, b: &Rows<W>) -> Rows<W> {
    std::array::from_fn(|w| a[w] & b[w])
}

fn without<const W: usize>(a: &Rows<W>, b: &Rows<W>) -> Rows<W> {
    std::array::from_fn(|w| a[w] & !b[w])
}

/// The sum of the `n` largest widths: an upper bound for `n` columns.
fn largest(widths: &[u64], n: usize) -> u64 {
    let mut best = vec![0; n];
    for &width in widths {
        if width > best[n - 1] {
            let place = best.partition_point(|&other| other >= width);
            best[place..].rotate_right(1);
            best[place] = width;
        }
    }
    best.iter().sum()
}

/// Weights of rows for a lower bound of cover sizes: the less any column weighs, the more columns a cover needs.
///
/// Any weights give a valid bound; good ones solve the dual of the fractional cover, which repeated play against the
/// widest column approximates (Freund & Schapire 1999).
struct Weights<const W: usize> {
    /// The weight of every value of every byte of rows.
    of_byte: Vec<[u64; 256]>,
}

impl<const W: usize> Weights<W> {
    /// Number of rounds.
    const ROUNDS: usize = 64;
    /// The weight of all rows together.
    const TOTAL: f64 = (1_u64 << 32) as f64;

    fn new(rows: usize, columns: &[Rows<W>]) -> Self {
        let mut now = vec![1.0; rows];
        let mut sum = vec![0.0; rows];
        let rounds = if columns.len() > 4 * rows { Self::ROUNDS } else { 1 };
        let mut coverers: Vec<Vec<usize>> = vec![Vec::new(); rows];
        for (c, column) in columns.iter().enumerate() {
            bits(column).for_each(|row| coverers[row].push(c));
        }
        for _ in 0..rounds {
            let total: f64 = now.iter().sum();
            now.iter_mut().zip(&mut sum).for_each(|(now, sum)| {
                *now /= total;
                *sum += *now;
            });
            // Row by row, so that no sum waits for another.
            let mut widths = vec![0.0; columns.len()];
            for (now, coverers) in now.iter().zip(&coverers) {
                coverers.iter().for_each(|&c| widths[c] += now);
            }
            let widest = (0..columns.len()).max_by(|&a, &b| widths[a].total_cmp(&widths[b]));
            for row in widest.into_iter().flat_map(|c| bits(&columns[c])) {
                now[row] *= 0.85;
            }
        }
        let total: f64 = sum.iter().sum();
        sum.iter_mut().for_each(|sum| *sum /= total);
        Self::tabulate(&sum)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shares of 2^32, rounded down")]
    fn tabulate(shares: &[f64]) -> Self {
        let table = |shares: &[f64]| {
            let mut of_byte = [0; 256];
            for value in 1..1_usize << shares.len() {
                let weight = (shares[value.trailing_zeros() as usize] * Self::TOTAL) as u64 + 1;
                of_byte[value] = of_byte[value & (value - 1)] + weight;
            }
            of_byte
        };
        Self { of_byte: shares.chunks(8).map(table).collect() }
    }

    /// The weight of some rows.
    #[inline]
    fn of(&self, rows: &Rows<W>) -> u64 {
        let mut sum = 0;
        for (word, tables) in rows.iter().zip(self.of_byte.chunks(8)) {
            let mut word = *word;
            for table in tables {
                sum += table[(word & 255) as usize];
                word >>= 8;
            }
        }
        sum
    }
}

fn bits<const W: usize>(rows: &Rows<W>) -> impl Iterator<Item = usize> {
    rows.iter().enumerate().flat_map(|(word, &bits)| {
        let mut bits = bits;
        std::iter::from_fn(move || {
            (bits != 0).then(|| {
                let row = word * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                row
            })
        })
    })
}
