//! The cases of a model by kind: typical, deviant in consistency, deviant in coverage, individually irrelevant.

use equifinal_study::crossover::{is_in, is_out};

use super::proposals::{Chosen, ConjunctCase, ConjunctCases, Marks, RowCase, TermCases};
use super::scale::{ONE, units, value};
use super::ties::mark_ties;
use crate::degrees::level_in;
use crate::findings::{Findings, Model};
use crate::fuzzy::least;
use crate::term::write_literal;

/// The memberships of a model that decide which case is of which kind.
pub(super) struct Candidates<'a> {
    pub(super) findings: &'a Findings,
    /// True for each case that may be proposed.
    pub(super) open: Vec<bool>,
    /// The terms.
    pub(super) terms: Vec<TermMemberships>,
    /// The model's memberships.
    pub(super) whole: &'a [f64],
    /// The terms that each case is typical of.
    typical_of: Vec<usize>,
}

/// The memberships in a term.
pub(super) struct TermMemberships {
    pub(super) expression: String,
    /// Membership of every case.
    pub(super) x: Vec<f64>,
    /// The literals.
    pub(super) literals: Vec<Literal>,
}

/// One literal of a term as its focal conjunct.
pub(super) struct Literal {
    pub(super) expression: String,
    /// Membership of every case.
    pub(super) focal: Vec<f64>,
    /// The least membership of every case in the other literals; empty if there is no other.
    pub(super) complement: Vec<f64>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(findings: &'a Findings, model: &'a Model, open: Vec<bool>) -> Self {
        let terms: Vec<TermMemberships> = model.paths.iter().map(|path| memberships(findings, &path.term)).collect();
        let y = &findings.outcome;
        let typical_of = |case: usize| terms.iter().filter(|term| is_typical(term.x[case], y[case])).count();
        Self { typical_of: (0..y.len()).map(typical_of).collect(), findings, open, terms, whole: &model.memberships }
    }

    /// The open cases.
    pub(super) fn cases(&self) -> impl Iterator<Item = usize> {
        (0..self.open.len()).filter(|&case| self.open[case])
    }

    pub(super) fn y(&self, case: usize) -> f64 {
        self.findings.outcome[case]
    }

    pub(super) fn is_unique(&self, case: usize) -> bool {
        self.typical_of[case] == 1
    }

    /// The typical cases of a term.
    pub(super) fn typical(&self, term: &TermMemberships) -> Vec<usize> {
        self.cases().filter(|&case| is_typical(term.x[case], self.y(case))).collect()
    }

    /// The best case of each kind.
    pub(super) fn best(&self) -> Vec<usize> {
        let of_term = |term: &TermMemberships| {
            [self.typical_cases(term), self.deviant_cases(term)].map(|cases| cases.first().map(|one| one.case))
        };
        let (coverage, irrelevant) = self.outside();
        let outside = [coverage, irrelevant].map(|cases| cases.first().map(|one| one.case));
        self.terms.iter().flat_map(of_term).chain(outside).flatten().collect()
    }

    pub(super) fn terms(&self) -> Vec<TermCases> {
        let cases = |term: &TermMemberships| {
            let several = term.literals.len() > 1;
            let conjuncts = term.literals.iter().filter(|_| several);
            TermCases {
                expression: term.expression.clone(),
                typical: self.typical_cases(term),
                deviant_consistency: self.deviant_cases(term),
                conjuncts: conjuncts.map(|literal| self.conjunct(term, literal)).collect(),
            }
        };
        self.terms.iter().map(cases).collect()
    }

    fn typical_cases(&self, term: &TermMemberships) -> Vec<Chosen> {
        let score = |case: usize| typical_score(term.x[case], self.y(case));
        let cases = self.typical(term).into_iter();
        sorted(cases.map(|case| (score(case), self.chosen(term, case, self.is_unique(case), false))).collect())
    }

    fn deviant_cases(&self, term: &TermMemberships) -> Vec<Chosen> {
        let deviant = |case: usize| {
            let (x, y) = (term.x[case], self.y(case));
            let in_degree = is_in(y) && units(x) > units(y);
            let deviates = is_in(x) && (is_out(y) || in_degree);
            deviates.then(|| (deviant_score(x, y), self.chosen(term, case, false, in_degree)))
        };
        sorted(self.cases().filter_map(deviant).collect())
    }

    fn chosen(&self, term: &TermMemberships, case: usize, unique: bool, in_degree: bool) -> Chosen {
        let (membership, outcome) = (term.x[case], self.y(case));
        Chosen { case, membership, outcome, score: 0.0, unique, in_degree, tied: false }
    }

