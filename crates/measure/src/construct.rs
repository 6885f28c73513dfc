//! Constructs: answers to several items become one score, with its reliability.

use equifinal_study::message::Message;
use equifinal_study::responses::Absent;
use equifinal_study::scores::{Construct, Reliability, Scores, Scoring};
use equifinal_study::{say, worded};
use nalgebra::DVector;

use crate::alpha::alpha;
use crate::cfa::{CfaError, Structure, cfa};
use crate::items::{Items, ItemsError, inverse};
use crate::sheet::{CodedItem, Sheet};
use crate::validity::omega;

/// The reasons why a construct cannot be scored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConstructError {
    /// The instrument does not have the item.
    UnknownItem {
        /// The construct.
        construct: String,
        /// The item.
        item: String,
    },
    /// A reversed item has no scale.
    NoScale {
        /// The construct.
        construct: String,
        /// The item.
        item: String,
    },
    /// The answers give no factor score.
    NoFactor {
        /// The construct.
        construct: String,
        /// The reason why its items have no common factor.
        why: String,
    },
    /// The construct has no items.
    NoItems {
        /// The construct.
        construct: String,
    },
}

/// The scores of `construct` on the responses of `sheet` that are `kept`.
///
/// Reliability uses the kept responses that answer every item; responses that are not kept get no score.
///
/// # Errors
///
/// All problems with the items.
pub fn score(sheet: &Sheet, construct: &Construct, kept: &[bool]) -> Result<Scores, Vec<ConstructError>> {
    let items = items(sheet, construct)?;
    let places = 0..sheet.ids.len();
    let is_kept = |place: usize| kept.get(place) == Some(&true);
    let complete = |place: usize| items.iter().map(|item| item.keyed(place).ok()).collect::<Option<Vec<f64>>>();
    let rows: Vec<Vec<f64>> = places.clone().filter(|&place| is_kept(place)).filter_map(complete).collect();
    let factor = (construct.score == Scoring::Factor).then(|| {
        let factor = Items::complete(rows.clone()).map_err(CfaError::from).and_then(|items| Regression::new(&items));
        factor.map_err(|why| vec![no_factor(construct, &why)])
    });
    let factor = factor.transpose()?;
    let value = |place| match &factor {
        _ if !is_kept(place) => Err(Absent::Missing),
        Some(factor) => factor.score(&items, place),
        None => one(&items, place, construct),
    };
    Ok(Scores {
        construct: construct.name.clone(),
        values: places.map(value).collect(),
        reliability: reliability(rows),
    })
}

/// The error for a construct without a factor score; it names the item concerned.
fn no_factor(construct: &Construct, why: &CfaError) -> ConstructError {
    let why = match why {
        CfaError::Items(ItemsError::Constant { item }) => {
            let name = construct.items.get(item.saturating_sub(1)).map_or("", String::as_str);
            format!("everyone gives the same answer to item {name}")
        }
        why => why.to_string(),
    };
    ConstructError::NoFactor { construct: construct.name.clone(), why }
}

fn items<'a>(sheet: &'a Sheet, construct: &Construct) -> Result<Vec<&'a CodedItem>, Vec<ConstructError>> {
    let (mut items, mut wrong) = (Vec::new(), Vec::new());
    let name = || construct.name.clone();
    for item in &construct.items {
        match sheet.item(item) {
            None => wrong.push(ConstructError::UnknownItem { construct: name(), item: item.clone() }),
            Some(found) if found.reversed && found.range.is_none() => {
                wrong.push(ConstructError::NoScale { construct: name(), item: item.clone() });
            }
            Some(found) => items.push(found),
        }
    }
    if construct.items.is_empty() {
        wrong.push(ConstructError::NoItems { construct: name() });
    }
    if wrong.is_empty() { Ok(items) } else { Err(wrong) }
}

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
fn one(items: &[&CodedItem], place: usize, construct: &Construct) -> Result<f64, Absent> {
    let answers: Vec<Result<f64, Absent>> = items.iter().map(|item| item.keyed(place)).collect();
    let given: Vec<f64> = answers.iter().filter_map(|answer| answer.ok()).collect();
    let skipped = answers.iter().filter(|answer| **answer == Err(Absent::Skipped)).count();
    let put = answers.len() - skipped;
    if put == 0 || (skipped > 0 && construct.score == Scoring::Sum) {
        return Err(Absent::Skipped);
    }
    let missing = (put - given.len()) as f64 / put as f64;
    // A share as written in decimals may lie a rounding below the count it means: 1 of 5 against 0.2.
    if given.is_empty() || missing > construct.missing_at_most + 1e-9 {
        return Err(Absent::Missing);
    }
    let mean = given.iter().sum::<f64>() / given.len() as f64;
    Ok(match &construct.score {
        Scoring::Mean | Scoring::Factor => mean,
        Scoring::Sum => mean * put as f64,
        Scoring::Weighted(weights) => weighted(&answers, weights),
    })
}

