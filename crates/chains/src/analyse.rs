//! From memberships to the findings of a coincidence analysis.

use std::collections::BTreeMap;

use equifinal_qca::minimise::budget::Work;
use equifinal_qca::space::Cube;
use equifinal_study::config::{Chain, CutoffGrid};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::Memberships;
use rayon::prelude::*;

use crate::atomic::{Found, quality, search};
use crate::budget::Budget;
use crate::certificate::flaw;
use crate::cuts::Cuts;
use crate::error::ChainsError;
use crate::factors::Factors;
use crate::findings::{
    ChainFindings, Counted, ModelFindings, OutcomeFindings, Robustness, StructureFindings, SufficientFindings,
};
use crate::fit::Fit;
use crate::formula::{Formula, Structure};
use crate::measures::overall;
use crate::minimised::minimised;
use crate::optimum::optima;
use crate::scores::{Scored, score_of, scored};
use crate::structures::combined;

/// Runs one coincidence analysis.
///
/// # Errors
/// Factors without memberships, too many of them, no case, values that do not occur, or a model that the check
/// rejects.
pub fn analyse(chain: &Chain, memberships: &Memberships, budget: &Budget) -> Result<ChainFindings, ChainsError> {
    let factors = factors(chain, memberships)?;
    let outcomes = outcomes(chain, &factors)?;
    let cuts = Cuts::of(chain);
    let found = models(&factors, chain, &cuts, &outcomes, budget);
    check(&factors, chain, &cuts, &found, budget)?;
    let mut structures = structures(&factors, chain, &cuts, &found, budget);
    let robustness = chain.robustness.map(|grid| robustness(&factors, chain, grid, &outcomes, budget));
    for one in &mut structures.listed {
        one.score = robustness.as_ref().map(|robustness| score_of(&one.structure, &robustness.models));
    }
    let minimised = if chain.qca { minimised(&factors, chain, memberships, &outcomes, budget)? } else { Vec::new() };
    let optima = if chain.optimum { optima(&factors, chain, &outcomes, budget)? } else { Vec::new() };
    let outcomes = found.into_iter().map(|found| outcome(&factors, found, budget)).collect();
    Ok(ChainFindings { chain: chain.clone(), factors, outcomes, structures, minimised, optima, robustness })
}

fn factors(chain: &Chain, memberships: &Memberships) -> Result<Factors, ChainsError> {
    if let Some(set) = chain.factors.iter().find(|name| memberships.set(name).is_none()) {
        return Err(ChainsError::NoSet { chain: chain.name.clone(), set: set.clone() });
    }
    let factors = Factors::new(&chain.factors, chain.frequency, memberships)
        .map_err(|why| ChainsError::Space { chain: chain.name.clone(), why })?;
    if factors.rare > 0 && factors.cases == 0 {
        return Err(ChainsError::Rare { chain: chain.name.clone(), frequency: chain.frequency });
    }
    if factors.cases == 0 {
        return Err(ChainsError::NoCase { chain: chain.name.clone(), factors: chain.factors.len() });
    }
    Ok(factors)
}

/// The outcomes: those declared; otherwise every set, or with multi-value factors every value, that is not exogenous.
fn outcomes(chain: &Chain, factors: &Factors) -> Result<Vec<Cube>, ChainsError> {
    let of = |literal: &Literal| {
        let values = (0..factors.factors.len()).flat_map(|at| factors.literals_of(at));
        factors.literal(literal).ok_or_else(|| ChainsError::NoValue {
            chain: chain.name.clone(),
            literal: literal.to_string(),
            values: values.map(|value| factors.write(value)).collect::<Vec<_>>().join(", "),
        })
    };
    let excluded = chain.causes.exclude.iter();
    excluded.flat_map(|one| one.never.iter().chain([&one.outcome])).try_for_each(|literal| of(literal).map(drop))?;
    if !chain.outcomes.is_empty() {
        return chain.outcomes.iter().map(of).collect();
    }
    let may_be = |at: &usize| !chain.causes.exogenous.contains(&factors.factors[*at].name);
    let values = |at: usize| factors.literals_of(at).skip(usize::from(!factors.has_levels()));
    Ok((0..factors.factors.len()).filter(may_be).flat_map(values).collect())
}

fn models(factors: &Factors, chain: &Chain, cuts: &Cuts, outcomes: &[Cube], budget: &Budget) -> Vec<Found> {
    outcomes.par_iter().map(|&outcome| search(factors, chain, cuts, outcome, budget)).collect()
}

