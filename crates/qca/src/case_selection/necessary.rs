//! The cases of necessary conditions, and their best pairs.
//!
//! A typical case is in the condition and in the outcome, and no less in the condition than in the outcome. A case
//! deviates in consistency if it is in the outcome without being in the condition, or less in it than in the outcome (in
//! degree); it deviates in relevance if it is in the condition without being in the outcome. With x the membership in the
//! condition and y that in the outcome, scores are 2(x − y) + (1 − x) for typical cases, 1 − (y − x) for those deviant in
//! consistency and 1 − (x − y) + (1 − x) for those deviant in relevance; those of pairs of a and b:
//!
//! - typical and deviant in relevance: |x_a − x_b| + (1 − (y_a − y_b)) + (1 − x_a) + (1 − x_b);
//! - typical and deviant in consistency, both with the same other conditions: (1 − (x_a − x_b)) + |y_a − y_b|;
//! - typical and irrelevant (in neither, and no less in the condition than in the outcome): (1 − (x_a − x_b)) +
//!   (1 − (y_a − y_b)) + 2|x_a − y_a| + |x_b − y_b|;
//! - typical and typical: (½ − (x_a − x_b)) + (½ − (y_a − y_b)) + 2|x_a − y_a| + 2|x_b − y_b|, a with the better score.

use std::collections::BTreeMap;

use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::expression::Expression;

use super::best::{Lists, Side};
use super::cases::{deviant_score, sorted};
use super::pairs::{Pair, PairKind, best, half, merged, of_two};
use super::proposals::{Chosen, Marks};
use super::scale::{ONE, units};
use crate::degrees::{in_literal, level_in};
use crate::dnf::Misfit;
use crate::findings::Findings;
use crate::relation::degrees;

/// The cases of a necessary condition by kind, and its best pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct NecessaryCases {
    /// The condition as written in study files.
    pub expression: String,
    /// The sum that it is a part of; `None` for a condition of its own.
    pub part_of: Option<String>,
    /// Typical cases, best first.
    pub typical: Vec<Chosen>,
    /// Cases deviant in consistency, those in kind before those in degree, best first.
    pub deviant_consistency: Vec<Chosen>,
    /// Cases deviant in relevance, best first.
    pub deviant_relevance: Vec<Chosen>,
    /// The best pairs.
    pub pairs: Vec<Pair>,
}

/// The necessary conditions of an analysis.
pub(super) fn all(findings: &Findings, open: &[bool], wanted: usize) -> Vec<NecessaryCases> {
    let mut conditions: Vec<Condition> = Vec::new();
    for row in findings.necessity.iter().filter(|row| row.necessary) {
        let x = findings.degrees[row.condition][row.level].clone();
        let (whole, own) = (x.clone(), vec![row.condition]);
        conditions.push(Condition { expression: row.expression.clone(), part_of: None, x, whole, own, parts: None });
    }
    let claimed = findings.analysis.enhanced.iter().flat_map(|enhanced| &enhanced.necessary);
    for claim in claimed {
        let written = claim.to_string();
        if conditions.iter().all(|known| known.expression != written) {
            conditions.extend(of_claim(findings, claim).unwrap_or_default());
        }
    }
    conditions.iter().map(|condition| Necessity { findings, open, condition, wanted }.cases()).collect()
}

