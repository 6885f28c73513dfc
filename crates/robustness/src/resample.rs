//! The study with other cases, or other values of its cases, again and again.
//!
//! Leave-d-out and bootstrap of cases, noise on memberships, doubt about raw scores. Each draw is numbered and
//! drawn from its own stream, so it is the same whatever thread, shard or order.

use std::collections::BTreeSet;

use equifinal_qca::findings::Findings;
use equifinal_study::config::{MembershipNoise, Resample, Study};
use equifinal_study::draws::Draws;
use equifinal_study::memberships::SetKind;
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::doubt::{self, Redrawn};
use crate::draws::stream;
use crate::memory::Memory;
use crate::scenario::picked;
use crate::universe::{Laboratory, Universe};
use crate::verdict::{Baseline, Fate, StillNecessary};

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

/// What came of one draw: the verdict, the necessary conditions, the fit and who was left out.
struct Drawn {
    solved: bool,
    same_models: bool,
    no_contradiction: bool,
    fates: Vec<Fate>,
    necessary: StillNecessary,
    fit: [Option<f64>; 2],
    left_out: Vec<usize>,
}

/// More ways to leave cases out than this are drawn, not tried one by one.
const WAYS: u64 = 10_000;

/// Everything that a study asks to be resampled.
pub fn resample(laboratory: &Laboratory<'_>, wanted: &Resample, findings: &[Findings]) -> Vec<Resampled> {
    let mut all = Vec::new();
    if let Some(count) = wanted.leave_out {
        all.extend(leave_out(laboratory, findings, count));
    }
    if let Some(draws) = wanted.bootstrap {
        let table = |draw| bootstrapped(laboratory, draw);
        all.extend(each(laboratory, findings, Kind::Bootstrap, draws, &|at, draw| {
            of_table(laboratory, &table(draw), at)
        }));
    }
    if let Some(noise) = wanted.membership_noise {
        let draw = |at, draw| with_noise(laboratory, noise, at, draw);
        all.extend(each(laboratory, findings, Kind::MembershipNoise, noise.draws, &draw));
    }
    if let Some(error) = &wanted.measurement_error {
        let table = |draw| doubt::mismeasured(laboratory, error, draw);
        let found = each(laboratory, findings, Kind::MeasurementError, error.draws, &|at, draw| {
            of_table(laboratory, &table(draw), at)
        });
        let redrawn = doubt::by_reliability(laboratory, error);
        all.extend(found.into_iter().map(|one| Resampled { redrawn: redrawn.clone(), ..one }));
    }
    if let Some(draws) = wanted.coder_disagreement {
        let table = |draw| doubt::recoded(laboratory, draw);
        let found = each(laboratory, findings, Kind::CoderDisagreement, draws, &|at, draw| {
            of_table(laboratory, &table(draw), at)
        });
        let redrawn = doubt::by_coders(laboratory);
        all.extend(found.into_iter().map(|one| Resampled { redrawn: redrawn.clone(), ..one }));
    }
    all
}

/// One kind for every analysis that has a solution; `universe` gives draw number so much of an analysis.
fn each(
    laboratory: &Laboratory<'_>,
    findings: &[Findings],
    kind: Kind,
    draws: u64,
    universe: &(dyn Fn(usize, u64) -> Result<Universe, String> + Sync),
) -> Vec<Resampled> {
    let baselines = baselines(laboratory, findings);
    let of = |(at, baseline): &(usize, Baseline)| {
        let drawn: Vec<Drawn> =
            (0..draws).into_par_iter().map(|draw| judged(baseline, universe(*at, draw), Vec::new())).collect();
        summed(kind, baseline, &drawn, &[])
    };
    baselines.iter().map(of).collect()
}

/// The analyses that have a solution.
pub(crate) fn baselines(laboratory: &Laboratory<'_>, findings: &[Findings]) -> Vec<(usize, Baseline)> {
    let own = laboratory.universe(&mut Memory::default(), &Decisions::default());
    let baseline = |(at, own): (usize, Result<Universe, String>)| {
        let name = &laboratory.study().analyses.get(at)?.name;
        let findings = findings.iter().find(|findings| findings.analysis.name == *name)?;
        Some((at, Baseline::new(findings, &own.ok()?)?))
    };
    own.into_iter().enumerate().filter_map(baseline).collect()
}

