//! Terms where the order of two events cannot be said in some rows.

use crate::term::Term;

/// The rows that speak to a term, as regions. `levels` is the number of levels of each condition that can be said. A row
/// in which an order cannot be said speaks of both, but not to a term that names one.
pub(super) fn speaking(levels: &[usize], term: &Term, rows: &[Term]) -> Vec<Term> {
    let level = |(condition, level): (usize, &Option<usize>)| level.filter(|level| *level < levels[condition]);
    let open = |row: &Term| Term { levels: row.levels.iter().enumerate().map(level).collect() };
    let is_silent = |row: &Term| {
        let mut levels = term.levels.iter().zip(row.levels.iter().enumerate());
        levels.any(|(own, row)| own.is_some() && row.1.is_some() && level(row).is_none())
    };
    rows.iter().filter(|row| !is_silent(row)).map(open).collect()
}

/// Each condition of a term, and each set of conditions in which some row cannot be said: the literals without which the
/// term would be wider.
pub(super) fn removable(levels: &[usize], term: &Term, rows: &[Term]) -> Vec<Vec<usize>> {
    let held: Vec<usize> = (0..term.levels.len()).filter(|&condition| term.levels[condition].is_some()).collect();
    let is_unsaid = |condition: &usize| {
        rows.iter().any(|row| row.levels[*condition].is_some_and(|level| level >= levels[*condition]))
    };
    let (unsaid, said): (Vec<usize>, Vec<usize>) = held.into_iter().partition(is_unsaid);
    let sets = (1..1_u64 << unsaid.len())
        .map(|set| (0..unsaid.len()).filter(|at| set >> at & 1 == 1).map(|at| unsaid[at]).collect::<Vec<_>>());
    said.into_iter().map(|condition| vec![condition]).chain(sets).collect()
}
