//! Unions of cubes as regions of the space: their size and their rows.

use super::complement::cofactor;
use crate::findings::RowList;
use crate::space::{Cube, Space};

/// The rows that some cube of `within` covers and none of `without`.
pub fn rows(space: &Space, within: &[Cube], without: &[Cube]) -> RowList {
    let count = count(space, within, without, 0);
    let mut numbers = Vec::new();
    if count <= RowList::LISTED as u64 {
        list(space, within, without, 0, 0, &mut numbers);
    }
    RowList { count, numbers }
}

/// How many rows the difference of two unions of cubes has, from `condition` on.
fn count(space: &Space, within: &[Cube], without: &[Cube], condition: usize) -> u64 {
    if within.is_empty() || without.contains(&0) {
        return 0;
    }
    if without.is_empty() && within.contains(&0) {
        return (condition..space.conditions()).map(|condition| space.levels(condition) as u64).product();
    }
    (0..space.levels(condition))
        .map(|level| {
            let literal = space.literal(condition, level);
            let within = cofactor(space, within, condition, literal);
            let without = cofactor(space, without, condition, literal);
            count(space, &within, &without, condition + 1)
        })
        .sum()
}

/// Lists the rows of the difference by ascending number; `number` is that of the conditions before `condition`.
fn list(space: &Space, within: &[Cube], without: &[Cube], condition: usize, number: u64, numbers: &mut Vec<u64>) {
    if within.is_empty() || without.contains(&0) {
        return;
    }
    if condition == space.conditions() {
        numbers.push(number + 1);
        return;
    }
    for level in 0..space.levels(condition) {
        let literal = space.literal(condition, level);
        let within = cofactor(space, within, condition, literal);
        let without = cofactor(space, without, condition, literal);
        list(space, &within, &without, condition + 1, number * space.levels(condition) as u64 + level as u64, numbers);
    }
}

/// Cubes for the rows that `cube` covers, less some single rows: the sharp product.
pub fn without_rows(space: &Space, cube: Cube, rows: &[Cube]) -> Vec<Cube> {
    let mut parts = vec![cube];
    for &row in rows {
        let (hit, mut kept): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part & !row == 0);
        for part in hit {
            let mut fixed = part;
            for condition in (0..space.conditions()).filter(|&condition| part & space.condition(condition) == 0) {
                let own = row & space.condition(condition);
                for level in 0..space.levels(condition) {
                    let literal = space.literal(condition, level);
                    if literal != own {
                        kept.push(fixed | literal);
                    }
                }
                fixed |= own;
            }
        }
        parts = kept;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::minimise::complement::complement;
    use crate::term::Term;
    use equifinal_study::memberships::SetKind;

    /// Regions of a mixed space against a walk through all its rows.
    #[test]
    fn regions_hold_the_rows_that_a_walk_finds() {
        let kinds = [SetKind::Crisp, SetKind::MultiValue { levels: 3 }, SetKind::Crisp, SetKind::Fuzzy];
        let space = Space::new(&kinds).unwrap();
        let cube = |levels: [Option<usize>; 4]| space.cube(&Term { levels: levels.to_vec() });
        let within = [cube([Some(1), None, None, Some(0)]), cube([None, Some(2), Some(1), None]), cube([None; 4])];
        let without = [cube([Some(1), Some(2), None, None]), cube([None, Some(0), None, Some(1)])];
        let row = |number| space.row(&space.levels_of(number).unwrap());
        let covered = |cubes: &[Cube], number| cubes.iter().any(|cube| cube & !row(number) == 0);
        for within in [&within[..1], &within[..2], &within[..]] {
            let walked: Vec<u64> =
                (1..=space.rows()).filter(|&n| covered(within, n) && !covered(&without, n)).collect();
            assert_eq!(rows(&space, within, &without), RowList { count: walked.len() as u64, numbers: walked });
            let outside = complement(&space, within, 100).unwrap();
            for number in 1..=space.rows() {
                assert_ne!(covered(within, number), covered(&outside, number), "row {number}");
            }
        }
        let removed = [row(5), row(24)];
        let sharp = without_rows(&space, within[0], &removed);
        for number in 1..=space.rows() {
            let wanted = covered(&within[..1], number) && !removed.contains(&row(number));
            assert_eq!(sharp.iter().filter(|cube| *cube & !row(number) == 0).count(), usize::from(wanted));
        }
    }
}
