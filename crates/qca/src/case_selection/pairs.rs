//! The best pairs of cases.
//!
//! With a the first case and b the second, x the membership in the term, y in the outcome, r in the row of the truth
//! table, f in the focal conjunct and c the least in a complementary one:
//!
//! - typical and deviant in consistency: |x_a − x_b| + (1 − (y_a − y_b)) + (1 − x_a) + (1 − x_b);
//! - deviant in coverage and irrelevant, both of one row: the same with r;
//! - typical and irrelevant, for a term: (1 − (x_a − x_b)) + (1 − (y_a − y_b)) + 2|y_a − x_a| + 2|y_b − x_b|;
//! - for a focal conjunct: (1 − (f_a − f_b)) + (1 − (y_a − y_b)) + |c_a − c_b| + 2|y_a − f_a| + |y_b − f_b|, where b
//!   lacks the focal conjunct and has every other;
//! - typical and typical: (½ − (x_a − x_b)) + (½ − (y_a − y_b)) + 2|y_a − x_a| + 2|y_b − x_b|, for a focal conjunct with f
//!   for x and |c_a − c_b|; a is the one with the better score of its own.

use std::collections::BTreeMap;

use equifinal_study::crossover::{is_in, is_out};

use super::best::{Found, Lists, Side};
use super::cases::{Candidates, Literal, TermMemberships, focal_score, row_of, typical_score};
use super::proposals::Marks;
use super::scale::{ONE, units, value};

/// The kinds of pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairKind {
    /// A typical case and one deviant in consistency.
    TypicalDeviant,
    /// A case deviant in coverage and an irrelevant one of the same row.
    CoverageIrrelevant,
    /// A typical case and an irrelevant one.
    TypicalIrrelevant,
    /// Two typical cases.
    TypicalTypical,
    /// For a necessary condition, a case deviant in consistency and a typical one of the same row of the others.
    DeviantTypical,
}

impl PairKind {
    /// The kinds for a sufficient term, in the order of results.
    pub const OF_TERMS: [Self; 4] =
        [Self::TypicalDeviant, Self::CoverageIrrelevant, Self::TypicalIrrelevant, Self::TypicalTypical];

    /// The kinds for a necessary condition, in the order of results.
    pub const OF_NECESSITY: [Self; 4] =
        [Self::TypicalDeviant, Self::DeviantTypical, Self::TypicalIrrelevant, Self::TypicalTypical];
}

/// A pair of cases, best first in its list.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The kind.
    pub kind: PairKind,
    /// The term; `None` for cases outside the solution.
    pub term: Option<String>,
    /// The focal conjunct, if the pair is about one.
    pub focal: Option<String>,
    /// The row of the truth table of both, if they must share it.
    pub row: Option<u64>,
    /// The first case, as an index.
    pub first: usize,
    /// The second case.
    pub second: usize,
    /// The score; the least is the best.
    pub score: f64,
    /// For a focal conjunct of several, the rank: 1 if both have rank 1 (or the typical one beside an irrelevant one), 2
    /// if the first, 3 if the second, 4 if neither.
    pub rank: Option<u8>,
    /// The properties of both.
    pub marks: [Marks; 2],
    /// True if another pair of its list ranks the same; the order of the cases then decides.
    pub tied: bool,
}

/// The place of two properties: both, the first, the second, neither.
pub(super) fn of_two(first: bool, second: bool) -> u8 {
    u8::from(!first) * 2 + u8::from(!second)
}

/// The pairs of a model.
pub(super) fn of_model(candidates: &Candidates<'_>, wanted: usize) -> Vec<Pair> {
    let mut pairs = outside(candidates, wanted);
    for term in &candidates.terms {
        let lists = TermLists { candidates, term, wanted };
        pairs.extend(lists.typical_deviant());
        pairs.extend(lists.typical_irrelevant());
        pairs.extend(lists.typical_typical());
        for literal in &term.literals {
            pairs.extend(lists.focal_irrelevant(literal));
            if !literal.complement.is_empty() {
                pairs.extend(lists.focal_typical(literal));
            }
        }
    }
    // Within a kind the order of the terms stays.
    pairs.sort_by_key(|pair| pair.kind);
    pairs
}

