//! Additive counts of one analysis over many universes.

use std::collections::BTreeMap;

use equifinal_qca::findings::SufficiencyFit;
use equifinal_study::config::Kept;

use crate::followed::Followed;
use crate::impossible::Ground;
use crate::plan::{Plan, levels_of};
use crate::universe_row::{Row, UniverseResult};
use crate::verdict::{Baseline, State};

/// The counts of one analysis.
#[derive(Debug, Clone)]
pub struct Tally {
    /// The analysis.
    pub analysis: String,
    /// Universes.
    pub universes: u64,
    /// Universes whose decisions cannot be applied, by reason.
    pub impossible: BTreeMap<Ground, u64>,
    /// Possible universes whose solution is unknown because of a budget, or has unlisted models.
    pub undecided: u64,
    /// Possible universes with a solution of which every model is listed.
    pub solved: u64,
    /// The study's paths as written, with the number of universes for each fate, in the order of
    /// [`Fate::ALL`](crate::fate::Fate::ALL).
    pub paths: Vec<(String, [u64; 6])>,
    /// The paths that the study names.
    pub named: Vec<String>,
    /// The study's necessary conditions.
    pub necessary: Vec<String>,
    /// Every literal with the number of universes for each role, in the order of
    /// [`Part::ALL`](crate::verdict::Part::ALL).
    pub parts: Vec<(String, [u64; 6])>,
    /// Survival of the solution, each path and each necessary condition.
    pub followed: Followed,
    /// The distinct solutions with frequency, lowest universe and its fit; the first thousand.
    pub solutions: BTreeMap<String, (u64, u64, SufficiencyFit)>,
    /// For each dimension and level, over the decided universes: their number, same models, and sums of coverage and
    /// consistency with their counts.
    pub levels: Vec<Vec<Level>>,
    /// An even selection of universes, for a specification curve.
    pub points: Vec<Point>,
}

/// Sums over the universes with one level of a dimension.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Level {
    /// Universes that are possible and decided.
    pub universes: u64,
    /// With the study's own models.
    pub same_models: u64,
    /// With a defined coverage.
    pub fitted: u64,
    /// Sum of coverages, in billionths as integers, so that the order of summation does not matter.
    pub coverage: i128,
    /// Sum of their squares, in billionths.
    pub squares: i128,
}

/// A universe of the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The universe.
    pub universe: u64,
    /// Fit of its first model.
    pub fit: SufficiencyFit,
    /// True if it has the study's own models.
    pub same_models: bool,
    /// True if no path contradicts the study's.
    pub no_contradiction: bool,
    /// The index of its value, or bin, in each dimension.
    pub levels: Vec<usize>,
}

/// The effect of one decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The share of the variance of "same models" explained by the decision's levels; `None` without variance.
    pub same_models: Option<f64>,
    /// The same of coverage.
    pub coverage: Option<f64>,
}

/// Maximum number of distinct solutions counted.
const SOLUTIONS: usize = 1000;

impl Tally {
    /// A tally of nothing yet.
    pub fn new(baseline: &Baseline, plan: &Plan<'_>) -> Self {
        Self {
            analysis: baseline.analysis.clone(),
            universes: 0,
            impossible: BTreeMap::new(),
            undecided: 0,
            solved: 0,
            paths: baseline.paths.iter().map(|&path| (baseline.write(path), [0; 6])).collect(),
            named: baseline.named.iter().map(|(name, _)| name.clone()).collect(),
            necessary: baseline.necessary.iter().map(|&literal| baseline.write(literal)).collect(),
            parts: baseline.literals.iter().map(|&literal| (baseline.write(literal), [0; 6])).collect(),
            followed: Followed::new(baseline),
            solutions: BTreeMap::new(),
            levels: plan.dimensions().iter().map(|one| vec![Level::default(); levels_of(one)]).collect(),
            points: Vec::new(),
        }
    }

    /// Universes whose decisions can be applied: the denominator of shares.
    pub fn possible(&self) -> u64 {
        self.universes - self.impossible.values().sum::<u64>()
    }

    /// Universes with the study's own models.
    pub fn same_models(&self) -> u64 {
        self.followed.solution(Kept::Exact).kept
    }

    /// Universes with the same cores.
    pub fn same_core(&self) -> u64 {
        self.followed.solution(Kept::Core).kept
    }

    /// Universes without contradiction.
    pub fn no_contradiction(&self) -> u64 {
        self.followed.solution(Kept::Related).kept
    }

