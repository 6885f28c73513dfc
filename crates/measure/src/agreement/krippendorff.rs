//! Krippendorff's α for any number of coders, gaps and four levels of measurement, with a bootstrap interval.

use super::{Ratings, Undefined};
use crate::draws::stream;

/// A level of measurement, which defines the distance of two scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Equal or not.
    Nominal,
    /// By the number of scores between them in rank.
    Ordinal,
    /// By their difference.
    Interval,
    /// By their difference relative to their sum.
    Ratio,
}

/// A bootstrap interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The 2.5th percentile.
    pub low: f64,
    /// The 97.5th percentile.
    pub high: f64,
    /// Number of draws in which α was defined.
    pub draws: usize,
}

/// Krippendorff's α (2019, ch. 12): 1 − observed over expected disagreement; 1 is perfect, 0 is chance.
///
/// # Errors
///
/// If no unit has two scores, all paired scores are equal, or a ratio scale has a negative score.
pub fn krippendorff_alpha(ratings: &Ratings, level: Level) -> Result<f64, Undefined> {
    if level == Level::Ratio && ratings.scores().first().is_some_and(|least| *least < 0.0) {
        return Err(Undefined::BelowZero);
    }
    let scores = ratings.scores();
    let counts = counts(ratings, &scores);
    of_counts(&counts.iter().collect::<Vec<_>>(), &scores, level)
}

/// The 95 % percentile interval of α over `draws` resamples of the units; `name` is the key of the random stream.
///
/// # Errors
///
/// If α is undefined, for all units or in every draw.
pub fn krippendorff_interval(ratings: &Ratings, level: Level, draws: usize, name: &str) -> Result<Interval, Undefined> {
    krippendorff_alpha(ratings, level)?;
    let scores = ratings.scores();
    let counts = counts(ratings, &scores);
    let mut found: Vec<f64> = (0..draws)
        .filter_map(|draw| {
            let mut source = stream(name, draw as u64);
            let again: Vec<&Vec<f64>> =
                (0..counts.len()).filter_map(|_| counts.get(source.index(counts.len()))).collect();
            of_counts(&again, &scores, level).ok()
        })
        .collect();
    found.sort_unstable_by(f64::total_cmp);
    let at = |per_mille: usize| found.get((found.len().saturating_sub(1) * per_mille + 500) / 1000).copied();
    let (low, high) = at(25).zip(at(975)).ok_or(Undefined::NoVariation)?;
    Ok(Interval { low, high, draws: found.len() })
}

/// The frequency of each of `scores` in each unit with at least two scores.
#[expect(clippy::cast_precision_loss, reason = "counts of coders are small")]
fn counts(ratings: &Ratings, scores: &[f64]) -> Vec<Vec<f64>> {
    let paired = ratings.units().iter().filter(|unit| unit.iter().flatten().count() > 1);
    paired
        .map(|unit| {
            scores.iter().map(|score| unit.iter().flatten().filter(|other| *other == score).count() as f64).collect()
        })
        .collect()
}

fn of_counts(units: &[&Vec<f64>], scores: &[f64], level: Level) -> Result<f64, Undefined> {
    if units.is_empty() {
        return Err(Undefined::NothingShared);
    }
    let totals: Vec<f64> = (0..scores.len()).map(|at| units.iter().filter_map(|unit| unit.get(at)).sum()).collect();
    let n: f64 = totals.iter().sum();
    let (mut observed, mut expected) = (0.0, 0.0);
    for second in 1..scores.len() {
        for first in 0..second {
            let apart = distance(level, scores, &totals, first, second);
            let together: f64 =
                units.iter().map(|unit| unit[first] * unit[second] / (unit.iter().sum::<f64>() - 1.0)).sum();
            observed += together * apart;
            expected += totals[first] * totals[second] * apart;
        }
    }
    if expected <= 0.0 { Err(Undefined::NoVariation) } else { Ok(1.0 - (n - 1.0) * observed / expected) }
}

/// The squared distance of two scores; `first` is less than `second`.
fn distance(level: Level, scores: &[f64], totals: &[f64], first: usize, second: usize) -> f64 {
    let apart = match level {
        Level::Nominal => 1.0,
        Level::Ordinal => totals[first..=second].iter().sum::<f64>() - (totals[first] + totals[second]) / 2.0,
        Level::Interval => scores[second] - scores[first],
        Level::Ratio => (scores[second] - scores[first]) / (scores[second] + scores[first]),
    };
    apart * apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undefined_agreement_is_reported() {
        let check = |units: &[&[Option<f64>]], level, expected| {
            assert_eq!(
                krippendorff_alpha(&Ratings::new(units.iter().map(|unit| unit.to_vec()).collect()), level),
                Err(expected)
            );
        };
        check(&[&[Some(1.0), None]], Level::Nominal, Undefined::NothingShared);
        check(&[&[Some(1.0), Some(1.0)]], Level::Ordinal, Undefined::NoVariation);
        check(&[&[Some(-1.0), Some(1.0)]], Level::Ratio, Undefined::BelowZero);
    }

    #[test]
    fn agreement_is_one_and_its_interval_too() {
        let ratings = Ratings::new((0..10).map(|unit| vec![Some(f64::from(unit % 3)); 3]).collect());
        for level in [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio] {
            assert_eq!(krippendorff_alpha(&ratings, level), Ok(1.0));
            let found = krippendorff_interval(&ratings, level, 100, "agreement").unwrap();
            assert_eq!((found.low, found.high), (1.0, 1.0));
        }
    }
}
