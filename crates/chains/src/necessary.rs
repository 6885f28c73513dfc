//! Atomic models of an outcome: disjunctions of minimally sufficient conditions that reach both cutoffs, no part of
//! which does.
//!
//! The search branches over terms and keeps what still lacks of the outcome. A term fills no more of it beside more
//! terms than beside fewer (submodularity; Nemhauser, Wolsey & Fisher 1978), so the largest contributions measured at
//! a node bound what the terms below can fill. With full consistency and coverage of crisp sets this is the search for
//! minimal hitting sets of the cases with the outcome, and the test that every term contributes is the criticality of
//! Murakami & Uno (2014).

use std::cmp::Reverse;

use equifinal_qca::minimise::budget::{Exhausted, Work};
use equifinal_qca::space::{Cube, Space};
use equifinal_study::config::{Chain, FitMeasure};
use rayon::prelude::*;

use crate::cuts::Cuts;
use crate::factors::Factors;
use crate::fit::{Sums, Target};
use crate::inus::is_redundancy_free;
use crate::rough::Rough;

/// Branches searched at once; the budget is compared after each group, so it ends the same way for any number of
/// threads.
const GROUP: usize = 8;

/// The terms to choose from, and the bounds of a model.
#[derive(Debug)]
pub(crate) struct Choice<'a> {
    pub(crate) target: &'a Target<'a>,
    pub(crate) space: &'a Space,
    pub(crate) cuts: Cuts,
    /// True if models with redundant parts are kept.
    pub(crate) redundant: bool,
    /// The minimally sufficient conditions.
    pub(crate) terms: &'a [Cube],
    /// Their degrees over the configurations.
    pub(crate) degrees: Vec<Vec<u64>>,
    /// Their rounded degrees, if both measures are the standard ones.
    pub(crate) rough: Vec<Rough>,
    /// Maximum number of terms.
    pub(crate) most_terms: usize,
    /// Maximum number of literals.
    pub(crate) most_literals: usize,
}

/// The atomic models, as ascending positions of terms, and whether all were found.
#[derive(Debug, Default)]
pub(crate) struct Atomic {
    pub(crate) models: Vec<Vec<usize>>,
    pub(crate) complete: bool,
}

/// The contribution of a term to what a model still lacks, and its position.
type Gain = (Reverse<u128>, usize);

/// A partial model.
struct Node {
    chosen: Vec<usize>,
    degrees: Vec<u64>,
    /// The rounded degrees, if both measures are the standard ones.
    rough: Option<Rough>,
    sums: Sums,
    literals: usize,
}

impl<'a> Choice<'a> {
    /// The choice among these terms.
    pub(crate) fn new(
        target: &'a Target<'a>,
        factors: &'a Factors,
        cuts: Cuts,
        terms: &'a [Cube],
        chain: &Chain,
    ) -> Self {
        let most = chain.most;
        let degrees: Vec<Vec<u64>> = terms.iter().map(|&term| factors.conjunction(term)).collect();
        let is_standard = [cuts.consistency.measure, cuts.coverage.measure] == [FitMeasure::Standard; 2];
        let rounded = degrees.iter().filter(|_| is_standard);
        let rough = rounded.map(|degrees| Rough::new(degrees, target.degrees, target.weights)).collect();
        let (most_terms, most_literals) = (most.terms.unwrap_or(usize::MAX), most.complexity.unwrap_or(usize::MAX));
        let (space, redundant) = (&factors.space, chain.redundant);
        Self { target, space, cuts, redundant, terms, degrees, rough, most_terms, most_literals }
    }

    /// Finds all atomic models within the budget; keeps at most about `kept`.
    pub(crate) fn models(&self, work: &mut Work, budget: u64, kept: usize) -> Atomic {
        let root = self.root();
        let all = (0..self.terms.len()).map(|term| (Reverse(u128::MAX / 1024), term)).collect::<Vec<Gain>>();
        let mut found = Atomic { models: Vec::new(), complete: true };
        if self.most_terms == 0 || all.is_empty() {
            return found;
        }
        let mut own = Work::new(budget.saturating_sub(work.done()));
        let Ok(gains) = self.gains(&root, &all, &mut own) else {
            return Atomic { models: Vec::new(), complete: false };
        };
        let branches: Vec<usize> = (0..gains.len()).collect();
        for group in branches.chunks(GROUP) {
            let left = budget.saturating_sub(work.done() + own.done());
            let searched: Vec<(Atomic, u64)> = group
                .par_iter()
                .map(|&branch| {
                    let mut part = Atomic::default();
                    let mut work = Work::new(left);
                    part.complete = self.branch(&root, &gains, branch, &mut part.models, &mut work).is_ok();
                    (part, work.done())
                })
                .collect();
            for (part, done) in searched {
                found.models.extend(part.models);
                found.complete &= part.complete;
                found.complete &= own.charge(usize::try_from(done).unwrap_or(usize::MAX)).is_ok();
            }
            if !found.complete || found.models.len() > kept {
                found.complete = false;
                break;
            }
        }
        let _ = work.charge(usize::try_from(own.done()).unwrap_or(usize::MAX));
        found.models.sort();
        found
    }

