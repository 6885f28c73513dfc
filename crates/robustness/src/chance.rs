//! Tests against chance: permutations of the outcome.
//!
//! Braumoeller (2015, Political Analysis 23:471–487) permutes the outcome and asks how often a path is as consistent as
//! observed. If the outcome has few distinct orders, all are tried, and p is the exact share of those in which the path
//! is as consistent (Pitman 1937). Otherwise permutations are drawn, and p is (1 + such permutations) / (1 +
//! permutations) (Phipson & Smyth 2010), with the standard error of such a share. Holm's (1979) correction covers every
//! configuration that could have been a path. Rohlfing (2018, Political Analysis 26:72–89) asks for the power of the
//! test beside its p.

use equifinal_qca::findings::Findings;
use equifinal_qca::frame::Cases;
use equifinal_qca::space::Cube;
use equifinal_qca::sufficiency;
use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::cuts::at_least;
use equifinal_study::orders::Orders;
use equifinal_study::permutation::{benjamini_hochberg, holm, p_value, standard_error};
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::memory::Memory;
use crate::power::power;
use crate::random_tables::solved;
use crate::universe::{Reanalysis, Universe};
use crate::verdict::{Baseline, baselines};
use equifinal_study::draws::{key, stream};

/// The permutation test of one analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Permuted {
    /// The analysis.
    pub analysis: String,
    /// The source of its permutations.
    pub method: Method,
    /// Number of permutations.
    pub draws: u64,
    /// Number of distinct orders of the outcome; `None` if it exceeds 64 bits.
    pub orders: Option<u64>,
    /// Number of paths that could have been tested: the rows with enough cases.
    pub family: usize,
    /// One test per path of the interpreted solution.
    pub paths: Vec<PermutedPath>,
    /// Number of permutations with any interpreted solution.
    pub any_solution: u64,
}

/// The source of the permutations of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every distinct order of the outcome, each once: p is exact.
    Exact,
    /// Orders drawn at random: p is an estimate.
    MonteCarlo,
}

impl Method {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::MonteCarlo => "monte_carlo",
        }
    }
}

/// The test of one path.
#[derive(Debug, Clone, PartialEq)]
pub struct PermutedPath {
    /// The path.
    pub expression: String,
    /// Its observed consistency.
    pub consistency: Option<f64>,
    /// Cases in the path.
    pub cases: usize,
    /// Counterexamples: cases in the path and not in the outcome.
    pub counterexamples: usize,
    /// Number of permutations in which it is at least as consistent.
    pub as_consistent: u64,
    /// The share of orders in which the path is as consistent; (1 + such permutations) / (1 + permutations) if they are
    /// drawn.
    pub p: f64,
    /// The standard error of p: √(p (1 − p) / permutations); `None` if p is exact.
    pub standard_error: Option<f64>,
    /// p corrected by Holm's method over all configurations that could have been tested.
    pub adjusted: f64,
    /// p corrected by the method of Benjamini & Hochberg (1995) over the same configurations.
    pub discovery: f64,
    /// For crisp sets without counterexamples: the probability that all its cases have the outcome, share^cases.
    pub binomial: Option<f64>,
    /// The share of samples of cases in which the test finds the path, see [`power`](crate::power::power); `None` for too
    /// many cases.
    pub power: Option<f64>,
}

/// The permutation test of every analysis with a solution: all distinct orders of the outcome if there are at most
/// `most_orders`, otherwise `draws` permutations.
pub fn permutations(reanalysis: &Reanalysis<'_>, draws: u64, most_orders: u64, findings: &[Findings]) -> Vec<Permuted> {
    let of = |(at, _): &(usize, Baseline)| permuted(reanalysis, *at, draws, most_orders);
    baselines(reanalysis, findings).iter().filter_map(of).collect()
}

