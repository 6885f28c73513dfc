//! An independent check of every listed model: fit, minimality and freedom from redundancy, by enumeration.
//!
//! It shares sums and measures with the search, and nothing else: parts are enumerated, not branched over, and
//! redundancy is decided configuration by configuration, not by cubes.

use equifinal_qca::space::Cube;

use crate::cuts::Cuts;
use crate::factors::{Factors, literals};
use crate::formula::Formula;

/// Parts of a model that are all examined; of a longer one, those with one term less.
const MOST_TERMS: usize = 12;

/// Configurations of the factors of one model that are enumerated; a model with more is examined for fit only.
const MOST_ROWS: u64 = 1 << 16;

/// The first flaw of an atomic model, as the expression that shows it: a part that suffices, a shorter form, or a term
/// without cases. `None` if it has none. With `may_be_redundant` a shorter form is not a flaw.
pub(crate) fn flaw(factors: &Factors, cuts: &Cuts, formula: &Formula, may_be_redundant: bool) -> Option<String> {
    let target = &factors.target(formula.outcome);
    let reaches = |terms: &[Cube]| cuts.both(&factors.fit(target, terms));
    let is_sufficient = |term: Cube| cuts.is_sufficient(target, &target.sums(factors.conjunction(term).into_iter()));
    if !reaches(&formula.terms) {
        return Some(factors.write_all(&formula.terms));
    }
    for &term in &formula.terms {
        if !factors.rows.iter().any(|row| term & !row == 0) {
            return Some(factors.write(term));
        }
        if let Some(part) = parts(term).find(|&part| is_sufficient(part)) {
            return Some(factors.write(part));
        }
    }
    if let Some(part) = fewer_terms(&formula.terms).find(|part| reaches(part)) {
        return Some(factors.write_all(&part));
    }
    if may_be_redundant { None } else { redundant(factors, formula) }
}

/// All conjunctions of some but not all literals of a term, as numbers in ascending order.
fn parts(term: Cube) -> impl Iterator<Item = Cube> {
    // Subtraction borrows through the bits outside the term, so this counts in the term's bits alone.
    let next = move |part: &Cube| Some(part.wrapping_sub(term) & term);
    std::iter::successors(next(&0), next).take_while(move |&part| part != term)
}

/// All disjunctions of some but not all terms; of more than [`MOST_TERMS`] those with one term less.
fn fewer_terms(terms: &[Cube]) -> Box<dyn Iterator<Item = Vec<Cube>> + '_> {
    let chosen = move |is_in: &dyn Fn(usize) -> bool| {
        terms.iter().enumerate().filter(|(at, _)| is_in(*at)).map(|(_, &term)| term).collect()
    };
    if terms.len() > MOST_TERMS {
        return Box::new((0..terms.len()).map(move |left_out| chosen(&|at| at != left_out)));
    }
    Box::new((1..(1_u32 << terms.len()) - 1).map(move |pick| chosen(&|at| pick >> at & 1 == 1)))
}

/// A shorter form that is the same in every configuration, or the antecedent itself if it is always true.
fn redundant(factors: &Factors, formula: &Formula) -> Option<String> {
    let space = &factors.space;
    let over = formula.terms.iter().fold(0, |all, &term| all | space.fill(term));
    let named: Vec<usize> = (0..space.conditions()).filter(|&factor| space.condition(factor) & over != 0).collect();
    let rows: u64 = named.iter().map(|&factor| space.levels(factor) as u64).product();
    if rows > MOST_ROWS {
        return None;
    }
    let row = |mut number: u64| {
        named.iter().fold(0, |row, &factor| {
            let levels = space.levels(factor) as u64;
            let level = usize::try_from(number % levels).unwrap_or_default();
            number /= levels;
            row | space.literal(factor, level)
        })
    };
    let holds = |terms: &[Cube], row: Cube| terms.iter().any(|term| row & term == *term);
    let same = |other: &[Cube]| (0..rows).all(|number| holds(&formula.terms, row(number)) == holds(other, row(number)));
    if same(&[0]) {
        return Some(factors.write_all(&formula.terms));
    }
    for (at, &term) in formula.terms.iter().enumerate() {
        let mut other = formula.terms.clone();
        other.remove(at);
        if same(&other) {
            return Some(factors.write_all(&other));
        }
        for literal in literals(term).filter(|&literal| literal != term) {
            let mut other = formula.terms.clone();
            other[at] = term & !literal;
            if same(&other) {
                return Some(factors.write_all(&other));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_proper_part_is_examined_once() {
        assert_eq!(parts(0b1011).collect::<Vec<_>>(), [0b1, 0b10, 0b11, 0b1000, 0b1001, 0b1010]);
        assert_eq!(parts(0b100).count(), 0);
        let high: Cube = 0b111 << 125;
        assert_eq!(parts(high).count(), 6);
        assert_eq!(fewer_terms(&[1, 2]).collect::<Vec<_>>(), [[1], [2]]);
        assert_eq!(fewer_terms(&(0..12).collect::<Vec<_>>()).count(), (1 << 12) - 2);
        assert_eq!(fewer_terms(&(0..13).collect::<Vec<_>>()).count(), 13);
    }
}
