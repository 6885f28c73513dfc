//! The interpreted solution at every raw-consistency cutoff.
//!
//! A cutoff changes a truth table only at a row's own consistency, so there are no more tables than intervals between
//! those values; each is solved once.

use equifinal_qca::findings::{Findings, Output, Path, Refusal, SufficiencyFit};
use equifinal_qca::space::Cube;
use equifinal_study::config::NumericDecision;
use equifinal_study::cuts::at_least;
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::maps::stretches;
use crate::memory::Memory;
use crate::universe::{Reanalysis, Universe};
use crate::untried::{Reason, Task, Untried};

/// Maximum number of possible rows, and of rows times cases, if the study does not ask for ranges; `ranges` lifts the
/// limits.
const ROWS: u64 = 512;
const MEMBERSHIPS: u64 = 1_000_000;

/// Maximum number of listed models per solution.
const MODELS: usize = 10;

/// The solutions of one analysis over the raw-consistency cutoff, with every other decision as in the study.
#[derive(Debug, Clone)]
pub struct Thresholds {
    /// The analysis.
    pub analysis: String,
    /// The cutoff that the study chose.
    pub chosen: f64,
    /// The cutoffs from 0 to 1, ascending, in intervals of one truth table each; never empty.
    pub stretches: Vec<Stretch>,
}

/// Cutoffs with the same truth table.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// The excluded lower bound; `None` for 0.
    pub above: Option<f64>,
    /// The highest cutoff.
    pub up_to: f64,
    /// The rows with output 1, by number.
    pub positive: Vec<u64>,
    /// The interpreted solution.
    pub solution: Result<Found, Refusal>,
}

/// A solution in short.
#[derive(Debug, Clone)]
pub struct Found {
    /// Number of models, or a lower bound of it.
    pub model_count: u128,
    /// Its models, at most ten.
    pub models: Vec<FoundModel>,
}

/// One model.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundModel {
    /// As written in study files.
    pub expression: String,
    /// Fit of the whole.
    pub fit: SufficiencyFit,
    /// The terms, with their names as written in study files; cases are indices among all cases sorted by id.
    pub paths: Vec<(String, Path)>,
}

impl Thresholds {
    /// The index of the interval with the study's own cutoff.
    pub fn own(&self) -> usize {
        // Values that comparisons cannot tell apart are one.
        let within = self.stretches.iter().position(|stretch| at_least(Some(stretch.up_to), self.chosen));
        within.unwrap_or(self.stretches.len().saturating_sub(1))
    }
}

/// Every analysis under every raw-consistency cutoff, in the order of the study; analyses whose solutions depend on the
/// cases have none.
///
/// `findings` are those of the study's own decisions, which are not computed again if given.
pub fn thresholds(reanalysis: &Reanalysis<'_>, findings: &[Findings]) -> (Vec<Thresholds>, Vec<Untried>) {
    let analyses: Vec<usize> = (0..reanalysis.study().analyses.len()).collect();
    let found: Vec<Result<Thresholds, Reason>> =
        analyses.into_par_iter().map(|at| of_analysis(reanalysis, at, findings.get(at))).collect();
    let (mut tried, mut untried) = (Vec::new(), Vec::new());
    for (analysis, found) in reanalysis.study().analyses.iter().zip(found) {
        match found {
            Ok(thresholds) => tried.push(thresholds),
            Err(reason) => {
                untried.push(Untried { analysis: analysis.name.clone(), task: Task::Thresholds, reason });
            }
        }
    }
    (tried, untried)
}

fn of_analysis(reanalysis: &Reanalysis<'_>, at: usize, findings: Option<&Findings>) -> Result<Thresholds, Reason> {
    let mut memory = Memory::default();
    let fits = |rows: u64| rows <= ROWS && rows.saturating_mul(reanalysis.table().cases.len() as u64) <= MEMBERSHIPS;
    let wanted = |rows: u64| reanalysis.study().robustness.ranges || fits(rows);
    let too_large = |rows: u64| Reason::TooLarge { size: rows, most: ROWS };
    // Every condition has at least two levels: so much is known before anything is computed.
    let conditions = reanalysis.study().analyses.get(at).map_or(0, |own| own.conditions.len());
    let least = 1_u64.checked_shl(conditions as u32).unwrap_or(u64::MAX);
    if !wanted(least) {
        return Err(too_large(least));
    }
    let universe = reanalysis.own(&mut memory, at, findings).map_err(Reason::Impossible)?;
    if !wanted(universe.frame.space().rows()) {
        return Err(too_large(universe.frame.space().rows()));
    }
    let frequency = universe.cuts.frequency.count(universe.cases.outcome.len());
    let rows = universe.rows.iter().filter(|row| row.cases.len() >= frequency);
    let mut found: Vec<(Stretch, Universe)> = Vec::new();
    for up_to in stretches(rows, &NumericDecision::Consistency) {
        let decisions = Decisions { consistency: Some(up_to), ..Decisions::default() };
        let universe = reanalysis.universe_of(&mut memory, at, &decisions).map_err(Reason::Impossible)?;
        match found.last_mut() {
            Some((last, before)) if before.outputs == universe.outputs => last.up_to = up_to,
            last => {
                let above = last.map(|(last, _)| last.up_to);
                found.push((stretch(above, up_to, &universe), universe));
            }
        }
    }
    let stretches = found.into_iter().map(|(stretch, _)| stretch).collect();
    let (analysis, chosen) = (universe.frame.analysis().to_owned(), universe.cuts.consistency);
    Ok(Thresholds { analysis, chosen, stretches })
}

fn stretch(above: Option<f64>, up_to: f64, universe: &Universe) -> Stretch {
    let solution = universe.interpreted().as_ref().map_err(Clone::clone).map(|answer| Found {
        model_count: answer.count,
        models: answer.models.iter().take(MODELS).map(|model| found(universe, model)).collect(),
    });
    Stretch { above, up_to, positive: positive(universe), solution }
}

/// The rows with output 1, by number.
fn positive(universe: &Universe) -> Vec<u64> {
    let space = universe.frame.space();
    let rows = universe.rows.iter().zip(&universe.outputs).filter(|(_, output)| **output == Output::Positive);
    let levels = rows.map(|(row, _)| space.term(row.row).levels.into_iter().flatten().collect::<Vec<usize>>());
    let mut numbers: Vec<u64> = levels.map(|levels| space.number(&levels)).collect();
    numbers.sort_unstable();
    numbers
}

fn found(universe: &Universe, model: &[Cube]) -> FoundModel {
    let Universe { frame, cases, rows, outputs, .. } = universe;
    let paths = frame.paths(cases, rows, outputs, model).into_iter().zip(model).map(|(mut path, &term)| {
        path.cases = path.cases.iter().filter_map(|&case| cases.kept.get(case).copied()).collect();
        (frame.write_term(term), path)
    });
    FoundModel { expression: frame.write(model), fit: frame.fit(cases, model), paths: paths.collect() }
}
