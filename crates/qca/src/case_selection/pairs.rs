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
use super::ties::mark_ties;

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

/// The best pairs of a kind, by `key`, then by score.
pub(super) fn best<K: Ord>(
    kind: PairKind,
    lists: &Lists<'_>,
    key: impl Fn(Marks, Marks) -> K,
    wanted: usize,
) -> Vec<Pair> {
    let pair = |found: Found| {
        let Found { score, first, second, marks, tied } = found;
        Pair { kind, term: None, focal: None, row: None, first, second, score: value(score), rank: None, marks, tied }
    };
    lists.best(key, wanted).into_iter().map(pair).collect()
}

/// The pairs of several rows as one list: by `key`, then by score and the order of the cases, with the ties across rows.
pub(super) fn merged<K: Ord>(mut pairs: Vec<Pair>, key: impl Fn(&Pair) -> K) -> Vec<Pair> {
    pairs.sort_by(|a, b| {
        let cases = |pair: &Pair| (pair.first, pair.second);
        key(a).cmp(&key(b)).then(a.score.total_cmp(&b.score)).then(cases(a).cmp(&cases(b)))
    });
    // One that is tied within its row may have its equal among those that are not wanted.
    mark_ties(&mut pairs, |pair| (key(pair), pair.score.to_bits()), |pair, tied| pair.tied |= tied);
    pairs
}

/// Pairs of cases outside the solution, row by row.
fn outside(candidates: &Candidates<'_>, wanted: usize) -> Vec<Pair> {
    let mut rows: BTreeMap<u64, [Vec<Side>; 2]> = BTreeMap::new();
    for case in candidates.cases().filter(|&case| is_out(candidates.whole[case])) {
        let Some((row, membership)) = row_of(candidates.findings, case) else { continue };
        let (r, y) = (units(membership), units(candidates.y(case)));
        let [deviant, irrelevant] = rows.entry(row).or_default();
        if is_in(candidates.y(case)) {
            deviant.push(Side::of(case, Marks::default(), (2 * ONE - y - r, r)));
        } else if is_out(candidates.y(case)) {
            irrelevant.push(Side::of(case, Marks::default(), (y + ONE - r, r)));
        }
    }
    let pairs = rows.iter().flat_map(|(&row, [firsts, seconds])| {
        let lists = Lists { firsts, seconds, ordered: false };
        let found = best(PairKind::CoverageIrrelevant, &lists, |_, _| (), wanted).into_iter();
        found.map(move |pair| Pair { row: Some(row), ..pair })
    });
    merged(pairs.collect(), |_| ())
}

/// The lists of one term.
struct TermLists<'a> {
    candidates: &'a Candidates<'a>,
    term: &'a TermMemberships,
    wanted: usize,
}

