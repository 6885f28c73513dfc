//! Leaves cases out, a few at a time: all subsets, or randomly drawn ones if there are too many.

use equifinal_study::table::CaseTable;

use crate::rerun::picked;
use crate::universe::Reanalysis;
use equifinal_study::draws::stream;

/// The subsets that were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ways {
    /// Every one.
    Every,
    /// Some, drawn at random from `of` subsets; `None` if these exceed 64 bits.
    Sample {
        /// Number of all subsets.
        of: Option<u64>,
    },
}

/// Cases left out a few at a time.
pub(crate) struct LeftOut<'a> {
    reanalysis: &'a Reanalysis<'a>,
    /// The cases that may be left out, as indices into the table.
    cases: Vec<usize>,
    task: &'static str,
    count: usize,
    ways: Ways,
    draws: u64,
}

impl<'a> LeftOut<'a> {
    /// `count` of these `cases` left out at a time, in at most `most` subsets; `task` is the key of the draws.
    pub(crate) fn new(
        reanalysis: &'a Reanalysis<'a>,
        cases: Vec<usize>,
        (task, count, most): (&'static str, usize, u64),
    ) -> Self {
        let there_are = ways(cases.len(), count);
        let (ways, draws) = match there_are {
            Some(ways) if ways <= most => (Ways::Every, ways),
            of => (Ways::Sample { of }, most),
        };
        Self { reanalysis, cases, task, count, ways, draws }
    }

    /// The subsets that are left out.
    pub(crate) fn ways(&self) -> Ways {
        self.ways
    }

    /// Number of draws.
    pub(crate) fn draws(&self) -> u64 {
        self.draws
    }

    /// The cases left out in a draw, as indices into the table.
    pub(crate) fn cases(&self, draw: u64) -> Vec<usize> {
        if self.ways == Ways::Every {
            let places = combination(self.cases.len(), self.count, draw).into_iter();
            return places.filter_map(|place| self.cases.get(place).copied()).collect();
        }
        let study = self.reanalysis.study();
        let mut order = self.cases.clone();
        stream(&study.id, study.robustness.seed, self.task, draw).shuffle(&mut order);
        order.truncate(self.count);
        order
    }

    /// The table of a draw.
    pub(crate) fn table(&self, draw: u64) -> CaseTable {
        let table = self.reanalysis.table();
        let mut kept = vec![true; table.cases.len()];
        for case in self.cases(draw) {
            kept[case] = false;
        }
        let kept: Vec<usize> = (0..kept.len()).filter(|&case| kept[case]).collect();
        picked(table, &kept)
    }

    /// The cases left out in some of these draws, each once.
    pub(crate) fn of_draws(&self, draws: &[u64]) -> Vec<String> {
        let mut cases: Vec<usize> = draws.iter().flat_map(|&draw| self.cases(draw)).collect();
        cases.sort_unstable();
        cases.dedup();
        cases.into_iter().filter_map(|case| self.reanalysis.table().cases.get(case)).cloned().collect()
    }
}

/// Number of subsets of `count` of `cases`; `None` if it exceeds 64 bits.
fn ways(cases: usize, count: usize) -> Option<u64> {
    let count = count.min(cases).min(cases.saturating_sub(count));
    (0..count as u64).try_fold(1_u64, |ways, i| Some(ways.checked_mul(cases as u64 - i)? / (i + 1)))
}

/// Combination number `rank` of `count` of `cases`, in lexicographic order.
fn combination(cases: usize, count: usize, rank: u64) -> Vec<usize> {
    let mut chosen = Vec::with_capacity(count);
    let (mut rest, mut next) = (rank, 0);
    while chosen.len() < count && next < cases {
        let with_next = ways(cases - next - 1, count - chosen.len() - 1).unwrap_or(u64::MAX);
        if rest < with_next {
            chosen.push(next);
        } else {
            rest -= with_next;
        }
        next += 1;
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn combinations_are_numbered_without_gaps() {
        for (cases, count) in [(5, 1), (5, 2), (6, 3), (4, 4), (7, 6)] {
            let ways = ways(cases, count).unwrap();
            let all: Vec<Vec<usize>> = (0..ways).map(|rank| combination(cases, count, rank)).collect();
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]) && all.iter().all(|one| one.len() == count));
        }
        for (cases, count, ways_there_are) in
            [(10, 2, Some(45)), (200, 199, Some(200)), (3, 4, Some(1)), (500, 250, None)]
        {
            assert_eq!(ways(cases, count), ways_there_are, "{count} of {cases}");
        }
    }
}
