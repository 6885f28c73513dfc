//! Unions of cubes as regions of the space: their rows.

use super::complement::size;
use super::row_table::Layout;
use crate::row_list::RowList;
use crate::space::{Cube, Space};

/// The rows covered by `within` and not by `without`, which must be a part of it.
pub fn rows(space: &Space, within: &[Cube], without: &[Cube]) -> RowList {
    Regions::new(space).rows(within, without)
}

/// The numbers of the first `most` rows covered by `within` and not by `without`, ascending.
pub fn first_rows(space: &Space, within: &[Cube], without: &[Cube], most: usize) -> Vec<u64> {
    Regions::new(space).first_rows(within, without, most)
}

/// Lists the rows of many regions of one space.
#[derive(Debug)]
pub struct Regions<'a> {
    space: &'a Space,
    layout: Layout<'a>,
}

impl<'a> Regions<'a> {
    /// The regions of a space.
    pub fn new(space: &'a Space) -> Self {
        Self { space, layout: Layout::new(space) }
    }

    /// See [`rows`].
    pub fn rows(&self, within: &[Cube], without: &[Cube]) -> RowList {
        if self.layout.first() > 0 {
            let count = size(self.space, within) - size(self.space, without);
            return RowList { count, numbers: self.first_rows(within, without, RowList::LISTED) };
        }
        let rows = self.layout.difference(within, without);
        RowList { count: rows.count(), numbers: rows.first(1, RowList::LISTED) }
    }

    fn first_rows(&self, within: &[Cube], without: &[Cube], most: usize) -> Vec<u64> {
        let Self { space, layout } = self;
        let is_left = |cube: &&Cube| !without.iter().any(|other| other & !**cube == 0);
        let within = within.iter().filter(is_left).copied().collect();
        let mut walk = Walk { space, layout, within, without: without.to_vec(), numbers: Vec::new(), most };
        walk.below((0, 0), 0, 0);
        walk.numbers
    }
}

/// A walk in ascending order through the parts of the space that fit a table; each frame of the two stacks holds the
/// remaining cubes there.
struct Walk<'a> {
    space: &'a Space,
    layout: &'a Layout<'a>,
    within: Vec<Cube>,
    without: Vec<Cube>,
    numbers: Vec<u64>,
    most: usize,
}

impl Walk<'_> {
    /// Lists the rows of the difference below the prefix that ends before `condition` and has this `number`; its frames
    /// start at `starts`.
    fn below(&mut self, starts: (usize, usize), condition: usize, number: u64) {
        let ends = (self.within.len(), self.without.len());
        if starts.0 == ends.0 || self.without[starts.1..].contains(&0) || self.numbers.len() == self.most {
            return;
        }
        if condition == self.layout.first() {
            let rows = self.layout.difference(&self.within[starts.0..], &self.without[starts.1..]);
            let first = number * self.layout.rows() + 1;
            self.numbers.extend(rows.first(first, self.most - self.numbers.len()));
            return;
        }
        for level in 0..self.space.levels(condition) {
            let literal = self.space.literal(condition, level);
            let others = self.space.condition(condition) & !literal;
            push_cofactor(&mut self.within, starts.0..ends.0, others, literal);
            push_cofactor(&mut self.without, starts.1..ends.1, others, literal);
            self.below(ends, condition + 1, number * self.space.levels(condition) as u64 + level as u64);
            self.within.truncate(ends.0);
            self.without.truncate(ends.1);
        }
    }
}

/// Adds the remaining cubes of a frame for one level of a condition; a universal cube replaces the others.
fn push_cofactor(stack: &mut Vec<Cube>, frame: std::ops::Range<usize>, others: Cube, literal: Cube) {
    let start = stack.len();
    for i in frame {
        let cube = stack[i];
        if cube & others == 0 {
            if cube & !literal == 0 {
                stack.truncate(start);
                stack.push(0);
                return;
            }
            stack.push(cube & !literal);
        }
    }
}

