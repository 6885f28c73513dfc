//! The check of terms where the order of two events cannot be said in some rows.

use super::{Apart, Rule, apart, without};
use crate::term::Term;

/// True if the term covers only what rows state, and easy counterfactuals, and touches nothing barred.
pub(super) fn is_stated(rule: &Rule<'_>, term: &Term, (rows, easy): (&[Term], &[&Term]), barred: &[Term]) -> bool {
    if barred.iter().any(|region| apart(term, region) == Apart::Touching) {
        return false;
    }
    // A row in which an order cannot be said speaks of both, but not to a term that names one.
    let level = |(condition, level): (usize, &Option<usize>)| level.filter(|level| *level < rule.levels[condition]);
    let open = |row: &Term| Term { levels: row.levels.iter().enumerate().map(level).collect() };
    let is_silent = |row: &Term| {
        let mut levels = term.levels.iter().zip(row.levels.iter().enumerate());
        levels.any(|(own, row)| own.is_some() && row.1.is_some() && level(row).is_none())
    };
    let stated: Vec<Term> = rows.iter().filter(|row| !is_silent(row)).map(open).collect();
    let regions = stated.iter().chain(easy.iter().copied());
    let regions: Vec<&Term> = regions.filter(|region| apart(term, region) == Apart::Touching).collect();
    rule.is_filled(term, &regions)
}

/// The term without each literal, and without each set of literals on conditions in which some row cannot be said.
pub(super) fn wider(rule: &Rule<'_>, term: &Term, rows: &[Term]) -> Vec<Term> {
    let held: Vec<usize> = (0..term.levels.len()).filter(|&condition| term.levels[condition].is_some()).collect();
    let is_unsaid = |condition: &usize| {
        rows.iter().any(|row| row.levels[*condition].is_some_and(|level| level >= rule.levels[*condition]))
    };
    let (unsaid, said): (Vec<usize>, Vec<usize>) = held.into_iter().partition(is_unsaid);
    let sets = (1..1_u64 << unsaid.len())
        .map(|set| (0..unsaid.len()).filter(|at| set >> at & 1 == 1).map(|at| unsaid[at]).collect::<Vec<_>>());
    said.into_iter().map(|condition| vec![condition]).chain(sets).map(|set| without(term, &set)).collect()
}
