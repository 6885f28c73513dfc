//! Maps of a solution over two numbers, as rectangles.
//!
//! For two cutoffs every rectangle is one truth table. A map that a study asks for uses the named values: an anchor
//! changes the values of rows, so no rectangle would be constant in the other number.

use equifinal_qca::frame::ObservedRow;
use equifinal_study::config::{Analysis, Decision, Dimension, NumericDecision};
use equifinal_study::cuts::TOLERANCE;
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::impossible::Impossible;
use crate::judgement::{Original, Sameness};
use crate::memory::Memory;
use crate::plan::level_decisions;
use crate::universe::{Reanalysis, Universe};
use crate::untried::{Reason, Task, Untried, original};

/// A map of two numbers of one analysis.
#[derive(Debug, Clone)]
pub struct PairMap {
    /// The analysis.
    pub analysis: String,
    /// The horizontal number.
    pub x: Axis,
    /// The vertical number.
    pub y: Axis,
    /// One entry per rectangle, `[y][x]`.
    pub cells: Vec<Vec<Cell>>,
}

/// A number and the values at which it is evaluated.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The number.
    pub decision: NumericDecision,
    /// The study's own value.
    pub chosen: f64,
    /// The values, ascending.
    pub values: Vec<f64>,
    /// True if each value represents the interval from the one before, false if only itself.
    pub exact: bool,
}

/// The result of a rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The degree to which the solution holds; `None` if it is contradicted.
    Solution(Option<Sameness>),
    /// There is no solution.
    Refused,
    /// Undecided: a budget was reached.
    Undecided,
    /// The two numbers cannot be chosen together: anchors would be out of order.
    Impossible,
}

/// Maximum number of rectangles of a map of cutoffs; larger maps are not made.
const MOST: usize = 40_000;

/// Raw consistency against PRI and against frequency, then the pairs that the study names, for every analysis with a
/// solution that uses them.
pub fn maps(reanalysis: &Reanalysis<'_>) -> (Vec<PairMap>, Vec<Untried>) {
    let analyses: Vec<(usize, &Analysis)> = reanalysis.study().analyses.iter().enumerate().collect();
    let of = |(at, analysis)| {
        let own = reanalysis.universe_of(&mut Memory::default(), at, &Decisions::default());
        // An analysis without a solution has no ranges, which say so.
        let Ok(original) = original(own) else { return (Vec::new(), Vec::new()) };
        let (axes, untried) = axes(reanalysis, analysis, &original);
        let draw = |[x, y]: [Axis; 2]| map(reanalysis, (at, &analysis.name), &original, x, y);
        (axes.into_iter().map(draw).collect::<Vec<_>>(), untried)
    };
    let found: Vec<(Vec<PairMap>, Vec<Untried>)> = analyses.into_par_iter().map(of).collect();
    let (maps, untried): (Vec<Vec<PairMap>>, Vec<Vec<Untried>>) = found.into_iter().unzip();
    let (maps, mut untried) = (maps.concat(), untried.concat());
    untried.extend(unused(reanalysis, &maps));
    (maps, untried)
}

/// The named pairs that no map shows.
fn unused(reanalysis: &Reanalysis<'_>, maps: &[PairMap]) -> Vec<Untried> {
    let named = reanalysis.study().robustness.maps.iter();
    let named = named.filter_map(|[x, y]| Some([x.number()?.clone(), y.number()?.clone()]));
    let unused = named.filter(|[x, y]| !maps.iter().any(|map| map.x.decision == *x && map.y.decision == *y));
    unused.map(|pair| Untried { analysis: String::new(), task: Task::Map(pair), reason: Reason::Unused }).collect()
}

