//! Numbers of tables in which the truth is recovered.

use std::collections::BTreeSet;

use equifinal_qca::space::Cube;

/// Numbers of tables in which a method recovered the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recovery {
    /// Tables drawn.
    pub draws: u64,
    /// Tables that are undecided because a work limit was reached; they are counted only here.
    pub undecided: u64,
    /// With a solution.
    pub solved: u64,
    /// With the truth among the models.
    pub exact: u64,
    /// With the truth as the only model.
    pub unique: u64,
    /// Tables with a model in which every path is contained in or contains a true one: no false path.
    pub no_error: u64,
    /// Tables with a model that contains every true path.
    pub complete: u64,
    /// Models of all solved tables together: divided by `solved`, the ambiguity.
    pub models: u64,
}

impl Recovery {
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            draws: self.draws + other.draws,
            undecided: self.undecided + other.undecided,
            solved: self.solved + other.solved,
            exact: self.exact + other.exact,
            unique: self.unique + other.unique,
            no_error: self.no_error + other.no_error,
            complete: self.complete + other.complete,
            models: self.models + other.models,
        }
    }

    /// The recovery in one table with these models, of which there are `count`.
    pub(super) fn of(models: &[BTreeSet<Cube>], count: u64, truth: &BTreeSet<Cube>) -> Self {
        let related = |path: &Cube| truth.iter().any(|other| path & !other == 0 || other & !path == 0);
        let is_exact = models.contains(truth);
        Self {
            draws: 1,
            undecided: 0,
            solved: 1,
            exact: u64::from(is_exact),
            unique: u64::from(is_exact && count == 1),
            no_error: u64::from(models.iter().any(|model| model.iter().all(related))),
            complete: u64::from(models.iter().any(|model| truth.is_subset(model))),
            models: count,
        }
    }
}
