//! The study with other cases, or other values of its cases, again and again.
//!
//! Leave-d-out and bootstrap of cases, noise on memberships, doubt about raw scores. Each draw is numbered and
//! drawn from its own stream, so it is the same whatever thread, shard or order.

use std::sync::Arc;

use equifinal_calibrate::calibrate;
use equifinal_qca::findings::Findings;
use equifinal_study::config::{MembershipNoise, Resample, Study};
use equifinal_study::draws::Draws;
use equifinal_study::memberships::{Set, SetKind};
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::doubt::{self, Redrawn};
use crate::draws::stream;
use crate::memory::Memory;
use crate::scenario::picked;
use crate::universe::{Laboratory, Universe};
use crate::verdict::{Baseline, Fate, StillNecessary, baselines};

/// What one kind of resampling found, an analysis each.
#[derive(Debug, Clone)]
pub struct Resampled {
    /// The kind.
    pub kind: Kind,
    /// The analysis.
    pub analysis: String,
    /// How many draws there were.
    pub draws: u64,
    /// Draws with a solution.
    pub solved: u64,
    /// Draws with the study's own models.
    pub same_models: u64,
    /// Draws without contradiction.
    pub no_contradiction: u64,
    /// The study's paths with how often they were exact, narrower, wider, lost.
    pub paths: Vec<(String, [u64; 4])>,
    /// Necessary conditions with how often they were still.
    pub necessary: Vec<(String, u64)>,
    /// Cases without which the solution is another; for leaving out one at a time.
    pub decisive: Vec<String>,
    /// Quantiles of consistency and coverage of the first model: 2.5 %, 50 %, 97.5 %.
    pub consistency: [Option<f64>; 3],
    /// The same of coverage.
    pub coverage: [Option<f64>; 3],
    /// What is drawn of which set, where raw scores are.
    pub redrawn: Redrawn,
}

/// A kind of resampling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// So many cases left out at a time.
    LeaveOut(usize),
    /// As many cases drawn with replacement.
    Bootstrap,
    /// Noise on memberships.
    MembershipNoise,
    /// Noise on raw scores.
    MeasurementError,
    /// Coded scores as one of their coders gave them.
    CoderDisagreement,
}

impl Kind {
    /// The name of the task, from which draws are seeded, and in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeaveOut(_) => "leave_out",
            Self::Bootstrap => "bootstrap",
            Self::MembershipNoise => "membership_noise",
            Self::MeasurementError => "measurement_error",
            Self::CoderDisagreement => "coder_disagreement",
        }
    }
}

/// What came of one draw: the verdict, the necessary conditions, the fit.
struct Drawn {
    solved: bool,
    same_models: bool,
    no_contradiction: bool,
    fates: Vec<Fate>,
    necessary: StillNecessary,
    fit: [Option<f64>; 2],
}

/// More ways to leave cases out than this are drawn, not tried one by one.
const WAYS: u64 = 10_000;

/// So many draws share a memory.
const SHARED: u64 = 128;

/// Everything that a study asks to be resampled.
pub fn resample(laboratory: &Laboratory<'_>, wanted: &Resample, findings: &[Findings]) -> Vec<Resampled> {
    let baselines = baselines(laboratory, findings);
    let each = |kind, draws, sets: Sets<'_>| each(laboratory, &baselines, kind, draws, sets);
    let of_table = |table: &CaseTable| {
        let calibrated = calibrate(table, &laboratory.study().sets).map_err(|errors| errors.to_string())?;
        Ok(calibrated.memberships.sets)
    };
    let mut all = Vec::new();
    if let Some(count) = wanted.leave_out {
        let left_out = LeftOut::new(laboratory, count);
        let found = each(Kind::LeaveOut(count), left_out.draws(), &|draw| of_table(&left_out.table(draw)));
        all.extend(found.into_iter().map(|(one, changed)| Resampled { decisive: left_out.decisive(&changed), ..one }));
    }
    let plain = |kind, draws, sets: Sets<'_>| each(kind, draws, sets).into_iter().map(|(one, _)| one);
    if let Some(draws) = wanted.bootstrap {
        all.extend(plain(Kind::Bootstrap, draws, &|draw| of_table(&bootstrapped(laboratory, draw))));
    }
    if let Some(noise) = wanted.membership_noise {
        all.extend(plain(Kind::MembershipNoise, noise.draws, &|draw| Ok(with_noise(laboratory, noise, draw))));
    }
    if let Some(error) = &wanted.measurement_error {
        let found =
            plain(Kind::MeasurementError, error.draws, &|draw| of_table(&doubt::mismeasured(laboratory, error, draw)));
        let redrawn = doubt::by_reliability(laboratory, error);
        all.extend(found.map(|one| Resampled { redrawn: redrawn.clone(), ..one }));
    }
    if let Some(draws) = wanted.coder_disagreement {
        let found = plain(Kind::CoderDisagreement, draws, &|draw| of_table(&doubt::recoded(laboratory, draw)));
        let redrawn = doubt::by_coders(laboratory);
        all.extend(found.map(|one| Resampled { redrawn: redrawn.clone(), ..one }));
    }
    all
}