/// The weighted mean of the given answers.
fn weighted(answers: &[Result<f64, Absent>], weights: &[f64]) -> f64 {
    let given = answers.iter().zip(weights).filter_map(|(answer, weight)| Some((answer.ok()?, *weight)));
    let (sum, total) = given.fold((0.0, 0.0), |(sum, total), (answer, weight)| (sum + answer * weight, total + weight));
    sum / total
}

/// The common factor of some items as a weighted sum of standardised answers: R⁻¹λ (Thurstone 1935; the regression
/// method of R's `factanal`), with the loadings λ of one factor by maximum likelihood.
struct Regression {
    /// Mean, standard deviation and weight of each item.
    items: Vec<[f64; 3]>,
}

impl Regression {
    fn new(items: &Items) -> Result<Self, CfaError> {
        let model = cfa(items, &Structure::single(items.items())?)?;
        let weights = inverse(&items.correlation()?)?.0 * DVector::from_vec(model.loadings);
        let spreads = items.covariance().diagonal().map(f64::sqrt);
        let parts = items.means().into_iter().zip(&spreads).zip(&weights);
        Ok(Self { items: parts.map(|((mean, sd), weight)| [mean, *sd, *weight]).collect() })
    }

    /// The factor score of a respondent who answers every item; 0 is the average one.
    fn score(&self, items: &[&CodedItem], place: usize) -> Result<f64, Absent> {
        let mut score = 0.0;
        for (item, [mean, sd, weight]) in items.iter().zip(&self.items) {
            score += weight * (item.keyed(place)? - mean) / sd;
        }
        Ok(score)
    }
}

fn reliability(rows: Vec<Vec<f64>>) -> Option<Reliability> {
    let items = Items::complete(rows).ok()?;
    let found = alpha(&items).ok()?;
    Some(Reliability {
        items: items.items(),
        responses: items.responses(),
        alpha: found.alpha,
        alpha_interval: found.interval,
        omega: omega(&items).ok(),
    })
}

impl ConstructError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownItem { construct, item } => say!("construct-unknown-item", construct, item),
            Self::NoScale { construct, item } => say!("construct-no-scale", construct, item),
            Self::NoFactor { construct, why } => say!("construct-no-factor", construct, why),
            Self::NoItems { construct } => say!("construct-no-items", construct),
        }
    }
}

worded!(ConstructError);

#[cfg(test)]
mod tests {
    use super::*;

    const MISSING: Result<f64, Absent> = Err(Absent::Missing);
    const SKIPPED: Result<f64, Absent> = Err(Absent::Skipped);

    fn sheet(rows: &[[Result<f64, Absent>; 5]]) -> Sheet {
        let item = |at: usize| CodedItem {
            name: format!("q{at}"),
            answers: rows.iter().map(|row| row[at]).collect(),
            range: Some((1.0, 5.0)),
            reversed: at == 4,
        };
        Sheet {
            ids: (0..rows.len()).map(|id| id.to_string()).collect(),
            items: (0..5).map(item).collect(),
            ..Sheet::default()
        }
    }

    fn check(row: [Result<f64, Absent>; 5], scoring: Scoring, expected: Result<f64, Absent>) {
        let items = (0..5).map(|at| format!("q{at}")).collect();
        let construct = Construct { name: "c".to_owned(), items, score: scoring, missing_at_most: 0.2 };
        let found = score(&sheet(&[row]), &construct, &[true]).unwrap();
        assert_eq!((found.values, found.reliability), (vec![expected], None), "{row:?}");
    }

