//! What becomes of a solution when two cutoffs are moved together: a map of rectangles, each of one truth table.

use equifinal_qca::frame::ObservedRow;
use equifinal_study::cuts::TOLERANCE;
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::judgement::{Original, Sameness};
use crate::knob::Knob;
use crate::memory::Memory;
use crate::universe::Laboratory;

/// A map of two cutoffs of one analysis.
#[derive(Debug, Clone)]
pub struct CutoffMap {
    /// The analysis.
    pub analysis: String,
    /// The cutoff from left to right.
    pub x: Axis,
    /// The cutoff from bottom to top.
    pub y: Axis,
    /// One entry a rectangle, `[y][x]`.
    pub cells: Vec<Vec<Cell>>,
}

/// A cutoff and where its truth tables end.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The cutoff.
    pub knob: Knob,
    /// What the study chose.
    pub chosen: f64,
    /// The highest value of each stretch, ascending; each stretch begins above the one before.
    pub upper: Vec<f64>,
}

/// What a rectangle gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The solution to this degree; nothing where it is contradicted.
    Solution(Option<Sameness>),
    /// None.
    Refused,
}

/// A map has at most so many rectangles; tables with more rows are not drawn.
const MOST: usize = 40_000;

/// Raw consistency against PRI and against frequency, for every analysis that has a solution.
pub fn maps(laboratory: &Laboratory<'_>) -> Vec<CutoffMap> {
    let analyses: Vec<usize> = (0..laboratory.study().analyses.len()).collect();
    let of = |at: usize| {
        let own = laboratory.universe_of(&mut Memory::default(), at, &Decisions::default());
        let original = own.and_then(Original::new).ok();
        let pairs = [(Knob::Consistency, Knob::Pri), (Knob::Consistency, Knob::Frequency)];
        let of_pair = |original: &Original, pair| map(laboratory, at, original, pair);
        original
            .map_or_else(Vec::new, |original| pairs.into_iter().filter_map(|pair| of_pair(&original, pair)).collect())
    };
    analyses.into_par_iter().map(of).collect::<Vec<Vec<_>>>().concat()
}

fn map(laboratory: &Laboratory<'_>, analysis: usize, original: &Original, pair: (Knob, Knob)) -> Option<CutoffMap> {
    let own = laboratory.study().analyses.get(analysis)?;
    let axis = |knob: Knob| {
        let chosen = knob.chosen(laboratory.study(), own, original.universe().cases.outcome.len())?;
        let upper = stretches(original.universe().rows.iter(), &knob);
        Some(Axis { knob, chosen, upper })
    };
    let (x, y) = (axis(pair.0)?, axis(pair.1)?);
    if x.upper.len() * y.upper.len() > MOST {
        return None;
    }
    let row = |&upper: &f64| {
        let mut memory = Memory::default();
        let mut decisions = Decisions::default();
        y.knob.turn(laboratory.study(), upper, &mut decisions);
        let cell = |&value: &f64| {
            x.knob.turn(laboratory.study(), value, &mut decisions);
            let universe = laboratory.universe_of(&mut memory, analysis, &decisions);
            match &universe {
                Ok(found) if found.interpreted().is_ok() => {
                    let holds = original.holds(&universe);
                    Cell::Solution(
                        Sameness::ALL.into_iter().zip(holds).find(|(_, holds)| *holds).map(|(degree, _)| degree),
                    )
                }
                _ => Cell::Refused,
            }
        };
        x.upper.iter().map(cell).collect()
    };
    let cells = y.upper.par_iter().map(row).collect();
    Some(CutoffMap { analysis: own.name.clone(), x, y, cells })
}

/// The highest value of every stretch of a cutoff over which no row changes sides.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(crate) fn stretches<'a>(rows: impl Iterator<Item = &'a ObservedRow>, knob: &Knob) -> Vec<f64> {
    let mut values: Vec<f64> = match knob {
        Knob::Frequency => rows.map(|row| row.cases.len() as f64).collect(),
        Knob::Pri => rows.filter_map(|row| row.pri).collect(),
        _ => rows.filter_map(|row| row.consistency).collect(),
    };
    values.sort_unstable_by(f64::total_cmp);
    values.dedup_by(|a, b| (*a - *b).abs() < 4.0 * TOLERANCE);
    match values.last() {
        _ if *knob == Knob::Frequency => values.push(values.last().copied().unwrap_or_default() + 1.0),
        Some(last) if *last + TOLERANCE > 1.0 => {}
        _ => values.push(1.0),
    }
    values
}