/// A condition and, if it is a sum, each of its parts. A claim about other sets than the conditions has no cases.
fn of_claim(findings: &Findings, claim: &Expression) -> Result<Vec<Condition>, Misfit> {
    let cases = findings.cases.len();
    let memberships = |expression: &Expression| {
        degrees(expression, cases, &|literal| in_literal(&findings.conditions, &findings.degrees, literal))
    };
    let own = |expression: &Expression| {
        let mut own = Vec::new();
        expression.each_literal(&mut |literal| {
            own.extend(findings.conditions.iter().position(|condition| condition.name == literal.set));
        });
        own
    };
    let whole = memberships(claim)?;
    let sum = claim.to_string();
    let (x, expression) = (whole.clone(), sum.clone());
    let mut conditions =
        vec![Condition { expression, part_of: None, x, whole: whole.clone(), own: own(claim), parts: None }];
    if let Expression::Or(parts) = claim {
        let each = parts.iter().map(memberships).collect::<Result<Vec<_>, _>>()?;
        let held: Vec<usize> = (0..cases).map(|case| each.iter().filter(|x| is_in(x[case])).count()).collect();
        conditions.extend(parts.iter().zip(each).map(|(part, x)| Condition {
            expression: part.to_string(),
            part_of: Some(sum.clone()),
            x,
            whole: whole.clone(),
            own: own(part),
            parts: Some(held.clone()),
        }));
    }
    Ok(conditions)
}

struct Condition {
    expression: String,
    part_of: Option<String>,
    /// Membership of every case.
    x: Vec<f64>,
    /// Membership of every case in the sum of which it is a part.
    whole: Vec<f64>,
    /// The conditions in it.
    own: Vec<usize>,
    /// The number of parts of the sum that each case is in.
    parts: Option<Vec<usize>>,
}

struct Necessity<'a> {
    findings: &'a Findings,
    open: &'a [bool],
    condition: &'a Condition,
    wanted: usize,
}

