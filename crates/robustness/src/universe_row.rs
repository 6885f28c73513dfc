//! The results of one universe of a multiverse.

use std::sync::Arc;

use equifinal_qca::findings::SufficiencyFit;
use equifinal_study::config::Kept;

use crate::verdict::{StillNecessary, Verdict, Ways};

/// One analysis in one universe.
#[derive(Debug, Clone)]
pub struct Row {
    /// The number of the universe.
    pub universe: u64,
    /// The analysis, by its index among those with a baseline.
    pub analysis: usize,
    /// The results for the study's findings.
    pub verdict: Arc<Verdict>,
    /// The necessary conditions that are left.
    pub necessary: StillNecessary,
    /// Fit of the first model.
    pub fit: SufficiencyFit,
}

impl Row {
    /// The results for every finding.
    pub(crate) fn result(&self) -> UniverseResult<'_> {
        UniverseResult { verdict: &self.verdict, necessary: self.necessary }
    }
}

/// The results of a universe for every finding, or of its stratum with all other decisions as in the study.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UniverseResult<'a> {
    pub(crate) verdict: &'a Verdict,
    pub(crate) necessary: StillNecessary,
}

impl<'a> UniverseResult<'a> {
    /// The ways in which the solution, each path and each named path are kept.
    pub(crate) fn ways(self) -> impl Iterator<Item = Ways> + use<'a> {
        let Self { verdict, .. } = self;
        let solution = Kept::ALL.map(|kept| verdict.keeps(kept));
        let paths = verdict.fates.iter().map(|fate| Kept::ALL.map(|kept| fate.map(|fate| fate.keeps(kept))));
        std::iter::once(solution).chain(paths).chain(verdict.named.iter().copied())
    }
}