/// Checks every model that will be listed.
fn check(factors: &Factors, chain: &Chain, cuts: &Cuts, found: &[Found], budget: &Budget) -> Result<(), ChainsError> {
    let models: Vec<&Formula> =
        found.iter().flat_map(|found| found.models.iter().take(budget.listed).map(|(formula, _)| formula)).collect();
    let flaws: Vec<Option<String>> =
        models.par_iter().map(|formula| flaw(factors, cuts, formula, chain.redundant)).collect();
    let first = models.into_iter().zip(flaws).find_map(|(formula, flaw)| flaw.map(|flaw| (formula, flaw)));
    first.map_or(Ok(()), |(formula, flaw)| {
        let model = Structure { formulas: vec![formula.clone()] }.write(factors);
        Err(ChainsError::Refuted { chain: chain.name.clone(), model, flaw })
    })
}

fn structures(
    factors: &Factors,
    chain: &Chain,
    cuts: &Cuts,
    found: &[Found],
    budget: &Budget,
) -> Counted<StructureFindings> {
    let mut work = Work::new(budget.work);
    let (structures, exact) = combine(factors, chain, found, &mut work, budget);
    let fits: BTreeMap<&Formula, &Fit> =
        found.iter().flat_map(|found| &found.models).map(|(formula, fit)| (formula, fit)).collect();
    let with_fit = structures.into_iter().filter_map(|structure| {
        let own = structure.formulas.iter().filter_map(|formula| fits.get(formula).map(|fit| **fit));
        let fit = own.reduce(|all, one| all.and(&one))?;
        Some((structure, fit))
    });
    let mut ranked: Vec<(Structure, Fit)> = with_fit.collect();
    ranked.sort_by_cached_key(|(structure, fit)| (structure.complexity(), quality(cuts, fit), structure.clone()));
    let count = ranked.len();
    let listed = ranked.into_iter().take(budget.listed).map(|(structure, fit)| StructureFindings {
        overall: overall(factors, &structure.formulas, &mut work).ok(),
        cyclic: structure.is_cyclic(&factors.space),
        structure,
        fit,
        score: None,
    });
    Counted { count, exact, listed: listed.collect() }
}

fn combine(
    factors: &Factors,
    chain: &Chain,
    found: &[Found],
    work: &mut Work,
    budget: &Budget,
) -> (Vec<Structure>, bool) {
    let models: Vec<Vec<Formula>> =
        found.iter().map(|found| found.models.iter().map(|(formula, _)| formula.clone()).collect()).collect();
    let combined = combined(&factors.space, &models, chain.causes.acyclic, work, budget.kept);
    let exact = combined.complete && found.iter().all(|found| found.complete);
    (combined.structures.into_iter().collect(), exact)
}

/// Analyses with every pair of cutoffs of a grid, and scores what they find.
fn robustness(factors: &Factors, chain: &Chain, grid: CutoffGrid, outcomes: &[Cube], budget: &Budget) -> Robustness {
    let cutoffs = grid.cutoffs();
    let pairs = cutoffs.iter().flat_map(|&consistency| cutoffs.iter().map(move |&coverage| (consistency, coverage)));
    let pairs: Vec<(f64, f64)> = pairs.collect();
    let analyses: Vec<(Vec<Structure>, bool)> = pairs
        .par_iter()
        .map(|&(consistency, coverage)| {
            let cuts = Cuts::with(chain, consistency, coverage);
            let found = models(factors, chain, &cuts, outcomes, budget);
            combine(factors, chain, &found, &mut Work::new(budget.work), budget)
        })
        .collect();
    let incomplete = analyses.iter().filter(|(_, complete)| !complete).count();
    let mut models = scored(analyses.into_iter().flat_map(|(structures, _)| structures));
    models.sort_by(|a, b| {
        let key = |one: &Scored| (std::cmp::Reverse(one.score), one.structure.complexity());
        key(a).cmp(&key(b)).then_with(|| a.structure.cmp(&b.structure))
    });
    let fit = |formula: &Formula| factors.fit(&factors.target(formula.outcome), &formula.terms);
    let fits = models.iter().map(|one| one.structure.formulas.iter().map(fit).reduce(|all, one| all.and(&one)));
    Robustness { analyses: pairs.len(), incomplete, fits: fits.map(Option::unwrap_or_default).collect(), models }
}

fn outcome(factors: &Factors, found: Found, budget: &Budget) -> OutcomeFindings {
    let target = factors.target(found.outcome);
    let mut work = Work::new(budget.work);
    let sufficient = found
        .sufficient
        .terms
        .iter()
        .take(budget.listed)
        .map(|&term| SufficientFindings { term, fit: factors.fit(&target, &[term]) });
    let models = found.models.iter().take(budget.listed).map(|(formula, fit)| ModelFindings {
        overall: overall(factors, std::slice::from_ref(formula), &mut work).ok(),
        formula: formula.clone(),
        fit: *fit,
    });
    OutcomeFindings {
        outcome: found.outcome,
        models: Counted { count: found.models.len(), exact: found.complete, listed: models.collect() },
        sufficient: Counted {
            count: found.sufficient.terms.len(),
            exact: found.sufficient.complete,
            listed: sufficient.collect(),
        },
    }
}