impl TermLists<'_> {
    /// The best pairs of a kind.
    fn best<K: Ord>(
        &self,
        kind: PairKind,
        [firsts, seconds]: [&[Side]; 2],
        key: impl Fn(Marks, Marks) -> K,
    ) -> Vec<Pair> {
        // Both of a pair of typical cases are of one list.
        let lists = Lists { firsts, seconds, ordered: kind == PairKind::TypicalTypical };
        let mut pairs = best(kind, &lists, key, self.wanted);
        pairs.iter_mut().for_each(|pair| pair.term = Some(self.term.expression.clone()));
        pairs
    }

    /// A case with its memberships in the term and the outcome.
    fn at(&self, case: usize) -> (i64, i64) {
        (units(self.term.x[case]), units(self.candidates.y(case)))
    }

    /// The typical cases as one side of pairs.
    fn typical(&self, side: impl Fn(usize) -> Side) -> Vec<Side> {
        self.candidates.typical(self.term).into_iter().map(side).collect()
    }

    /// The open cases of some memberships in the term and the outcome as the other side.
    fn others(&self, is_wanted: impl Fn(&usize) -> bool, side: impl Fn(usize) -> Side) -> Vec<Side> {
        self.candidates.cases().filter(is_wanted).map(side).collect()
    }

    fn is_covered(&self, case: usize) -> bool {
        is_in(self.candidates.whole[case])
    }

    fn typical_deviant(&self) -> Vec<Pair> {
        let side = |score: fn(i64, i64) -> (i64, i64)| {
            move |case: usize| {
                let (x, y) = self.at(case);
                Side::of(case, Marks::default(), score(x, y))
            }
        };
        let is_deviant = |case: &usize| is_in(self.term.x[*case]) && is_out(self.candidates.y(*case));
        let firsts = self.typical(side(|x, y| (2 * ONE - y - x, x)));
        let seconds = self.others(is_deviant, side(|x, y| (y + ONE - x, x)));
        self.best(PairKind::TypicalDeviant, [&firsts, &seconds], |_, _| ())
    }

    fn typical_irrelevant(&self) -> Vec<Pair> {
        let firsts = self.typical(|case| {
            let (x, y) = self.at(case);
            let marks = Marks { unique: self.candidates.is_unique(case), ..Marks::default() };
            Side::of(case, marks, (2 * ONE - x - y + 2 * (y - x), 0))
        });
        let is_irrelevant = |case: &usize| is_out(self.term.x[*case]) && is_out(self.candidates.y(*case));
        let seconds = self.others(is_irrelevant, |case| {
            let (x, y) = self.at(case);
            let marks = Marks { within: x <= y, covered: self.is_covered(case), ..Marks::default() };
            Side::of(case, marks, (x + y + 2 * (y - x).abs(), 0))
        });
        let key = |a: Marks, b: Marks| (!a.unique, !b.within, b.covered);
        self.best(PairKind::TypicalIrrelevant, [&firsts, &seconds], key)
    }

    /// The typical cases as both sides of pairs, each with its place by its own score; the sign is -1 for firsts and 1
    /// for seconds.
    fn placed(&self, own: impl Fn(usize) -> i64, side: impl Fn(usize, i64) -> Side) -> [Vec<Side>; 2] {
        let mut cases = self.candidates.typical(self.term);
        cases.sort_by_key(|&case| (own(case), case));
        [-1, 1].map(|sign| cases.iter().enumerate().map(|(place, &case)| Side { place, ..side(case, sign) }).collect())
    }

    fn typical_typical(&self) -> Vec<Pair> {
        let own = |case: usize| typical_score(self.term.x[case], self.candidates.y(case));
        let [firsts, seconds] = self.placed(own, |case, sign| {
            let (x, y) = self.at(case);
            let marks = Marks { unique: self.candidates.is_unique(case), ..Marks::default() };
            Side::of(case, marks, (half(sign) + sign * (x + y) + 2 * (y - x), 0))
        });
        self.best(PairKind::TypicalTypical, [&firsts, &seconds], |a, b| of_two(a.unique, b.unique))
    }

    /// A case with its memberships in the focal conjunct, the outcome and the complementary conjuncts.
    fn focal(&self, literal: &Literal, case: usize) -> (i64, i64, i64) {
        let complement = literal.complement.get(case).map_or(0, |&complement| units(complement));
        (units(literal.focal[case]), units(self.candidates.y(case)), complement)
    }

    fn focal_irrelevant(&self, literal: &Literal) -> Vec<Pair> {
        let firsts = self.typical(|case| {
            let (f, y, complement) = self.focal(literal, case);
            let marks = self.candidates.focal_marks(literal, case);
            Side::of(case, marks, (2 * ONE - f - y + 2 * (y - f).abs(), complement))
        });
        let lacks_only = |case: &usize| {
            let others = literal.complement.get(*case).is_none_or(|&complement| is_in(complement));
            is_out(literal.focal[*case]) && others && is_out(self.candidates.y(*case))
        };
        let seconds = self.others(lacks_only, |case| {
            let (f, y, complement) = self.focal(literal, case);
            let marks = Marks { within: f <= y, covered: self.is_covered(case), clean: true, ..Marks::default() };
            Side::of(case, marks, (f + y + (y - f).abs(), complement))
        });
        let key = |a: Marks, b: Marks| (a.rank, !a.clean, of_two(a.within, b.within), !a.unique, b.covered);
        let mut pairs = self.best(PairKind::TypicalIrrelevant, [&firsts, &seconds], key);
        for pair in &mut pairs {
            pair.focal = Some(literal.expression.clone());
            pair.rank = (pair.marks[0].rank > 0).then_some(pair.marks[0].rank);
        }
        pairs
    }

    fn focal_typical(&self, literal: &Literal) -> Vec<Pair> {
        let own = |case: usize| focal_score(self.term.x[case], literal.focal[case], self.candidates.y(case));
        let [firsts, seconds] = self.placed(own, |case, sign| {
            let (f, y, complement) = self.focal(literal, case);
            let marks = self.candidates.focal_marks(literal, case);
            Side::of(case, marks, (half(sign) + sign * (f + y) + 2 * (y - f).abs(), complement))
        });
        let key = |a: Marks, b: Marks| {
            let clean = of_two(a.clean, b.clean);
            (a.rank, b.rank, clean, of_two(a.within, b.within), of_two(a.unique, b.unique))
        };
        let mut pairs = self.best(PairKind::TypicalTypical, [&firsts, &seconds], key);
        for pair in &mut pairs {
            pair.focal = Some(literal.expression.clone());
            pair.rank = Some(1 + of_two(pair.marks[0].rank == 1, pair.marks[1].rank == 1));
        }
        pairs
    }
}

