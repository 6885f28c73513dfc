//! The minimum or irredundant covers of a chart, counted exactly, and listed within a budget.

use std::ops::ControlFlow;

use equifinal_study::config::ModelsWanted;
use fixedbitset::FixedBitSet;

use super::budget::{Budget, Exhausted, Work};
use super::chart::Chart;
use super::listing::{Listing, some_cover};
use super::models::Models;
use super::size::{Search, lower_bound};
use super::transversal::minimal_transversals;

/// The best result for a chart whose minimum was not proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Best {
    /// A proven lower bound of a model's size.
    pub at_least: usize,
    /// The smallest cover found, without redundant columns, as ascending indices of prime implicants.
    pub cover: Vec<u32>,
    /// True if the search ran until the budget was used up, false if it was not started.
    pub searched: bool,
}

/// Number of irredundant models of one part that are sorted before the list is shortened.
const SORTED: usize = 50_000;

/// Maximum number of possible sizes for which a minimum is searched.
const SIZES: usize = 40;

/// The work limit for counting and listing the models of one part of known size.
const LISTING: u64 = 50_000_000;

/// The models that `wanted` asks for.
///
/// The list starts with the first in order; if an independent part has more models than the budget allows, or more than
/// 50,000 irredundant ones, with the first of those found.
///
/// A model of the whole combines models of all independent parts. A row that only one column covers is a part by
/// itself.
///
/// # Errors
/// The best known cover, if the size of a minimum model was not found within the budget of the `search`.
pub fn models(chart: &Chart, wanted: ModelsWanted, search: &mut Search, budget: &Budget) -> Result<Models, Best> {
    if wanted == ModelsWanted::Minimum && is_hopeless(chart) {
        return Err(best(chart, false));
    }
    let parts = parts(chart, wanted, search, budget).map_err(|Exhausted| best(chart, true))?;
    Ok(Models::joined(&parts, budget.models))
}

/// The models of the independent parts of a chart.
fn parts(chart: &Chart, wanted: ModelsWanted, search: &mut Search, budget: &Budget) -> Result<Vec<Models>, Exhausted> {
    let parts = chart.without_dominated_rows(search.work())?.components();
    let of_part = |part: &Chart| {
        let mut found = match wanted {
            ModelsWanted::Minimum => minimum(part, search, budget.models)?,
            ModelsWanted::Irredundant => irredundant(part, search.work()),
        };
        found.cut(budget.models);
        Ok(found)
    };
    parts.iter().map(of_part).collect()
}

/// True if there are too many possible sizes of a minimum model for any search to prove one.
fn is_hopeless(chart: &Chart) -> bool {
    chart.rows > SIZES && chart.greedy().is_some_and(|most| most.len() > lower_bound(chart) + SIZES)
}

/// The minimum models of one part.
fn minimum(part: &Chart, search: &mut Search, most: usize) -> Result<Models, Exhausted> {
    let size = search.size(part, part.rows)?.ok_or(Exhausted)?;
    // The size is known; what follows has work of its own.
    search.work().allow(LISTING);
    Listing::new(search, most).minimum(part, size).or_else(|Exhausted| {
        search.work().allow(LISTING);
        let mut model = some_cover(part, size, search)?;
        model.sort_unstable();
        Ok(Models { count: 1, exact: false, listed: vec![model] })
    })
}

/// The best result for a chart whose minimum models were not found.
fn best(chart: &Chart, searched: bool) -> Best {
    let columns = chart.without_superfluous(chart.greedy().unwrap_or_default());
    let mut cover: Vec<u32> = columns.iter().filter_map(|&c| chart.columns[c].members.first().copied()).collect();
    cover.sort_unstable();
    Best { at_least: lower_bound(chart), cover, searched }
}

/// Adds every choice of one member per chosen column.
fn expand(chosen: &[Vec<u32>], listed: &mut Vec<Vec<u32>>) -> ControlFlow<()> {
    let mut pick = vec![0_usize; chosen.len()];
    loop {
        if listed.len() >= SORTED {
            return ControlFlow::Break(());
        }
        let mut model: Vec<u32> = pick.iter().zip(chosen).map(|(&i, members)| members[i]).collect();
        model.sort_unstable();
        listed.push(model);
        let Some(last) = (0..pick.len()).rev().find(|&i| pick[i] + 1 < chosen[i].len()) else {
            return ControlFlow::Continue(());
        };
        pick[last] += 1;
        pick[last + 1..].fill(0);
    }
}

