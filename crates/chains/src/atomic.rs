//! The findings for one outcome: its minimally sufficient conditions and atomic models.

use equifinal_qca::minimise::budget::Work;
use equifinal_qca::space::Cube;
use equifinal_study::config::Chain;
use rayon::prelude::*;

use crate::budget::Budget;
use crate::cuts::Cuts;
use crate::factors::Factors;
use crate::fit::Fit;
use crate::formula::Formula;
use crate::necessary::Choice;
use crate::sufficient::{Candidates, Sufficient, minimally_sufficient};

/// The results for one outcome before fit and order.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) outcome: Cube,
    /// The minimally sufficient conditions.
    pub(crate) sufficient: Sufficient,
    /// The models with their fit, the simplest and best fitting first.
    pub(crate) models: Vec<(Formula, Fit)>,
    /// False if the budget ended the search.
    pub(crate) complete: bool,
}

/// Searches the models of one outcome with these cutoffs.
pub(crate) fn search(factors: &Factors, chain: &Chain, cuts: &Cuts, outcome: Cube, budget: &Budget) -> Found {
    let target = factors.target(outcome);
    let mut work = Work::new(budget.work);
    let candidates = candidates(factors, chain, outcome);
    let sufficient = minimally_sufficient(factors, &target, cuts, &candidates, &mut work, budget.kept);
    let choice = Choice::new(&target, factors, *cuts, &sufficient.terms, chain);
    let atomic = choice.models(&mut work, budget.work, budget.kept);
    let formula = |model: &Vec<usize>| {
        let mut terms: Vec<Cube> = model.iter().map(|&term| sufficient.terms[term]).collect();
        factors.sort(&mut terms);
        let fit = factors.fit(&target, &terms);
        (Formula { outcome, terms }, fit)
    };
    let models =
        atomic.models.par_iter().map(formula).filter(|(formula, _)| chain.redundant || varies(factors, formula));
    let mut models: Vec<(Formula, Fit)> = models.collect();
    models.sort_by_cached_key(|(formula, fit)| (formula.complexity(), quality(cuts, fit), orders(factors, formula)));
    let complete = sufficient.complete && atomic.complete;
    Found { outcome, sufficient, models, complete }
}

/// A key that puts the larger product of consistency and coverage first.
pub(crate) fn quality(cuts: &Cuts, fit: &Fit) -> std::cmp::Reverse<u64> {
    let product = fit.consistency(cuts.consistency.measure).zip(fit.coverage(cuts.coverage.measure));
    // Doubles that are not negative are in the order of their bits.
    std::cmp::Reverse(product.map_or(0, |(consistency, coverage)| (consistency * coverage).to_bits()))
}

fn orders(factors: &Factors, formula: &Formula) -> Vec<(u32, u128)> {
    formula.terms.iter().map(|&term| factors.space.order(term)).collect()
}

/// The literals that may cause an outcome.
fn candidates(factors: &Factors, chain: &Chain, outcome: Cube) -> Candidates {
    let effect = &factors.factors[factors.factor_of(outcome)].name;
    let excluded = chain
        .causes
        .exclude
        .iter()
        .filter(|exclusion| factors.literal(&exclusion.outcome) == Some(outcome))
        .flat_map(|exclusion| &exclusion.never)
        .filter_map(|literal| factors.literal(literal))
        .fold(0, |all, literal| all | literal);
    let literals = factors.factors.iter().enumerate().map(|(at, factor)| {
        if !chain.causes.may_cause(&factor.name, effect) {
            return Vec::new();
        }
        factors.literals_of(at).filter(|literal| literal & excluded == 0).collect()
    });
    Candidates { literals: literals.collect(), most: chain.most.literals.unwrap_or(usize::MAX) }
}

/// True if the outcome is present in some and absent in other configurations that satisfy the model: otherwise it
/// varies only where the model is wrong.
fn varies(factors: &Factors, formula: &Formula) -> bool {
    let mut values = factors.rows.iter().filter(|&&row| formula.holds(row)).map(|row| row & formula.outcome != 0);
    let first = values.next();
    first.is_some_and(|first| values.any(|other| other != first))
}
