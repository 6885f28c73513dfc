//! Reruns the study with other cases, or with redrawn values.
//!
//! Leave-d-out and bootstrap of cases, reversed outcomes, noise on memberships, measurement error of raw scores. Each draw
//! is numbered and has its own random stream, so it does not depend on threads, shards or order. The share of draws that
//! keep the models when cases are left out, or outcomes reversed, is the retention probability of Thiem, Spöhel & Duşa
//! (2016, Political Analysis 24:104–120): for a number of cases at a time their dependent perturbations, for a
//! probability of each case their independent ones.

use std::sync::Arc;

use equifinal_calibrate::percentile::percentile;
use equifinal_qca::findings::Findings;
use equifinal_qca::space::Cube;
use equifinal_study::config::{MembershipNoise, Perturbation, Resample, Study};
use equifinal_study::draws::Draws;
use equifinal_study::memberships::{Set, SetKind};
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::drawn::Drawn;
use crate::impossible::Impossible;
use crate::left_out::LeftOut;
pub use crate::left_out::Ways;
use crate::measurement_error::{self, Redrawn};
use crate::memory::Memory;
use crate::rerun::picked;
use crate::reversed::reversed;
use crate::universe::Reanalysis;
use crate::verdict::{Baseline, baselines};
use equifinal_study::draws::stream;

/// The results of one kind of resampling for one analysis.
#[derive(Debug, Clone)]
pub struct Resampled {
    /// The kind.
    pub kind: Kind,
    /// The analysis.
    pub analysis: String,
    /// Number of draws.
    pub draws: u64,
    /// Draws that could not be run: a set cannot be calibrated with their scores, or no case is left. They are counted
    /// only here.
    pub impossible: u64,
    /// Draws in which a budget was reached, so that the solution is undecided.
    pub undecided: u64,
    /// Draws with a solution.
    pub solved: u64,
    /// Draws with the study's own models.
    pub same_models: u64,
    /// Draws without contradiction.
    pub no_contradiction: u64,
    /// The study's paths with the number of draws for each fate, in the order of [`Fate::ALL`](crate::fate::Fate::ALL).
    pub paths: Vec<(String, [u64; 6])>,
    /// Necessary conditions with the number of draws in which they are still necessary.
    pub necessary: Vec<(String, u64)>,
    /// The subsets left out, if cases are left out.
    pub ways: Option<Ways>,
    /// Cases without which the solution differs; for leaving out one at a time.
    pub decisive: Vec<String>,
    /// Quantiles of consistency of the first model: 2.5 %, 50 %, 97.5 %.
    pub consistency: [Option<f64>; 3],
    /// The same of coverage.
    pub coverage: [Option<f64>; 3],
    /// Intervals of the study's own first model, whatever a draw would find.
    pub reported: Intervals,
    /// The same of each of the study's paths.
    pub terms: Vec<(String, Intervals)>,
    /// The sets redrawn, if raw scores are.
    pub redrawn: Redrawn,
}

/// Quantiles of fit over the draws: 2.5 %, 50 %, 97.5 %.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Intervals {
    /// Consistency.
    pub consistency: [Option<f64>; 3],
    /// Coverage; raw coverage for a path.
    pub coverage: [Option<f64>; 3],
}

impl Resampled {
    /// Draws that could be run: the denominator of shares.
    pub fn judged(&self) -> u64 {
        self.draws - self.impossible
    }
}

/// A kind of resampling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Cases left out, this many at a time.
    LeaveOut(usize),
    /// Cases whose outcome is reversed, this many at a time.
    Reverse(usize),
    /// Every case left out with a probability of its own.
    PerturbLeaveOut,
    /// The outcome of every case reversed with a probability of its own.
    PerturbReverse,
    /// As many cases drawn with replacement.
    Bootstrap,
    /// Noise on memberships.
    MembershipNoise,
    /// Plausible true scores instead of raw scores.
    MeasurementError,
    /// Coded scores of one of their coders.
    CoderDisagreement,
}

