//! Survival of each finding of a study over many universes, as additive counts.
//!
//! A universe keeps a finding if every tied model does (`tied`). If a budget was reached, it is undecided. Other
//! solution types and dropped conditions can exclude a finding alone, for any cutoffs and anchors; the share of
//! universes is therefore limited to those in which the finding is attainable.

use equifinal_qca::space::Cube;
use equifinal_study::config::Kept;

use crate::nearest::Break;
use crate::plan::Plan;
use crate::universe_row::{Row, UniverseResult};
use crate::verdict::Baseline;

/// Counts of one finding, kept in one way, over the possible universes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Universes that keep it.
    pub kept: u64,
    /// Universes in which a budget was reached, so that it is undecided.
    pub undecided: u64,
    /// Universes that keep it, may keep it, or would keep it with all decisions as in the study except the solution
    /// type and dropped conditions.
    pub attainable: u64,
    /// The nearest universe that loses it.
    pub nearest: Option<Break>,
}

/// One count per way of keeping a finding, in the order of [`Kept::ALL`].
type Counts = [Count; Kept::ALL.len()];

/// The findings of one analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Followed {
    /// The paths, as terms over the study's own conditions.
    pub(crate) path_terms: Vec<Cube>,
    /// The necessary conditions, as terms of one literal.
    pub(crate) necessary_terms: Vec<Cube>,
    solution: Counts,
    paths: Vec<Counts>,
    named: Vec<Counts>,
    necessary: Vec<Count>,
}

impl Followed {
    /// Zero counts.
    pub(crate) fn new(baseline: &Baseline) -> Self {
        Self {
            path_terms: baseline.paths.clone(),
            necessary_terms: baseline.necessary.clone(),
            solution: Counts::default(),
            paths: vec![Counts::default(); baseline.paths.len()],
            named: vec![Counts::default(); baseline.named.len()],
            necessary: vec![Count::default(); baseline.necessary.len()],
        }
    }

    /// The solution, kept in this way.
    pub fn solution(&self, kept: Kept) -> Count {
        of_kept(&self.solution, kept)
    }

    /// A path, by its index among the study's.
    pub fn path(&self, at: usize, kept: Kept) -> Count {
        self.paths.get(at).map_or_else(Count::default, |counts| of_kept(counts, kept))
    }

    /// A path named in the study, by index; one of its terms is enough.
    pub fn named(&self, at: usize, kept: Kept) -> Count {
        self.named.get(at).map_or_else(Count::default, |counts| of_kept(counts, kept))
    }

    /// A necessary condition, by its index among the study's.
    pub fn necessary(&self, at: usize) -> Count {
        self.necessary.get(at).copied().unwrap_or_default()
    }

    /// The nearest universes of all findings.
    pub(crate) fn nearest(&self) -> impl Iterator<Item = Break> {
        self.counts().filter_map(|count| count.nearest)
    }

    fn counts(&self) -> impl Iterator<Item = &Count> {
        let of_ways = std::iter::once(&self.solution).chain(&self.paths).chain(&self.named);
        of_ways.flatten().chain(&self.necessary)
    }

    fn counts_mut(&mut self) -> impl Iterator<Item = &mut Count> {
        let of_ways = std::iter::once(&mut self.solution).chain(&mut self.paths).chain(&mut self.named);
        of_ways.flatten().chain(&mut self.necessary)
    }

    /// Adds one possible universe; `stratum` has its solution type and conditions and all other decisions as in the
    /// study, if that is possible.
    pub(crate) fn add(&mut self, row: &Row, stratum: Option<UniverseResult<'_>>, plan: &Plan<'_>) {
        let mut here = None;
        let mut count = |counted: &mut Count, kept: Option<bool>, attainable: bool| {
            counted.kept += u64::from(kept == Some(true));
            counted.undecided += u64::from(kept.is_none());
            counted.attainable += u64::from(attainable || kept != Some(false));
            if kept == Some(false) {
                let here = *here.get_or_insert_with(|| Break::of(plan, row.universe));
                // Where nothing is decided otherwise nothing can be broken by it.
                if here.decisions > 0 {
                    counted.nearest = Some(counted.nearest.map_or(here, |known| known.min(here)));
                }
            }
        };
        let of_ways = std::iter::once(&mut self.solution).chain(&mut self.paths).chain(&mut self.named);
        let mut attainable = stratum.into_iter().flat_map(UniverseResult::ways);
        for (counts, kept) in of_ways.zip(row.result().ways()) {
            let attainable = attainable.next().unwrap_or([Some(false); Kept::ALL.len()]);
            for ((counted, kept), attainable) in counts.iter_mut().zip(kept).zip(attainable) {
                count(counted, kept, attainable != Some(false));
            }
        }
        let mut attainable = stratum.into_iter().flat_map(|stratum| stratum.necessary.iter());
        for (counted, kept) in self.necessary.iter_mut().zip(row.necessary.iter()) {
            count(counted, Some(kept), attainable.next().unwrap_or_default());
        }
    }

    /// Adds the counts of other universes.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (own, other) in self.counts_mut().zip(other.counts()) {
            own.kept += other.kept;
            own.undecided += other.undecided;
            own.attainable += other.attainable;
            own.nearest = [own.nearest, other.nearest].into_iter().flatten().min();
        }
    }
}

fn of_kept(counts: &Counts, kept: Kept) -> Count {
    let mut ways = Kept::ALL.into_iter().zip(counts);
    ways.find(|(way, _)| *way == kept).map_or_else(Count::default, |(_, count)| *count)
}
