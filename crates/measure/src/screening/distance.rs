//! Distances of responses from their mean (Mahalanobis 1936).

use equifinal_study::screening::CannotJudge;

use super::verdict::{Judged, Verdict, found_if};
use crate::distribution::chi_square_above;
use crate::items::{Items, inverse};
use crate::sheet::{CodedItem, Sheet};

/// Squared distances of complete responses from their mean, against χ² with as many degrees of freedom as items.
///
/// An item with equal answers from everyone has no variance to divide by, such as an attention item after the rule that
/// drops everyone who fails it. It is left out.
///
/// # Errors
/// The reason why there are no distances.
#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
pub(super) fn mahalanobis(sheet: &Sheet, entered: &[usize], p: f64) -> Result<Judged, CannotJudge> {
    let row = |&place: &usize| sheet.ratings().map(|item| item.answer(place).ok()).collect::<Option<Vec<f64>>>();
    let rows: Vec<Option<Vec<f64>>> = entered.iter().map(row).collect();
    let complete: Vec<Vec<f64>> = rows.iter().flatten().cloned().collect();
    let found = complete.len();
    let items = Items::complete(complete).map_err(|_| CannotJudge::TooFewResponses { found, needed: 2 })?;
    let differ = |item: &usize| {
        let mut answers = items.answers(*item);
        let first = answers.next();
        answers.any(|other| first.is_none_or(|first| first.total_cmp(&other).is_ne()))
    };
    let (used, constant): (Vec<usize>, Vec<usize>) = (0..items.items()).partition(differ);
    if used.is_empty() {
        return Err(CannotJudge::AllConstant);
    }
    let above = |distance: f64| chi_square_above(distance, used.len() as f64);
    // Among n responses none is further than (n − 1)² / n, whatever they are; among as many as items, all are as far.
    let farthest = |responses: usize| (responses as f64 - 1.0) * (responses as f64 - 1.0) / responses as f64;
    let needed = (used.len() + 1..).find(|responses| above(farthest(*responses)) < p).unwrap_or(usize::MAX);
    if found < needed {
        return Err(CannotJudge::TooFewResponses { found, needed });
    }
    let items = items.only(&used);
    let (weights, _) = inverse(&items.covariance()).map_err(|_| CannotJudge::Dependent)?;
    let means = items.means();
    let verdict = |row: Option<Vec<f64>>| {
        let Some(row) = row else { return Verdict::Unjudged };
        let answers = used.iter().filter_map(|&item| row.get(item));
        let apart = answers.zip(&means).map(|(answer, mean)| answer - mean);
        let apart = nalgebra::DVector::from_iterator(means.len(), apart);
        let distance = apart.dot(&(&weights * &apart));
        found_if(above(distance) < p, Some(distance))
    };
    let names: Vec<&CodedItem> = sheet.ratings().collect();
    let constant_items = constant.iter().filter_map(|&item| names.get(item)).map(|item| item.name.clone()).collect();
    Ok(Judged { constant_items, ..rows.into_iter().map(verdict).collect::<Vec<_>>().into() })
}
