//! Redraws raw scores: plausible true scores by reliability, or scores that one of the coders gave.
//!
//! An observed score x is a true score plus an error (classical test theory). Adding error to x would count it twice,
//! and the draws would vary more than the scores do. The uncertain quantity is the true score: its regression on x is
//! Kelley's (1927) estimate, mean + ρ (x − mean), around which true scores have the variance ρ (1 − ρ) var x, where ρ
//! is the reliability (Lord & Novick 1968, section 3.7: the standard error of estimation). Drawn in this way, like
//! plausible values (Mislevy 1991), scores have the variance of true scores, ρ var x. They are nearer to the mean than
//! observed ones; with fixed anchors, memberships near 0 and 1 become rarer. Every column is drawn from its own stream,
//! independent of the rest of the table.

use equifinal_study::config::{Calibration, MeasurementError, ScoreSource, SetSpec};
use equifinal_study::draws::Draws;
use equifinal_study::missing::known;
use equifinal_study::table::{CaseTable, Cells, Column, Uncertainty};

use crate::universe::Reanalysis;
use equifinal_study::draws::stream;

/// The sets whose raw scores are redrawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Redrawn {
    /// Sets whose scores are drawn, in the order of the study.
    pub moved: Vec<(String, Basis)>,
    /// Sets that keep their scores, since their measurement error is unknown.
    pub kept: Vec<String>,
}

/// The basis of redrawn scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Basis {
    /// Their reliability and distribution.
    Reliability(TrueScores),
    /// The scores of their coders; with the number of cases on which coders differ.
    Codings(usize),
}

/// The distribution of true scores given observed ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrueScores {
    /// The reliability of the observed scores, in [0, 1].
    pub reliability: f64,
    /// The mean of the observed scores.
    pub mean: f64,
    /// The standard error of estimation, √(ρ (1 − ρ) var x): the spread of true scores around Kelley's estimates.
    pub standard_error: f64,
}

impl TrueScores {
    /// The distribution for a column; `None` if it holds no finite numbers or its reliability is unknown.
    fn of(reanalysis: &Reanalysis<'_>, error: &MeasurementError, column: &Column) -> Option<Self> {
        let (reliability, Cells::Numbers(values)) = (reliability(reanalysis, error, column)?, &column.cells) else {
            return None;
        };
        let (mean, variance) = moments(&known(values).collect::<Vec<f64>>());
        let standard_error = libm::sqrt(reliability * (1.0 - reliability) * variance);
        standard_error.is_finite().then_some(Self { reliability, mean, standard_error })
    }

    /// A plausible true score given an observed one.
    fn beside(self, observed: f64, draws: &mut Draws) -> f64 {
        // Written so that a reliability of 1 gives the observed score to the last bit.
        observed + (1.0 - self.reliability) * (self.mean - observed) + self.standard_error * draws.normal()
    }
}

/// The sets that [`true_scores`] draws.
pub(crate) fn by_reliability(reanalysis: &Reanalysis<'_>, error: &MeasurementError) -> Redrawn {
    redrawn(reanalysis, |column| TrueScores::of(reanalysis, error, column).map(Basis::Reliability))
}

/// The sets that [`recoded`] draws.
pub(crate) fn by_coders(reanalysis: &Reanalysis<'_>) -> Redrawn {
    let divided = |given: &&Vec<f64>| given.windows(2).any(|pair| pair[0].total_cmp(&pair[1]).is_ne());
    redrawn(reanalysis, |column| match &column.uncertainty {
        Uncertainty::Codings(given) => Some(Basis::Codings(given.iter().filter(divided).count())),
        _ => None,
    })
}

fn redrawn(reanalysis: &Reanalysis<'_>, basis: impl Fn(&Column) -> Option<Basis>) -> Redrawn {
    let mut found = Redrawn::default();
    let sets = reanalysis.study().sets.iter();
    // A composite follows its parts.
    for set in sets.filter(|set| !matches!(set.calibrate, Calibration::Composite { .. })) {
        let numbers = |column: &&Column| column.serves(set) && is_read_as_numbers(column, set);
        match reanalysis.table().columns.iter().find(numbers).and_then(&basis) {
            Some(basis) => found.moved.push((set.name.clone(), basis)),
            None => found.kept.push(set.name.clone()),
        }
    }
    found
}