fn leave_out(laboratory: &Laboratory<'_>, findings: &[Findings], count: usize) -> Vec<Resampled> {
    let cases = &laboratory.table().cases;
    let ways = ways(cases.len(), count).filter(|ways| *ways <= WAYS);
    let draws = ways.unwrap_or(WAYS);
    let left_out = |draw: u64| match ways {
        Some(_) => combination(cases.len(), count, draw),
        None => {
            let mut order: Vec<usize> = (0..cases.len()).collect();
            draws_of(laboratory.study(), Kind::LeaveOut(count), draw).shuffle(&mut order);
            let mut left_out: Vec<usize> = order.into_iter().take(count).collect();
            left_out.sort_unstable();
            left_out
        }
    };
    let baselines = baselines(laboratory, findings);
    let of = |(at, baseline): &(usize, Baseline)| {
        let drawn = |draw: u64| {
            let left_out = left_out(draw);
            let drop_cases: BTreeSet<String> = left_out.iter().filter_map(|&case| cases.get(case)).cloned().collect();
            let decisions = Decisions { drop_cases, ..Decisions::default() };
            let universe = laboratory.universe_of(&mut Memory::default(), *at, &decisions);
            judged(baseline, universe, left_out)
        };
        let drawn: Vec<Drawn> = (0..draws).into_par_iter().map(drawn).collect();
        summed(Kind::LeaveOut(count), baseline, &drawn, cases)
    };
    baselines.iter().map(of).collect()
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

/// One analysis of another table of the same study.
fn of_table(laboratory: &Laboratory<'_>, table: &CaseTable, analysis: usize) -> Result<Universe, String> {
    let other = Laboratory::new(laboratory.study(), table).map_err(|errors| errors.to_string())?;
    other.universe_of(&mut Memory::default(), analysis, &Decisions::default())
}

/// As many cases, drawn with replacement; a case that is drawn twice counts as two.
fn bootstrapped(laboratory: &Laboratory<'_>, draw: u64) -> CaseTable {
    let table = laboratory.table();
    let mut draws = draws_of(laboratory.study(), Kind::Bootstrap, draw);
    let mut order: Vec<usize> = table.cases.iter().map(|_| draws.index(table.cases.len())).collect();
    order.sort_unstable();
    picked(table, &order)
}

fn with_noise(
    laboratory: &Laboratory<'_>,
    noise: MembershipNoise,
    analysis: usize,
    draw: u64,
) -> Result<Universe, String> {
    let mut draws = draws_of(laboratory.study(), Kind::MembershipNoise, draw);
    let mut memory = Memory::default();
    let noisy = laboratory.sets().iter().map(|set| {
        let mut set = (**set).clone();
        if set.kind == SetKind::Fuzzy {
            for value in &mut set.values {
                *value = (*value + noise.sd * draws.normal()).clamp(0.0, 1.0);
            }
        }
        set
    });
    memory.impose(laboratory.study(), noisy.collect());
    laboratory.universe_of(&mut memory, analysis, &Decisions::default())
}

fn judged(baseline: &Baseline, universe: Result<Universe, String>, left_out: Vec<usize>) -> Drawn {
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
                left_out,
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
                left_out,
            }
        }
    }
}

fn summed(kind: Kind, baseline: &Baseline, drawn: &[Drawn], cases: &[String]) -> Resampled {
    let count = |holds: &dyn Fn(&Drawn) -> bool| drawn.iter().filter(|one| holds(one)).count() as u64;
    let fate = |path: usize, fate: Fate| count(&|one| one.fates.get(path) == Some(&fate));
    let fates = |path: usize| [Fate::Exact, Fate::Narrower, Fate::Wider, Fate::Lost].map(|one| fate(path, one));
    let paths = baseline.paths.iter().enumerate().map(|(at, &path)| (baseline.write(path), fates(at)));
    let necessary = baseline.necessary.iter().enumerate();
    let necessary = necessary
        .map(|(at, &literal)| (baseline.write(literal), count(&|one| one.necessary.iter().nth(at) == Some(true))));
    let decisive = drawn.iter().filter(|one| one.left_out.len() == 1 && !one.same_models);
    let decisive = decisive.flat_map(|one| &one.left_out).filter_map(|&case| cases.get(case)).cloned();
    Resampled {
        kind,
        analysis: baseline.analysis.clone(),
        draws: drawn.len() as u64,
        solved: count(&|one| one.solved),
        same_models: count(&|one| one.same_models),
        no_contradiction: count(&|one| one.no_contradiction),
        paths: paths.collect(),
        necessary: necessary.collect(),
        decisive: decisive.collect(),
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