/// The sets of draw number so much.
type Sets<'a> = &'a (dyn Fn(u64) -> Result<Vec<Set>, String> + Sync);

/// One kind for every analysis that has a solution, with the draws in which the models are not the study's own.
fn each(
    laboratory: &Laboratory<'_>,
    baselines: &[(usize, Baseline)],
    kind: Kind,
    draws: u64,
    sets: Sets<'_>,
) -> Vec<(Resampled, Vec<u64>)> {
    let of_draw = |memory: &mut Memory, draw: u64| -> Vec<Drawn> {
        let imposed = sets(draw).map(|sets| memory.impose(laboratory.study(), sets));
        let mut of_analysis = |(at, baseline): &(usize, Baseline)| {
            let universe = imposed.clone();
            judged(baseline, universe.and_then(|()| laboratory.universe_of(memory, *at, &Decisions::default())))
        };
        baselines.iter().map(&mut of_analysis).collect()
    };
    let of_block = |&first: &u64| {
        let mut memory = Memory::default();
        (first..draws.min(first + SHARED)).map(|draw| of_draw(&mut memory, draw)).collect::<Vec<_>>()
    };
    let blocks: Vec<u64> = (0..draws.div_ceil(SHARED)).map(|block| block * SHARED).collect();
    let drawn: Vec<Vec<Drawn>> = blocks.par_iter().flat_map_iter(of_block).collect();
    let of = |(at, (_, baseline)): (usize, &(usize, Baseline))| {
        let drawn: Vec<&Drawn> = drawn.iter().filter_map(|draw| draw.get(at)).collect();
        let changed = drawn.iter().zip(0..).filter(|(one, _)| !one.same_models).map(|(_, draw)| draw);
        (summed(kind, baseline, &drawn), changed.collect())
    };
    baselines.iter().enumerate().map(of).collect()
}

/// Cases left out so many at a time: every way to do so, or some ways where there are too many.
struct LeftOut<'a> {
    laboratory: &'a Laboratory<'a>,
    count: usize,
    ways: Option<u64>,
}

impl<'a> LeftOut<'a> {
    fn new(laboratory: &'a Laboratory<'a>, count: usize) -> Self {
        let ways = ways(laboratory.table().cases.len(), count).filter(|ways| *ways <= WAYS);
        Self { laboratory, count, ways }
    }

    fn draws(&self) -> u64 {
        self.ways.unwrap_or(WAYS)
    }

    fn cases(&self, draw: u64) -> Vec<usize> {
        let cases = self.laboratory.table().cases.len();
        if self.ways.is_some() {
            return combination(cases, self.count, draw);
        }
        let mut order: Vec<usize> = (0..cases).collect();
        draws_of(self.laboratory.study(), Kind::LeaveOut(self.count), draw).shuffle(&mut order);
        order.truncate(self.count);
        order
    }

    fn table(&self, draw: u64) -> CaseTable {
        let (table, left_out) = (self.laboratory.table(), self.cases(draw));
        let kept: Vec<usize> = (0..table.cases.len()).filter(|case| !left_out.contains(case)).collect();
        picked(table, &kept)
    }

    /// The cases that alone change the models.
    fn decisive(&self, changed: &[u64]) -> Vec<String> {
        let alone = changed.iter().filter(|_| self.count == 1).flat_map(|&draw| self.cases(draw));
        alone.filter_map(|case| self.laboratory.table().cases.get(case)).cloned().collect()
    }
}

fn draws_of(study: &Study, kind: Kind, draw: u64) -> Draws {
    stream(&study.id, study.robustness.seed, kind.name(), draw)
}

/// How many ways there are to choose `count` of `cases`; nothing where they leave 64 bits.
fn ways(cases: usize, count: usize) -> Option<u64> {
    let count = count.min(cases);
    (0..count as u64).try_fold(1_u64, |ways, i| Some(ways.checked_mul(cases as u64 - i)? / (i + 1)))
}

