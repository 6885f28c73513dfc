//! Prime implicants: the largest cubes around a positive row that avoid every row they must not cover.

use std::ops::ControlFlow;

use rayon::prelude::*;

use super::transversal::{minimal_edges, minimal_transversals};
use crate::findings::{Limit, Refusal};
use crate::space::{Cube, Space};

/// So many rows are looked at before what was found around several of them is merged and counted: memory stays
/// within so many times the limit.
const CHUNK: usize = 16;

/// Below this many pairs of rows and cubes a second thread costs more than it saves.
const WORTH_A_THREAD: usize = 1 << 16;

/// The prime implicants that cover at least one of `positives`, in the order of the reference.
///
/// `off` are the cubes that no implicant may touch. A cube around a row avoids them when it keeps, for each,
/// a literal on which the two conflict; so the prime implicants of a row are the minimal transversals of its
/// conflicts, and the cost follows their number, not 3^k.
///
/// # Errors
/// [`Refusal::Budget`] where there are more than `limit`.
pub fn prime_implicants(space: &Space, positives: &[Cube], off: &[Cube], limit: usize) -> Result<Vec<Cube>, Refusal> {
    let around = |&row: &Cube| around(space, row, off, limit);
    let mut primes: Vec<Cube> = Vec::new();
    let mut distinct = 0;
    let alone = positives.len() * off.len() < WORTH_A_THREAD;
    for rows in positives.chunks(CHUNK) {
        if alone {
            primes.extend(rows.iter().flat_map(around));
        } else {
            primes.par_extend(rows.par_iter().flat_map_iter(around));
        }
        if primes.len() > 2 * distinct {
            distinct = merge(&mut primes, limit)?;
        }
    }
    merge(&mut primes, limit)?;
    primes.sort_by_cached_key(|&prime| space.order(prime));
    Ok(primes)
}

/// Sorts prime implicants, drops those that were found before, and counts the rest.
///
/// # Errors
/// [`Refusal::Budget`] where there are more than `limit`.
pub(super) fn merge(primes: &mut Vec<Cube>, limit: usize) -> Result<usize, Refusal> {
    primes.sort_unstable();
    primes.dedup();
    if primes.len() > limit {
        return Err(Refusal::Budget { limit: Limit::PrimeImplicants, most: limit as u64 });
    }
    Ok(primes.len())
}

/// The prime implicants around one row; of more than the limit only the first.
fn around(space: &Space, row: Cube, off: &[Cube], limit: usize) -> Vec<Cube> {
    let conflicts = minimal_edges(off.iter().map(|&cube| space.conflict(row, cube)).collect());
    let mut primes = Vec::new();
    let _ = minimal_transversals(&conflicts, &mut |literals| {
        primes.push(literals.iter().fold(0, |prime, literal| prime | 1 << literal));
        if primes.len() > limit { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    primes
}