impl Kind {
    /// The name of the task, used to seed draws and in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeaveOut(_) => "leave_out",
            Self::Reverse(_) => "reverse",
            Self::PerturbLeaveOut => "perturb_leave_out",
            Self::PerturbReverse => "perturb_reverse",
            Self::Bootstrap => "bootstrap",
            Self::MembershipNoise => "membership_noise",
            Self::MeasurementError => "measurement_error",
            Self::CoderDisagreement => "coder_disagreement",
        }
    }
}

/// Number of draws that share a cache.
const SHARED: u64 = 128;

/// All resampling that a study asks for, within its limits.
pub fn resample(reanalysis: &Reanalysis<'_>, wanted: &Resample, findings: &[Findings]) -> Vec<Resampled> {
    let baselines = baselines(reanalysis, findings);
    let every = &baselines;
    let each = |of: &[(usize, Baseline)], kind, draws, sets: Sets<'_>| each(reanalysis, of, kind, draws, sets);
    let of_table = |table: &CaseTable| Ok(equifinal_calibrate::memberships(table, &reanalysis.study().sets)?.sets);
    let mut all = Vec::new();
    if let Some(count) = wanted.leave_out {
        let kind = Kind::LeaveOut(count);
        let cases = |(at, _): &(usize, Baseline)| cases_with_values(reanalysis, findings.get(*at));
        // Analyses of different cases leave out each its own.
        for alike in baselines.chunk_by(|one, next| cases(one) == cases(next)) {
            let own = alike.first().map(cases).unwrap_or_default();
            let left_out = LeftOut::new(reanalysis, own, (kind.name(), count, wanted.limits.ways));
            let ways = Some(left_out.ways());
            let found = each(alike, kind, left_out.draws(), &|draw| of_table(&left_out.table(draw)));
            all.extend(found.into_iter().map(|(one, changed)| {
                let decisive = if count == 1 { left_out.of_draws(&changed) } else { Vec::new() };
                Resampled { ways, decisive, ..one }
            }));
        }
    }
    let [reversed, perturbed_outcomes] = reversals(reanalysis, wanted, &baselines, findings);
    all.extend(reversed);
    let plain = |kind, draws, sets: Sets<'_>| each(every, kind, draws, sets).into_iter().map(|(one, _)| one);
    if let Some(perturbation) = wanted.perturb {
        let kind = Kind::PerturbLeaveOut;
        let table = |draw| without(reanalysis, &perturbed(reanalysis, perturbation, kind, draw));
        all.extend(plain(kind, perturbation.draws, &|draw| of_table(&table(draw))));
        all.extend(perturbed_outcomes);
    }
    if let Some(draws) = wanted.bootstrap {
        all.extend(plain(Kind::Bootstrap, draws, &|draw| of_table(&bootstrapped(reanalysis, draw))));
    }
    if let Some(noise) = wanted.membership_noise {
        all.extend(plain(Kind::MembershipNoise, noise.draws, &|draw| Ok(with_noise(reanalysis, noise, draw))));
    }
    if let Some(error) = &wanted.measurement_error {
        let kind = Kind::MeasurementError;
        let sets = |draw| of_table(&measurement_error::true_scores(reanalysis, error, kind.name(), draw));
        let found = plain(kind, error.draws, &sets);
        let redrawn = measurement_error::by_reliability(reanalysis, error);
        all.extend(found.map(|one| Resampled { redrawn: redrawn.clone(), ..one }));
    }
    if let Some(draws) = wanted.coder_disagreement {
        let kind = Kind::CoderDisagreement;
        let found = plain(kind, draws, &|draw| of_table(&measurement_error::recoded(reanalysis, kind.name(), draw)));
        let redrawn = measurement_error::by_coders(reanalysis);
        all.extend(found.map(|one| Resampled { redrawn: redrawn.clone(), ..one }));
    }
    all
}

