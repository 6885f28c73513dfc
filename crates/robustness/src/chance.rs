//! What chance alone would have given: permutations of the outcome and tables without any relation.
//!
//! Braumoeller (2015, Political Analysis 23:471–487) permutes the outcome and asks how often a path is as consistent as
//! observed; p is (1 + such permutations) / (1 + permutations), and Holm's (1979) correction runs over every
//! configuration that could have been a path. Gibson & Vann's baQCA asks how often data with the same margins, but no
//! relation between sets, give any solution at the same cutoffs.

use equifinal_qca::findings::Findings;
use equifinal_qca::frame::Cases;
use equifinal_qca::space::Cube;
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::draws::stream;
use crate::memory::Memory;
use crate::universe::{Laboratory, Universe};
use crate::verdict::{Baseline, baselines};

/// The permutation test of one analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Permuted {
    /// The analysis.
    pub analysis: String,
    /// How many permutations.
    pub draws: u64,
    /// How many paths could have been tested: the rows with enough cases.
    pub family: usize,
    /// One test a path of the interpreted solution.
    pub paths: Vec<PermutedPath>,
    /// Permutations that give any interpreted solution at all.
    pub any_solution: u64,
}

/// The test of one path.
#[derive(Debug, Clone, PartialEq)]
pub struct PermutedPath {
    /// The path.
    pub expression: String,
    /// Its observed consistency.
    pub consistency: Option<f64>,
    /// Cases in the path, and of these without the outcome.
    pub cases: usize,
    /// Counterexamples: cases in the path and not in the outcome.
    pub counterexamples: usize,
    /// (1 + permutations as consistent) / (1 + permutations).
    pub p: f64,
    /// The same corrected by Holm's method over all configurations that could have been tested.
    pub adjusted: f64,
    /// For crisp sets without counterexamples: the chance that all its cases have the outcome, share^cases.
    pub exact: Option<f64>,
}

/// The bootstrapped assessment of one analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RandomData {
    /// The analysis.
    pub analysis: String,
    /// How many tables.
    pub draws: u64,
    /// Tables that give any solution.
    pub any_solution: u64,
}

/// The permutation test of every analysis that has a solution.
pub fn permutations(laboratory: &Laboratory<'_>, draws: u64, findings: &[Findings]) -> Vec<Permuted> {
    let of = |(at, _): &(usize, Baseline)| permuted(laboratory, *at, draws);
    baselines(laboratory, findings).iter().filter_map(of).collect()
}

fn permuted(laboratory: &Laboratory<'_>, analysis: usize, draws: u64) -> Option<Permuted> {
    let own = laboratory.universe_of(&mut Memory::default(), analysis, &Decisions::default()).ok()?;
    let answer = own.interpreted().as_ref().ok()?;
    let mut paths: Vec<Cube> = answer.models.iter().flatten().copied().collect();
    paths.sort_unstable();
    paths.dedup();
    let observed: Vec<Option<f64>> = paths.iter().map(|&path| consistency(&own, &own.cases, path)).collect();
    let study = laboratory.study();
    let task = format!("permutation {}", study.analyses.get(analysis)?.name);
    let drawn = |draw: u64| {
        let mut cases = (*own.cases).clone();
        stream(&study.id, study.robustness.seed, &task, draw).shuffle(&mut cases.outcome);
        let as_consistent = paths.iter().zip(&observed);
        let as_consistent: Vec<bool> = as_consistent
            .map(|(&path, observed)| consistency(&own, &cases, path) >= observed.map(|observed| observed - 1e-12))
            .collect();
        (as_consistent, solves(&own, &cases))
    };
    let outcomes: Vec<(Vec<bool>, bool)> = (0..draws).into_par_iter().map(drawn).collect();
    let frequency = own.cuts.frequency.count(own.cases.outcome.len());
    let family = own.rows.iter().filter(|row| row.cases.len() >= frequency).count().max(paths.len());
    let share = outcome_share(&own.cases);
    let mut found: Vec<PermutedPath> = paths
        .iter()
        .zip(&observed)
        .enumerate()
        .map(|(at, (&path, &observed))| {
            let as_consistent = outcomes.iter().filter(|(each, _)| each.get(at) == Some(&true)).count();
            let memberships = own.frame.memberships(&own.cases, &[path]);
            let inside: Vec<usize> = (0..memberships.len()).filter(|&case| memberships[case] > 0.5).collect();
            let counterexamples = inside.iter().filter(|&&case| own.cases.outcome[case] < 0.5).count();
            let exponent = i32::try_from(inside.len()).unwrap_or(i32::MAX);
            PermutedPath {
                expression: own.frame.write_term(path),
                consistency: observed,
                cases: inside.len(),
                counterexamples,
                p: share_of(as_consistent + 1, outcomes.len() + 1),
                adjusted: 1.0,
                exact: share.filter(|_| counterexamples == 0).map(|share| libm::pow(share, f64::from(exponent))),
            }
        })
        .collect();
    holm(&mut found, family);
    let any_solution = outcomes.iter().filter(|(_, solved)| *solved).count() as u64;
    Some(Permuted { analysis: study.analyses.get(analysis)?.name.clone(), draws, family, paths: found, any_solution })
}