    #[test]
    fn missing_answers_are_tolerated_as_allowed() {
        let (two, four) = (Ok(2.0), Ok(4.0));
        check([four, four, four, four, two], Scoring::Mean, Ok(4.0));
        check([four, four, four, MISSING, two], Scoring::Mean, Ok(4.0));
        check([four, four, four, MISSING, two], Scoring::Sum, Ok(20.0));
        check([four, four, MISSING, MISSING, two], Scoring::Mean, MISSING);
        check([four, four, four, SKIPPED, four], Scoring::Mean, Ok(3.5));
        check([four, four, four, SKIPPED, four], Scoring::Sum, SKIPPED);
        check([SKIPPED; 5], Scoring::Mean, SKIPPED);
        let weights = || Scoring::Weighted(vec![1.0, 1.0, 1.0, 1.0, 4.0]);
        check([two, two, two, two, two], weights(), Ok(3.0));
        check([two, two, two, MISSING, two], weights(), Ok(22.0 / 7.0));
        check([two, two, two, SKIPPED, two], weights(), Ok(22.0 / 7.0));
        // One of the four questions put is a quarter, more than a fifth.
        check([four, four, MISSING, SKIPPED, two], Scoring::Mean, MISSING);
    }

    #[test]
    fn all_mistakes_in_a_construct_are_reported_at_once() {
        let mut sheet = sheet(&[[Ok(1.0); 5]]);
        sheet.items[4].range = None;
        let items = vec!["q9".to_owned(), "q4".to_owned()];
        let construct = Construct { name: "c".to_owned(), items, score: Scoring::Mean, missing_at_most: 0.0 };
        assert_eq!(score(&sheet, &construct, &[true]).unwrap_err().len(), 2);
    }

    #[test]
    fn a_factor_score_needs_every_answer_and_three_items_that_vary() {
        let row = |a: f64, b: f64, c: f64| [Ok(a), Ok(b), Ok(c), Ok(1.0), Ok(1.0)];
        let mut rows = vec![
            row(1.0, 2.0, 1.0),
            row(2.0, 1.0, 3.0),
            row(3.0, 3.0, 2.0),
            row(4.0, 5.0, 4.0),
            row(5.0, 4.0, 5.0),
            row(5.0, 5.0, 3.0),
            [Ok(5.0), Ok(5.0), MISSING, Ok(1.0), Ok(1.0)],
        ];
        let of = |items: usize| Construct {
            name: "c".to_owned(),
            items: (0..items).map(|at| format!("q{at}")).collect(),
            score: Scoring::Factor,
            missing_at_most: 0.0,
        };
        let found = score(&sheet(&rows), &of(3), &[true; 7]).unwrap().values;
        // Scores are of standardised answers, so that their mean is 0.
        assert!(found[..6].iter().map(|score| score.unwrap()).sum::<f64>().abs() < 1e-9);
        assert!(found[4].unwrap() > found[2].unwrap() && found[0].unwrap() < found[2].unwrap());
        assert_eq!(found[6], MISSING);
        rows.truncate(6);
        for items in [2, 4] {
            let wrong = score(&sheet(&rows), &of(items), &[true; 6]).unwrap_err();
            assert!(matches!(wrong[..], [ConstructError::NoFactor { .. }]), "{items} items: {wrong:?}");
        }
    }

    #[test]
    fn reliability_rests_on_kept_and_complete_responses() {
        let row = |a: f64, last| [Ok(a), Ok(a + 1.0), Ok(a), Ok(a), last];
        let rows = [row(1.0, Ok(5.0)), row(2.0, Ok(4.0)), row(3.0, Ok(2.0)), row(4.0, MISSING), row(4.0, Ok(1.0))];
        let items = (0..5).map(|at| format!("q{at}")).collect();
        let construct = Construct { name: "c".to_owned(), items, score: Scoring::Mean, missing_at_most: 0.2 };
        let found = score(&sheet(&rows), &construct, &[true, true, true, true, false]).unwrap();
        let reliability = found.reliability.unwrap();
        assert_eq!((reliability.items, reliability.responses), (5, 3));
        assert!(reliability.alpha > 0.95);
        assert_eq!(found.values[4], MISSING);
    }
}
