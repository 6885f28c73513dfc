//! Runs every universe of a plan, and counts surviving findings.
//!
//! Universes are run in blocks of fixed size, and blocks are added in order: no result depends on threads, and memory
//! does not grow with the number of universes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_study::config::{Decision, Design, SolutionType};
use rayon::prelude::*;

pub use crate::followed::{Count, Followed};
use crate::impossible::Impossible;
use crate::memory::Memory;
use crate::nca_multiverse::nca_tallies;
pub use crate::nca_multiverse::{NcaCount, NcaTally};
pub use crate::nearest::Break;
use crate::plan::{Plan, level_decisions};
pub use crate::tally::{Effect, Tally};
use crate::universe::{Reanalysis, Universe};
pub use crate::universe_row::Row;
use crate::verdict::{Baseline, State, StillNecessary, Verdict, baselines};

/// Universes run consecutively with the same cache.
pub const BLOCK: u64 = 1024;

/// Blocks per thread between synchronisations.
const WAVE: u64 = 32;

/// A multiverse and its results.
#[derive(Debug, Clone)]
pub struct Multiverse {
    /// Number of universes.
    pub size: u64,
    /// The design of the combinations.
    pub design: Design,
    /// True if only sweeps run them.
    pub swept: bool,
    /// The varied decisions.
    pub dimensions: Vec<Varied>,
    /// Survival, one tally per analysis with a solution; empty if only sweeps run the universes.
    pub tallies: Vec<Tally>,
    /// The nearest universes that lose a finding, by number, with their decisions, one per dimension.
    pub nearest: BTreeMap<u64, Vec<Decision>>,
    /// The necessary condition analyses that its decisions enter.
    pub nca: Vec<NcaTally>,
}

/// A varied decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Varied {
    /// The name, as in the study file.
    pub name: String,
    /// Its values, or the lower ends of its bins.
    pub values: Vec<Decision>,
    /// True if these are bins.
    pub binned: bool,
    /// The study's own value.
    pub own: Option<Decision>,
}

impl Varied {
    /// True if this is the study's own value.
    pub fn is_own(&self, decision: &Decision) -> bool {
        match (decision.number(), self.own.as_ref().and_then(Decision::number)) {
            (Some(value), Some(own)) => (value - own).abs() <= 1e-12,
            _ => self.own.as_ref() == Some(decision),
        }
    }
}

impl Multiverse {
    /// The multiverse from tallies of all universes of a plan, without its necessary condition analyses.
    fn new(plan: &Plan<'_>, tallies: Vec<Tally>) -> Self {
        let owned = |universe| plan.by_dimension(universe).map(Cow::into_owned).collect();
        let breaks = tallies.iter().flat_map(|tally| tally.followed.nearest());
        let nearest = breaks.map(|nearest| (nearest.universe, owned(nearest.universe))).collect();
        let varied = plan.dimensions().iter().zip(plan.own()).map(|(dimension, own)| Varied {
            name: dimension.name(),
            values: level_decisions(dimension),
            binned: dimension.values().is_none(),
            own: own.clone(),
        });
        Self {
            size: plan.size(),
            design: plan.design(),
            swept: plan.is_swept(),
            dimensions: varied.collect(),
            tallies,
            nearest,
            nca: Vec::new(),
        }
    }

    /// True if every combination of decisions was evaluated and decided.
    pub fn is_complete(&self) -> bool {
        self.design == Design::Factorial
            && !self.tallies.is_empty()
            && self.tallies.iter().all(|tally| tally.universes == self.size && tally.undecided == 0)
    }

    /// The decisions of the nearest universe that loses some finding, one per dimension.
    pub fn decisions(&self, of: Break) -> impl Iterator<Item = (&Varied, &Decision)> {
        self.dimensions.iter().zip(self.nearest.get(&of.universe).into_iter().flatten())
    }

    /// Its decisions that differ from the study.
    pub fn changes(&self, of: Break) -> Vec<Decision> {
        self.decisions(of).filter(|(varied, decision)| !varied.is_own(decision)).map(|(_, one)| one.clone()).collect()
    }

    /// Runs every universe of a plan, unless they are for sweeps.
    pub fn explore(reanalysis: &Reanalysis<'_>, plan: Plan<'_>, findings: &[Findings]) -> Self {
        if plan.is_swept() {
            return Self::new(&plan, Vec::new());
        }
        let sweep = Sweep::new(reanalysis, plan.clone(), findings);
        sweep.sum(sweep.tally(0, plan.size()))
    }
}

/// A study prepared for reanalysis, with its findings.
#[derive(Debug)]
pub struct Sweep<'a> {
    reanalysis: &'a Reanalysis<'a>,
    plan: Plan<'a>,
    /// The analyses with a solution: index in the study, and findings.
    baselines: Vec<(usize, Baseline)>,
    /// By stratum and analysis, the results with all decisions as in the study except those of the stratum.
    strata: Vec<Vec<Row>>,
    /// The caches of idle threads; memory is returned to the thread that allocated it, which avoids waiting.
    spare: Mutex<BTreeMap<Option<usize>, (Memory, Judged)>>,
}

/// Number of solutions whose verdicts are kept from block to block.
const MOST_JUDGED: usize = 1 << 16;

/// Verdicts by solution, so that each solution is judged once per block.
type Judged = BTreeMap<(usize, usize, SolutionType), (Arc<equifinal_qca::frame::Answers>, Arc<Verdict>)>;