/// Holm's step-down correction over a family of which only the smallest p-values are known; the others are taken for
/// larger.
#[expect(clippy::cast_precision_loss, reason = "a few tests")]
fn holm(paths: &mut [PermutedPath], family: usize) {
    let mut order: Vec<usize> = (0..paths.len()).collect();
    order.sort_by(|&a, &b| paths[a].p.total_cmp(&paths[b].p));
    let mut highest = 0.0_f64;
    for (rank, at) in order.into_iter().enumerate() {
        let path = &mut paths[at];
        highest = highest.max((path.p * (family - rank) as f64).min(1.0));
        path.adjusted = highest;
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn share_of(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// The share of cases with the outcome, where every case has it or not.
fn outcome_share(cases: &Cases) -> Option<f64> {
    let crisp =
        |values: &[f64]| values.iter().all(|value| value.total_cmp(&0.0).is_eq() || value.total_cmp(&1.0).is_eq());
    let all = crisp(&cases.outcome) && cases.values.iter().all(|values| crisp(values));
    let with = cases.outcome.iter().filter(|value| **value > 0.5).count();
    all.then(|| share_of(with, cases.outcome.len()))
}

fn consistency(universe: &Universe, cases: &Cases, path: Cube) -> Option<f64> {
    universe.frame.fit(cases, &[path]).consistency
}

/// Whether the cases give an interpreted solution under the universe's cutoffs.
fn solves(universe: &Universe, cases: &Cases) -> bool {
    let rows = universe.frame.rows(cases);
    let outputs = universe.frame.outputs(&rows, &universe.cuts, cases.outcome.len());
    let table: Vec<_> = rows.iter().zip(outputs).map(|(row, output)| (row.row, output)).collect();
    universe.frame.is_solvable(&table, universe.interpret)
}

/// How often tables without any relation give a solution, for every analysis that has one.
///
/// Each column of memberships is drawn with replacement from itself, independently of the others.
pub fn random_data(laboratory: &Laboratory<'_>, draws: u64, findings: &[Findings]) -> Vec<RandomData> {
    let study = laboratory.study();
    let of = |(at, baseline): &(usize, Baseline)| {
        let own = laboratory.universe_of(&mut Memory::default(), *at, &Decisions::default()).ok()?;
        let task = format!("random data {}", baseline.analysis);
        let drawn = |draw: u64| {
            let mut source = stream(&study.id, study.robustness.seed, &task, draw);
            let mut again =
                |values: &[f64]| -> Vec<f64> { values.iter().map(|_| values[source.index(values.len())]).collect() };
            let values = own.cases.values.iter().map(|values| again(values)).collect();
            let outcome = again(&own.cases.outcome);
            solves(&own, &Cases { kept: own.cases.kept.clone(), values, outcome })
        };
        let any_solution = (0..draws).into_par_iter().filter(|&draw| drawn(draw)).count() as u64;
        Some(RandomData { analysis: baseline.analysis.clone(), draws, any_solution })
    };
    baselines(laboratory, findings).iter().filter_map(of).collect()
}