    fn root(&self) -> Node {
        let degrees = vec![0; self.target.degrees.len()];
        let rough = (!self.rough.is_empty()).then(|| Rough::new(&degrees, self.target.degrees, self.target.weights));
        Node { chosen: Vec::new(), rough, sums: self.target.sums(degrees.iter().copied()), degrees, literals: 0 }
    }

    /// The contributions of the terms that can still be part of a model below `node`, largest first.
    fn gains(&self, node: &Node, candidates: &[Gain], work: &mut Work) -> Result<Vec<Gain>, Exhausted> {
        let left = self.left(node);
        if left < 2 {
            return Ok(candidates.to_vec());
        }
        let lacking = self.target.lacking(&node.sums, self.cuts.coverage.measure);
        let others: u128 = candidates.iter().take(left - 1).map(|gain| gain.0.0).fold(0, u128::saturating_add);
        let may_help = |gain: &&Gain| {
            self.cuts.may_cover(self.target, &node.sums, lacking.saturating_sub(others.saturating_add(gain.0.0)))
        };
        let kept: Vec<&Gain> = candidates.iter().filter(may_help).collect();
        work.charge(kept.len())?;
        let mut gains: Vec<Gain> = kept.into_iter().map(|&(_, term)| (Reverse(self.gain(node, term)), term)).collect();
        gains.sort_unstable();
        Ok(gains)
    }

    /// The part of what `node` lacks that `term` fills, rounded up where degrees are.
    fn gain(&self, node: &Node, term: usize) -> u128 {
        if let Some(rough) = &node.rough {
            return rough.inside_with(&self.rough[term]).saturating_sub(node.sums.both);
        }
        let measure = self.cuts.coverage.measure;
        let cells = node.degrees.iter().zip(&self.degrees[term]).zip(self.target.degrees).zip(self.target.weights);
        cells
            .map(|(((&x, &one), &y), &weight)| {
                if one <= x {
                    return 0;
                }
                let filled = Target::lacking_at(x, y, measure) - Target::lacking_at(one, y, measure);
                u128::from(filled) * u128::from(weight)
            })
            .sum()
    }

    /// True if the terms have no redundant part, or those that have are wanted too.
    fn is_wanted(&self, terms: &[Cube]) -> bool {
        self.redundant || is_redundancy_free(self.space, terms)
    }

    /// Number of terms that may still be added.
    fn left(&self, node: &Node) -> usize {
        self.most_terms.min(self.terms.len()) - node.chosen.len()
    }

    /// Searches all models that extend `node` by the term at `branch` and later ones.
    fn branch(
        &self,
        node: &Node,
        gains: &[Gain],
        branch: usize,
        models: &mut Vec<Vec<usize>>,
        work: &mut Work,
    ) -> Result<(), Exhausted> {
        let term = gains[branch].1;
        let literals = node.literals + self.terms[term].count_ones() as usize;
        if literals > self.most_literals || !self.may_reach(node, &gains[branch..]) {
            return Ok(());
        }
        work.charge(1)?;
        if node.rough.as_ref().is_some_and(|rough| !self.may_extend(node, &rough.sums_with(&self.rough[term]))) {
            return Ok(());
        }
        let longer = || node.degrees.iter().zip(&self.degrees[term]).map(|(&all, &one)| all.max(one));
        let sums = self.target.sums(longer());
        if !self.cuts.may_be_consistent(self.target, &sums) {
            return Ok(());
        }
        let chosen: Vec<usize> = node.chosen.iter().copied().chain([term]).collect();
        let cubes: Vec<Cube> = chosen.iter().map(|&term| self.terms[term]).collect();
        if self.reaches(&sums) {
            if self.is_wanted(&cubes) && !self.has_model(&chosen, 0, work)? {
                let mut model = chosen;
                model.sort_unstable();
                models.push(model);
            }
            return Ok(());
        }
        let rough = node.rough.as_ref().map(|rough| rough.or(&self.rough[term]));
        let child = Node { chosen, degrees: longer().collect(), rough, sums, literals };
        let left = self.left(&child);
        if left == 0 || !self.is_wanted(&cubes) {
            return Ok(());
        }
        // With one term left the models themselves are examined.
        if left > 1 && (!self.all_contribute(&child, work)? || self.has_model(&child.chosen, 0, work)?) {
            return Ok(());
        }
        let gains = self.gains(&child, &gains[branch + 1..], work)?;
        (0..gains.len()).try_for_each(|branch| self.branch(&child, &gains, branch, models, work))
    }