/// Pairs of cases outside the solution, row by row.
fn outside(candidates: &Candidates<'_>, wanted: usize) -> Vec<Pair> {
    let mut rows: BTreeMap<u64, [Vec<Side>; 2]> = BTreeMap::new();
    for case in candidates.cases().filter(|&case| is_out(candidates.whole[case])) {
        let Some((row, membership)) = row_of(candidates.findings, case) else { continue };
        let (r, y) = (units(membership), units(candidates.y(case)));
        let side = |alone| Side { case, marks: Marks::default(), alone, beside: r, place: 0 };
        let [deviant, irrelevant] = rows.entry(row).or_default();
        if is_in(candidates.y(case)) {
            deviant.push(side(2 * ONE - y - r));
        } else if is_out(candidates.y(case)) {
            irrelevant.push(side(y + ONE - r));
        }
    }
    let pairs = rows.iter().flat_map(|(&row, [firsts, seconds])| {
        let found = Lists { firsts, seconds, ordered: false }.best(|_, _| (), wanted);
        found.into_iter().map(move |found| Pair { row: Some(row), ..pair(PairKind::CoverageIrrelevant, &found) })
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    pairs.sort_by(|a, b| a.score.total_cmp(&b.score).then((a.first, a.second).cmp(&(b.first, b.second))));
    pairs
}

/// A pair without its term.
pub(super) fn pair(kind: PairKind, found: &Found) -> Pair {
    let Found { score, first, second, marks, tied } = *found;
    Pair { kind, term: None, focal: None, row: None, first, second, score: value(score), rank: None, marks, tied }
}

/// The lists of one term.
struct TermLists<'a> {
    candidates: &'a Candidates<'a>,
    term: &'a TermMemberships,
    wanted: usize,
}

impl TermLists<'_> {
    fn pairs(&self, kind: PairKind, found: Vec<Found>) -> impl Iterator<Item = Pair> {
        let term = &self.term.expression;
        found.into_iter().map(move |found| Pair { term: Some(term.clone()), ..pair(kind, &found) })
    }

    /// A case with its memberships in the term and the outcome.
    fn at(&self, case: usize) -> (i64, i64) {
        (units(self.term.x[case]), units(self.candidates.y(case)))
    }

    fn is_covered(&self, case: usize) -> bool {
        is_in(self.candidates.whole[case])
    }

    fn typical_deviant(&self) -> impl Iterator<Item = Pair> {
        let side = |case, alone, beside| Side { case, marks: Marks::default(), alone, beside, place: 0 };
        let first = |case| {
            let (x, y) = self.at(case);
            side(case, 2 * ONE - y - x, x)
        };
        let second = |case| {
            let (x, y) = self.at(case);
            side(case, y + ONE - x, x)
        };
        let is_deviant = |case: &usize| is_in(self.term.x[*case]) && is_out(self.candidates.y(*case));
        let firsts: Vec<Side> = self.candidates.typical(self.term).into_iter().map(first).collect();
        let seconds: Vec<Side> = self.candidates.cases().filter(is_deviant).map(second).collect();
        let found = Lists { firsts: &firsts, seconds: &seconds, ordered: false }.best(|_, _| (), self.wanted);
        self.pairs(PairKind::TypicalDeviant, found)
    }

    fn typical_irrelevant(&self) -> impl Iterator<Item = Pair> {
        let first = |case: usize| {
            let (x, y) = self.at(case);
            let marks = Marks { unique: self.candidates.is_unique(case), ..Marks::default() };
            Side { case, marks, alone: 2 * ONE - x - y + 2 * (y - x), beside: 0, place: 0 }
        };
        let second = |case: usize| {
            let (x, y) = self.at(case);
            let marks = Marks { within: x <= y, covered: self.is_covered(case), ..Marks::default() };
            Side { case, marks, alone: x + y + 2 * (y - x).abs(), beside: 0, place: 0 }
        };
        let is_irrelevant = |case: &usize| is_out(self.term.x[*case]) && is_out(self.candidates.y(*case));
        let firsts: Vec<Side> = self.candidates.typical(self.term).into_iter().map(first).collect();
        let seconds: Vec<Side> = self.candidates.cases().filter(is_irrelevant).map(second).collect();
        let key = |a: Marks, b: Marks| (!a.unique, !b.within, b.covered);
        let found = Lists { firsts: &firsts, seconds: &seconds, ordered: false }.best(key, self.wanted);
        self.pairs(PairKind::TypicalIrrelevant, found)
    }

    /// The typical cases, each with its place by its own score.
    fn placed(&self, score: impl Fn(usize) -> i64) -> Vec<(usize, usize)> {
        let mut cases = self.candidates.typical(self.term);
        cases.sort_by_key(|&case| (score(case), case));
        cases.into_iter().enumerate().collect()
    }

    fn typical_typical(&self) -> impl Iterator<Item = Pair> {
        let placed = self.placed(|case| typical_score(self.term.x[case], self.candidates.y(case)));
        let side = |(place, case): &(usize, usize), sign: i64| {
            let (x, y) = self.at(*case);
            let marks = Marks { unique: self.candidates.is_unique(*case), ..Marks::default() };
            let half = if sign < 0 { ONE } else { 0 };
            Side { case: *case, marks, alone: half + sign * (x + y) + 2 * (y - x), beside: 0, place: *place }
        };
        let firsts: Vec<Side> = placed.iter().map(|one| side(one, -1)).collect();
        let seconds: Vec<Side> = placed.iter().map(|one| side(one, 1)).collect();
        let key = |a: Marks, b: Marks| of_two(a.unique, b.unique);
        let found = Lists { firsts: &firsts, seconds: &seconds, ordered: true }.best(key, self.wanted);
        self.pairs(PairKind::TypicalTypical, found)
    }

    /// A case with its memberships in the focal conjunct, the outcome and the complementary conjuncts.
    fn focal(&self, literal: &Literal, case: usize) -> (i64, i64, i64) {
        let complement = literal.complement.get(case).map_or(0, |&complement| units(complement));
        (units(literal.focal[case]), units(self.candidates.y(case)), complement)
    }

    fn focal_irrelevant(&self, literal: &Literal) -> impl Iterator<Item = Pair> {
        let first = |case: usize| {
            let (f, y, complement) = self.focal(literal, case);
            let marks = self.candidates.focal_marks(literal, case);
            Side { case, marks, alone: 2 * ONE - f - y + 2 * (y - f).abs(), beside: complement, place: 0 }
        };
        let second = |case: usize| {
            let (f, y, complement) = self.focal(literal, case);
            let marks = Marks { within: f <= y, covered: self.is_covered(case), clean: true, ..Marks::default() };
            Side { case, marks, alone: f + y + (y - f).abs(), beside: complement, place: 0 }
        };
        let lacks_only = |case: &usize| {
            let others = literal.complement.get(*case).is_none_or(|&complement| is_in(complement));
            is_out(literal.focal[*case]) && others && is_out(self.candidates.y(*case))
        };
        let firsts: Vec<Side> = self.candidates.typical(self.term).into_iter().map(first).collect();
        let seconds: Vec<Side> = self.candidates.cases().filter(lacks_only).map(second).collect();
        let key = |a: Marks, b: Marks| (a.rank, !a.clean, of_two(a.within, b.within), !a.unique, b.covered);
        let found = Lists { firsts: &firsts, seconds: &seconds, ordered: false }.best(key, self.wanted);
        let focal = &literal.expression;
        self.pairs(PairKind::TypicalIrrelevant, found).map(move |pair| {
            let rank = (pair.marks[0].rank > 0).then_some(pair.marks[0].rank);
            Pair { focal: Some(focal.clone()), rank, ..pair }
        })
    }

    fn focal_typical(&self, literal: &Literal) -> impl Iterator<Item = Pair> {
        let own = |case: usize| focal_score(self.term.x[case], literal.focal[case], self.candidates.y(case));
        let placed = self.placed(own);
        let side = |(place, case): &(usize, usize), sign: i64| {
            let (f, y, complement) = self.focal(literal, *case);
            let marks = self.candidates.focal_marks(literal, *case);
            let half = if sign < 0 { ONE } else { 0 };
            let alone = half + sign * (f + y) + 2 * (y - f).abs();
            Side { case: *case, marks, alone, beside: complement, place: *place }
        };
        let firsts: Vec<Side> = placed.iter().map(|one| side(one, -1)).collect();
        let seconds: Vec<Side> = placed.iter().map(|one| side(one, 1)).collect();
        let key = |a: Marks, b: Marks| {
            let clean = of_two(a.clean, b.clean);
            (a.rank, b.rank, clean, of_two(a.within, b.within), of_two(a.unique, b.unique))
        };
        let found = Lists { firsts: &firsts, seconds: &seconds, ordered: true }.best(key, self.wanted);
        let focal = &literal.expression;
        self.pairs(PairKind::TypicalTypical, found).map(move |pair| {
            let rank = 1 + of_two(pair.marks[0].rank == 1, pair.marks[1].rank == 1);
            Pair { focal: Some(focal.clone()), rank: Some(rank), ..pair }
        })
    }
}