impl<'a> Sweep<'a> {
    /// Prepares a sweep.
    pub fn new(reanalysis: &'a Reanalysis<'a>, plan: Plan<'a>, findings: &[Findings]) -> Self {
        let baselines = baselines(reanalysis, findings);
        let of_stratum = |stratum: usize| {
            let decisions = plan.decisions_of_stratum(stratum);
            let (mut memory, mut judged) = (Memory::default(), Judged::new());
            let rows = baselines.iter().enumerate().map(|(analysis, (at, baseline))| {
                row(0, analysis, baseline, reanalysis.universe_of(&mut memory, *at, &decisions), &mut judged)
            });
            rows.collect()
        };
        let strata = (0..plan.strata()).into_par_iter().map(of_stratum).collect();
        Self { reanalysis, plan, baselines, strata, spare: Mutex::default() }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan<'a> {
        &self.plan
    }

    /// The analyses that are followed, in the order in which rows number them.
    pub fn analyses(&self) -> Vec<&str> {
        self.baselines.iter().map(|(_, baseline)| baseline.analysis.as_str()).collect()
    }

    /// The rows of the universes `from..to`, in order; one per universe and analysis.
    pub fn rows(&self, from: u64, to: u64) -> Vec<Row> {
        // What an earlier block has left behind saves work and changes nothing.
        let spare = || self.spare.lock().unwrap_or_else(PoisonError::into_inner);
        let thread = rayon::current_thread_index();
        let (mut memory, mut judged) = spare().remove(&thread).unwrap_or_default();
        if judged.len() > MOST_JUDGED {
            judged.clear();
        }
        let mut rows = Vec::new();
        for universe in from..to {
            let decisions = self.plan.decisions(universe);
            for (analysis, (at, baseline)) in self.baselines.iter().enumerate() {
                let found = self.reanalysis.universe_of(&mut memory, *at, &decisions);
                rows.push(row(universe, analysis, baseline, found, &mut judged));
            }
        }
        spare().insert(thread, (memory, judged));
        rows
    }

    /// An empty tally of each analysis.
    pub fn tallies(&self) -> Vec<Tally> {
        self.baselines.iter().map(|(_, baseline)| Tally::new(baseline, &self.plan)).collect()
    }

    /// The multiverse from tallies of all its universes.
    pub fn sum(&self, tallies: Vec<Tally>) -> Multiverse {
        Multiverse { nca: nca_tallies(self.reanalysis, &self.plan), ..Multiverse::new(&self.plan, tallies) }
    }

    /// The tallies of the universes `from..to`.
    pub fn tally(&self, from: u64, to: u64) -> Vec<Tally> {
        let blocks = usize::try_from((to - from).div_ceil(BLOCK)).unwrap_or(usize::MAX);
        let of_block = |block: usize| {
            let first = from + block as u64 * BLOCK;
            let mut tallies = self.tallies();
            self.add(&self.rows(first, (first + BLOCK).min(to)), &mut tallies);
            tallies
        };
        (0..blocks).into_par_iter().map(of_block).reduce(|| self.tallies(), merged)
    }

    /// Passes the rows of the universes `from..to` to `take`, a block at a time, in order.
    ///
    /// # Errors
    /// The first error of `take`, which gets no further rows.
    pub fn run<E>(&self, from: u64, to: u64, mut take: impl FnMut(&[Row]) -> Result<(), E>) -> Result<(), E> {
        let wave = BLOCK * WAVE * u64::try_from(rayon::current_num_threads().max(1)).unwrap_or(1);
        let mut start = from;
        while start < to {
            let end = (start + wave).min(to);
            let blocks: Vec<u64> = (start..end).step_by(usize::try_from(BLOCK).unwrap_or(1)).collect();
            let rows: Vec<Vec<Row>> =
                blocks.par_iter().map(|&first| self.rows(first, (first + BLOCK).min(end))).collect();
            rows.iter().try_for_each(|rows| take(rows))?;
            start = end;
        }
        Ok(())
    }

    /// Adds rows to the tallies of their analyses.
    pub fn add(&self, rows: &[Row], tallies: &mut [Tally]) {
        for row in rows {
            let levels = self.plan.levels(row.universe);
            let stratum = self.strata.get(self.plan.stratum(&levels)).and_then(|rows| rows.get(row.analysis));
            let possible = |row: &&Row| !matches!(row.verdict.state, State::Impossible(_));
            if let Some(tally) = tallies.get_mut(row.analysis) {
                tally.add(row, stratum.filter(possible).map(Row::result), &self.plan, &levels);
            }
        }
    }
}

/// The merged tallies of two consecutive ranges of universes.
fn merged(mut tallies: Vec<Tally>, next: Vec<Tally>) -> Vec<Tally> {
    tallies.iter_mut().zip(next).for_each(|(whole, part)| whole.merge(part));
    tallies
}

fn row(
    universe: u64,
    analysis: usize,
    baseline: &Baseline,
    found: Result<Universe, Impossible>,
    judged: &mut Judged,
) -> Row {
    let found = match found {
        Ok(found) => found,
        Err(reason) => {
            let verdict = Arc::new(baseline.impossible(&reason));
            let necessary = StillNecessary::none_of(baseline.necessary.len());
            return Row { universe, analysis, verdict, necessary, fit: SufficiencyFit::default() };
        }
    };
    // The address names the solutions as long as the entry keeps them alive.
    let key = (analysis, Arc::as_ptr(&found.answers) as usize, found.interpret);
    let (_, verdict) =
        judged.entry(key).or_insert_with(|| (Arc::clone(&found.answers), Arc::new(baseline.judge(&found))));
    Row {
        universe,
        analysis,
        verdict: Arc::clone(verdict),
        necessary: baseline.still_necessary(&found),
        fit: *found.fit(),
    }
}
