//! Finds the parsimonious terms that jointly cover a path, if no single term does.

use crate::space::{Cube, Space};

/// The first two terms that jointly cover a path; if no pair does, all terms that overlap it.
pub(super) fn covering(space: &Space, path: Cube, terms: &[Cube]) -> Vec<Cube> {
    for (i, &first) in terms.iter().enumerate() {
        if let Some(&second) = terms[i + 1..].iter().find(|&&second| is_covered(space, path, [first, second])) {
            return vec![first, second];
        }
    }
    terms.iter().copied().filter(|term| space.is_cube(path | term)).collect()
}

/// True if two terms jointly cover a path, and neither does alone.
///
/// A cube is covered by the union of two others only if these differ in one two-valued condition on which it has no
/// literal, and each contains it on all other conditions.
fn is_covered(space: &Space, path: Cube, terms: [Cube; 2]) -> bool {
    let [one, other] = terms.map(|term| term & !path);
    let condition = space.fill(one);
    let is_literal = |beyond: Cube| beyond.count_ones() == 1;
    is_literal(one)
        && is_literal(other)
        && one | other == condition
        && condition.count_ones() == 2
        && one != other
        && path & condition == 0
}