    fn conjunct(&self, term: &TermMemberships, literal: &Literal) -> ConjunctCases {
        let case = |case: usize| {
            let marks = self.focal_marks(literal, case);
            let score = focal_score(term.x[case], literal.focal[case], self.y(case));
            ((marks.rank, !marks.clean, !marks.within, !marks.unique, score), marks, case)
        };
        let mut ranked: Vec<_> = self.typical(term).into_iter().map(case).collect();
        ranked.sort_unstable();
        let conjunct = |(key, marks, case): &((u8, bool, bool, bool, i64), Marks, usize)| ConjunctCase {
            case: *case,
            focal: literal.focal[*case],
            complement: literal.complement[*case],
            term: term.x[*case],
            outcome: self.y(*case),
            score: value(key.4),
            marks: *marks,
            tied: false,
        };
        let mut typical: Vec<ConjunctCase> = ranked.iter().map(conjunct).collect();
        let key = |one: &ConjunctCase| (one.marks, one.score.to_bits());
        mark_ties(&mut typical, key, |one, tied| one.tied = tied);
        ConjunctCases { expression: literal.expression.clone(), typical }
    }

    /// The properties of a typical case of a focal conjunct.
    pub(super) fn focal_marks(&self, literal: &Literal, case: usize) -> Marks {
        let (focal, y) = (units(literal.focal[case]), units(self.y(case)));
        let complement = literal.complement.get(case).map(|&complement| units(complement));
        let rank = complement.map_or(0, |complement| if focal <= complement { 1 } else { 2 });
        Marks {
            rank,
            clean: rank != 1 || complement.is_some_and(|complement| complement > y),
            within: focal <= y,
            unique: self.is_unique(case),
            covered: true,
        }
    }

    /// Cases deviant in coverage, and individually irrelevant ones.
    pub(super) fn outside(&self) -> (Vec<RowCase>, Vec<RowCase>) {
        let of = |wanted: fn(f64) -> bool| {
            let out = self.cases().filter(|&case| is_out(self.whole[case]) && wanted(self.y(case)));
            let mut ranked: Vec<(bool, i64, RowCase)> = out
                .map(|case| {
                    let row = row_of(self.findings, case);
                    let score = row.map_or(ONE, |(_, membership)| ONE - units(membership));
                    let (solution, outcome) = (self.whole[case], self.y(case));
                    let score_of = row.map(|_| value(score));
                    (row.is_none(), score, RowCase { case, solution, outcome, row, score: score_of, tied: false })
                })
                .collect();
            ranked.sort_by_key(|(no_row, score, one)| (*no_row, *score, one.case));
            let mut cases: Vec<RowCase> = ranked.into_iter().map(|(.., one)| one).collect();
            mark_ties(
                &mut cases,
                |one| one.score.map(f64::to_bits),
                |one, tied| one.tied = tied && one.score.is_some(),
            );
            cases
        };
        (of(is_in), of(is_out))
    }
}

/// The row of the truth table that a case is in, by number, with its membership.
pub(super) fn row_of(findings: &Findings, case: usize) -> Option<(u64, f64)> {
    let mut membership = 1.0;
    let mut levels = Vec::with_capacity(findings.degrees.len());
    for degrees in findings.degrees.iter() {
        let level = level_in(degrees, case)?;
        membership = least(membership, degrees[level][case]);
        levels.push(level);
    }
    Some((findings.space.number(&levels), membership))
}

fn memberships(findings: &Findings, term: &crate::term::Term) -> TermMemberships {
    let of = |(condition, level): (usize, usize)| findings.degrees[condition][level].clone();
    let held: Vec<(usize, usize)> =
        term.levels.iter().enumerate().filter_map(|(condition, level)| Some((condition, (*level)?))).collect();
    let literal = |&own: &(usize, usize)| {
        let others = held.iter().filter(|other| **other != own).map(|other| of(*other));
        let lower = |some: Vec<f64>, more: Vec<f64>| some.iter().zip(&more).map(|(a, b)| least(*a, *b)).collect();
        Literal {
            expression: write_literal(&findings.conditions[own.0], own.1),
            focal: of(own),
            complement: others.reduce(lower).unwrap_or_default(),
        }
    };
    TermMemberships {
        expression: findings.write_term(term),
        x: findings.membership(term),
        literals: held.iter().map(literal).collect(),
    }
}

/// True if a case is in both sets, and no more in the first.
fn is_typical(x: f64, y: f64) -> bool {
    is_in(x) && is_in(y) && units(x) <= units(y)
}

/// The score of a typical case.
pub(super) fn typical_score(x: f64, y: f64) -> i64 {
    2 * (units(y) - units(x)) + ONE - units(x)
}

/// The score of a case deviant in consistency.
pub(super) fn deviant_score(x: f64, y: f64) -> i64 {
    2 * ONE - 2 * units(x) + units(y)
}

/// The score of a typical case of a focal conjunct.
pub(super) fn focal_score(x: f64, focal: f64, y: f64) -> i64 {
    2 * (units(y) - units(focal)).abs() + ONE - units(x)
}

/// Cases by score, those deviant in degree last, with their ties.
pub(super) fn sorted(mut scored: Vec<(i64, Chosen)>) -> Vec<Chosen> {
    scored.sort_by_key(|(score, one)| (one.in_degree, *score, one.case));
    let mut cases: Vec<Chosen> = scored.into_iter().map(|(score, one)| Chosen { score: value(score), ..one }).collect();
    mark_ties(&mut cases, |one| (one.in_degree, one.score.to_bits()), |one, tied| one.tied = tied);
    cases
}