/// Reversed outcomes, some at a time and each with a probability, each analysis by itself: the outcome of one may be a condition of another.
fn reversals(
    reanalysis: &Reanalysis<'_>,
    wanted: &Resample,
    baselines: &[(usize, Baseline)],
    findings: &[Findings],
) -> [Vec<Resampled>; 2] {
    let of = |at: usize| reanalysis.study().analyses.get(at).map(|analysis| &analysis.outcome);
    let with = |at: usize, cases: Vec<usize>| {
        let mut sets: Vec<Set> = reanalysis.sets().iter().map(|set| (**set).clone()).collect();
        if let Some(outcome) = of(at) {
            reversed(&mut sets, outcome, cases);
        }
        Ok(sets)
    };
    let (mut some, mut perturbed_ones) = (Vec::new(), Vec::new());
    for (baseline, (at, _)) in baselines.chunks(1).zip(baselines) {
        if let Some(count) = wanted.reverse {
            let kind = Kind::Reverse(count);
            let cases = cases_with_values(reanalysis, findings.get(*at));
            let chosen = LeftOut::new(reanalysis, cases, (kind.name(), count, wanted.limits.ways));
            let found = each(reanalysis, baseline, kind, chosen.draws(), &|draw| with(*at, chosen.cases(draw)));
            some.extend(found.into_iter().map(|(one, changed)| {
                let decisive = if count == 1 { chosen.of_draws(&changed) } else { Vec::new() };
                Resampled { ways: Some(chosen.ways()), decisive, ..one }
            }));
        }
        if let Some(perturbation) = wanted.perturb {
            let kind = Kind::PerturbReverse;
            let sets = |draw| with(*at, perturbed(reanalysis, perturbation, kind, draw));
            let found = each(reanalysis, baseline, kind, perturbation.draws, &sets);
            perturbed_ones.extend(found.into_iter().map(|(one, _)| one));
        }
    }
    [some, perturbed_ones]
}

/// The cases that are perturbed in a draw, as indices into the table.
fn perturbed(reanalysis: &Reanalysis<'_>, perturbation: Perturbation, kind: Kind, draw: u64) -> Vec<usize> {
    let mut draws = draws_of(reanalysis.study(), kind, draw);
    (0..reanalysis.table().cases.len()).filter(|_| draws.uniform() < perturbation.probability).collect()
}

/// The cases of the table but these, ascending.
fn without(reanalysis: &Reanalysis<'_>, cases: &[usize]) -> CaseTable {
    let table = reanalysis.table();
    let kept: Vec<usize> = (0..table.cases.len()).filter(|case| cases.binary_search(case).is_err()).collect();
    picked(table, &kept)
}

/// The cases that have a value of every set of an analysis, as indices into the table; all without findings.
fn cases_with_values(reanalysis: &Reanalysis<'_>, findings: Option<&Findings>) -> Vec<usize> {
    let missing = findings.map_or(&[][..], |findings| &findings.missing);
    let cases = reanalysis.table().cases.iter().enumerate();
    cases.filter(|(_, case)| missing.iter().all(|one| one.case != **case)).map(|(at, _)| at).collect()
}

/// The sets of a draw, by its number.
type Sets<'a> = &'a (dyn Fn(u64) -> Result<Vec<Set>, Impossible> + Sync);