    /// Adds one universe; `stratum` is as for [`Followed`].
    pub(crate) fn add(&mut self, row: &Row, stratum: Option<UniverseResult<'_>>, plan: &Plan<'_>, levels: &[usize]) {
        let verdict = &row.verdict;
        self.universes += 1;
        match verdict.state {
            State::Impossible(ground) => {
                *self.impossible.entry(ground).or_default() += 1;
                return;
            }
            State::Undecided => self.undecided += 1,
            State::Solved => self.solved += 1,
            State::NoSolution => {}
        }
        self.followed.add(row, stratum, plan);
        for ((_, fates), fate) in self.paths.iter_mut().zip(&verdict.fates) {
            if let Some(fate) = fate {
                fates[*fate as usize] += 1;
            }
        }
        for ((_, counts), part) in self.parts.iter_mut().zip(&verdict.parts) {
            counts[*part as usize] += 1;
        }
        if let (State::Solved, Ok(solution)) = (verdict.state, &verdict.solution) {
            note(&mut self.solutions, solution, (1, row.universe, row.fit));
        }
        let Some(same_models) = verdict.same_models else { return };
        for (all, level) in self.levels.iter_mut().zip(levels) {
            if let Some(level) = all.get_mut(*level) {
                level.add(same_models, &row.fit);
            }
        }
        if plan.is_on_curve(row.universe) {
            let no_contradiction = verdict.no_contradiction == Some(true);
            let (universe, fit, levels) = (row.universe, row.fit, levels.to_vec());
            self.points.push(Point { universe, fit, same_models, no_contradiction, levels });
        }
    }

    /// Adds the tally of other universes.
    pub fn merge(&mut self, other: Self) {
        self.universes += other.universes;
        for (ground, count) in other.impossible {
            *self.impossible.entry(ground).or_default() += count;
        }
        self.undecided += other.undecided;
        self.solved += other.solved;
        for ((_, own), (_, other)) in self.paths.iter_mut().zip(other.paths) {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        }
        for ((_, own), (_, other)) in self.parts.iter_mut().zip(other.parts) {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        }
        self.followed.merge(&other.followed);
        for (solution, found) in other.solutions {
            note(&mut self.solutions, &solution, found);
        }
        for (own, other) in self.levels.iter_mut().flatten().zip(other.levels.into_iter().flatten()) {
            own.merge(other);
        }
        self.points.extend(other.points);
    }

    /// The effect of each dimension: main effects, equal to first-order Sobol indices in a full factorial.
    pub fn effects(&self) -> Vec<Effect> {
        self.levels
            .iter()
            .map(|levels| Effect {
                same_models: share_of_variance(levels.iter().map(Level::of_models)),
                coverage: share_of_variance(levels.iter().map(Level::of_coverage)),
            })
            .collect()
    }
}

impl Level {
    fn add(&mut self, same_models: bool, fit: &SufficiencyFit) {
        self.universes += 1;
        self.same_models += u64::from(same_models);
        if let Some(coverage) = fit.coverage {
            self.fitted += 1;
            self.coverage += billionths(coverage);
            self.squares += billionths(coverage * coverage);
        }
    }

    fn merge(&mut self, other: Self) {
        self.universes += other.universes;
        self.same_models += other.same_models;
        self.fitted += other.fitted;
        self.coverage += other.coverage;
        self.squares += other.squares;
    }

    /// Count, sum and sum of squares.
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    fn of_models(&self) -> [f64; 3] {
        [self.universes as f64, self.same_models as f64, self.same_models as f64]
    }

    #[expect(clippy::cast_precision_loss, reason = "one rounding of an exact sum")]
    fn of_coverage(&self) -> [f64; 3] {
        [self.fitted as f64, self.coverage as f64 / 1e9, self.squares as f64 / 1e9]
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a ratio in [0, 1]")]
fn billionths(ratio: f64) -> i128 {
    libm::round(ratio * 1e9) as i128
}

/// Between-group variance over total variance, from count, sum and sum of squares of each group.
fn share_of_variance(groups: impl Iterator<Item = [f64; 3]>) -> Option<f64> {
    let groups: Vec<[f64; 3]> = groups.filter(|group| group[0] > 0.0).collect();
    let total = groups.iter().fold([0.0; 3], |all, group| [all[0] + group[0], all[1] + group[1], all[2] + group[2]]);
    let mean = total[1] / total[0];
    let whole = total[2] / total[0] - mean * mean;
    let between: f64 =
        groups.iter().map(|group| group[0] * (group[1] / group[0] - mean) * (group[1] / group[0] - mean)).sum();
    (whole > 1e-12).then(|| (between / total[0] / whole).clamp(0.0, 1.0))
}

/// Counts a solution; beyond the limit the last in order are dropped.
fn note(
    solutions: &mut BTreeMap<String, (u64, u64, SufficiencyFit)>,
    solution: &str,
    found: (u64, u64, SufficiencyFit),
) {
    match solutions.get_mut(solution) {
        Some(known) => {
            known.0 += found.0;
            if found.1 < known.1 {
                (known.1, known.2) = (found.1, found.2);
            }
        }
        None => {
            solutions.insert(solution.to_owned(), found);
            if solutions.len() > SOLUTIONS {
                solutions.pop_last();
            }
        }
    }
}
