//! What survives of one analysis over many universes, in numbers that add up.

use std::collections::BTreeMap;

use equifinal_qca::findings::SufficiencyFit;

use crate::multiverse::Row;
use crate::nearest::Nearest;
use crate::plan::{Plan, levels_of};
use crate::verdict::{Baseline, Part};

/// What survives of one analysis.
#[derive(Debug, Clone)]
pub struct Tally {
    /// The analysis.
    pub analysis: String,
    /// Universes.
    pub universes: u64,
    /// Of these, with a solution.
    pub solved: u64,
    /// With the study's own models.
    pub same_models: u64,
    /// With the same cores.
    pub same_core: u64,
    /// Without contradiction.
    pub no_contradiction: u64,
    /// The study's paths as written, with how often each met each fate, in the order of [`Fate`].
    pub paths: Vec<(String, [u64; 4])>,
    /// The study's necessary conditions with how often they were still.
    pub necessary: Vec<(String, u64)>,
    /// Every literal with how often it was core, peripheral and absent from all paths.
    pub parts: Vec<(String, [u64; 3])>,
    /// Every solution met, with how often, the lowest universe, and its fit there; the first thousand.
    pub solutions: BTreeMap<String, (u64, u64, SufficiencyFit)>,
    /// For each dimension and level: universes, same models, and sums of coverage and consistency with their counts.
    pub levels: Vec<Vec<Level>>,
    /// The smallest change that breaks each finding.
    pub nearest: Nearest,
    /// Some universes, evenly chosen, for a curve.
    pub points: Vec<Point>,
}

/// Sums over the universes that have one level of a dimension.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Level {
    /// Universes.
    pub universes: u64,
    /// With the study's own models.
    pub same_models: u64,
    /// With a defined coverage.
    pub fitted: u64,
    /// Sum of coverages, in billionths, so that sums do not depend on their order.
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
    /// Whether it has the study's own models.
    pub same_models: bool,
    /// Whether no path contradicts the study's.
    pub no_contradiction: bool,
    /// The number of its value, or bin, in each dimension.
    pub levels: Vec<usize>,
}

/// How much one decision matters.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The share of the variance of "same models" that the decision's own levels account for; nothing where it has none.
    pub same_models: Option<f64>,
    /// The same of coverage.
    pub coverage: Option<f64>,
}

/// So many solutions are told apart.
const SOLUTIONS: usize = 1000;

impl Tally {
    /// A tally of nothing yet.
    pub fn new(baseline: &Baseline, plan: &Plan<'_>) -> Self {
        let paths: Vec<String> = baseline.paths.iter().map(|&path| baseline.write(path)).collect();
        let necessary: Vec<String> = baseline.necessary.iter().map(|&literal| baseline.write(literal)).collect();
        Self {
            analysis: baseline.analysis.clone(),
            universes: 0,
            solved: 0,
            same_models: 0,
            same_core: 0,
            no_contradiction: 0,
            nearest: Nearest::new(baseline),
            paths: paths.into_iter().map(|path| (path, [0; 4])).collect(),
            necessary: necessary.into_iter().map(|literal| (literal, 0)).collect(),
            parts: baseline.literals.iter().map(|&literal| (baseline.write(literal), [0; 3])).collect(),
            solutions: BTreeMap::new(),
            levels: plan.dimensions().iter().map(|one| vec![Level::default(); levels_of(one)]).collect(),
            points: Vec::new(),
        }
    }

    /// Adds one universe.
    pub fn add(&mut self, row: &Row, plan: &Plan<'_>) {
        let verdict = &row.verdict;
        self.universes += 1;
        self.solved += u64::from(verdict.solution.is_ok());
        self.same_models += u64::from(verdict.same_models);
        self.same_core += u64::from(verdict.same_core);
        self.no_contradiction += u64::from(verdict.no_contradiction);
        for ((_, fates), fate) in self.paths.iter_mut().zip(&verdict.fates) {
            fates[*fate as usize] += 1;
        }
        for ((_, count), holds) in self.necessary.iter_mut().zip(row.necessary.iter()) {
            *count += u64::from(holds);
        }
        for ((_, counts), part) in self.parts.iter_mut().zip(&verdict.parts) {
            counts[match part {
                Part::Core => 0,
                Part::Peripheral => 1,
                Part::None => 2,
            }] += 1;
        }
        if let Ok(solution) = &verdict.solution {
            note(&mut self.solutions, solution, (1, row.universe, row.fit));
        }
        for (levels, level) in self.levels.iter_mut().zip(plan.levels(row.universe)) {
            if let Some(level) = levels.get_mut(level) {
                level.add(row);
            }
        }
        self.nearest.add(row, plan);
        if plan.is_on_curve(row.universe) {
            let (fit, same_models) = (row.fit, verdict.same_models);
            let (no_contradiction, levels) = (verdict.no_contradiction, plan.levels(row.universe));
            self.points.push(Point { universe: row.universe, fit, same_models, no_contradiction, levels });
        }
    }

    /// Adds the tally of other universes.
    pub fn merge(&mut self, other: Self) {
        self.universes += other.universes;
        self.solved += other.solved;
        self.same_models += other.same_models;
        self.same_core += other.same_core;
        self.no_contradiction += other.no_contradiction;
        for ((_, own), (_, other)) in self.paths.iter_mut().zip(other.paths) {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        }
        for ((_, own), (_, other)) in self.necessary.iter_mut().zip(other.necessary) {
            *own += other;
        }
        for ((_, own), (_, other)) in self.parts.iter_mut().zip(other.parts) {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        }
        for (solution, found) in other.solutions {
            note(&mut self.solutions, &solution, found);
        }
        for (own, other) in self.levels.iter_mut().flatten().zip(other.levels.into_iter().flatten()) {
            own.merge(other);
        }
        self.nearest.merge(other.nearest);
        self.points.extend(other.points);
    }

    /// How much each dimension matters: main effects, which are first-order Sobol indices in a full factorial.
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
    fn add(&mut self, row: &Row) {
        self.universes += 1;
        self.same_models += u64::from(row.verdict.same_models);
        if let Some(coverage) = row.fit.coverage {
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

/// Counts a solution; of those beyond the limit the last in order are forgotten.
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
