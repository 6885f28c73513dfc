//! Tables without any relation between sets: how often cutoffs give a solution by chance.
//!
//! Gibson & Vann's baQCA asks how often data with the same margins, but no relation between sets, give any solution at
//! the same cutoffs; their brQCA, which cutoffs keep that share low. Here every cutoff of the grid is tried on every
//! table that is drawn.

use equifinal_qca::findings::Findings;
use equifinal_qca::frame::Cases;
use equifinal_study::config::{Frequency, TruthTableCuts};
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::memory::Memory;
use crate::universe::{Reanalysis, Universe};
use crate::verdict::{Baseline, baselines};
use equifinal_study::draws::stream;

/// The consistency cutoffs of the grid.
const CONSISTENCIES: [f64; 7] = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0];

/// The highest frequency cutoff of the grid.
const FREQUENCIES: usize = 5;

/// The bootstrapped assessment of one analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct RandomData {
    /// The analysis.
    pub analysis: String,
    /// Number of tables drawn.
    pub draws: u64,
    /// Number of tables with any solution.
    pub any_solution: u64,
    /// The same under other cutoffs, by frequency and then by consistency, ascending.
    pub grid: Vec<RandomAt>,
}

/// Random tables under other cutoffs of consistency and frequency; all else is as in the study.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RandomAt {
    /// The consistency cutoff.
    pub consistency: f64,
    /// The frequency cutoff.
    pub frequency: usize,
    /// Number of tables with any solution.
    pub any_solution: u64,
    /// True if the study's own cases have a solution under these cutoffs.
    pub own: bool,
}

/// The frequency of solutions in tables without any relation, for every analysis with a solution.
///
/// Each column of memberships is drawn with replacement from itself, independently of the others.
pub fn random_data(reanalysis: &Reanalysis<'_>, draws: u64, findings: &[Findings]) -> Vec<RandomData> {
    let of = |(at, baseline): &(usize, Baseline)| of_analysis(reanalysis, draws, (*at, &baseline.analysis));
    baselines(reanalysis, findings).iter().filter_map(of).collect()
}

fn of_analysis(reanalysis: &Reanalysis<'_>, draws: u64, (at, name): (usize, &str)) -> Option<RandomData> {
    let study = reanalysis.study();
    let own = reanalysis.universe_of(&mut Memory::default(), at, &Decisions::default()).ok()?;
    let task = format!("random data {name}");
    let frequencies = 1..=FREQUENCIES.min(own.rows.iter().map(|row| row.cases.len()).max().unwrap_or(1));
    let grid = frequencies.flat_map(|count| {
        let cuts = |consistency| TruthTableCuts { consistency, frequency: Frequency::Count(count), ..own.cuts };
        CONSISTENCIES.map(|consistency| (count, cuts(consistency)))
    });
    let grid: Vec<(usize, TruthTableCuts)> = grid.collect();
    let all: Vec<TruthTableCuts> = std::iter::once(own.cuts).chain(grid.iter().map(|(_, cuts)| *cuts)).collect();
    let drawn = |draw: u64| {
        let mut source = stream(&study.id, study.robustness.seed, &task, draw);
        let mut again =
            |values: &[f64]| -> Vec<f64> { values.iter().map(|_| values[source.index(values.len())]).collect() };
        let values = own.cases.values.iter().map(|values| again(values)).collect();
        let outcome = again(&own.cases.outcome);
        solved(&own, &Cases { kept: own.cases.kept.clone(), values, outcome }, &all)
    };
    let none = || vec![0_u64; all.len()];
    let add = |mut counts: Vec<u64>, solved: Vec<bool>| {
        counts.iter_mut().zip(solved).for_each(|(count, solved)| *count += u64::from(solved));
        counts
    };
    let both = |mut one: Vec<u64>, other: Vec<u64>| {
        one.iter_mut().zip(other).for_each(|(one, other)| *one += other);
        one
    };
    let counts = (0..draws).into_par_iter().map(drawn).fold(none, add).reduce(none, both);
    let (any_solution, counts) = counts.split_first()?;
    let owns = solved(&own, &own.cases, &all);
    let cells = grid.iter().zip(counts).zip(owns.into_iter().skip(1));
    let cells = cells.map(|(((frequency, cuts), &any_solution), own)| RandomAt {
        consistency: cuts.consistency,
        frequency: *frequency,
        any_solution,
        own,
    });
    Some(RandomData { analysis: name.to_owned(), draws, any_solution: *any_solution, grid: cells.collect() })
}

/// For each set of cutoffs, true if the cases have an interpreted solution.
pub(crate) fn solved(universe: &Universe, cases: &Cases, cuts: &[TruthTableCuts]) -> Vec<bool> {
    let rows = universe.frame.rows(cases);
    let is_solved = |cuts: &TruthTableCuts| {
        let outputs = universe.frame.outputs(&rows, cuts, cases.outcome.len());
        let table: Vec<_> = rows.iter().zip(outputs).map(|(row, output)| (row.row, output)).collect();
        universe.frame.is_solvable(&table, universe.interpret)
    };
    cuts.iter().map(is_solved).collect()
}
