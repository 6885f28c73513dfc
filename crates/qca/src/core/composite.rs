//! The parsimonious terms that cover a path together where none does alone.

use crate::space::{Cube, Space};

/// The first two terms that together cover a path; all that overlap it where no pair does.
pub(super) fn covering(space: &Space, path: Cube, terms: &[Cube]) -> Vec<Cube> {
    for (i, &first) in terms.iter().enumerate() {
        if let Some(&second) = terms[i + 1..].iter().find(|&&second| is_covered(space, path, [first, second])) {
            return vec![first, second];
        }
    }
    terms.iter().copied().filter(|term| space.is_cube(path | term)).collect()
}

/// Whether two terms cover a path together, and neither alone.
///
/// A cube lies in the union of two others only where these differ in one two-valued condition that it leaves open, and
/// each contains it in all other conditions.
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
