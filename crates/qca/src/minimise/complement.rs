//! The complement of a union of cubes, by Shannon expansion.

use crate::findings::Refusal;
use crate::space::{Cube, Space};

/// Disjoint cubes that cover exactly the rows that none of `cubes` covers.
///
/// # Errors
/// [`Refusal::Budget`] where there are more than `limit`.
pub fn complement(space: &Space, cubes: &[Cube], limit: usize) -> Result<Vec<Cube>, Refusal> {
    let mut expansion = Expansion { space, open: cubes.to_vec(), limit, found: Vec::new() };
    expansion.below(0, 0)?;
    Ok(expansion.found)
}

/// A walk through the tree of partial configurations; each frame of `open` holds what is left of the cubes there.
struct Expansion<'a> {
    space: &'a Space,
    open: Vec<Cube>,
    limit: usize,
    found: Vec<Cube>,
}

impl Expansion<'_> {
    /// Finds the complement within the cube `path`, whose frame starts at `start`.
    fn below(&mut self, start: usize, path: Cube) -> Result<(), Refusal> {
        let frame = &self.open[start..];
        if frame.contains(&0) {
            return Ok(());
        }
        let Some(condition) = most_frequent(self.space, frame) else {
            let limit = self.limit as u64;
            if self.found.len() == self.limit {
                return Err(Refusal::Budget { what: "cubes of the complement", limit, found: limit });
            }
            self.found.push(path);
            return Ok(());
        };
        let (bits, end) = (self.space.condition(condition), self.open.len());
        for level in 0..self.space.levels(condition) {
            let literal = self.space.literal(condition, level);
            for i in start..end {
                let cube = self.open[i];
                if cube & bits & !literal == 0 {
                    self.open.push(cube & !literal);
                }
            }
            self.below(end, path | literal)?;
            self.open.truncate(end);
        }
        Ok(())
    }
}

/// The condition on which most cubes have a literal, the first of equals; nothing where no cube has one.
///
/// The cubes are counted on all conditions at once: `planes[p]` holds bit `p` of the count of every condition.
fn most_frequent(space: &Space, cubes: &[Cube]) -> Option<usize> {
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
    (0..space.conditions()).find(|&condition| candidates & space.condition(condition) != 0)
}
