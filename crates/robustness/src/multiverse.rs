//! Every universe of a plan, and what survives in them.
//!
//! Universes are run in blocks of fixed size, and blocks are added up in their order: no result depends on threads, and
//! memory does not grow with the number of universes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_study::config::{Design, SolutionType};
use rayon::prelude::*;

use crate::followed::Said;
pub use crate::followed::{Count, Followed};
use crate::impossible::Impossible;
use crate::memory::Memory;
pub use crate::nearest::Break;
use crate::plan::{Plan, Setting, level_settings, name};
pub use crate::tally::{Effect, Tally};
use crate::universe::{Laboratory, Universe};
use crate::verdict::{Baseline, State, StillNecessary, Verdict, baselines};

/// Universes run one after another from the same memory.
pub const BLOCK: u64 = 1024;

/// Blocks a thread between two times that all threads wait for each other.
const WAVE: u64 = 32;

/// A multiverse and what it found.
#[derive(Debug, Clone)]
pub struct Multiverse {
    /// How many universes there are.
    pub size: u64,
    /// Which combinations they are.
    pub design: Design,
    /// Whether sweeps alone go through them.
    pub swept: bool,
    /// What varied.
    pub dimensions: Vec<Varied>,
    /// What survives, one tally an analysis that has a solution; none where only sweeps go through the universes.
    pub tallies: Vec<Tally>,
    /// By number, what the universes decided that lose a finding and are nearest to the study, a setting a dimension.
    pub nearest: BTreeMap<u64, Vec<Setting>>,
}

/// A decision that varied.
#[derive(Debug, Clone, PartialEq)]
pub struct Varied {
    /// The name, as in the study file.
    pub name: String,
    /// Its values, or where each bin begins.
    pub settings: Vec<Setting>,
    /// Whether these are bins.
    pub binned: bool,
    /// What the study decided.
    pub own: Option<Setting>,
}

impl Varied {
    /// Whether the study decided so.
    pub fn is_own(&self, setting: &Setting) -> bool {
        match (setting, &self.own) {
            (Setting::Number(value), Some(Setting::Number(own))) => (value - own).abs() <= 1e-12,
            (setting, own) => Some(setting) == own.as_ref(),
        }
    }
}

/// A decision that a universe took otherwise than the study.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The decision, as in the study file.
    pub decision: String,
    /// What the universe decided.
    pub setting: Setting,
}

impl Multiverse {
    /// What tallies of all universes of a plan say.
    pub fn new(plan: &Plan<'_>, tallies: Vec<Tally>) -> Self {
        let breaks = tallies.iter().flat_map(|tally| tally.followed.nearest());
        let nearest = breaks.map(|nearest| (nearest.universe, plan.settings(nearest.universe))).collect();
        let varied = plan.dimensions().iter().zip(plan.own()).map(|(dimension, own)| Varied {
            name: name(dimension),
            settings: level_settings(dimension),
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
        }
    }

    /// Whether every combination of the decisions was tried and decided.
    pub fn is_complete(&self) -> bool {
        self.design == Design::Factorial
            && !self.tallies.is_empty()
            && self.tallies.iter().all(|tally| tally.universes == self.size && tally.undecided == 0)
    }

    /// What a universe decided that is nearest of those that lose some finding.
    pub fn settings(&self, of: Break) -> impl Iterator<Item = (&Varied, &Setting)> {
        self.dimensions.iter().zip(self.nearest.get(&of.universe).into_iter().flatten())
    }

    /// What it decided otherwise than the study.
    pub fn changes(&self, of: Break) -> Vec<Change> {
        let changed = self.settings(of).filter(|(varied, setting)| !varied.is_own(setting));
        changed.map(|(varied, setting)| Change { decision: varied.name.clone(), setting: setting.clone() }).collect()
    }

    /// Runs every universe of a plan, unless they are for sweeps.
    pub fn explore(laboratory: &Laboratory<'_>, plan: Plan<'_>, findings: &[Findings]) -> Self {
        if plan.is_swept() {
            return Self::new(&plan, Vec::new());
        }
        let tallies = Sweep::new(laboratory, plan.clone(), findings).tally(0, plan.size());
        Self::new(&plan, tallies)
    }
}

/// One analysis in one universe.
#[derive(Debug, Clone)]
pub struct Row {
    /// The number of the universe.
    pub universe: u64,
    /// The analysis, by its place among those with a baseline.
    pub analysis: usize,
    /// What became of the study's findings.
    pub verdict: Arc<Verdict>,
    /// Which necessary conditions are left.
    pub necessary: StillNecessary,
    /// Fit of the first model.
    pub fit: SufficiencyFit,
}

impl Row {
    /// What it says of every finding.
    pub(crate) fn said(&self) -> Said<'_> {
        Said { verdict: &self.verdict, necessary: self.necessary }
    }
}

/// A laboratory with what the study found in it.
#[derive(Debug)]
pub struct Sweep<'a> {
    laboratory: &'a Laboratory<'a>,
    plan: Plan<'a>,
    /// The analyses that have a solution: position in the study, and what was found.
    baselines: Vec<(usize, Baseline)>,
    /// By stratum and analysis, what is found with every decision as in the study but the stratum's own.
    strata: Vec<Vec<Row>>,
    /// What each thread left behind; what one thread gave memory to another would not give back without waiting.
    spare: Mutex<BTreeMap<Option<usize>, (Memory, Judged)>>,
}

/// So many solutions stay judged from block to block.
const MOST_JUDGED: usize = 1 << 16;

/// Verdicts by solution, so that each solution is judged once a block.
type Judged = BTreeMap<(usize, usize, SolutionType), (Arc<equifinal_qca::frame::Answers>, Arc<Verdict>)>;

impl<'a> Sweep<'a> {
    /// Prepares a sweep.
    pub fn new(laboratory: &'a Laboratory<'a>, plan: Plan<'a>, findings: &[Findings]) -> Self {
        let baselines = baselines(laboratory, findings);
        let of_stratum = |stratum: usize| {
            let decisions = plan.decisions_of_stratum(stratum);
            let (mut memory, mut judged) = (Memory::default(), Judged::new());
            let rows = baselines.iter().enumerate().map(|(analysis, (at, baseline))| {
                row(0, analysis, baseline, laboratory.universe_of(&mut memory, *at, &decisions), &mut judged)
            });
            rows.collect()
        };
        let strata = (0..plan.strata()).into_par_iter().map(of_stratum).collect();
        Self { laboratory, plan, baselines, strata, spare: Mutex::default() }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan<'a> {
        &self.plan
    }

    /// The analyses that are followed, in the order in which rows number them.
    pub fn analyses(&self) -> Vec<&str> {
        self.baselines.iter().map(|(_, baseline)| baseline.analysis.as_str()).collect()
    }

    /// The rows of the universes `from..to`, in their order; each universe gives one an analysis.
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
                let found = self.laboratory.universe_of(&mut memory, *at, &decisions);
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

    /// Gives the rows of the universes `from..to` to `take`, a block at a time and in their order.
    ///
    /// # Errors
    /// The first of `take`, which gets no further rows.
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
                tally.add(row, stratum.filter(possible).map(Row::said), &self.plan, &levels);
            }
        }
    }
}

/// The tallies of two stretches of universes, one after the other.
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