/// One kind for every analysis with a solution, and the draws in which the models differ from the study's.
fn each(
    reanalysis: &Reanalysis<'_>,
    baselines: &[(usize, Baseline)],
    kind: Kind,
    draws: u64,
    sets: Sets<'_>,
) -> Vec<(Resampled, Vec<u64>)> {
    let nothing = || baselines.iter().map(|(_, baseline)| Drawn::none_of(baseline)).collect::<Vec<_>>();
    let of_block = |block: u64| {
        let (mut memory, mut drawn) = (Memory::default(), nothing());
        for draw in block * SHARED..draws.min((block + 1) * SHARED) {
            let imposed = sets(draw).map(|sets| memory.impose(reanalysis.study(), sets));
            for ((at, baseline), drawn) in baselines.iter().zip(&mut drawn) {
                let own = |()| reanalysis.universe_of(&mut memory, *at, &Decisions::default());
                match imposed.clone().and_then(own) {
                    Ok(universe) => drawn.add(draw, baseline, &universe),
                    Err(_) => drawn.impossible += 1,
                }
            }
        }
        drawn
    };
    let blocks = usize::try_from(draws.div_ceil(SHARED)).unwrap_or(usize::MAX);
    let blocks: Vec<Vec<Drawn>> = (0..blocks).into_par_iter().map(|block| of_block(block as u64)).collect();
    let add = |all: Vec<Drawn>, block: Vec<Drawn>| all.into_iter().zip(block).map(|(all, one)| all.and(one)).collect();
    let drawn = blocks.into_iter().fold(nothing(), add);
    baselines.iter().zip(drawn).map(|((_, baseline), drawn)| summed(kind, draws, baseline, drawn)).collect()
}

/// The sums over the draws of one analysis, and the draws in which the models differ from the study's.
fn summed(kind: Kind, draws: u64, baseline: &Baseline, drawn: Drawn) -> (Resampled, Vec<u64>) {
    let written = |literals: &[Cube]| literals.iter().map(|&literal| baseline.write(literal)).collect::<Vec<_>>();
    let intervals = |[consistency, coverage]: [Vec<f64>; 2]| Intervals {
        consistency: quantiles(consistency),
        coverage: quantiles(coverage),
    };
    let mut refitted = drawn.refitted.into_iter().map(intervals);
    let found = Resampled {
        reported: refitted.next().unwrap_or_default(),
        terms: written(&baseline.paths).into_iter().zip(refitted).collect(),
        kind,
        analysis: baseline.analysis.clone(),
        draws,
        impossible: drawn.impossible,
        undecided: drawn.undecided,
        solved: drawn.solved,
        same_models: drawn.same_models,
        no_contradiction: drawn.no_contradiction,
        paths: written(&baseline.paths).into_iter().zip(drawn.fates).collect(),
        necessary: written(&baseline.necessary).into_iter().zip(drawn.necessary).collect(),
        ways: None,
        decisive: Vec::new(),
        consistency: quantiles(drawn.consistency),
        coverage: quantiles(drawn.coverage),
        redrawn: Redrawn::default(),
    };
    (found, drawn.changed)
}

/// The 2.5 %, 50 % and 97.5 % quantiles (type 7).
pub(crate) fn quantiles(mut values: Vec<f64>) -> [Option<f64>; 3] {
    values.sort_unstable_by(f64::total_cmp);
    let quantile = |percent| (!values.is_empty()).then(|| percentile(&values, percent));
    [2.5, 50.0, 97.5].map(quantile)
}

fn draws_of(study: &Study, kind: Kind, draw: u64) -> Draws {
    stream(&study.id, study.robustness.seed, kind.name(), draw)
}

/// The same number of cases drawn with replacement; a case drawn twice counts as two.
pub(crate) fn bootstrapped(reanalysis: &Reanalysis<'_>, draw: u64) -> CaseTable {
    let table = reanalysis.table();
    let mut draws = draws_of(reanalysis.study(), Kind::Bootstrap, draw);
    let mut order: Vec<usize> = table.cases.iter().map(|_| draws.index(table.cases.len())).collect();
    order.sort_unstable();
    picked(table, &order)
}

pub(crate) fn with_noise(reanalysis: &Reanalysis<'_>, noise: MembershipNoise, draw: u64) -> Vec<Set> {
    let mut draws = draws_of(reanalysis.study(), Kind::MembershipNoise, draw);
    let noisy = |set: &Arc<Set>| {
        let mut set = (**set).clone();
        if set.kind == SetKind::Fuzzy {
            for value in &mut set.values {
                *value = (*value + noise.sd * draws.normal()).clamp(0.0, 1.0);
            }
        }
        set
    };
    reanalysis.sets().iter().map(noisy).collect()
}