/// Combination number `rank` of `count` of `cases`, in lexicographic order.
fn combination(cases: usize, count: usize, rank: u64) -> Vec<usize> {
    let mut chosen = Vec::with_capacity(count);
    let (mut rest, mut next) = (rank, 0);
    while chosen.len() < count && next < cases {
        let with_next = ways(cases - next - 1, count - chosen.len() - 1).unwrap_or(u64::MAX);
        if rest < with_next {
            chosen.push(next);
        } else {
            rest -= with_next;
        }
        next += 1;
    }
    chosen
}

/// As many cases, drawn with replacement; a case that is drawn twice counts as two.
fn bootstrapped(laboratory: &Laboratory<'_>, draw: u64) -> CaseTable {
    let table = laboratory.table();
    let mut draws = draws_of(laboratory.study(), Kind::Bootstrap, draw);
    let mut order: Vec<usize> = table.cases.iter().map(|_| draws.index(table.cases.len())).collect();
    order.sort_unstable();
    picked(table, &order)
}

fn with_noise(laboratory: &Laboratory<'_>, noise: MembershipNoise, draw: u64) -> Vec<Set> {
    let mut draws = draws_of(laboratory.study(), Kind::MembershipNoise, draw);
    let noisy = |set: &Arc<Set>| {
        let mut set = (**set).clone();
        if set.kind == SetKind::Fuzzy {
            for value in &mut set.values {
                *value = (*value + noise.sd * draws.normal()).clamp(0.0, 1.0);
            }
        }
        set
    };
    laboratory.sets().iter().map(noisy).collect()
}

fn judged(baseline: &Baseline, universe: Result<Universe, String>) -> Drawn {
    match universe {
        Ok(universe) => {
            let verdict = baseline.judge(&universe);
            Drawn {
                solved: verdict.solution.is_ok(),
                same_models: verdict.same_models,
                no_contradiction: verdict.no_contradiction,
                fates: verdict.fates,
                necessary: baseline.still_necessary(&universe),
                fit: [universe.fit().consistency, universe.fit().coverage],
            }
        }
        Err(reason) => {
            let verdict = baseline.nothing(reason);
            let necessary = StillNecessary::none_of(baseline.necessary.len());
            Drawn {
                solved: false,
                same_models: false,
                no_contradiction: false,
                fates: verdict.fates,
                necessary,
                fit: [None; 2],
            }
        }
    }
}

fn summed(kind: Kind, baseline: &Baseline, drawn: &[&Drawn]) -> Resampled {
    let count = |holds: &dyn Fn(&Drawn) -> bool| drawn.iter().filter(|one| holds(one)).count() as u64;
    let fate = |path: usize, fate: Fate| count(&|one| one.fates.get(path) == Some(&fate));
    let fates = |path: usize| Fate::ALL.map(|one| fate(path, one));
    let paths = baseline.paths.iter().enumerate().map(|(at, &path)| (baseline.write(path), fates(at)));
    let necessary = baseline.necessary.iter().enumerate();
    let necessary = necessary
        .map(|(at, &literal)| (baseline.write(literal), count(&|one| one.necessary.iter().nth(at) == Some(true))));
    Resampled {
        kind,
        analysis: baseline.analysis.clone(),
        draws: drawn.len() as u64,
        solved: count(&|one| one.solved),
        same_models: count(&|one| one.same_models),
        no_contradiction: count(&|one| one.no_contradiction),
        paths: paths.collect(),
        necessary: necessary.collect(),
        decisive: Vec::new(),
        consistency: quantiles(drawn.iter().filter_map(|one| one.fit[0])),
        coverage: quantiles(drawn.iter().filter_map(|one| one.fit[1])),
        redrawn: Redrawn::default(),
    }
}

/// The 2.5 %, 50 % and 97.5 % quantiles (type 7).
fn quantiles(values: impl Iterator<Item = f64>) -> [Option<f64>; 3] {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    let quantile =
        |percent| (!values.is_empty()).then(|| equifinal_calibrate::percentile::percentile(&values, percent));
    [2.5, 50.0, 97.5].map(quantile)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn combinations_are_numbered_without_gaps() {
        for (cases, count) in [(5, 1), (5, 2), (6, 3), (4, 4)] {
            let ways = ways(cases, count).unwrap();
            let all: Vec<Vec<usize>> = (0..ways).map(|rank| combination(cases, count, rank)).collect();
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]) && all.iter().all(|one| one.len() == count));
        }
        assert_eq!(ways(10, 2), Some(45));
    }
}
