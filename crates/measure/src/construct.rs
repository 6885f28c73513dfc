//! Constructs: the answers to several items become one score, with its reliability.

use equifinal_study::responses::Absent;
use equifinal_study::scores::{Construct, Reliability, Scores, Scoring};

use crate::alpha::alpha;
use crate::items::Items;
use crate::sheet::{CodedItem, Sheet};
use crate::validity::omega;

/// Why a construct cannot be scored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConstructError {
    /// An item that the instrument does not hold.
    #[error("construct {construct}: item {item} is not in the instrument; name one of its items")]
    UnknownItem {
        /// The construct.
        construct: String,
        /// The item.
        item: String,
    },
    /// A reversed item without a scale.
    #[error("construct {construct}: item {item} is reversed and has no scale to turn it round on; give it one")]
    NoScale {
        /// The construct.
        construct: String,
        /// The item.
        item: String,
    },
    /// No items.
    #[error("construct {construct} has no items: name at least one")]
    NoItems {
        /// The construct.
        construct: String,
    },
}

/// The scores of `construct` on the responses of `sheet` that are `kept`.
///
/// Reliability rests on the kept responses that answer every item; responses that are not kept get no score.
///
/// # Errors
///
/// Everything that is wrong with the items.
pub fn score(sheet: &Sheet, construct: &Construct, kept: &[bool]) -> Result<Scores, Vec<ConstructError>> {
    let items = items(sheet, construct)?;
    let places = 0..sheet.ids.len();
    let is_kept = |place: usize| kept.get(place) == Some(&true);
    let value = |place| if is_kept(place) { one(&items, place, construct) } else { Err(Absent::Missing) };
    let complete = |place: usize| items.iter().map(|item| item.keyed(place).ok()).collect::<Option<Vec<f64>>>();
    let rows: Vec<Vec<f64>> = places.clone().filter(|&place| is_kept(place)).filter_map(complete).collect();
    Ok(Scores {
        construct: construct.name.clone(),
        values: places.map(value).collect(),
        reliability: reliability(rows),
    })
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
    Ok(match construct.score {
        Scoring::Mean => mean,
        Scoring::Sum => mean * put as f64,
    })
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
    fn gaps_are_bridged_as_allowed_and_skips_never() {
        let (two, four) = (Ok(2.0), Ok(4.0));
        check([four, four, four, four, two], Scoring::Mean, Ok(4.0));
        check([four, four, four, MISSING, two], Scoring::Mean, Ok(4.0));
        check([four, four, four, MISSING, two], Scoring::Sum, Ok(20.0));
        check([four, four, MISSING, MISSING, two], Scoring::Mean, MISSING);
        check([four, four, four, SKIPPED, four], Scoring::Mean, Ok(3.5));
        check([four, four, four, SKIPPED, four], Scoring::Sum, SKIPPED);
        check([SKIPPED; 5], Scoring::Mean, SKIPPED);
        // One of the four questions put is a quarter, more than a fifth.
        check([four, four, MISSING, SKIPPED, two], Scoring::Mean, MISSING);
    }

    #[test]
    fn everything_wrong_with_a_construct_is_said_at_once() {
        let mut sheet = sheet(&[[Ok(1.0); 5]]);
        sheet.items[4].range = None;
        let items = vec!["q9".to_owned(), "q4".to_owned()];
        let construct = Construct { name: "c".to_owned(), items, score: Scoring::Mean, missing_at_most: 0.0 };
        assert_eq!(score(&sheet, &construct, &[true]).unwrap_err().len(), 2);
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
