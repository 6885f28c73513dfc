//! The distinct terms of a solution, with their first place for each set of easy counterfactuals near them.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;

use crate::solution::Solution;
use crate::term::Term;

/// A place: the model, then the term, both counted from 1.
pub(super) type Place = (usize, usize);

/// Terms in the order of their first occurrence.
#[derive(Debug, Default)]
pub(super) struct Distinct<'a> {
    pub(super) terms: Vec<&'a Term>,
    positions: BTreeMap<&'a Term, usize>,
}

impl<'a> Distinct<'a> {
    fn position(&mut self, term: &'a Term) -> usize {
        *self.positions.entry(term).or_insert_with(|| {
            self.terms.push(term);
            self.terms.len() - 1
        })
    }
}

/// The models of a solution by positions of terms.
#[derive(Debug)]
pub(super) struct Models<'a> {
    pub(super) terms: Vec<&'a Term>,
    pub(super) models: Vec<Vec<usize>>,
    /// The terms that hold the easy counterfactuals of models.
    pub(super) easy: Vec<&'a Term>,
    /// The easy terms of each model.
    easy_of: Vec<FixedBitSet>,
}

impl<'a> Models<'a> {
    pub(super) fn of(solution: &'a Solution) -> Self {
        let (mut terms, mut easy) = (Distinct::default(), Distinct::default());
        let mut models = Vec::with_capacity(solution.models.len());
        let mut easy_of = Vec::with_capacity(solution.models.len());
        for model in &solution.models {
            models.push(model.paths.iter().map(|path| terms.position(&path.term)).collect());
            easy_of.push(model.derivation.easy.iter().map(|term| easy.position(term)).collect());
        }
        Self { terms: terms.terms, models, easy: easy.terms, easy_of }
    }

    /// For each term its first place for each set of easy counterfactuals that are `near` it.
    pub(super) fn places(&self, near: impl Fn(&Term, &Term) -> bool) -> Vec<BTreeMap<FixedBitSet, Place>> {
        let near_to = |term: &&Term| (0..self.easy.len()).filter(|&at| near(term, self.easy[at])).collect();
        let near: Vec<FixedBitSet> = self.terms.iter().map(near_to).collect();
        let mut places = vec![BTreeMap::new(); self.terms.len()];
        for ((model, easy), number) in self.models.iter().zip(&self.easy_of).zip(1..) {
            for (&term, at) in model.iter().zip(1..) {
                places[term].entry(&near[term] & easy).or_insert((number, at));
            }
        }
        places
    }
}
