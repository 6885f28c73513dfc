//! Prime implicants where the order of two events cannot be said in some rows (Caren & Panofsky 2005; Ragin & Strand
//! 2008).
//!
//! "-" is a level of rows that no literal names. A term that does not name the order covers the row with "-" and those
//! with each order; a term that names it covers only rows in which it is that order. Nobody has seen an order in a row
//! with "-", so the row supports no term that names one. As in R `QCA`, the conservative solution leaves out an order if
//! the row has "-", or if both orders have the outcome.

use super::budget::Budget;
use super::complement::complement;
use super::prime::prime_implicants;
use crate::dnf::absorbed;
use crate::refusal::Refusal;
use crate::space::{Cube, Space};

/// The rows and cubes that terms may cover, and those that they must not.
#[derive(Debug, Clone, Copy)]
pub struct Stated<'a> {
    /// Rows that they may cover.
    pub rows: &'a [Cube],
    /// Cubes of which they may cover every row.
    pub claims: &'a [Cube],
    /// Cubes that they must not touch.
    pub negatives: &'a [Cube],
}

/// The levels that no literal names, one a temporal condition.
pub fn unsaid(space: &Space) -> impl Iterator<Item = Cube> {
    let levels = (0..space.conditions()).map(|condition| space.condition(condition) & space.unsaid());
    levels.filter(|&literal| literal != 0)
}

/// The rows without their "-": each a cube of the row itself and of the rows with each order.
pub fn stated(space: &Space, rows: &[Cube]) -> Vec<Cube> {
    rows.iter().map(|row| row & !space.unsaid()).collect()
}

/// A row and, where an order in it cannot be said, the rows with each order.
pub fn forms(space: &Space, row: Cube) -> Vec<Cube> {
    let mut forms = vec![row];
    for condition in (0..space.conditions()).filter(|&at| row & space.condition(at) & space.unsaid() != 0) {
        let others: Vec<Cube> = forms.iter().map(|form| form & !space.condition(condition)).collect();
        for level in 0..space.literals(condition) {
            forms.extend(others.iter().map(|form| form | space.literal(condition, level)));
        }
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The prime implicants within what is stated that cover at least one of `positives`, in the order of the reference.
///
/// Terms that name the same orders are found together, from the rows in which these orders are known.
///
/// # Errors
/// [`Refusal::Budget`]; [`Refusal::Unseparated`].
pub fn prime_implicants_stated(
    space: &Space,
    positives: &[Cube],
    stated_as: Stated<'_>,
    budget: &Budget,
) -> Result<Vec<Cube>, Refusal> {
    let mut primes = Vec::new();
    for named in subsets(&unsaid(space).collect::<Vec<_>>()) {
        let known = |rows: &[Cube]| rows.iter().copied().filter(|row| row & named == 0).collect::<Vec<_>>();
        let allowed = stated(space, &known(stated_as.rows)).into_iter();
        let allowed = allowed.chain(stated_as.claims.iter().copied()).chain(unsaid(space));
        let mut off = complement(space, &absorbed(allowed.collect()), budget.cubes)?;
        off.extend(stated_as.negatives);
        // A row with "-" has no literal of the condition: terms around it name no order.
        let silent = space.unsaid() & !named;
        let mut around = known(positives);
        around.iter_mut().for_each(|row| *row = *row & !space.fill(silent) | silent);
        primes.extend(prime_implicants(space, &around, &off, budget.prime_implicants)?);
    }
    let mut primes = absorbed(primes);
    primes.sort_by_cached_key(|&prime| space.order(prime));
    check_separated(space, &primes, positives)?;
    Ok(primes)
}

/// Every union of some of these levels.
fn subsets(levels: &[Cube]) -> Vec<Cube> {
    levels.iter().fold(vec![0], |unions, level| unions.iter().flat_map(|&union| [union, union | level]).collect())
}

/// Checks that every positive row has a prime implicant.
///
/// # Errors
/// [`Refusal::Unseparated`]: only an order that cannot be said separates the row from a negative one.
pub fn check_separated(space: &Space, primes: &[Cube], positives: &[Cube]) -> Result<(), Refusal> {
    let without = |row: &&Cube| space.unsaid() != 0 && !primes.iter().any(|prime| prime & !**row == 0);
    // The first in the truth table, in whatever order the rows come.
    let first = positives.iter().filter(without).map(|&row| space.number_of(row)).min();
    first.map_or(Ok(()), |row| Err(Refusal::Unseparated { row }))
}
