//! Minimum covers of a chart whose size is known: their exact number, and the first ones in order.
//!
//! Independent parts share nothing, so their numbers of covers are multiplied, and equal parts are solved once. The
//! number may therefore be astronomical while the list stays short.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;

use fixedbitset::FixedBitSet;

use super::budget::Exhausted;
use super::chart::{Chart, Column};
use super::models::Models;
use super::prices::affordable;
use super::size::{Search, branches, is_shallow};

/// The columns of a chart with their rows: equal keys have equal solutions.
type Key = Vec<(Vec<u32>, FixedBitSet)>;

/// One cover of a chart whose minimum has this size, as unordered prime implicants.
///
/// # Errors
/// [`Exhausted`] when the budget of the `search` is used up.
pub(super) fn some_cover(chart: &Chart, size: usize, search: &mut Search) -> Result<Vec<u32>, Exhausted> {
    if chart.rows == 0 {
        return Ok(Vec::new());
    }
    for (column, rest) in branches(chart) {
        if search.size(&rest, size - 1)?.is_some() {
            let mut chosen = some_cover(&rest, size - 1, search)?;
            chosen.extend(chart.columns[column].members.first());
            return Ok(chosen);
        }
    }
    Err(Exhausted)
}

/// Lists the first covers, and remembers those of parts.
#[derive(Debug)]
pub(super) struct Listing<'a> {
    search: &'a mut Search,
    known: BTreeMap<Key, Rc<Models>>,
    most: usize,
}

impl<'a> Listing<'a> {
    /// A list of at most `most` models; `search` provides sizes and the work budget.
    pub(super) fn new(search: &'a mut Search, most: usize) -> Self {
        Self { search, known: BTreeMap::new(), most }
    }

    /// The covers of a chart whose minimum has this size. If the budget ends early, those found and an inexact count.
    ///
    /// # Errors
    /// [`Exhausted`] if none was found.
    pub(super) fn minimum(&mut self, chart: &Chart, size: usize) -> Result<Models, Exhausted> {
        let settled = self.search.settled(chart, size, Chart::without_dominated_rows)?.ok_or(Exhausted)?;
        let mut all: Vec<Rc<Models>> =
            settled.needed.iter().map(|column| Rc::new(Models::of_column(column, self.most))).collect();
        let parts = if settled.rest.rows == 0 { Vec::new() } else { settled.rest.components() };
        for part in &parts {
            let size = match parts.len() {
                1 => size - settled.needed.len(),
                _ => self.search.size(part, part.rows)?.ok_or(Exhausted)?,
            };
            all.push(self.part(part, size)?);
        }
        Ok(Models::joined(all.iter().map(Rc::as_ref), self.most))
    }

    fn part(&mut self, part: &Chart, size: usize) -> Result<Rc<Models>, Exhausted> {
        if is_shallow(size) {
            return self.one_by_one(part, size).map(Rc::new);
        }
        let key: Key = part.columns.iter().map(|column| (column.members.clone(), column.rows.clone())).collect();
        if let Some(found) = self.known.get(&key) {
            return Ok(Rc::clone(found));
        }
        let found = Rc::new(match affordable(part, size, self.search.work())? {
            Some(fewer) if fewer.columns.len() < part.columns.len() => self.minimum(&fewer, size)?,
            Some(_) => self.branch(part, size)?,
            None => Models::none(),
        });
        self.known.insert(key, Rc::clone(&found));
        Ok(found)
    }

    fn branch(&mut self, part: &Chart, size: usize) -> Result<Models, Exhausted> {
        let mut found = Gathered::new(self.most);
        for (column, rest) in branches(part) {
            if let Err(Exhausted) = self.with(&part.columns[column], &rest, size - 1).map(|models| found.add(models)) {
                return found.cut_short();
            }
        }
        Ok(found.finish())
    }

    /// The covers that contain a column; `rest` must be covered by `size` others.
    fn with(&mut self, column: &Column, rest: &Chart, size: usize) -> Result<Models, Exhausted> {
        if self.search.size(rest, size)?.is_none() {
            return Ok(Models::none());
        }
        let rest = self.minimum(rest, size)?;
        // A list that is remembered costs memory, too.
        self.search.work().charge(rest.listed.len() * size)?;
        Ok(Models::joined([&Models::of_column(column, self.most), &rest], self.most))
    }

