//! A search over one number, all other decisions as in the study.

use equifinal_study::config::NumericDecision;

use crate::decisions::Decisions;
use crate::impossible::Impossible;
use crate::judgement::Original;
use crate::memory::Memory;
use crate::universe::{Reanalysis, Universe};

/// A search over one number.
pub(crate) struct Walk<'a> {
    pub(crate) reanalysis: &'a Reanalysis<'a>,
    pub(crate) memory: Memory,
    pub(crate) analysis: usize,
    pub(crate) decision: NumericDecision,
    pub(crate) original: &'a Original,
}

impl Walk<'_> {
    /// The universe at one value.
    pub(crate) fn at(&mut self, value: f64) -> Result<Universe, Impossible> {
        let decisions = Decisions::with(&self.reanalysis.study().sets, &self.decision, value);
        self.reanalysis.universe_of(&mut self.memory, self.analysis, &decisions)
    }
}