fn permuted(reanalysis: &Reanalysis<'_>, analysis: usize, draws: u64, most_orders: u64) -> Option<Permuted> {
    let own = reanalysis.universe_of(&mut Memory::default(), analysis, &Decisions::default()).ok()?;
    let answer = own.interpreted().as_ref().ok()?;
    let mut paths: Vec<Cube> = answer.models.iter().flatten().copied().collect();
    paths.sort_unstable();
    paths.dedup();
    let memberships = |&path: &Cube| own.frame.memberships(&own.cases, &[path]);
    let memberships: Vec<Vec<f64>> = paths.iter().map(memberships).collect();
    let study = reanalysis.study();
    let name = &study.analyses.get(analysis)?.name;
    let task = format!("permutation {name}");
    let orders = Orders::of(&own.cases.outcome);
    let every = orders.as_ref().filter(|orders| orders.count() <= most_orders);
    let (method, tried) = match every {
        Some(orders) => (Method::Exact, orders.count()),
        None => (Method::MonteCarlo, draws),
    };
    let rearrange = |number: u64, outcome: &mut Vec<f64>| match every {
        Some(orders) => orders.write(number, outcome),
        None => {
            outcome.clone_from(&own.cases.outcome);
            stream(&study.id, study.robustness.seed, &task, number).shuffle(outcome);
        }
    };
    let counted = counted(&own, &memberships, tried, &rearrange);
    let frequency = own.cuts.frequency.count(own.cases.outcome.len());
    let family = own.rows.iter().filter(|row| row.cases.len() >= frequency).count().max(paths.len());
    let tests = paths.iter().zip(&memberships).zip(&counted.as_consistent);
    let mut paths: Vec<PermutedPath> = tests
        .map(|((&path, memberships), &as_consistent)| {
            let p = p_value(as_consistent, tried, method == Method::Exact);
            let standard_error = (method == Method::MonteCarlo).then(|| standard_error(p, tried));
            let key = key(&study.id, study.robustness.seed, &format!("power {name}"));
            let power = power(memberships, &own.cases.outcome, key);
            PermutedPath { as_consistent, p, standard_error, power, ..described(&own, path, memberships) }
        })
        .collect();
    let p: Vec<f64> = paths.iter().map(|path| path.p).collect();
    let adjusted = holm(&p, family).into_iter().zip(benjamini_hochberg(&p, family));
    for (path, (adjusted, discovery)) in paths.iter_mut().zip(adjusted) {
        (path.adjusted, path.discovery) = (adjusted, discovery);
    }
    Some(Permuted {
        analysis: name.clone(),
        method,
        draws: tried,
        orders: orders.as_ref().map(Orders::count),
        family,
        paths,
        any_solution: counted.any_solution,
    })
}

/// Counts of permutations.
#[derive(Debug, Default)]
struct Counted {
    /// For each path, the number in which it is at least as consistent.
    as_consistent: Vec<u64>,
    any_solution: u64,
}

impl Counted {
    fn and(mut self, other: &Self) -> Self {
        self.as_consistent.resize(self.as_consistent.len().max(other.as_consistent.len()), 0);
        for (all, more) in self.as_consistent.iter_mut().zip(&other.as_consistent) {
            *all += more;
        }
        self.any_solution += other.any_solution;
        self
    }
}

/// Counts over the permutations that `rearrange` returns; `memberships` are those in each path.
fn counted(
    own: &Universe,
    memberships: &[Vec<f64>],
    permutations: u64,
    rearrange: &(dyn Fn(u64, &mut Vec<f64>) + Sync),
) -> Counted {
    let consistency = |path: &[f64], outcome: &[f64]| sufficiency(path, outcome).consistency;
    let observed: Vec<Option<f64>> = memberships.iter().map(|path| consistency(path, &own.cases.outcome)).collect();
    let fresh = || ((*own.cases).clone(), Counted { as_consistent: vec![0; memberships.len()], any_solution: 0 });
    let add = |(mut cases, mut counted): (Cases, Counted), number: u64| {
        rearrange(number, &mut cases.outcome);
        for ((path, observed), count) in memberships.iter().zip(&observed).zip(&mut counted.as_consistent) {
            let as_consistent = observed.is_none_or(|observed| at_least(consistency(path, &cases.outcome), observed));
            *count += u64::from(as_consistent);
        }
        counted.any_solution += u64::from(solves(own, &cases));
        (cases, counted)
    };
    let parts = (0..permutations).into_par_iter().fold(fresh, add).map(|(_, counted)| counted);
    parts.reduce(Counted::default, |all, part| all.and(&part))
}

/// A path without its permutation counts.
fn described(own: &Universe, path: Cube, memberships: &[f64]) -> PermutedPath {
    let inside: Vec<usize> = (0..memberships.len()).filter(|&case| is_in(memberships[case])).collect();
    let counterexamples = inside.iter().filter(|&&case| is_out(own.cases.outcome[case])).count();
    let exponent = i32::try_from(inside.len()).unwrap_or(i32::MAX);
    let share = outcome_share(&own.cases).filter(|_| counterexamples == 0);
    PermutedPath {
        expression: own.frame.write_term(path),
        consistency: sufficiency(memberships, &own.cases.outcome).consistency,
        cases: inside.len(),
        counterexamples,
        as_consistent: 0,
        p: 1.0,
        standard_error: None,
        adjusted: 1.0,
        discovery: 1.0,
        binomial: share.map(|share| libm::pow(share, f64::from(exponent))),
        power: None,
    }
}

/// The share of cases with the outcome, if every case has a membership of 0 or 1.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn outcome_share(cases: &Cases) -> Option<f64> {
    let crisp =
        |values: &[f64]| values.iter().all(|value| value.total_cmp(&0.0).is_eq() || value.total_cmp(&1.0).is_eq());
    let all = crisp(&cases.outcome) && cases.values.iter().all(|values| crisp(values));
    let with = cases.outcome.iter().filter(|&&value| is_in(value)).count();
    all.then(|| with as f64 / cases.outcome.len() as f64)
}

/// True if the cases have an interpreted solution under the universe's cutoffs.
fn solves(universe: &Universe, cases: &Cases) -> bool {
    solved(universe, cases, &[universe.cuts]).contains(&true)
}
