//! A solution: its models, their paths and fit.

use crate::fit::SufficiencyFit;
use crate::refusal::Refusal;
use crate::row_list::RowList;
use crate::term::Term;

/// One term of a model with its fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The term.
    pub term: Term,
    /// Consistency, PRI and raw coverage.
    pub fit: SufficiencyFit,
    /// Unique coverage; `None` in a model of one term.
    pub unique_coverage: Option<f64>,
    /// The cases of the positive rows that the term covers, as indices, in natural order.
    pub cases: Vec<usize>,
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
    /// Covered rows that are not observed positives.
    pub simplifying_assumptions: RowList,
    /// Only for intermediate solutions: the pairs that the model is derived from, at most one hundred.
    pub origin: Vec<Origin>,
    /// Number of pairs.
    pub pairs: u64,
    /// Only for intermediate solutions: the parsimonious models of all pairs, as ascending indices.
    pub behind: Vec<usize>,
    /// Only for intermediate solutions: easy counterfactuals of the first origin.
    pub easy: RowList,
    /// Only for intermediate solutions: difficult counterfactuals of the first origin.
    pub difficult: RowList,
    /// Only for intermediate solutions: the terms that contain the easy counterfactuals of the first origin.
    pub easy_terms: Vec<Term>,
}

/// The pair of models from which an intermediate model was derived, 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Index in the conservative solution.
    pub conservative: usize,
    /// Index in the parsimonious solution.
    pub parsimonious: usize,
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
        for term in self.models.iter().flat_map(|model| &model.paths).map(|path| &path.term) {
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
