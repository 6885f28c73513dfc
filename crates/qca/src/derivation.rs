//! The pairs of models that intermediate models are derived from, and the easy counterfactuals of these pairs.

use std::sync::Arc;

use crate::term::Term;

/// The derivation of an intermediate model; models of the same pairs share one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Derivation {
    /// The pairs of a conservative and a parsimonious model, in order, at most one thousand.
    pub origin: Vec<Origin>,
    /// Number of pairs.
    pub pairs: u64,
    /// The parsimonious models of all pairs, as ascending indices.
    pub parsimonious: Arc<[usize]>,
    /// The terms that contain the easy counterfactuals of the first pair.
    pub(crate) easy: Vec<Term>,
}

/// The pair of models from which an intermediate model was derived, 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Index in the conservative solution.
    pub conservative: usize,
    /// Index in the parsimonious solution.
    pub parsimonious: usize,
}
