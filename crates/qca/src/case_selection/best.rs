//! The best pairs of two lists of cases, by search.
//!
//! Every score of a pair is a part of the first case, a part of the second, and the distance of one membership of both:
//! f(a) + g(b) + |h(a) − h(b)|. With the second cases sorted by h, the best partner of a is the least of g − h below
//! h(a), or of g + h above it, which two trees of minima give in logarithmic time. The next best pair follows from the
//! two ranges beside the last one, so k pairs of n cases take O((n + k) log n) steps, not n².

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::proposals::Marks;
use super::ties::mark_ties;

/// A case that may be one of a pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    /// Its index.
    pub(super) case: usize,
    /// Properties that rank before the score.
    pub(super) marks: Marks,
    /// Its part of the score.
    pub(super) alone: i64,
    /// The membership whose distance is added.
    pub(super) beside: i64,
    /// Its place in the order of cases, if the first of a pair must come before the second.
    pub(super) place: usize,
}

impl Side {
    /// A case with its part of the score and the membership beside it, without a place.
    pub(super) fn of(case: usize, marks: Marks, (alone, beside): (i64, i64)) -> Self {
        Self { case, marks, alone, beside, place: 0 }
    }
}

/// A pair that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) score: i64,
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) marks: [Marks; 2],
    /// True if another pair ranks the same.
    pub(super) tied: bool,
}

/// The two lists that pairs are taken from.
pub(super) struct Lists<'a> {
    pub(super) firsts: &'a [Side],
    pub(super) seconds: &'a [Side],
    /// True if the first of a pair must come before the second in the order of places.
    pub(super) ordered: bool,
}

impl Lists<'_> {
    /// The best `wanted` pairs: by `key`, then by score, then by the order of the cases.
    pub(super) fn best<K: Ord>(&self, key: impl Fn(Marks, Marks) -> K, wanted: usize) -> Vec<Found> {
        let classes = |sides: &[Side]| {
            let mut classes: BTreeMap<Marks, Vec<Side>> = BTreeMap::new();
            sides.iter().for_each(|side| classes.entry(side.marks).or_default().push(*side));
            classes
        };
        let (firsts, seconds) = (classes(self.firsts), classes(self.seconds));
        let mut kinds: Vec<(K, &Vec<Side>, &Vec<Side>)> = Vec::new();
        for (own, first) in &firsts {
            kinds.extend(seconds.iter().map(|(other, second)| (key(*own, *other), first, second)));
        }
        kinds.sort_by(|a, b| a.0.cmp(&b.0));
        let mut best = Vec::new();
        for equal in kinds.chunk_by(|a, b| a.0 == b.0) {
            let missing = wanted.saturating_sub(best.len());
            if missing == 0 {
                break;
            }
            // One more than is wanted shows if the last has an equal.
            let pairs = equal.iter().flat_map(|(_, firsts, seconds)| self.search(firsts, seconds, missing + 1));
            let mut found: Vec<Found> = pairs.collect();
            found.sort_unstable();
            mark_ties(&mut found, |one| one.score, |one, tied| one.tied = tied);
            best.extend(found.into_iter().take(missing));
        }
        best
    }

    fn search(&self, firsts: &[Side], seconds: &[Side], wanted: usize) -> Vec<Found> {
        if !self.ordered {
            return nearest(firsts, seconds, wanted);
        }
        let by_place = |sides: &[Side]| {
            let mut sorted = sides.to_vec();
            sorted.sort_by_key(|side| side.place);
            sorted
        };
        let (firsts, seconds) = (by_place(firsts), by_place(seconds));
        let last = seconds.last().map_or(0, |side| side.place);
        let mut found = Vec::new();
        in_order(&firsts, &seconds, 0..last + 1, wanted, &mut found);
        found
    }
}

/// Adds the best pairs whose first stands before the second: those across the middle of the places, then those within
/// each half. Both lists are sorted by place.
fn in_order(firsts: &[Side], seconds: &[Side], places: std::ops::Range<usize>, wanted: usize, found: &mut Vec<Found>) {
    if firsts.is_empty() || seconds.is_empty() || places.len() < 2 {
        return;
    }
    let middle = places.start + places.len() / 2;
    let split = |sides: &[Side]| sides.partition_point(|side| side.place < middle);
    let (early, late) = firsts.split_at(split(firsts));
    let (before, after) = seconds.split_at(split(seconds));
    let good = [promising(early, after, wanted, found), promising(after, early, wanted, found)];
    found.extend(nearest(&good[0], &good[1], wanted));
    found.sort_unstable();
    found.truncate(wanted);
    in_order(early, before, places.start..middle, wanted, found);
    in_order(late, after, middle..places.end, wanted, found);
}

/// Those of `sides` that may be in a pair as good as the last of `wanted` ones found.
fn promising(sides: &[Side], others: &[Side], wanted: usize, found: &[Found]) -> Vec<Side> {
    let worst = found.last().filter(|_| found.len() >= wanted).map_or(i64::MAX, |last| last.score);
    let Some(least) = others.iter().map(|other| other.alone).min() else { return Vec::new() };
    sides.iter().filter(|side| side.alone.saturating_add(least) <= worst).copied().collect()
}

