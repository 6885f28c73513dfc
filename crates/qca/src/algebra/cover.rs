//! Finds a minimum cover of prime implicants.

use equifinal_study::config::ModelsWanted;

use crate::dnf::Misfit;
use crate::minimise::budget::Budget;
use crate::minimise::chart::Chart;
use crate::minimise::covers::models;
use crate::minimise::size::Search;
use crate::space::{Cube, Space};

/// Maximum number of rows; more occur only for expressions over more than a dozen interdependent sets.
const MOST_ROWS: usize = 1 << 12;

/// Maximum number of columns examined in the search for a cover.
const MOST_WORK: u64 = 30_000_000;

/// A minimum cover by `primes`, the first in order if there are several.
///
/// # Errors
/// [`Misfit::TooLarge`].
pub(super) fn minimum(space: &Space, primes: &[Cube]) -> Result<Vec<Cube>, Misfit> {
    if primes.len() < 2 {
        return Ok(primes.to_vec());
    }
    let mut rows = Vec::new();
    collect(space, primes, 0, &mut rows)?;
    let chart = Chart::new(primes, &rows);
    let budget = Budget { work: MOST_WORK, models: 1, ..Budget::default() };
    let mut search = Search::new(budget.work);
    let found = models(&chart, ModelsWanted::Minimum, &mut search, &budget).map_err(|_| Misfit::TooLarge)?;
    let first = found.listed.first().ok_or(Misfit::TooLarge)?;
    Ok(first.iter().filter_map(|&prime| primes.get(prime as usize).copied()).collect())
}

/// Adds one row of every part of the space that the primes distinguish and cover, within the cube `path`.
fn collect(space: &Space, primes: &[Cube], path: Cube, rows: &mut Vec<Cube>) -> Result<(), Misfit> {
    let touching: Vec<Cube> = primes.iter().copied().filter(|prime| space.is_cube(prime | path)).collect();
    let free = touching.iter().fold(0, |literals, prime| literals | prime) & !path;
    let Some(condition) = (0..space.conditions()).find(|&condition| space.condition(condition) & free != 0) else {
        if !touching.is_empty() {
            // Conditions that no prime asks about here stay open: a chart asks only for the literals of its primes.
            rows.push(path);
        }
        return if rows.len() > MOST_ROWS { Err(Misfit::TooLarge) } else { Ok(()) };
    };
    (0..space.levels(condition))
        .try_for_each(|level| collect(space, &touching, path | space.literal(condition, level), rows))
}