/// The axes of every map of an analysis, and the maps of cutoffs that are too large.
fn axes(reanalysis: &Reanalysis<'_>, analysis: &Analysis, original: &Original) -> (Vec<[Axis; 2]>, Vec<Untried>) {
    let study = reanalysis.study();
    let of_sets = NumericDecision::of_sets(&study.sets, analysis);
    let axis = |decision: NumericDecision, values, exact| {
        let chosen = decision.chosen(&study.sets, analysis, original.universe().cases.outcome.len())?;
        Some(Axis { decision, chosen, values, exact })
    };
    let cutoff = |decision: NumericDecision| {
        let values = stretches(original.universe().rows.iter(), &decision);
        axis(decision, values, true)
    };
    let cutoffs = [
        [NumericDecision::Consistency, NumericDecision::Pri],
        [NumericDecision::Consistency, NumericDecision::Frequency],
    ]
    .into_iter();
    let cutoffs = cutoffs.filter_map(|[x, y]| Some([cutoff(x)?, cutoff(y)?]));
    let named = |dimension: &Dimension| {
        let decision = dimension.number().filter(|number| number.set().is_none() || of_sets.contains(number))?;
        let mut values: Vec<f64> = level_decisions(dimension).iter().filter_map(Decision::number).collect();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup();
        axis(decision.clone(), values, false)
    };
    let pairs = study.robustness.maps.iter().filter_map(|[x, y]| Some([named(x)?, named(y)?]));
    let size = |[x, y]: &[Axis; 2]| x.values.len() * y.values.len();
    let (cutoffs, large): (Vec<_>, Vec<_>) = cutoffs.partition(|axes| size(axes) <= MOST);
    let untried = large.into_iter().map(|axes| {
        let reason = Reason::TooLarge { size: size(&axes) as u64, most: MOST as u64 };
        Untried { analysis: analysis.name.clone(), task: Task::Map(axes.map(|axis| axis.decision)), reason }
    });
    let untried = untried.collect();
    (cutoffs.into_iter().chain(pairs).collect(), untried)
}

fn map(reanalysis: &Reanalysis<'_>, (at, analysis): (usize, &str), original: &Original, x: Axis, y: Axis) -> PairMap {
    let row = |&upper: &f64| {
        let mut memory = Memory::default();
        let mut decisions = Decisions::default();
        decisions.set(&reanalysis.study().sets, &y.decision, upper);
        let at_value = |&value: &f64| {
            decisions.set(&reanalysis.study().sets, &x.decision, value);
            cell(original, &reanalysis.universe_of(&mut memory, at, &decisions))
        };
        x.values.iter().map(at_value).collect()
    };
    let cells = y.values.par_iter().map(row).collect();
    PairMap { analysis: analysis.to_owned(), x, y, cells }
}

/// The result of a universe.
fn cell(original: &Original, universe: &Result<Universe, Impossible>) -> Cell {
    let refused = match universe {
        Err(_) => return Cell::Impossible,
        Ok(universe) => universe.interpreted().as_ref().err(),
    };
    if let Some(refusal) = refused {
        return if refusal.is_budget() { Cell::Undecided } else { Cell::Refused };
    }
    for (degree, holds) in Sameness::ALL.into_iter().zip(original.holds(universe)) {
        match holds {
            Some(true) => return Cell::Solution(Some(degree)),
            Some(false) => {}
            None => return Cell::Undecided,
        }
    }
    Cell::Solution(None)
}

/// The highest value of every interval of a cutoff in which no row changes sides.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(crate) fn stretches<'a>(rows: impl Iterator<Item = &'a ObservedRow>, decision: &NumericDecision) -> Vec<f64> {
    let mut values: Vec<f64> = match decision {
        NumericDecision::Frequency => rows.map(|row| row.cases.len() as f64).collect(),
        NumericDecision::Pri => rows.filter_map(|row| row.pri).collect(),
        _ => rows.filter_map(|row| row.consistency).collect(),
    };
    values.sort_unstable_by(f64::total_cmp);
    values.dedup_by(|a, b| (*a - *b).abs() < 4.0 * TOLERANCE);
    match values.last() {
        _ if *decision == NumericDecision::Frequency => values.push(values.last().copied().unwrap_or_default() + 1.0),
        Some(last) if *last + TOLERANCE > 1.0 => {}
        _ => values.push(1.0),
    }
    values
}
