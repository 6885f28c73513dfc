//! Intermediate solutions: only easy counterfactuals (Ragin & Sonnett 2005; Ragin 2008, ch. 9).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use equifinal_study::config::Minimise;
use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use crate::derivation::{Derivation, Origin};
use crate::dnf::absorbed;
use crate::expectations::Expectations;
use crate::minimise::budget::{Budget, Work};
use crate::minimise::models::Models;
use crate::minimise::unsaid::{Stated, prime_implicants_stated};
use crate::minimise::within::{covered, patches, prime_implicants_of_patch};
use crate::minimised::Minimised;
use crate::refusal::Refusal;
use crate::space::{Cube, Space};
use crate::unproven::Unproven;

/// Maximum number of distinct sets of easy counterfactuals.
const MOST_REGIONS: usize = 1_000;

/// Maximum number of listed pairs per model.
const MOST_PAIRS: usize = 1_000;

/// Maximum number of models over all regions, before equal ones are merged.
const MOST_MODELS: usize = 100_000;

/// Number of patches that share the remaining work budget, for any number of threads.
const AT_ONCE: usize = 64;

/// Intermediate models and their sources.
#[derive(Debug, Clone)]
pub(crate) struct Intermediate {
    /// The prime implicants of all regions together, in the order of the reference.
    pub(crate) primes: Vec<Cube>,
    /// The number of models, and the listed ones as indices into `primes`.
    pub(crate) models: Models,
    /// The derivation of each listed model.
    pub(crate) derivations: Vec<Arc<Derivation>>,
}

/// The inputs of the intermediate solution.
#[derive(Debug)]
pub(crate) struct Sources<'a> {
    /// Rows to explain.
    pub(crate) positives: &'a [Cube],
    /// Rows that must not be covered.
    pub(crate) negatives: &'a [Cube],
    /// Observed rows that may be covered.
    pub(crate) dont_cares: &'a [Cube],
    /// Models of the conservative solution.
    pub(crate) conservative: &'a [Vec<Cube>],
    /// Models of the parsimonious solution.
    pub(crate) parsimonious: &'a [Vec<Cube>],
    /// True if both lists are complete.
    pub(crate) complete: bool,
}

/// All intermediate models.
///
/// From each conservative term, the literals that contradict an expectation are removed, as far as a parsimonious term
/// that contains it allows. The remainders in the resulting terms are the easy counterfactuals; positive rows and easy
/// counterfactuals are minimised together, without other remainders.
///
/// If many models tie, regions differ in few places. So each is minimised patch by patch, and a shared patch only once.
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
    let (regions, all_pairs) = regions(space, sources, expectations, budget);
    let (primes, minimised) = minimised(space, &regions, sources, wanted, budget);
    let most = (MOST_MODELS / regions.len().max(1)).clamp(1, budget.models);
    let of_region = |region: &Region| {
        let parts = region.patches.iter().map(|patch| minimised[patch].as_ref().ok().map(|(models, _)| models));
        parts.collect::<Option<Vec<&Models>>>().map(|parts| Models::joined(parts, most))
    };
    let solved: Vec<Option<Models>> = regions.par_iter().map(of_region).collect();
    // Of several refusals the first in order counts, whichever thread came first.
    if let Some(first) = regions.first().filter(|_| solved.iter().all(Option::is_none)) {
        return Err(refused(space, first, &primes, &minimised, sources.positives, budget));
    }
    let complete = sources.complete && all_pairs && solved.iter().all(Option::is_some);
    let solved = solved.into_iter().zip(&regions).filter_map(|(models, region)| Some((models?, region)));
    let (models, derivations) = merged(space, solved.collect(), complete, budget);
    Ok(Intermediate { primes, models, derivations })
}

/// The remainders that some pairs of models allow besides the positive rows.
struct Region {
    /// The cubes whose remainders are easy counterfactuals.
    easy: Vec<Cube>,
    /// The pairs that allow them.
    pairs: Pairs,
    /// The whole allowed region, in patches: see [`patches`].
    patches: Vec<Vec<Cube>>,
}

/// The regions of all pairs of models, and true if all pairs were examined.
fn regions(space: &Space, sources: &Sources<'_>, expectations: &Expectations, budget: &Budget) -> (Vec<Region>, bool) {
    let positive = positive_terms(space, sources);
    let (easy, all_pairs) = easy_terms(space, sources, &positive, expectations, budget);
    let positive: Vec<Cube> = positive.into_iter().collect();
    let region = |(easy, pairs): (Vec<Cube>, Pairs)| {
        // An order that cannot be said ties rows together that differ on several conditions.
        let patches = if space.unsaid() == 0 {
            patches(space, absorbed([&easy, &positive[..], sources.positives].concat()))
        } else {
            vec![absorbed(easy.clone())]
        };
        Region { easy, pairs, patches }
    };
    (easy.into_par_iter().map(region).collect(), all_pairs)
}

