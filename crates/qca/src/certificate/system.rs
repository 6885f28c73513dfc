//! The independent check of a system of several outcomes.

use super::{Apart, Flaw, apart, without};
use crate::term::Term;

/// Checks that the implicants of a system cover every positive row of every outcome and no negative row of one that they
/// stand for, and that no literal and no implicant is redundant.
///
/// `rules` are the positive rows and the negative regions of each outcome. Each implicant comes with the outcomes that it
/// stands for; `model` is the number of the system, from 1.
pub(crate) fn certify_system(
    rules: &[(Vec<Term>, Vec<Term>)],
    system: &[(&Term, &[usize])],
    model: usize,
) -> Result<(), Flaw> {
    let touches = |term: &Term, outcome: usize| {
        rules.get(outcome).is_some_and(|(_, negatives)| negatives.iter().any(|one| apart(term, one) == Apart::Touching))
    };
    for ((implicant, outcomes), term) in system.iter().zip(1..) {
        if outcomes.iter().any(|&outcome| touches(implicant, outcome)) {
            return Err(Flaw::Forbidden { model, term });
        }
        let held = (0..implicant.levels.len()).filter(|&condition| implicant.levels[condition].is_some());
        let is_idle = |condition: usize| {
            let wider = without(implicant, &[condition]);
            !outcomes.iter().any(|&outcome| touches(&wider, outcome))
        };
        if held.into_iter().any(is_idle) {
            return Err(Flaw::SuperfluousLiteral { model, term });
        }
    }
    let mut needed = vec![false; system.len()];
    for (outcome, (positives, _)) in rules.iter().enumerate() {
        for row in positives {
            let covering =
                system.iter().enumerate().filter(|(_, (term, of))| of.contains(&outcome) && term.contains(row));
            match covering.map(|(at, _)| at).collect::<Vec<_>>()[..] {
                [] => return Err(Flaw::Uncovered { model }),
                [only] => needed[only] = true,
                _ => {}
            }
        }
    }
    let superfluous = needed.iter().position(|needed| !needed);
    superfluous.map_or(Ok(()), |at| Err(Flaw::SuperfluousTerm { model, term: at + 1 }))
}
