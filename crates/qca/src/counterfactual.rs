//! Intermediate solutions: only easy counterfactuals (Ragin & Sonnett 2005; Ragin 2008, ch. 9).

use std::collections::BTreeMap;

use equifinal_study::config::{Expect, Minimise};
use rayon::prelude::*;

use crate::dnf::absorbed;
use crate::findings::{Origin, Refusal};
use crate::minimise::budget::{Budget, Work};
use crate::minimise::models::Models;
use crate::minimise::within::prime_implicants_within;
use crate::solve::Minimised;
use crate::space::{Cube, Space};

/// So many different sets of easy counterfactuals are minimised; each gets its share of the work, but not less than
/// the least.
const MOST_WAYS: usize = 10_000;
const LEAST_WORK: u64 = 1_000_000;

/// Models of all ways together, before equal ones are joined.
const MOST_MODELS: usize = 1_000_000;

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
    let (ways, all_pairs) = ways(space, sources, expectations, budget);
    let share = Budget {
        work: (budget.work / ways.len().max(1) as u64).max(LEAST_WORK),
        models: (MOST_MODELS / ways.len().max(1)).clamp(1, budget.models),
        ..*budget
    };
    let solved = ways.into_par_iter().map(|(easy, ways)| {
        let allowed = absorbed([&easy, sources.positives].concat());
        let primes = prime_implicants_within(space, sources.positives, allowed, &share)?;
        let Minimised { primes, models } = Minimised::new(primes, sources.positives, wanted, &share);
        Ok((primes, models?, ways))
    });
    let (solved, refused): (Vec<_>, Vec<_>) = solved.collect::<Vec<_>>().into_iter().partition(Result::is_ok);
    // Of several refusals the first in order counts, whichever thread came first.
    match refused.into_iter().next() {
        Some(Err(refusal)) if solved.is_empty() => Err(refusal),
        refused => {
            let complete = sources.complete && all_pairs && refused.is_none();
            Ok(merged(space, solved.into_iter().flatten().collect(), complete, budget))
        }
    }
}

/// The easy counterfactuals of every pair of models, and whether all pairs were looked at.
fn ways(
    space: &Space,
    sources: &Sources<'_>,
    expectations: &Expectations,
    budget: &Budget,
) -> (BTreeMap<Vec<Cube>, Vec<Way>>, bool) {
    let mut ways: BTreeMap<Vec<Cube>, Vec<Way>> = BTreeMap::new();
    let mut work = Work::new(budget.work / 16);
    for (c, conservative) in sources.conservative.iter().enumerate() {
        for (p, parsimonious) in sources.parsimonious.iter().enumerate() {
            if ways.len() == MOST_WAYS || work.charge(conservative.len() * parsimonious.len()).is_err() {
                return (ways, false);
            }
            let easy = easy_terms(space, conservative, parsimonious, expectations);
            let origin = Origin { conservative: c, parsimonious: p };
            ways.entry(easy.clone()).or_default().push(Way { origin, easy });
        }
    }
    (ways, true)
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

/// Joins the models of all ways: equal models become one with several origins.
fn merged(space: &Space, solved: Vec<(Vec<Cube>, Models, Vec<Way>)>, complete: bool, budget: &Budget) -> Intermediate {
    let mut primes: Vec<Cube> = solved.iter().flat_map(|(primes, ..)| primes.iter().copied()).collect();
    primes.sort_unstable();
    primes.dedup();
    primes.sort_by_cached_key(|&prime| space.order(prime));
    let position: BTreeMap<Cube, u32> = primes.iter().copied().zip(0..).collect();

    let all_listed = solved.iter().all(|(_, models, _)| models.listed.len() as u128 == models.count);
    let (single, most) =
        (solved.len() == 1, solved.iter().map(|(_, models, _)| models.count).max().unwrap_or_default());
    let all_exact = solved.iter().all(|(_, models, _)| models.exact);

    let mut distinct: BTreeMap<(usize, Vec<u32>), Vec<Way>> = BTreeMap::new();
    for (primes, models, ways) in solved {
        for model in models.listed {
            let mut model: Vec<u32> = model.iter().map(|&i| position[&primes[i as usize]]).collect();
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
