//! Freedom from redundancy of a single formula: an insufficient but necessary part of an unnecessary but sufficient
//! condition (Mackie 1974; Baumgartner & Falk 2019).
//!
//! Decided by cubes: a part is redundant if the disjunction without it covers the same configurations of the whole
//! space.

use equifinal_qca::space::{Cube, Space};

use crate::factors::literals;

/// True if no literal and no term of the disjunction can be left out without changing it, and it is not always true.
pub(crate) fn is_redundancy_free(space: &Space, terms: &[Cube]) -> bool {
    if covers(space, terms, 0) {
        return false;
    }
    let without = |left_out: usize| -> Vec<Cube> {
        terms.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, &term)| term).collect()
    };
    terms.iter().enumerate().all(|(at, &term)| {
        !covers(space, &without(at), term) && literals(term).all(|literal| !covers(space, terms, term & !literal))
    })
}

/// True if every configuration of `cube` is in one of the `terms`.
pub(crate) fn covers(space: &Space, terms: &[Cube], cube: Cube) -> bool {
    let near: Vec<Cube> = terms.iter().copied().filter(|term| space.is_cube(term | cube)).collect();
    if near.iter().any(|term| term & !cube == 0) {
        return true;
    }
    let Some(open) = near.iter().map(|term| term & !cube).next() else { return false };
    let split = (0..space.conditions()).find(|&factor| space.condition(factor) & open != 0);
    split.is_some_and(|factor| {
        (0..space.levels(factor)).all(|level| covers(space, &near, cube | space.literal(factor, level)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use equifinal_study::memberships::SetKind;

    #[test]
    fn parts_that_change_nothing_are_found() {
        let space = Space::new(&[SetKind::Crisp, SetKind::Crisp, SetKind::MultiValue { levels: 3 }]).unwrap();
        let (a, b, c) = (space.literal(0, 1), space.literal(1, 1), |level| space.literal(2, level));
        let (not_a, not_b) = (space.literal(0, 0), space.literal(1, 0));
        for (terms, free, why) in [
            (vec![a], true, "A"),
            (vec![a, b], true, "A + B"),
            (vec![a, not_a | b], false, "A + ~A*B: ~A is redundant"),
            (vec![a, not_a], false, "A + ~A is always true"),
            (vec![a | b, not_a | not_b], true, "A*B + ~A*~B"),
            (vec![a | b, not_a | c(1), b | c(1)], false, "the last term is the consensus of the others"),
            (vec![c(0), c(1)], true, "C[0] + C[1]"),
            (vec![c(0), c(1), c(2)], false, "every level of C"),
            (vec![a | c(0), a | c(1), a | c(2)], false, "every level of C with A"),
        ] {
            assert_eq!(is_redundancy_free(&space, &terms), free, "{why}");
        }
    }
}