    /// Covers of few columns, found by enumeration.
    fn one_by_one(&mut self, part: &Chart, size: usize) -> Result<Models, Exhausted> {
        let most = self.most;
        let mut found = Gathered::new(most);
        let mut first = Vec::new();
        let visited = self.search.each(part, size, &mut |chosen| {
            let columns = chosen.iter().map(|&column| &part.columns[column as usize]);
            let count = columns.clone().map(|column| column.members.len() as u128).try_fold(1, u128::checked_mul);
            first.clear();
            first.extend(columns.clone().filter_map(|column| column.members.first()));
            first.sort_unstable();
            if count == Some(1) || found.is_behind(&first) {
                found.add_first(&first, count);
            } else {
                let columns: Vec<Models> = columns.map(|column| Models::of_column(column, most)).collect();
                found.add(Models::joined(&columns, most));
            }
            ControlFlow::Continue(())
        });
        if visited.is_ok() { Ok(found.finish()) } else { found.cut_short() }
    }
}

/// The first of many models of one size.
struct Gathered {
    models: Models,
    most: usize,
    /// The last of the first `most` models, once there are as many.
    bound: Option<Vec<u32>>,
}

impl Gathered {
    fn new(most: usize) -> Self {
        Self { models: Models::none(), most, bound: None }
    }

    /// True if this model, and thus all later ones, cannot be among the first.
    fn is_behind(&self, model: &[u32]) -> bool {
        self.bound.as_deref().is_some_and(|bound| bound < model)
    }

    /// Adds `count` models, none before this one, and lists this one if it may be among the first.
    fn add_first(&mut self, model: &[u32], count: Option<u128>) {
        let listed = if self.is_behind(model) { Vec::new() } else { vec![model.to_vec()] };
        let exact = count.is_some();
        self.add(Models { count: count.unwrap_or(u128::MAX), exact, listed });
    }

    fn add(&mut self, models: Models) {
        let count = self.models.count.checked_add(models.count);
        self.models.exact &= models.exact && count.is_some();
        self.models.count = count.unwrap_or(u128::MAX);
        self.models.listed.extend(models.listed);
        // Sorted now and then, not with every model.
        if self.models.listed.len() / 2 >= self.most {
            self.models.cut(self.most);
            self.bound = self.models.listed.last().cloned();
        }
    }

    fn finish(mut self) -> Models {
        self.models.cut(self.most);
        self.models
    }

    /// The models found before the budget ended.
    fn cut_short(self) -> Result<Models, Exhausted> {
        let found = self.finish();
        if found.listed.is_empty() { Err(Exhausted) } else { Ok(Models { exact: false, ..found }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Compares branching by parts with enumeration, for covers too large to enumerate by default.
        #[test]
        fn parts_and_branches_give_what_one_by_one_gives(
            columns in proptest::collection::vec(proptest::collection::btree_set(0..26_usize, 1..4), 30..45),
            most in 1..60_usize,
        ) {
            let rows = columns.iter().flatten().copied().collect::<std::collections::BTreeSet<usize>>();
            let place: BTreeMap<usize, usize> = rows.into_iter().zip(0..).collect();
            let columns = columns.iter().zip(0..).map(|(rows, i)| Column {
                rows: rows.iter().map(|row| place[row]).collect(),
                members: vec![i],
            });
            let chart = Chart::merged(place.len(), columns.collect());
            let mut search = Search::new(u64::MAX / 2);
            let size = search.size(&chart, chart.rows).unwrap().unwrap();
            let mut listing = Listing::new(&mut search, most);
            let models = listing.minimum(&chart, size).unwrap();
            prop_assert!(models.exact);
            prop_assert_eq!(&models, &listing.one_by_one(&chart, size).unwrap());
            let mut cover = some_cover(&chart, size, &mut search).unwrap();
            cover.sort_unstable();
            let all = Listing::new(&mut search, usize::MAX / 2).minimum(&chart, size).unwrap();
            prop_assert!(all.listed.contains(&cover));
        }
    }
}