/// Cubes for the rows of `cube` except some single rows: the sharp product.
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
        let row = |number| space.row(&space.levels_of(number).unwrap());
        let covered = |cubes: &[Cube], number| cubes.iter().any(|cube| cube & !row(number) == 0);
        let inner = [cube([Some(1), Some(2), Some(1), None]), cube([Some(1), Some(0), None, Some(0)]), row(9)];
        for (within, without) in [(&within[..1], &inner[1..2]), (&within[..2], &inner[..2]), (&within[..], &inner[..])]
        {
            let walked: Vec<u64> = (1..=space.rows()).filter(|&n| covered(within, n) && !covered(without, n)).collect();
            for most in 0..walked.len() {
                assert_eq!(first_rows(&space, within, without, most), walked[..most]);
            }
            assert_eq!(rows(&space, within, without), RowList { count: walked.len() as u64, numbers: walked });
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

    /// Regions of spaces of one word and of many words.
    #[test]
    fn regions_of_many_words_hold_the_rows_that_a_walk_finds() {
        let (two, three) = (SetKind::Crisp, SetKind::MultiValue { levels: 3 });
        for kinds in [vec![two; 6], vec![two; 9], vec![three, two, three, two, three, two, three]] {
            let space = Space::new(&kinds).unwrap();
            // Cubes around rows strewn over the space, some literals left out.
            let row = |number: u64| space.row(&space.levels_of(1 + number % space.rows()).unwrap());
            let cube = |number: u64, every: usize| {
                let kept = (0..space.conditions()).filter(|condition| condition % every == 0);
                kept.fold(0, |cube, condition| cube | row(number) & space.condition(condition))
            };
            let within = [cube(7_919, 3), cube(104_729, 4), cube(1_299_709, 2), row(0)];
            let without = [cube(7_919, 2), cube(7_919, 1), row(0)];
            let covers = |cubes: &[Cube], row: Cube| cubes.iter().any(|cube| cube & !row == 0);
            let numbers = (1..=space.rows()).filter(|&number| {
                let row = row(number - 1);
                covers(&within, row) && !covers(&without, row)
            });
            let walked: Vec<u64> = numbers.collect();
            let listed = &walked[..walked.len().min(RowList::LISTED)];
            let expected = RowList { count: walked.len() as u64, numbers: listed.to_vec() };
            assert_eq!(rows(&space, &within, &without), expected, "{kinds:?}");
            assert_eq!(first_rows(&space, &within, &without, 40), walked[..walked.len().min(40)], "{kinds:?}");
        }
    }

    /// Regions of spaces too large for a table, which are walked through part by part.
    #[test]
    fn regions_beyond_a_table_hold_the_rows_that_a_walk_finds() {
        let kind = |levels: &usize| match levels {
            2 => SetKind::Crisp,
            &levels => SetKind::MultiValue { levels },
        };
        for levels in [&[3, 3, 3, 3, 2, 2, 2, 3, 3, 3, 3, 2, 2][..], &[2; 17]] {
            let space = Space::new(&levels.iter().map(kind).collect::<Vec<_>>()).unwrap();
            assert!(Layout::new(&space).first() > 0, "{levels:?} fit a table");
            let row = |number: u64| space.row(&space.levels_of(1 + number % space.rows()).unwrap());
            let cube = |number: u64, every: usize, from: usize| {
                let kept = (0..space.conditions()).filter(|condition| condition % every == from);
                kept.fold(0, |cube, condition| cube | row(number) & space.condition(condition))
            };
            let within = [cube(7_919, 2, 0), cube(104_729, 2, 1), cube(1_299_709, 3, 1), row(5)];
            // Each lies in one of them.
            let without = [within[0] | cube(15_485_863, 5, 0), within[1] | cube(32_452_843, 4, 2), row(7_919), row(5)];
            let without: Vec<Cube> = without.into_iter().filter(|&cube| space.is_cube(cube)).collect();
            assert!(without.len() >= 2, "{levels:?}");
            let covers = |cubes: &[Cube], row: Cube| cubes.iter().any(|cube| cube & !row == 0);
            let walked: Vec<u64> = (1..=space.rows())
                .filter(|&number| covers(&within, row(number - 1)) && !covers(&without, row(number - 1)))
                .collect();
            let listed = &walked[..walked.len().min(RowList::LISTED)];
            assert!(!listed.is_empty());
            let expected = RowList { count: walked.len() as u64, numbers: listed.to_vec() };
            assert_eq!(rows(&space, &within, &without), expected, "{levels:?}");
            assert_eq!(first_rows(&space, &within, &without, 40), walked[..walked.len().min(40)], "{levels:?}");
        }
    }
}
