//! A solution: its models, their paths and fit.

use std::sync::Arc;

use crate::derivation::Derivation;
use crate::fit::SufficiencyFit;
use crate::refusal::Refusal;
use crate::term::Term;

/// One term of a model with its fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The term.
    pub term: Arc<Term>,
    /// Consistency, PRI and raw coverage.
    pub fit: SufficiencyFit,
    /// Unique coverage; `None` in a model of one term.
    pub unique_coverage: Option<f64>,
    /// The cases of the positive rows that the term covers, as indices, in natural order.
    pub cases: Arc<[usize]>,
}

/// One model of a solution: a sum of terms.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The terms, in the order of the prime implicants.
    pub paths: Vec<Path>,
    /// Fit of the whole model.
    pub fit: SufficiencyFit,
    /// Memberships in the model, one per case.
    pub memberships: Vec<f64>,
    /// The derivation of an intermediate model; empty for others.
    pub derivation: Arc<Derivation>,
}

/// A solution: all its models. Every listed model has passed the independent check, see [`Refuted`](crate::Refuted).
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// Number of models, or a lower bound of it.
    pub model_count: u128,
    /// True if the number is exact.
    pub count_is_exact: bool,
    /// The models, at most one thousand.
    pub models: Vec<Model>,
    /// The prime implicants that cover a positive row, in the order of the reference.
    pub prime_implicants: Vec<Term>,
}

impl Solution {
    /// True if all models are listed.
    pub fn is_complete(&self) -> bool {
        self.count_is_exact && self.models.len() as u128 == self.model_count
    }

    /// Every term with the number of listed models that contain it, most frequent first.
    pub fn term_frequencies(&self) -> Vec<(&Term, usize)> {
        let mut frequencies: Vec<(&Term, usize)> = Vec::new();
        for term in self.models.iter().flat_map(|model| &model.paths).map(|path| &*path.term) {
            match frequencies.iter_mut().find(|(known, _)| *known == term) {
                Some((_, models)) => *models += 1,
                None => frequencies.push((term, 1)),
            }
        }
        frequencies.sort_by_key(|&(_, models)| std::cmp::Reverse(models));
        frequencies
    }
}

/// A solution or the reason for its absence.
pub type SolutionResult = Result<Solution, Refusal>;
