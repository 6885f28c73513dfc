//! Shannon expansion of unions of cubes: their complement and number of rows.

use super::budget::Exhausted;
use crate::limit::Limit;
use crate::refusal::Refusal;
use crate::space::{Cube, Space};

/// Disjoint cubes that cover exactly the rows not covered by `cubes`.
///
/// # Errors
/// [`Refusal::Budget`] if there are more than `limit`.
pub fn complement(space: &Space, cubes: &[Cube], limit: usize) -> Result<Vec<Cube>, Refusal> {
    let mut found = Vec::new();
    Expansion { space, open: cubes.to_vec() }.below(0, 0, &mut |path, left| match left {
        [] if found.len() == limit => Some(Err(Refusal::Budget { limit: Limit::Complement, most: limit as u64 })),
        [] => {
            found.push(path);
            Some(Ok(()))
        }
        _ => left.contains(&0).then_some(Ok(())),
    })?;
    Ok(found)
}

/// Number of rows covered by a union of cubes.
pub fn size(space: &Space, cubes: &[Cube]) -> u64 {
    size_within(space, cubes, u64::MAX).unwrap_or(u64::MAX)
}

/// Number of rows covered by a union of cubes; `None` if more than `most` parts would have to be examined.
///
/// Single rows count if no wider cube contains them.
pub fn size_within(space: &Space, cubes: &[Cube], most: u64) -> Option<u64> {
    let (mut rows, wide): (Vec<Cube>, Vec<Cube>) =
        cubes.iter().partition(|cube| cube.count_ones() as usize == space.conditions());
    rows.sort_unstable();
    rows.dedup();
    let alone = rows.iter().filter(|&row| !wide.iter().any(|cube| cube & !row == 0)).count();
    let mut rows = alone as u64;
    let mut parts = 0;
    let flow: Result<(), Exhausted> = Expansion { space, open: wide }.below(0, 0, &mut |path, left| {
        parts += 1;
        if parts > most {
            return Some(Err(Exhausted));
        }
        rows += match left {
            [] => 0,
            &[cube] => space.size(path | cube),
            _ if left.contains(&0) => space.size(path),
            _ => return None,
        };
        Some(Ok(()))
    });
    flow.is_ok().then_some(rows)
}

/// A walk through the tree of partial configurations; each frame of `open` holds the remaining cubes there.
struct Expansion<'a> {
    space: &'a Space,
    open: Vec<Cube>,
}

impl Expansion<'_> {
    /// Continues below the cube `path`, whose frame starts at `start`, unless `settled` has an answer.
    fn below<E>(
        &mut self,
        start: usize,
        path: Cube,
        settled: &mut impl FnMut(Cube, &[Cube]) -> Option<Result<(), E>>,
    ) -> Result<(), E> {
        let frame = &self.open[start..];
        if let Some(answer) = settled(path, frame) {
            return answer;
        }
        let condition = most_frequent(self.space, frame);
        let (bits, end) = (self.space.condition(condition), self.open.len());
        for level in 0..self.space.levels(condition) {
            let literal = self.space.literal(condition, level);
            for i in start..end {
                let cube = self.open[i];
                if cube & bits & !literal == 0 {
                    self.open.push(cube & !literal);
                }
            }
            self.below(end, path | literal, settled)?;
            self.open.truncate(end);
        }
        Ok(())
    }
}

/// The condition on which most cubes have a literal, the first among equals.
///
/// The cubes are counted on all conditions at once: `planes[p]` holds bit `p` of the count of every condition.
fn most_frequent(space: &Space, cubes: &[Cube]) -> usize {
    let mut planes: Vec<Cube> = Vec::with_capacity(16);
    let mut candidates = 0;
    for &cube in cubes {
        let mut carry = space.fill(cube);
        candidates |= carry;
        for plane in &mut planes {
            (*plane, carry) = (*plane ^ carry, *plane & carry);
        }
        if carry != 0 {
            planes.push(carry);
        }
    }
    for plane in planes.iter().rev() {
        if candidates & plane != 0 {
            candidates &= plane;
        }
    }
    (0..space.conditions()).find(|&condition| candidates & space.condition(condition) != 0).unwrap_or_default()
}
