//! Claims about contradictory rows and deviant cases.

use equifinal_qca::findings::Findings;
use equifinal_study::config::Contradicting;
use equifinal_study::crossover::{is_in, is_out};

use super::verdict::{Found, Outcome};
use crate::universe::Universe;

/// The outcome of a claim about the number of contradictory rows or deviant cases.
pub(super) fn outcome(of: Contradicting, (at_least, at_most): (usize, usize), findings: &Findings) -> Outcome {
    let named = named(of, findings);
    if (at_least..=at_most).contains(&named.len()) {
        Outcome::Holds
    } else {
        Outcome::Fails(Found::Contradicting { of, named })
    }
}

/// The contradictory rows by number, or the deviant cases by id, in order.
pub(super) fn named(of: Contradicting, findings: &Findings) -> Vec<String> {
    match of {
        Contradicting::Rows => {
            findings.rows.iter().filter(|row| row.contradictory).map(|row| row.number.to_string()).collect()
        }
        Contradicting::Cases => {
            let mut cases: Vec<usize> = findings.rows.iter().flat_map(|row| findings.deviant(row)).collect();
            // Positions are in natural order.
            cases.sort_unstable();
            cases.iter().filter_map(|&case| findings.cases.get(case).cloned()).collect()
        }
    }
}

/// True if every case keeps its row and its side of the outcome for memberships between two universes that change
/// monotonically: this holds if it holds at both ends.
pub(super) fn is_certain(one: &Universe, other: &Universe) -> bool {
    let rows = |universe: &Universe| universe.rows.iter().map(|row| (row.row, row.cases.clone())).collect::<Vec<_>>();
    let sides = |universe: &Universe| universe.cases.outcome.iter().map(|&y| (is_in(y), is_out(y))).collect::<Vec<_>>();
    rows(one) == rows(other) && sides(one) == sides(other)
}
