//! Prime implicants of a dense region from a table of all cubes: Quine (1952), McCluskey (1956).

use crate::space::{Cube, Space};

/// Maximum number of table cubes per cube of the region, and in all.
const CUBES_FOR_ONE: usize = 1 << 10;
const MOST_CUBES: usize = 1 << 24;

/// The flags of a cube: it lies within the region, it covers a positive row, it is not maximal.
const WITHIN: u8 = 1;
const WANTED: u8 = 2;
const WIDENED: u8 = 4;

/// The prime implicants within the union of `allowed` that cover at least one of `positives`, all of which lie in it;
/// `None` if the region is too sparse for a table.
pub(super) fn prime_implicants_in_table(space: &Space, positives: &[Cube], allowed: &[Cube]) -> Option<Vec<Cube>> {
    let steps = steps(space)?;
    let cubes = steps.first().map_or(1, |step| step * (space.levels(0) + 1));
    if cubes > allowed.len().saturating_mul(CUBES_FOR_ONE) {
        return None;
    }
    let mut table = vec![0; cubes];
    allowed.iter().for_each(|&cube| mark(space, &steps, cube, 0, 0, &mut table));
    for &row in positives {
        let digits = (0..space.conditions()).filter_map(|condition| space.level(row, condition));
        table[digits.zip(&steps).map(|(level, step)| level * step).sum::<usize>()] |= WANTED;
    }
    widen(space, &steps, &mut table);
    let primes = (0..cubes).filter(|&at| table[at] == WITHIN | WANTED);
    Some(primes.map(|at| cube(space, &steps, at)).collect())
}

/// The distance in the table between neighbouring levels of each condition; the position after the last level means no
/// literal. `None` if there are too many cubes.
fn steps(space: &Space) -> Option<Vec<usize>> {
    let (mut steps, mut step) = (vec![0; space.conditions()], 1_usize);
    for condition in (0..space.conditions()).rev() {
        steps[condition] = step;
        step = step.checked_mul(space.levels(condition) + 1).filter(|&cubes| cubes <= MOST_CUBES)?;
    }
    Some(steps)
}

/// Marks the rows of `cube` from one condition on.
fn mark(space: &Space, steps: &[usize], cube: Cube, condition: usize, at: usize, table: &mut [u8]) {
    if condition == space.conditions() {
        table[at] |= WITHIN;
        return;
    }
    let levels = space.level(cube, condition).map_or(0..space.levels(condition), |level| level..level + 1);
    levels.for_each(|level| mark(space, steps, cube, condition + 1, at + level * steps[condition], table));
}

/// Derives the flags of every cube from narrower ones, condition by condition, and then marks cubes that are not
/// maximal.
fn widen(space: &Space, steps: &[usize], table: &mut [u8]) {
    let blocks = |condition: usize| (space.levels(condition), steps[condition]);
    for (levels, step) in (0..space.conditions()).map(blocks) {
        for block in table.chunks_exact_mut((levels + 1) * step) {
            let (narrow, wide) = block.split_at_mut(levels * step);
            wide.copy_from_slice(&narrow[..step]);
            for level in narrow[step..].chunks_exact(step) {
                wide.iter_mut()
                    .zip(level)
                    .for_each(|(wide, &narrow)| *wide = *wide & narrow & WITHIN | (*wide | narrow) & WANTED);
            }
        }
    }
    for (levels, step) in (0..space.conditions()).map(blocks) {
        for block in table.chunks_exact_mut((levels + 1) * step) {
            let (narrow, wide) = block.split_at_mut(levels * step);
            for level in narrow.chunks_exact_mut(step) {
                level.iter_mut().zip(&*wide).for_each(|(narrow, &wide)| *narrow |= (wide & WITHIN) * WIDENED);
            }
        }
    }
}

/// The cube at an index of the table.
fn cube(space: &Space, steps: &[usize], at: usize) -> Cube {
    let literal = |condition: usize| {
        let level = at / steps[condition] % (space.levels(condition) + 1);
        if level < space.levels(condition) { space.literal(condition, level) } else { 0 }
    };
    (0..space.conditions()).fold(0, |cube, condition| cube | literal(condition))
}
