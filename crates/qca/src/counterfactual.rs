//! Intermediate solutions: only easy counterfactuals (Ragin & Sonnett 2005; Ragin 2008, ch. 9).

use std::collections::BTreeMap;

use equifinal_study::config::{Expect, Minimise};
use rayon::prelude::*;

use crate::findings::{Origin, Refusal};
use crate::minimise::budget::Budget;
use crate::minimise::complement::complement;
use crate::minimise::models::Models;
use crate::minimise::prime::prime_implicants;
use crate::solve::Minimised;
use crate::space::{Cube, Space};

/// Directional expectations over the space of an analysis.
#[derive(Debug, Clone)]
pub(crate) struct Expectations {
    /// For each condition its levels that are expected to contribute; nothing where nothing is expected.
    single: Vec<Option<Cube>>,
    /// Conjunctions that are expected to contribute.
    joint: Vec<Cube>,
}

impl Expectations {
    /// Expectations of single conditions and of conjunctions.
    pub(crate) fn new(space: &Space, single: &[Expect], joint: Vec<Cube>) -> Self {
        let levels = |condition: usize, levels: &[usize]| {
            Some(levels.iter().fold(0, |all, &level| all | space.literal(condition, level)))
        };
        let single = single.iter().enumerate().map(|(condition, expect)| match expect {
            Expect::Any => None,
            Expect::Present => levels(condition, &[1]),
            Expect::Absent => levels(condition, &[0]),
            Expect::Levels(wanted) => levels(condition, wanted),
        });
        Self { single: single.collect(), joint }
    }

    /// Whether anything is expected at all; without, no counterfactual is called easy or difficult.
    pub(crate) fn any(&self) -> bool {
        !self.joint.is_empty() || self.single.iter().any(Option::is_some)
    }

    /// `conservative` without the literals that contradict an expectation, `parsimonious` literals always kept.
    ///
    /// A conjunction drops the free literals on its conditions unless they all agree with it.
    pub(crate) fn simplified(&self, space: &Space, conservative: Cube, parsimonious: Cube) -> Cube {
        let free = conservative & !parsimonious;
        let mut dropped = 0;
        for (condition, expected) in self.single.iter().enumerate() {
            if let Some(expected) = expected {
                dropped |= free & space.condition(condition) & !expected;
            }
        }
        for joint in &self.joint {
            let relevant = free & space.fill(*joint);
            if relevant & !joint != 0 {
                dropped |= relevant;
            }
        }
        conservative & !dropped
    }
}

/// One way to an intermediate solution: a pair of models and what it may cover.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    /// The pair.
    pub(crate) origin: Origin,
    /// The cubes whose remainders are easy counterfactuals of the pair.
    pub(crate) easy: Vec<Cube>,
}

/// Intermediate models and where they come from.
#[derive(Debug, Clone)]
pub(crate) struct Intermediate {
    /// The prime implicants of all ways together, in the order of the reference.
    pub(crate) primes: Vec<Cube>,
    /// How many models there are, and the listed ones as positions in `primes`.
    pub(crate) models: Models,
    /// For each listed model the ways that lead to it, in order.
    pub(crate) ways: Vec<Vec<Way>>,
}

/// What the intermediate solution is derived from.
#[derive(Debug)]
pub(crate) struct Sources<'a> {
    /// Rows to explain.
    pub(crate) positives: &'a [Cube],
    /// Models of the conservative solution.
    pub(crate) conservative: &'a [Vec<Cube>],
    /// Models of the parsimonious solution.
    pub(crate) parsimonious: &'a [Vec<Cube>],
    /// Whether both lists are complete.
    pub(crate) complete: bool,
}

