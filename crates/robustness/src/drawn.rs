//! Sums over draws.

use crate::universe::Universe;
use crate::verdict::{Baseline, Fate, State};

/// The sums over the draws of one analysis.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    /// Draws that could not be run; they are counted only here.
    pub(crate) impossible: u64,
    /// Draws in which a budget was reached, so that the solution is undecided.
    pub(crate) undecided: u64,
    /// Draws with a solution.
    pub(crate) solved: u64,
    /// Draws with the study's own models.
    pub(crate) same_models: u64,
    /// The numbers of the draws with other models, or with none.
    pub(crate) changed: Vec<u64>,
    /// Draws without contradiction.
    pub(crate) no_contradiction: u64,
    /// For each of the study's paths, the number of draws with each fate, in the order of [`Fate::ALL`].
    pub(crate) fates: Vec<[u64; 6]>,
    /// For each necessary condition, the number of draws in which it is still necessary.
    pub(crate) necessary: Vec<u64>,
    /// Consistency of the first model of each draw that has one.
    pub(crate) consistency: Vec<f64>,
    /// Coverage of that model.
    pub(crate) coverage: Vec<f64>,
    /// Consistency and coverage of the study's own first model, then of each of its paths, in every draw that could be
    /// run.
    pub(crate) refitted: Vec<[Vec<f64>; 2]>,
}

impl Drawn {
    /// No draws yet.
    pub(crate) fn none_of(baseline: &Baseline) -> Self {
        Self {
            impossible: 0,
            undecided: 0,
            solved: 0,
            same_models: 0,
            changed: Vec::new(),
            no_contradiction: 0,
            fates: vec![[0; 6]; baseline.paths.len()],
            necessary: vec![0; baseline.necessary.len()],
            consistency: Vec::new(),
            coverage: Vec::new(),
            refitted: vec![[Vec::new(), Vec::new()]; baseline.paths.len() + 1],
        }
    }

    /// Adds draw number `draw`.
    pub(crate) fn add(&mut self, draw: u64, baseline: &Baseline, universe: &Universe) {
        let verdict = baseline.judge(universe);
        for ([consistency, coverage], fit) in self.refitted.iter_mut().zip(baseline.refitted(universe)) {
            consistency.extend(fit.consistency);
            coverage.extend(fit.coverage);
        }
        for (count, holds) in self.necessary.iter_mut().zip(baseline.still_necessary(universe).iter()) {
            *count += u64::from(holds);
        }
        if verdict.state == State::Undecided {
            self.undecided += 1;
            return;
        }
        self.solved += u64::from(verdict.solution.is_ok());
        self.same_models += u64::from(verdict.same_models == Some(true));
        self.changed.extend((verdict.same_models != Some(true)).then_some(draw));
        self.no_contradiction += u64::from(verdict.no_contradiction == Some(true));
        for (counts, fate) in self.fates.iter_mut().zip(verdict.fates) {
            for (count, counted) in counts.iter_mut().zip(Fate::ALL) {
                *count += u64::from(fate == Some(counted));
            }
        }
        self.consistency.extend(universe.fit().consistency);
        self.coverage.extend(universe.fit().coverage);
    }

    /// The sums of these and later draws.
    pub(crate) fn and(mut self, later: Self) -> Self {
        self.impossible += later.impossible;
        self.undecided += later.undecided;
        self.solved += later.solved;
        self.same_models += later.same_models;
        self.changed.extend(later.changed);
        self.no_contradiction += later.no_contradiction;
        for (counts, more) in self.fates.iter_mut().zip(later.fates) {
            for (count, more) in counts.iter_mut().zip(more) {
                *count += more;
            }
        }
        for (count, more) in self.necessary.iter_mut().zip(later.necessary) {
            *count += more;
        }
        self.consistency.extend(later.consistency);
        self.coverage.extend(later.coverage);
        for ([consistency, coverage], [more, further]) in self.refitted.iter_mut().zip(later.refitted) {
            consistency.extend(more);
            coverage.extend(further);
        }
        self
    }
}