/// Raw scores replaced by plausible true scores, within the observed range; `task` is the key of the draws.
///
/// Scores without a reliability are kept. Scores aggregated from respondents may be redrawn at the respondent level by
/// a caller that has the respondents.
pub(crate) fn true_scores(reanalysis: &Reanalysis<'_>, error: &MeasurementError, task: &str, draw: u64) -> CaseTable {
    let mut table = reanalysis.table().clone();
    for column in &mut table.columns {
        let Some(scores) = TrueScores::of(reanalysis, error, column) else { continue };
        let mut draws = draws_of(reanalysis, task, column, draw);
        let Cells::Numbers(values) = &mut column.cells else { continue };
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for value in values {
            *value = scores.beside(*value, &mut draws).clamp(low, high);
        }
    }
    table
}

/// Coded scores, each drawn from those of its coders with equal probability; `task` is the key of the draws.
pub(crate) fn recoded(reanalysis: &Reanalysis<'_>, task: &str, draw: u64) -> CaseTable {
    let mut table = reanalysis.table().clone();
    for column in &mut table.columns {
        let mut draws = draws_of(reanalysis, task, column, draw);
        let (Cells::Numbers(values), Uncertainty::Codings(given)) = (&mut column.cells, &column.uncertainty) else {
            continue;
        };
        for (value, given) in values.iter_mut().zip(given).filter(|(_, given)| !given.is_empty()) {
            *value = given.get(draws.index(given.len())).copied().unwrap_or(*value);
        }
    }
    table
}

/// The reliability of a column: as stated for a set that uses it, otherwise as measured.
fn reliability(reanalysis: &Reanalysis<'_>, error: &MeasurementError, column: &Column) -> Option<f64> {
    let sets = &reanalysis.study().sets;
    let takes = |name: &String| sets.iter().any(|set| set.name == *name && column.serves(set));
    let said = error.reliability.iter().find(|(set, _)| takes(set)).map(|(_, reliability)| *reliability);
    said.or(match column.uncertainty {
        Uncertainty::Reliability(reliability) => Some(reliability),
        _ => None,
    })
}

fn is_read_as_numbers(column: &Column, set: &SetSpec) -> bool {
    matches!(column.cells, Cells::Numbers(_))
        && !matches!(set.calibrate, Calibration::Recode(_) | Calibration::Temporal)
}

fn draws_of(reanalysis: &Reanalysis<'_>, task: &str, column: &Column, draw: u64) -> Draws {
    let study = reanalysis.study();
    let owner = match &column.source {
        ScoreSource::Table => String::new(),
        ScoreSource::Construct => "construct/".to_owned(),
        ScoreSource::Coding(name) => format!("coding/{name}/"),
    };
    let task = format!("{task}/{owner}{}", column.name);
    stream(&study.id, study.robustness.seed, &task, draw)
}

/// Mean and variance (n − 1) of values sorted by case, so that the order of the file does not matter.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn moments(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, if values.len() > 1 { squares / (count - 1.0) } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn true_scores_lie_around_kelleys_estimate() {
        let mut draws = stream("study", 0, "true scores", 0);
        for (reliability, observed, estimate) in [(1.0, 9.0, 9.0), (0.5, 9.0, 6.0), (0.8, 1.0, 1.4), (0.0, 9.0, 3.0)] {
            let variance = 4.0;
            let standard_error = libm::sqrt(reliability * (1.0 - reliability) * variance);
            let scores = TrueScores { reliability, mean: 3.0, standard_error };
            let drawn: Vec<f64> = (0..20_000).map(|_| scores.beside(observed, &mut draws)).collect();
            let (mean, spread) = moments(&drawn);
            assert!((mean - estimate).abs() < 0.03, "{reliability}: mean {mean}");
            assert!((spread - reliability * (1.0 - reliability) * variance).abs() < 0.03, "{reliability}: {spread}");
        }
    }
}