/// All irredundant covers of one part: minimal transversals of its coverers.
fn irredundant(part: &Chart, work: &mut Work) -> Models {
    let mut found = Models { count: 0, exact: true, listed: Vec::new() };
    let edges: Vec<FixedBitSet> = part.coverers();
    let flow = minimal_transversals(&edges, &mut |columns| {
        let chosen: Vec<Vec<u32>> = columns.iter().map(|&c| part.columns[c].members.clone()).collect();
        let weight = chosen.iter().try_fold(1_u128, |product, members| product.checked_mul(members.len() as u128));
        let Some(count) = weight.and_then(|weight| found.count.checked_add(weight)) else {
            return ControlFlow::Break(());
        };
        found.count = count;
        let _ = expand(&chosen, &mut found.listed);
        // Each cover is reached by a way through all columns.
        work.charge(part.columns.len()).map_or(ControlFlow::Break(()), ControlFlow::Continue)
    });
    found.exact = flow.is_continue();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::minimise::chart::Column;
    use proptest::prelude::*;

    /// All covers that `wanted` requests, by testing all sets of columns.
    fn by_brute_force(primes: &[u128], rows: usize, wanted: ModelsWanted) -> Vec<Vec<u32>> {
        let all = (1_u128 << rows) - 1;
        let union = |set: u32| (0..primes.len()).filter(|c| set >> c & 1 == 1).fold(0, |union, c| union | primes[c]);
        let covers = |set: u32| union(set) == all;
        let mut found: Vec<u32> = (0..1 << primes.len())
            .filter(|&set| covers(set) && (0..primes.len()).all(|c| set >> c & 1 == 0 || !covers(set & !(1 << c))))
            .collect();
        if wanted == ModelsWanted::Minimum {
            let least = found.iter().map(|set| set.count_ones()).min();
            found.retain(|set| Some(set.count_ones()) == least);
        }
        let mut models: Vec<Vec<u32>> =
            found.iter().map(|set| (0..32).filter(|c| set >> c & 1 == 1).collect()).collect();
        models.sort_by(|a: &Vec<u32>, b| (a.len(), a).cmp(&(b.len(), b)));
        models
    }

    /// A chart in which column `c` covers the rows set in `columns[c]`.
    fn chart(columns: &[u128], rows: usize) -> Chart {
        // A prime implicant covers a row when its bits are the row's: give row r the bits of the columns that cover it.
        let row = |r: usize| (0..columns.len()).filter(|&c| columns[c] >> r & 1 == 1).fold(0, |row, c| row | 1 << c);
        let primes: Vec<u128> = (0..columns.len()).map(|c| 1 << c).collect();
        Chart::new(&primes, &(0..rows).map(row).collect::<Vec<_>>())
    }

    fn found(chart: &Chart, wanted: ModelsWanted) -> Models {
        let budget = Budget::default();
        models(chart, wanted, &mut Search::new(budget.work), &budget).unwrap()
    }

    proptest! {
        #[test]
        fn all_models_and_no_others(columns in proptest::collection::vec(1_u128..64, 1..11)) {
            let mut columns = columns;
            columns.push(63 & !columns.iter().fold(0, |union, column| union | column) | 1);
            for wanted in [ModelsWanted::Minimum, ModelsWanted::Irredundant] {
                let found = found(&chart(&columns, 6), wanted);
                let expected = by_brute_force(&columns, 6, wanted);
                prop_assert_eq!(found.count, expected.len() as u128);
                prop_assert!(found.exact);
                prop_assert_eq!(found.listed, expected);
            }
        }
    }

    #[test]
    fn a_count_may_be_astronomical() {
        // Forty rows, each covered by the same ten columns of its own: 10^40 models leave 128 bits; 30 rows do not.
        let columns: Vec<u128> = (0..300).map(|c| 1 << (c / 10)).collect();
        let rows: Vec<FixedBitSet> = columns.iter().map(|c| (0..30).filter(|r| c >> r & 1 == 1).collect()).collect();
        let columns = rows.into_iter().zip(0..).map(|(rows, i)| Column { rows, members: vec![i] });
        let chart = Chart::merged(30, columns.collect());
        for wanted in [ModelsWanted::Minimum, ModelsWanted::Irredundant] {
            let found = found(&chart, wanted);
            assert_eq!((found.count, found.exact), (10_u128.pow(30), true));
            assert_eq!(found.listed.len(), 1000);
        }
    }

    /// A column holds two rows of one kind, ten of another, or one and five: uniform prices would bound nothing.
    #[test]
    fn rows_of_unlike_worth_are_counted_to_the_end() {
        let mut state = 1_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let mut columns: Vec<Vec<usize>> = Vec::new();
        for way in 0..4 {
            let (mut dear, mut cheap): (Vec<usize>, Vec<usize>) = ((0..20).collect(), (20..120).collect());
            for at in (1..100).rev() {
                cheap.swap(at, next(at + 1));
                dear.swap(at % 20, next(20));
            }
            if way % 2 == 0 {
                columns.extend(dear.chunks(2).chain(cheap.chunks(10)).map(<[usize]>::to_vec));
            } else {
                columns.extend(dear.iter().zip(cheap.chunks(5)).map(|(&one, five)| [&[one], five].concat()));
            }
        }
        let columns =
            columns.into_iter().zip(0..).map(|(rows, i)| Column { rows: rows.into_iter().collect(), members: vec![i] });
        let found = found(&Chart::merged(120, columns.collect()), ModelsWanted::Minimum);
        assert!(found.exact && found.count >= 4, "{} models", found.count);
        assert!(found.listed.iter().all(|model| model.len() == 20));
    }

    /// Columns of five rows each, scattered over many rows, leave the size of a minimum cover undetermined.
    #[test]
    fn a_hopeless_chart_is_refused_before_any_search() {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % 900
        };
        let columns = (0..3_000).map(|i| Column { rows: (0..5).map(|_| next()).collect(), members: vec![i] });
        let chart = Chart::merged(900, columns.collect());
        let budget = Budget::default();
        let mut search = Search::new(budget.work);
        let refused = models(&chart, ModelsWanted::Minimum, &mut search, &budget);
        let Err(Best { at_least, cover, searched: false }) = refused else { panic!("{refused:?}") };
        assert!(at_least >= 180 && cover.len() > at_least + SIZES, "{at_least} to {}", cover.len());
        let columns = cover.iter().map(|&member| chart.columns.iter().find(|column| column.members.contains(&member)));
        let columns: Vec<&Column> = columns.map(Option::unwrap).collect();
        let alone = |row: usize| columns.iter().filter(|column| column.rows.contains(row)).count() == 1;
        assert!((0..chart.rows).all(|row| columns.iter().any(|column| column.rows.contains(row))
            || chart.columns.iter().all(|column| !column.rows.contains(row))));
        assert!(columns.iter().all(|column| column.rows.ones().any(alone)), "a column of the cover is superfluous");
        assert_eq!(search.work().done(), 0);
    }
}
