//! The complement of a union of cubes, by Shannon expansion.

use crate::findings::Refusal;
use crate::space::{Cube, Space};

/// Disjoint cubes that cover exactly the rows that none of `cubes` covers.
///
/// # Errors
/// [`Refusal::Budget`] where there are more than `limit`.
pub fn complement(space: &Space, cubes: &[Cube], limit: usize) -> Result<Vec<Cube>, Refusal> {
    let mut found = Vec::new();
    expand(space, cubes.to_vec(), 0, limit, &mut found)?;
    Ok(found)
}

/// Adds the complement of `cubes` within the cube `path`; `cubes` hold no literal on conditions of `path`.
fn expand(space: &Space, cubes: Vec<Cube>, path: Cube, limit: usize, found: &mut Vec<Cube>) -> Result<(), Refusal> {
    if cubes.contains(&0) {
        return Ok(());
    }
    let Some(condition) = most_frequent(space, &cubes) else {
        if found.len() == limit {
            return Err(Refusal::Budget { what: "cubes of the complement", limit: limit as u64, found: limit as u64 });
        }
        found.push(path);
        return Ok(());
    };
    for level in 0..space.levels(condition) {
        let literal = space.literal(condition, level);
        expand(space, cofactor(space, &cubes, condition, literal), path | literal, limit, found)?;
    }
    Ok(())
}

/// What is left of the cubes where one condition has one level.
pub(super) fn cofactor(space: &Space, cubes: &[Cube], condition: usize, literal: Cube) -> Vec<Cube> {
    let others = space.condition(condition) & !literal;
    cubes.iter().filter(|&&cube| cube & others == 0).map(|&cube| cube & !literal).collect()
}

/// The condition on which most cubes have a literal, the first of equals; nothing where none has any.
fn most_frequent(space: &Space, cubes: &[Cube]) -> Option<usize> {
    (0..space.conditions())
        .map(|condition| {
            let bits = space.condition(condition);
            (cubes.iter().filter(|&&cube| cube & bits != 0).count(), condition)
        })
        .filter(|&(cubes, _)| cubes > 0)
        .max_by_key(|&(cubes, condition)| (cubes, std::cmp::Reverse(condition)))
        .map(|(_, condition)| condition)
}