/// All intermediate models.
///
/// Each conservative term is relieved, towards each parsimonious term that contains it, of the literals that
/// contradict an expectation; the remainders in the resulting terms are the easy counterfactuals, and positives
/// and easy counterfactuals together are minimised, no other remainder used.
///
/// # Errors
/// [`Refusal::Budget`].
pub(crate) fn intermediate(
    space: &Space,
    sources: &Sources<'_>,
    expectations: &Expectations,
    wanted: &Minimise,
    budget: &Budget,
) -> Result<Intermediate, Refusal> {
    let mut ways: BTreeMap<Vec<Cube>, Vec<Way>> = BTreeMap::new();
    for (c, conservative) in sources.conservative.iter().enumerate() {
        for (p, parsimonious) in sources.parsimonious.iter().enumerate() {
            let easy = easy_terms(space, conservative, parsimonious, expectations);
            let origin = Origin { conservative: c, parsimonious: p };
            ways.entry(easy.clone()).or_default().push(Way { origin, easy });
        }
    }
    let solved = ways
        .into_par_iter()
        .map(|(easy, ways)| Ok((minimised(space, sources.positives, &easy, wanted, budget)?, ways)));
    // Of several refusals the first in order counts, whichever thread came first.
    let solved = solved.collect::<Vec<_>>().into_iter().collect::<Result<Vec<_>, Refusal>>()?;
    Ok(merged(space, solved, sources.complete, budget))
}

/// The terms between a conservative and a parsimonious model that expectations allow, sorted.
fn easy_terms(space: &Space, conservative: &[Cube], parsimonious: &[Cube], expectations: &Expectations) -> Vec<Cube> {
    let pairs = conservative.iter().flat_map(|&c| parsimonious.iter().map(move |&p| (c, p)));
    let mut terms: Vec<Cube> =
        pairs.filter(|(c, p)| p & !c == 0).map(|(c, p)| expectations.simplified(space, c, p)).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Prime implicants and models where nothing but `positives` and the rows in `easy` may be covered.
fn minimised(
    space: &Space,
    positives: &[Cube],
    easy: &[Cube],
    wanted: &Minimise,
    budget: &Budget,
) -> Result<Minimised, Refusal> {
    let allowed = crate::dnf::absorbed([easy, positives].concat());
    let off = complement(space, &allowed, budget.cubes)?;
    let primes = prime_implicants(space, positives, &off, budget.prime_implicants)?;
    Minimised::new(primes, positives, wanted, budget)
}

/// Joins the models of all ways: equal models become one with several origins.
fn merged(space: &Space, solved: Vec<(Minimised, Vec<Way>)>, complete: bool, budget: &Budget) -> Intermediate {
    let mut primes: Vec<Cube> = solved.iter().flat_map(|(found, _)| found.primes.iter().copied()).collect();
    primes.sort_unstable();
    primes.dedup();
    primes.sort_by_cached_key(|&prime| space.order(prime));
    let position: BTreeMap<Cube, u32> = primes.iter().copied().zip(0..).collect();

    let all_listed = solved.iter().all(|(found, _)| found.models.listed.len() as u128 == found.models.count);
    let (single, most) =
        (solved.len() == 1, solved.iter().map(|(found, _)| found.models.count).max().unwrap_or_default());
    let all_exact = solved.iter().all(|(found, _)| found.models.exact);

    let mut distinct: BTreeMap<(usize, Vec<u32>), Vec<Way>> = BTreeMap::new();
    for (found, ways) in solved {
        for model in found.models.listed {
            let mut model: Vec<u32> = model.iter().map(|&i| position[&found.primes[i as usize]]).collect();
            model.sort_unstable();
            distinct.entry((model.len(), model)).or_default().extend(ways.iter().cloned());
        }
    }
    let count = if single { most } else { most.max(distinct.len() as u128) };
    let exact = complete && all_exact && (single || all_listed);
    let (mut listed, mut origins) = (Vec::new(), Vec::new());
    for ((_, model), mut ways) in distinct.into_iter().take(budget.models) {
        ways.sort_by_key(|way| way.origin);
        listed.push(model);
        origins.push(ways);
    }
    Intermediate { primes, models: Models { count, exact, listed }, ways: origins }
}
