//! Prime implicants: the largest cubes that contain a positive row and avoid all forbidden rows.

use std::ops::ControlFlow;

use rayon::prelude::*;

use super::transversal::{minimal_edges, minimal_transversals};
use crate::limit::Limit;
use crate::refusal::Refusal;
use crate::space::{Cube, Space};

/// Number of rows processed before their prime implicants are merged and counted; it limits memory to this multiple of
/// the limit.
const CHUNK: usize = 16;

/// Below this many pairs of rows and cubes a second thread costs more than it saves.
const WORTH_A_THREAD: usize = 1 << 16;

/// The prime implicants that cover at least one of `positives`, in the order of the reference.
///
/// `off` are the forbidden cubes. A cube containing a row avoids them if it keeps, for each, a literal on which the two
/// conflict; so the prime implicants of a row are the minimal transversals of its conflicts, and the cost depends on
/// their number, not on 3^k. A level that no literal names separates nothing: rows that differ from forbidden ones only
/// there have no prime implicant.
///
/// # Errors
/// [`Refusal::Budget`] if there are more than `limit`.
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

/// Sorts prime implicants, removes duplicates, and returns their number.
///
/// # Errors
/// [`Refusal::Budget`] if there are more than `limit`.
pub(super) fn merge(primes: &mut Vec<Cube>, limit: usize) -> Result<usize, Refusal> {
    primes.sort_unstable();
    primes.dedup();
    if primes.len() > limit {
        return Err(Refusal::Budget { limit: Limit::PrimeImplicants, most: limit as u64 });
    }
    Ok(primes.len())
}

/// The prime implicants that contain one row; at most `limit`.
fn around(space: &Space, row: Cube, off: &[Cube], limit: usize) -> Vec<Cube> {
    let conflict = |&cube: &Cube| space.conflict(row, cube) & !space.unsaid();
    let conflicts = minimal_edges(off.iter().map(conflict).collect());
    let mut primes = Vec::new();
    let _ = minimal_transversals(&conflicts, &mut |literals| {
        primes.push(literals.iter().fold(0, |prime, literal| prime | 1 << literal));
        if primes.len() > limit { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    primes
}
