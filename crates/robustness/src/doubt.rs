//! Raw scores as they might as well have been: with their error drawn anew, or as one of their coders gave them.
//!
//! Every column is drawn from a stream of its own, so that none depends on what else stands in the table.

use equifinal_study::config::{Calibration, MeasurementError, ScoreSource, SetSpec};
use equifinal_study::draws::Draws;
use equifinal_study::table::{CaseTable, Cells, Column, Doubt};

use crate::draws::stream;
use crate::resample::Kind;
use crate::universe::Laboratory;

/// What is drawn of the raw scores of which set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Redrawn {
    /// Sets whose scores are drawn, in the order of the study.
    pub moved: Vec<(String, Basis)>,
    /// Sets that keep their scores, since nothing says how far these may be off.
    pub kept: Vec<String>,
}

/// What the scores of a set are drawn from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Basis {
    /// Their reliability, in [0, 1].
    Reliability(f64),
    /// What their coders gave; so many cases were scored differently.
    Codings(usize),
}

/// The sets that [`mismeasured`] draws.
pub(crate) fn by_reliability(laboratory: &Laboratory<'_>, error: &MeasurementError) -> Redrawn {
    redrawn(laboratory, |column| reliability(laboratory, error, column).map(Basis::Reliability))
}

/// The sets that [`recoded`] draws.
pub(crate) fn by_coders(laboratory: &Laboratory<'_>) -> Redrawn {
    let divided = |given: &&Vec<f64>| given.windows(2).any(|pair| pair[0].total_cmp(&pair[1]).is_ne());
    redrawn(laboratory, |column| match &column.doubt {
        Doubt::Codings(given) => Some(Basis::Codings(given.iter().filter(divided).count())),
        _ => None,
    })
}

fn redrawn(laboratory: &Laboratory<'_>, basis: impl Fn(&Column) -> Option<Basis>) -> Redrawn {
    let mut found = Redrawn::default();
    let sets = laboratory.study().sets.iter();
    // A composite follows its parts.
    for set in sets.filter(|set| !matches!(set.calibrate, Calibration::Composite { .. })) {
        let numbers = |column: &&Column| column.serves(set) && is_read_as_numbers(column, set);
        match laboratory.table().columns.iter().find(numbers).and_then(&basis) {
            Some(basis) => found.moved.push((set.name.clone(), basis)),
            None => found.kept.push(set.name.clone()),
        }
    }
    found
}

/// Raw scores with their error drawn anew: score + N(0, (1 − reliability) · variance), within the range observed.
///
/// Scores without a reliability stay as they are. Scores that are aggregated from respondents may be redrawn one level
/// below by whoever has the respondents; the table is all that is needed here.
pub(crate) fn mismeasured(laboratory: &Laboratory<'_>, error: &MeasurementError, draw: u64) -> CaseTable {
    let mut table = laboratory.table().clone();
    for column in &mut table.columns {
        let Some(reliability) = reliability(laboratory, error, column) else { continue };
        let mut draws = draws_of(laboratory, Kind::MeasurementError, column, draw);
        let Cells::Numbers(values) = &mut column.cells else { continue };
        let (mean, variance) = moments(values);
        if !mean.is_finite() {
            continue;
        }
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sd = libm::sqrt((1.0 - reliability) * variance);
        for value in values {
            *value = (*value + sd * draws.normal()).clamp(low, high);
        }
    }
    table
}

/// Coded scores, each one of those that its coders gave, all of them equally likely.
pub(crate) fn recoded(laboratory: &Laboratory<'_>, draw: u64) -> CaseTable {
    let mut table = laboratory.table().clone();
    for column in &mut table.columns {
        let mut draws = draws_of(laboratory, Kind::CoderDisagreement, column, draw);
        let (Cells::Numbers(values), Doubt::Codings(given)) = (&mut column.cells, &column.doubt) else { continue };
        for (value, given) in values.iter_mut().zip(given) {
            *value = given.get(draws.index(given.len())).copied().unwrap_or(*value);
        }
    }
    table
}

/// The reliability of a column: what the study says of a set that takes its scores from it, else what was measured.
fn reliability(laboratory: &Laboratory<'_>, error: &MeasurementError, column: &Column) -> Option<f64> {
    let sets = &laboratory.study().sets;
    let takes = |name: &String| sets.iter().any(|set| set.name == *name && column.serves(set));
    let said = error.reliability.iter().find(|(set, _)| takes(set)).map(|(_, reliability)| *reliability);
    said.or(match column.doubt {
        Doubt::Reliability(reliability) => Some(reliability),
        _ => None,
    })
}

fn is_read_as_numbers(column: &Column, set: &SetSpec) -> bool {
    matches!(column.cells, Cells::Numbers(_)) && !matches!(set.calibrate, Calibration::Recode(_))
}

fn draws_of(laboratory: &Laboratory<'_>, kind: Kind, column: &Column, draw: u64) -> Draws {
    let study = laboratory.study();
    let owner = match &column.source {
        ScoreSource::Table => String::new(),
        ScoreSource::Construct => "construct/".to_owned(),
        ScoreSource::Coding(name) => format!("coding/{name}/"),
    };
    let task = format!("{}/{owner}{}", kind.name(), column.name);
    stream(&study.id, study.robustness.seed, &task, draw)
}

/// Mean and variance (n − 1) of values that are sorted by case, so that the order of a file leaves no trace.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn moments(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, if values.len() > 1 { squares / (count - 1.0) } else { 0.0 })
}
