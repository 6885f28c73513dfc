//! Prime implicants of a few cubes by consensus, condition by condition: Tison (1967).

use crate::dnf::absorbed;
use crate::space::{Cube, Space};

/// All prime implicants of the union of `cubes`, ascending; `None` if more than `most` cubes occur on the way.
///
/// A row is covered for every level of a condition if for each level some cube covers it: the consensus. After adding
/// the consensus on each condition and dropping absorbed cubes, the prime implicants remain.
pub fn prime_implicants_by_consensus(space: &Space, cubes: &[Cube], most: usize) -> Option<Vec<Cube>> {
    let mut found = cubes.to_vec();
    for condition in 0..space.conditions() {
        if found.len() > most {
            return None;
        }
        let mut added = consensus(space, &found, condition);
        added.retain(|cube| !found.iter().any(|wider| wider & !cube == 0));
        if !added.is_empty() {
            let added = absorbed(added);
            found.retain(|cube| !added.iter().any(|wider| wider & !cube == 0));
            found.extend(added);
        }
    }
    found.sort_unstable();
    (found.len() <= most).then_some(found)
}

/// The rows that the cubes cover for every level of one condition, beyond those of a single cube.
fn consensus(space: &Space, cubes: &[Cube], condition: usize) -> Vec<Cube> {
    let mut common = vec![0];
    for level in 0..space.levels(condition) {
        let literal = space.literal(condition, level);
        let mut with_level = Vec::new();
        for cube in cubes.iter().filter(|&cube| cube & space.condition(condition) == literal) {
            let free = cube & !literal;
            with_level.extend(common.iter().map(|other| other | free).filter(|&cube| space.is_cube(cube)));
        }
        common = with_level;
    }
    common
}