/// The conservative terms that contain only positive rows; they allow no counterfactual.
fn positive_terms(space: &Space, sources: &Sources<'_>) -> BTreeSet<Cube> {
    let mut terms: BTreeSet<Cube> = sources.conservative.iter().flatten().copied().collect();
    if space.unsaid() == 0 {
        terms.retain(|&term| covered(sources.positives, &[term]).len() as u64 == space.size(term));
    } else {
        terms.retain(|&term| sources.dont_cares.iter().all(|row| term & !row != 0));
    }
    terms
}

/// Pairs of models that allow the same region.
#[derive(Default)]
struct Pairs {
    /// At most [`MOST_PAIRS`] of them.
    listed: Vec<Origin>,
    /// Number of pairs.
    count: u64,
    /// The parsimonious models of all pairs.
    parsimonious: FixedBitSet,
}

impl Pairs {
    fn add(&mut self, origin: Origin) {
        self.count += 1;
        self.parsimonious.grow_and_insert(origin.parsimonious);
        if self.listed.len() < MOST_PAIRS {
            self.listed.push(origin);
        }
    }
}

/// The easy terms of every pair of models, and true if all pairs were examined.
///
/// If models tie, most pairs differ only in `positive` terms, and so allow the same.
fn easy_terms(
    space: &Space,
    sources: &Sources<'_>,
    positive: &BTreeSet<Cube>,
    expectations: &Expectations,
    budget: &Budget,
) -> (BTreeMap<Vec<Cube>, Pairs>, bool) {
    let mut found: BTreeMap<Vec<Cube>, Pairs> = BTreeMap::new();
    let mut work = Work::new(budget.work / 16);
    for (c, conservative) in sources.conservative.iter().enumerate() {
        let mut towards: BTreeMap<Cube, Vec<Cube>> = BTreeMap::new();
        for (p, parsimonious) in sources.parsimonious.iter().enumerate() {
            if found.len() == MOST_REGIONS || work.charge(conservative.len() + parsimonious.len()).is_err() {
                return (found, false);
            }
            let mut easy = Vec::new();
            for &term in parsimonious {
                let within = conservative.iter().filter(|&cube| term & !cube == 0);
                let simplified = || {
                    let simplified = within.map(|&cube| expectations.simplified(space, cube, term));
                    simplified.filter(|cube| !positive.contains(cube)).collect()
                };
                easy.extend_from_slice(towards.entry(term).or_insert_with(simplified));
            }
            easy.sort_unstable();
            easy.dedup();
            found.entry(easy).or_default().add(Origin { conservative: c, parsimonious: p });
        }
    }
    (found, true)
}

/// The reason why a region has no models: the first refusal of a patch or, if no minimum was proven, the best result
/// over all patches.
fn refused(
    space: &Space,
    region: &Region,
    primes: &[Cube],
    minimised: &ByPatch<'_>,
    positives: &[Cube],
    budget: &Budget,
) -> Refusal {
    let mut whole = Unproven { easy: region.easy.clone(), ..Unproven::default() };
    for patch in &region.patches {
        match &minimised[patch] {
            Ok((models, prime_implicants)) => {
                let model = models.listed.first().into_iter().flatten();
                let cover: Vec<Cube> = model.map(|&at| primes[at as usize]).collect();
                let rows = rows_of(space, positives, patch).len();
                whole.add(&Unproven {
                    prime_implicants: *prime_implicants,
                    rows,
                    at_least: if models.exact { cover.len() } else { cover.len().min(1) },
                    cover,
                    ..Unproven::default()
                });
            }
            Err(Refusal::Unproven(known)) => whole.add(known),
            Err(refusal) => return refusal.clone(),
        }
    }
    whole.cover.sort_by_cached_key(|&term| space.order(term));
    // Patches have a share of the work that the study allows.
    whole.search = whole.search.map(|_| budget.work);
    Refusal::Unproven(Box::new(whole))
}

/// The models of every patch, and the number of its prime implicants.
type ByPatch<'a> = BTreeMap<&'a Vec<Cube>, Result<(Models, usize), Refusal>>;