    /// False if the node with one more term, which has these rounded sums, is neither a model nor part of one.
    fn may_extend(&self, node: &Node, sums: &Sums) -> bool {
        if self.left(node) > 1 {
            return self.cuts.may_be_consistent(self.target, sums);
        }
        self.cuts.is_nearly_both(self.target, sums)
    }

    /// False if the largest contributions do not fill enough.
    fn may_reach(&self, node: &Node, gains: &[Gain]) -> bool {
        let lacking = self.target.lacking(&node.sums, self.cuts.coverage.measure);
        let filled = gains.iter().take(self.left(node)).map(|gain| gain.0.0).fold(0, u128::saturating_add);
        self.cuts.may_cover(self.target, &node.sums, lacking.saturating_sub(filled))
    }

    fn reaches(&self, sums: &Sums) -> bool {
        self.cuts.is_covering(self.target, sums) && self.cuts.is_consistent(self.target, sums)
    }

    /// True if rounded degrees show that the terms do not reach the cutoff of coverage, nor does any part of them.
    fn is_far(&self, terms: &[usize]) -> bool {
        let Some((first, rest)) = terms.split_first().filter(|_| !self.rough.is_empty()) else { return false };
        let all = rest.iter().fold(self.rough[*first].clone(), |all, &term| all.or(&self.rough[term]));
        !self.cuts.may_cover(
            self.target,
            &all.sums_with(&all),
            self.target.lacking(&all.sums_with(&all), FitMeasure::Standard),
        )
    }

    /// The sums of some terms.
    fn sums_of(&self, terms: &[usize]) -> Sums {
        let degree = |at: usize| terms.iter().map(|&term| self.degrees[term][at]).max().unwrap_or(0);
        self.target.sums((0..self.target.degrees.len()).map(degree))
    }

    /// True if every term makes a difference to the antecedent, so that no model contains the node and one term too
    /// many.
    fn all_contribute(&self, node: &Node, work: &mut Work) -> Result<bool, Exhausted> {
        let standard = [self.cuts.consistency.measure, self.cuts.coverage.measure] == [FitMeasure::Standard; 2];
        if node.chosen.len() < 2 {
            return Ok(true);
        }
        work.charge(node.chosen.len())?;
        Ok((0..node.chosen.len()).all(|left_out| {
            let rest = without(&node.chosen, left_out);
            if standard {
                return self.sums_of(&rest).both < node.sums.both;
            }
            let degree = |at: usize| rest.iter().map(|&term| self.degrees[term][at]).max().unwrap_or(0);
            node.degrees.iter().enumerate().any(|(at, &all)| degree(at) < all)
        }))
    }

    /// True if a proper part of `terms`, without one of those from position `from` on, reaches both cutoffs.
    fn has_model(&self, terms: &[usize], from: usize, work: &mut Work) -> Result<bool, Exhausted> {
        if terms.len() < 2 {
            return Ok(false);
        }
        for left_out in from..terms.len() {
            let part = without(terms, left_out);
            work.charge(1)?;
            if self.is_far(&part) {
                continue;
            }
            let sums = self.sums_of(&part);
            let covers = self.cuts.is_covering(self.target, &sums);
            if covers && self.cuts.is_consistent(self.target, &sums) {
                return Ok(true);
            }
            // A part of what lacks coverage lacks more.
            let may_have = covers || self.cuts.coverage.measure != FitMeasure::Standard;
            if may_have && self.has_model(&part, left_out, work)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn without(terms: &[usize], left_out: usize) -> Vec<usize> {
    terms.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, &term)| term).collect()
}