impl Necessity<'_> {
    fn at(&self, case: usize) -> (f64, f64) {
        (self.condition.x[case], self.findings.outcome[case])
    }

    /// The open cases for which `wanted` is true of the memberships in condition and outcome.
    fn those(&self, wanted: impl Fn(f64, f64) -> bool) -> Vec<usize> {
        let is_wanted = |&case: &usize| {
            let (x, y) = self.at(case);
            self.open[case] && wanted(x, y)
        };
        (0..self.open.len()).filter(is_wanted).collect()
    }

    fn typical(&self) -> Vec<usize> {
        self.those(|x, y| is_in(x) && is_in(y) && units(x) >= units(y))
    }

    fn is_unique(&self, case: usize) -> bool {
        self.condition.parts.as_ref().is_none_or(|parts| parts[case] == 1)
    }

    fn cases(&self) -> NecessaryCases {
        let deviant = self.those(|x, y| is_in(y) && (is_out(x) || is_in(x) && units(x) < units(y)));
        let deviant = deviant.into_iter().map(|case| {
            let (x, y) = self.at(case);
            let in_none = !is_in(self.condition.whole[case]);
            (ONE - units(y) + units(x), self.chosen(case, in_none, is_in(x)))
        });
        let typical = self.typical().into_iter().map(|case| {
            let (x, y) = self.at(case);
            (typical_score(x, y), self.chosen(case, self.is_unique(case), false))
        });
        let relevance = self.those(|x, y| is_in(x) && is_out(y)).into_iter().map(|case| {
            let (x, y) = self.at(case);
            (deviant_score(x, y), self.chosen(case, self.is_unique(case), false))
        });
        let (typical, deviant, relevance) = (typical.collect(), deviant.collect(), relevance.collect());
        let mut pairs = self.typical_relevance();
        pairs.extend(self.deviant_typical());
        pairs.extend(self.typical_irrelevant());
        pairs.extend(self.typical_typical());
        let expression = Some(&self.condition.expression);
        pairs.iter_mut().for_each(|pair| pair.term = expression.cloned());
        NecessaryCases {
            expression: self.condition.expression.clone(),
            part_of: self.condition.part_of.clone(),
            typical: sorted(typical),
            deviant_consistency: sorted(deviant),
            deviant_relevance: sorted(relevance),
            pairs,
        }
    }

    fn chosen(&self, case: usize, unique: bool, in_degree: bool) -> Chosen {
        let (membership, outcome) = self.at(case);
        Chosen { case, membership, outcome, score: 0.0, unique, in_degree, tied: false }
    }

    /// Cases as one side of pairs; `score` gives the part of each and the membership beside it.
    fn sides(&self, cases: &[usize], score: impl Fn(i64, i64) -> (i64, i64)) -> Vec<Side> {
        let side = |&case: &usize| {
            let (x, y) = self.at(case);
            let covered = is_in(self.condition.whole[case]);
            let marks = Marks { unique: self.is_unique(case), covered, ..Marks::default() };
            Side::of(case, marks, score(units(x), units(y)))
        };
        cases.iter().map(side).collect()
    }

    /// The best pairs of a kind.
    fn best<K: Ord>(
        &self,
        kind: PairKind,
        [firsts, seconds]: [&[Side]; 2],
        key: impl Fn(Marks, Marks) -> K,
    ) -> Vec<Pair> {
        let lists = Lists { firsts, seconds, ordered: kind == PairKind::TypicalTypical };
        best(kind, &lists, key, self.wanted)
    }

    fn typical_relevance(&self) -> Vec<Pair> {
        let firsts = self.sides(&self.typical(), |x, y| (2 * ONE - y - x, x));
        let seconds = self.sides(&self.those(|x, y| is_in(x) && is_out(y)), |x, y| (y + ONE - x, x));
        self.best(PairKind::TypicalDeviant, [&firsts, &seconds], |a, _| !a.unique)
    }

    /// Pairs of cases that have the same other conditions.
    fn deviant_typical(&self) -> Vec<Pair> {
        let mut rows: BTreeMap<Vec<usize>, [Vec<Side>; 2]> = BTreeMap::new();
        let mut add = |place: usize, sides: Vec<Side>| {
            for side in sides {
                if let Some(row) = self.others(side.case) {
                    rows.entry(row).or_default()[place].push(side);
                }
            }
        };
        add(0, self.sides(&self.typical(), |x, y| (ONE - x, y)));
        add(1, self.sides(&self.those(|x, y| is_out(x) && is_in(y)), |x, y| (x, y)));
        let of_row = |[firsts, seconds]: &[Vec<Side>; 2]| {
            self.best(PairKind::DeviantTypical, [firsts, seconds], |a, b| (!a.unique, b.covered))
        };
        merged(rows.values().flat_map(of_row).collect(), |pair| (!pair.marks[0].unique, pair.marks[1].covered))
    }

    /// The levels that a case has of the other conditions; `None` if one of its memberships is 0.5.
    fn others(&self, case: usize) -> Option<Vec<usize>> {
        let others = self.findings.degrees.iter().enumerate().filter(|(at, _)| !self.condition.own.contains(at));
        others.map(|(_, levels)| level_in(levels, case)).collect()
    }

    fn typical_irrelevant(&self) -> Vec<Pair> {
        let firsts = self.sides(&self.typical(), |x, y| (2 * ONE - x - y + 2 * (x - y), 0));
        let irrelevant = self.those(|x, y| is_out(x) && is_out(y) && units(x) >= units(y));
        let seconds = self.sides(&irrelevant, |x, y| (x + y + x - y, 0));
        self.best(PairKind::TypicalIrrelevant, [&firsts, &seconds], |a, b| (!a.unique, b.covered))
    }

    fn typical_typical(&self) -> Vec<Pair> {
        let mut cases = self.typical();
        let own = |case: usize| {
            let (x, y) = self.at(case);
            typical_score(x, y)
        };
        cases.sort_by_key(|&case| (own(case), case));
        let [firsts, seconds] = [-1, 1].map(|sign| {
            let sides = self.sides(&cases, |x, y| (half(sign) + sign * (x + y) + 2 * (x - y), 0));
            sides.into_iter().enumerate().map(|(place, side)| Side { place, ..side }).collect::<Vec<_>>()
        });
        self.best(PairKind::TypicalTypical, [&firsts, &seconds], |a, b| of_two(a.unique, b.unique))
    }
}

/// The score of a typical case.
fn typical_score(x: f64, y: f64) -> i64 {
    2 * (units(x) - units(y)) + ONE - units(x)
}