/// Both halves of a pair of typical cases, (½ − …) + (½ − …), which stand with the first case.
pub(super) fn half(sign: i64) -> i64 {
    if sign < 0 { ONE } else { 0 }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Analysis, CaseSelectionSpec, Frequency, SolutionType, TruthTableCuts};
    use equifinal_study::expression::Literal as Outcome;
    use equifinal_study::memberships::{Memberships, Set, SetKind};

    use super::PairKind;
    use crate::minimise::budget::Budget;

    /// Two rows hold a pair each with one score: both are tied, though each is alone in its row.
    #[test]
    fn pairs_of_two_rows_with_one_score_are_tied() {
        let cases = [[0.9, 0.1, 0.8], [0.9, 0.1, 0.2], [0.1, 0.9, 0.8], [0.1, 0.9, 0.2], [0.9, 0.9, 1.0]];
        let set = |(at, name): (usize, &str)| Set {
            name: name.to_owned(),
            kind: SetKind::Fuzzy,
            values: cases.iter().map(|case| case[at]).collect(),
        };
        let sets = ["A", "B", "Y"].into_iter().enumerate().map(set).collect();
        let memberships = Memberships { cases: ["c1", "c2", "c3", "c4", "c5"].map(str::to_owned).to_vec(), sets };
        let cuts =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
        let outcome = Outcome { set: "Y".to_owned(), level: None, negated: false };
        let analysis = Analysis {
            case_selection: Some(CaseSelectionSpec { per_term: 1, studied: Vec::new() }),
            interpret: SolutionType::Conservative,
            ..Analysis::new("one", outcome, ["A", "B"].map(str::to_owned).to_vec(), cuts)
        };
        let findings = crate::analyse(&analysis, &memberships, &Budget::default()).unwrap();
        let chosen = findings.cases_to_study().unwrap().models.remove(0);
        let pairs = chosen.pairs.iter().filter(|pair| pair.kind == PairKind::CoverageIrrelevant);
        let found: Vec<_> = pairs.map(|pair| (pair.row, pair.first, pair.second, pair.tied)).collect();
        assert_eq!(found, [(Some(3), 0, 1, true), (Some(2), 2, 3, true)]);
    }
}
