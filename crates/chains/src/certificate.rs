//! An independent check of every listed model: fit, minimality and freedom from redundancy, by enumeration.
//!
//! It shares sums and measures with the search, and nothing else: parts are enumerated, not branched over, and
//! redundancy is decided configuration by configuration, not by cubes.

use equifinal_qca::space::Cube;

use crate::cuts::Cuts;
use crate::factors::{Factors, literals};
use crate::fit::Target;
use crate::formula::Formula;

/// Parts of a model that are all examined; of a longer one, those with one term less.
const MOST_TERMS: usize = 12;

/// Configurations of the factors of one model that are enumerated; a model with more is examined for fit only.
const MOST_ROWS: u64 = 1 << 16;

/// The first flaw of an atomic model, as the expression that shows it: a part that suffices, a shorter form, or a term
/// without cases. `None` if it has none.
pub(crate) fn flaw(factors: &Factors, target: &Target<'_>, cuts: &Cuts, formula: &Formula) -> Option<String> {
    let reaches = |terms: &[Cube]| cuts.both(&target.fit(&target.sums(factors.disjunction(terms).into_iter())));
    let is_sufficient = |term: Cube| cuts.is_consistent(target, &target.sums(factors.conjunction(term).into_iter()));
    if !reaches(&formula.terms) {
        return Some(factors.write_all(&formula.terms));
    }
    for &term in &formula.terms {
        if !factors.rows.iter().any(|row| term & !row == 0) {
            return Some(factors.write(term));
        }
        let parts = subsets(&literals(term).collect::<Vec<_>>());
        let parts = parts.iter().map(|part| part.iter().fold(0, |all, literal| all | literal));
        if let Some(part) = parts.filter(|&part| part != term).find(|&part| is_sufficient(part)) {
            return Some(factors.write(part));
        }
    }
    let parts = if formula.terms.len() > MOST_TERMS {
        (0..formula.terms.len()).map(|at| [&formula.terms[..at], &formula.terms[at + 1..]].concat()).collect()
    } else {
        subsets(&formula.terms)
    };
    let smaller = parts.iter().filter(|part| part.len() < formula.terms.len());
    if let Some(part) = smaller.into_iter().find(|part| reaches(part)) {
        return Some(factors.write_all(part));
    }
    redundant(factors, formula)
}

/// All non-empty subsets.
fn subsets(of: &[Cube]) -> Vec<Vec<Cube>> {
    let picks = 1_u64..1 << of.len().min(32);
    picks
        .map(|pick| of.iter().enumerate().filter(|(at, _)| pick >> at & 1 == 1).map(|(_, &one)| one).collect())
        .collect()
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
