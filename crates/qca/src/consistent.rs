//! Prime implicants by consistency: the shortest terms with sufficient consistency, even if they cover negative rows.
//!
//! With the option `pi.cons` of R `QCA` the data decide, not the rows: a term is an implicant if its own consistency
//! reaches the cutoff, and prime if that of none of its parts does.

use std::collections::BTreeSet;

use equifinal_study::config::{Minimise, SolutionType};
use equifinal_study::cuts::at_least;
use rayon::prelude::*;

use crate::fit::Sums;
use crate::limit::Limit;
use crate::minimise::budget::Budget;
use crate::minimised::{Minimised, parsimonious};
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::sample::Sample;
use crate::space::Cube;

/// The shortest terms containing a positive row whose consistency reaches `cutoff`, in the order of the reference.
///
/// Terms grow by one literal per round; a term that reaches the cutoff, or contains one that does, is not extended.
///
/// # Errors
/// [`Refusal::Inconsistent`] if a positive row is in no such term; [`Refusal::Budget`].
fn consistent_implicants(
    sample: &Sample,
    outcome: &[f64],
    positives: &[Cube],
    cutoff: f64,
    budget: &Budget,
) -> Result<Vec<Cube>, Refusal> {
    let reaches = |term: Cube| {
        let sums = Sums::over(&sample.memberships(term), outcome);
        at_least(sums.consistency(), cutoff)
    };
    let mut primes: Vec<Cube> = Vec::new();
    let mut growing: Vec<Cube> = vec![0];
    let mut tested = 0_u64;
    while !growing.is_empty() {
        let mut longer = longer(sample, positives, &growing);
        longer.retain(|term| !primes.iter().any(|prime| prime & !term == 0));
        tested += longer.len() as u64 * sample.cases.len() as u64;
        if tested > budget.work {
            return Err(Refusal::Budget { limit: Limit::Search, most: budget.work });
        }
        if primes.len() > budget.prime_implicants {
            return Err(Refusal::Budget { limit: Limit::PrimeImplicants, most: budget.prime_implicants as u64 });
        }
        let (found, rest): (Vec<Cube>, Vec<Cube>) = longer.into_par_iter().partition(|&term| reaches(term));
        primes.extend(found);
        growing = rest;
    }
    if let Some(&row) = positives.iter().find(|&&row| !primes.iter().any(|prime| prime & !row == 0)) {
        return Err(Refusal::Inconsistent { row: number_of(sample, row), cutoff: cutoff.to_string() });
    }
    primes.sort_by_cached_key(|&prime| sample.space.order(prime));
    Ok(primes)
}

fn number_of(sample: &Sample, row: Cube) -> u64 {
    let space = &sample.space;
    let levels: Vec<usize> = (0..space.conditions()).filter_map(|condition| space.level(row, condition)).collect();
    space.number(&levels)
}

/// Each term with one more literal, on a condition after its last, if it still contains a positive row.
fn longer(sample: &Sample, positives: &[Cube], terms: &[Cube]) -> Vec<Cube> {
    let space = &sample.space;
    let mut longer = BTreeSet::new();
    for &term in terms {
        let last = (0..space.conditions()).rev().find(|&condition| term & space.condition(condition) != 0);
        for &row in positives.iter().filter(|&&row| term & !row == 0) {
            for condition in last.map_or(0, |last| last + 1)..space.conditions() {
                longer.insert(term | row & space.condition(condition));
            }
        }
    }
    longer.into_iter().collect()
}

/// The parsimonious solution over cases, which may decide on the prime implicants by their `outcome`.
pub(crate) fn parsimonious_over(
    sample: &Sample,
    outcome: &[f64],
    wanted: &Minimise,
    problem: &Problem,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    let Some(cutoff) = wanted.prime_implicant_consistency else {
        return parsimonious(&sample.space, wanted, problem, budget);
    };
    problem.check(SolutionType::Parsimonious)?;
    let primes = consistent_implicants(sample, outcome, &problem.positives, cutoff, budget)?;
    Minimised::new(primes, &problem.positives, wanted, budget)
}
