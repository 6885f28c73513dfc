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

#[cfg(test)]
mod tests {
    use equifinal_study::memberships::SetKind;

    use super::*;

    /// Capital letters are literals of two-valued conditions A to C, small ones their negations, digits levels of a
    /// fourth condition with three levels.
    fn cube(space: &Space, term: &str) -> Cube {
        let literal = |letter: char| match letter {
            'A'..='C' => space.literal(letter as usize - 'A' as usize, 1),
            'a'..='c' => space.literal(letter as usize - 'a' as usize, 0),
            level => space.literal(3, level.to_digit(10).unwrap_or_default() as usize),
        };
        term.chars().map(literal).fold(0, |cube, literal| cube | literal)
    }

    #[test]
    fn two_terms_cover_a_path_that_neither_covers_alone() {
        let kinds = [SetKind::Crisp, SetKind::Crisp, SetKind::Crisp, SetKind::MultiValue { levels: 3 }];
        let space = Space::new(&kinds).unwrap_or_else(|error| panic!("{error}"));
        for (path, terms, expected) in [
            // AB lies within AC + Bc, whatever else there is and in whatever order.
            ("AB", "AC Bc", "AC Bc"),
            ("AB", "Bc AC", "Bc AC"),
            ("AB", "a AC Bc", "AC Bc"),
            ("AB", "AC b Bc", "AC Bc"),
            ("AB", "C c", "C c"),
            // The two must differ in one condition, on which the path has no literal.
            ("AB", "AC AC", "AC AC"),
            ("ABC", "AC Bc", "AC"),
            ("AB", "AC B0", "AC B0"),
            ("AB", "A0 B1", "A0 B1"),
            ("A", "BC bC", "BC bC"),
            ("A", "BC Bc b", "BC Bc b"),
            // No pair covers the path: all terms that overlap it.
            ("AB", "AC aB c0", "AC c0"),
            ("AB", "ab", ""),
            ("AB", "", ""),
        ] {
            let all: Vec<Cube> = terms.split_whitespace().map(|term| cube(&space, term)).collect();
            let expected: Vec<Cube> = expected.split_whitespace().map(|term| cube(&space, term)).collect();
            assert_eq!(covering(&space, cube(&space, path), &all), expected, "{path} by {terms}");
        }
        let covered =
            |path: &str, pair: [&str; 2]| is_covered(&space, cube(&space, path), pair.map(|term| cube(&space, term)));
        for (path, pair, expected) in [
            ("AB", ["AC", "Bc"], true),
            ("AB", ["c", "C"], true),
            ("ABC", ["AC", "Bc"], false),
            ("AB", ["AC", "BC"], false),
            ("AB", ["A", "Bc"], false),
            ("AB", ["A0", "B1"], false),
            ("A", ["BC", "bC"], false),
            ("A", ["B", "c"], false),
        ] {
            assert_eq!(covered(path, pair), expected, "{path} by {pair:?}");
        }
    }
}