/// The prime implicants of all patches together, in the order of the reference, and the models of each patch as indices
/// into them.
fn minimised<'a>(
    space: &Space,
    regions: &'a [Region],
    sources: &Sources<'_>,
    wanted: &Minimise,
    budget: &Budget,
) -> (Vec<Cube>, ByPatch<'a>) {
    let patches: BTreeSet<&Vec<Cube>> = regions.iter().flat_map(|region| &region.patches).collect();
    let patches: Vec<&Vec<Cube>> = patches.into_iter().collect();
    let solved = patch_by_patch(space, &patches, sources, wanted, budget);
    let mut primes: Vec<Cube> = solved.iter().flatten().flat_map(|found| found.primes.iter().copied()).collect();
    primes.sort_unstable();
    primes.dedup();
    primes.sort_by_cached_key(|&prime| space.order(prime));
    let position: BTreeMap<Cube, u32> = primes.iter().copied().zip(0..).collect();
    let among_all = |Minimised { primes, mut models }| {
        models.listed.iter_mut().flatten().for_each(|at| *at = position[&primes[*at as usize]]);
        (models, primes.len())
    };
    let models = patches.into_iter().zip(solved).map(|(patch, found)| (patch, found.map(among_all))).collect();
    (primes, models)
}

/// The positive rows of a patch; all of them where an order cannot be said, since there is one patch then.
fn rows_of(space: &Space, positives: &[Cube], patch: &[Cube]) -> Vec<Cube> {
    if space.unsaid() == 0 { covered(positives, patch) } else { positives.to_vec() }
}

/// Minimises every patch in order; once the work budget is used up, the others are refused.
fn patch_by_patch(
    space: &Space,
    patches: &[&Vec<Cube>],
    sources: &Sources<'_>,
    wanted: &Minimise,
    budget: &Budget,
) -> Vec<Result<Minimised, Refusal>> {
    let mut left = budget.work;
    let mut solved = Vec::with_capacity(patches.len());
    for patches in patches.chunks(AT_ONCE) {
        let share = Budget { work: left / patches.len() as u64, ..*budget };
        let minimise = |patch: &&Vec<Cube>| {
            let positives = rows_of(space, sources.positives, patch);
            let primes = if space.unsaid() == 0 {
                prime_implicants_of_patch(space, &positives, patch, &share)
            } else {
                let stated = Stated { rows: sources.positives, claims: patch, negatives: sources.negatives };
                prime_implicants_stated(space, &positives, stated, &share)
            };
            match primes {
                Ok(primes) => Minimised::with_work(primes, &positives, wanted, &share),
                Err(refusal) => (Err(refusal), 0),
            }
        };
        for (found, work) in patches.par_iter().map(minimise).collect::<Vec<_>>() {
            left = left.saturating_sub(work);
            solved.push(found);
        }
    }
    solved
}

/// Merges the models of all regions: equal models become one with all origins.
fn merged(
    space: &Space,
    solved: Vec<(Models, &Region)>,
    complete: bool,
    budget: &Budget,
) -> (Models, Vec<Arc<Derivation>>) {
    let all_listed = solved.iter().all(|(models, _)| models.listed.len() as u128 == models.count);
    let (single, most) = (solved.len() == 1, solved.iter().map(|(models, _)| models.count).max().unwrap_or_default());
    let all_exact = solved.iter().all(|(models, _)| models.exact);

    let (mut distinct, mut regions) = (BTreeMap::<(usize, Vec<u32>), Vec<usize>>::new(), Vec::new());
    for (models, region) in solved {
        for model in models.listed {
            distinct.entry((model.len(), model)).or_default().push(regions.len());
        }
        regions.push(region);
    }
    let count = if single { most } else { most.max(distinct.len() as u128) };
    let exact = complete && all_exact && (single || all_listed);
    let mut derivations: BTreeMap<Vec<usize>, Arc<Derivation>> = BTreeMap::new();
    let listed = distinct.into_iter().take(budget.models).map(|((_, model), of)| {
        let derived = |of: &Vec<usize>| Arc::new(derivation(space, of.iter().map(|&at| regions[at]).collect()));
        (model, Arc::clone(derivations.entry(of).or_insert_with_key(derived)))
    });
    let (listed, derivations) = listed.unzip();
    (Models { count, exact, listed }, derivations)
}

/// The derivation of models of these regions.
fn derivation(space: &Space, mut regions: Vec<&Region>) -> Derivation {
    regions.sort_unstable_by_key(|region| region.pairs.listed.first());
    let mut origin: Vec<Origin> = regions.iter().flat_map(|region| region.pairs.listed.iter().copied()).collect();
    origin.sort_unstable();
    origin.truncate(MOST_PAIRS);
    let mut parsimonious = FixedBitSet::new();
    regions.iter().for_each(|region| parsimonious.union_with(&region.pairs.parsimonious));
    let easy = regions.first().into_iter().flat_map(|region| &region.easy);
    Derivation {
        origin,
        pairs: regions.iter().map(|region| region.pairs.count).sum(),
        parsimonious: parsimonious.ones().collect(),
        easy: easy.map(|&cube| space.term(cube)).collect(),
    }
}