/// A range of partners of a first case, ordered by its best pair.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Partners {
    score: i64,
    first: usize,
    second: usize,
    /// The position of the best partner.
    at: usize,
    from: usize,
    to: usize,
    above: bool,
    /// The position of the first case.
    of: usize,
}

/// The best pairs of any first with any second case, by score, then by the order of the cases.
fn nearest(firsts: &[Side], seconds: &[Side], wanted: usize) -> Vec<Found> {
    let mut sorted = seconds.to_vec();
    sorted.sort_by_key(|side| (side.beside, side.case));
    let tree = |sign: i64| Minima::of(sorted.iter().map(|side| (side.alone + sign * side.beside, side.case)));
    let (below, above) = (tree(-1), tree(1));
    let partners = |of: usize, is_above: bool, from: usize, to: usize| {
        let first = firsts.get(of)?;
        let (minima, sign) = if is_above { (&above, -1) } else { (&below, 1) };
        let (least, second, at) = minima.least(from, to)?;
        let score = first.alone + sign * first.beside + least;
        Some(Reverse(Partners { score, first: first.case, second, at, from, to, above: is_above, of }))
    };
    let mut waiting = BinaryHeap::new();
    for (of, first) in firsts.iter().enumerate() {
        let split = sorted.partition_point(|second| second.beside <= first.beside);
        waiting.extend(partners(of, false, 0, split));
        waiting.extend(partners(of, true, split, sorted.len()));
    }
    let mut found = Vec::new();
    while found.len() < wanted
        && let Some(Reverse(best)) = waiting.pop()
    {
        let Partners { score, first, second, at, from, to, above, of } = best;
        let marks = [firsts[of].marks, sorted[at].marks];
        found.push(Found { score, first, second, marks, tied: false });
        waiting.extend(partners(of, above, from, at));
        waiting.extend(partners(of, above, at + 1, to));
    }
    found
}

/// A tree of minima: the least value of any range, the first of equals by case, with its position.
struct Minima {
    /// Leaves from the middle on; each node is the least of its two children.
    tree: Vec<Option<(i64, usize, usize)>>,
    size: usize,
}

impl Minima {
    fn of(values: impl ExactSizeIterator<Item = (i64, usize)>) -> Self {
        let size = values.len();
        let mut tree = vec![None; size];
        tree.extend(values.enumerate().map(|(at, (value, case))| Some((value, case, at))));
        for node in (1..size).rev() {
            tree[node] = least_of(tree[2 * node], tree[2 * node + 1]);
        }
        Self { tree, size }
    }

    /// The least in `from..to`.
    fn least(&self, from: usize, to: usize) -> Option<(i64, usize, usize)> {
        let (mut low, mut high) = (from + self.size, to + self.size);
        let mut least = None;
        while low < high {
            if low % 2 == 1 {
                least = least_of(least, self.tree[low]);
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                least = least_of(least, self.tree[high]);
            }
            (low, high) = (low / 2, high / 2);
        }
        least
    }
}

/// The lesser of two values, where there are any.
fn least_of(a: Option<(i64, usize, usize)>, b: Option<(i64, usize, usize)>) -> Option<(i64, usize, usize)> {
    a.into_iter().chain(b).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sides() -> impl Strategy<Value = Vec<Side>> {
        let side = (0_i64..12, 0_i64..12, any::<bool>());
        proptest::collection::vec(side, 0..24).prop_map(|sides| {
            let side = |(case, (alone, beside, unique)): (usize, (i64, i64, bool))| {
                let marks = Marks { unique, ..Marks::default() };
                Side { case, marks, alone, beside, place: (case * 7) % 24 }
            };
            sides.into_iter().enumerate().map(side).collect()
        })
    }

    proptest! {
        /// The search finds what a list of all pairs begins with.
        #[test]
        fn the_search_finds_the_best_of_all_pairs(
            firsts in sides(), seconds in sides(), ordered in any::<bool>(), wanted in 0_usize..40,
        ) {
            let key = |a: Marks, b: Marks| (!a.unique, !b.unique);
            let mut all = Vec::new();
            for a in &firsts {
                for b in seconds.iter().filter(|b| !ordered || a.place < b.place) {
                    let score = a.alone + b.alone + (a.beside - b.beside).abs();
                    all.push((key(a.marks, b.marks), score, a.case, b.case));
                }
            }
            all.sort_unstable();
            let found = Lists { firsts: &firsts, seconds: &seconds, ordered }.best(key, wanted);
            let shown: Vec<_> =
                found.iter().map(|one| (key(one.marks[0], one.marks[1]), one.score, one.first, one.second)).collect();
            prop_assert_eq!(&shown[..], &all[..all.len().min(wanted)]);
            for one in &found {
                let rank = (key(one.marks[0], one.marks[1]), one.score);
                let equals = all.iter().filter(|other| (other.0, other.1) == rank).count();
                prop_assert_eq!(one.tied, equals > 1);
            }
        }
    }
}
