//! Prime implicants: the largest cubes around a positive row that avoid every row they must not cover.

use std::ops::ControlFlow;

use super::transversal::{minimal_edges, minimal_transversals};
use crate::findings::Refusal;
use crate::space::{Cube, Space};

/// The prime implicants that cover at least one of `positives`, in the order of the reference.
///
/// `off` are the cubes that no implicant may touch. A cube around a row avoids them when it keeps, for each,
/// a literal on which the two conflict; so the prime implicants of a row are the minimal transversals of its
/// conflicts, and the cost follows their number, not 3^k.
///
/// # Errors
/// [`Refusal::Budget`] where there are more than `limit`.
pub fn prime_implicants(space: &Space, positives: &[Cube], off: &[Cube], limit: usize) -> Result<Vec<Cube>, Refusal> {
    let mut primes = Vec::new();
    for (i, &row) in positives.iter().enumerate() {
        let conflicts = minimal_edges(off.iter().map(|&cube| space.conflict(row, cube)).collect());
        let earlier = &positives[..i];
        let flow = minimal_transversals(&conflicts, &mut |literals| {
            let prime = literals.iter().fold(0, |prime, literal| prime | 1 << literal);
            if earlier.iter().any(|row| prime & !row == 0) {
                return ControlFlow::Continue(());
            }
            if primes.len() == limit {
                return ControlFlow::Break(());
            }
            primes.push(prime);
            ControlFlow::Continue(())
        });
        if flow.is_break() {
            return Err(Refusal::Budget { what: "prime implicants", limit: limit as u64, found: limit as u64 });
        }
    }
    primes.sort_by_cached_key(|&prime| space.order(prime));
    Ok(primes)
}
