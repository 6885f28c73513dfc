//! Rules on patterns of answers.

use std::collections::BTreeSet;

use equifinal_study::responses::Absent;

use super::verdict::{Verdict, found_if};
use crate::descriptives::describe;
use crate::items::Items;
use crate::sheet::Sheet;

/// Finds responses whose answers all equal those of an earlier one; empty responses are not compared.
pub(super) fn duplicates(sheet: &Sheet, entered: &[usize]) -> Vec<Verdict> {
    let mut seen = BTreeSet::new();
    let verdict = |&place: &usize| {
        let answers: Vec<Result<u64, Absent>> =
            sheet.items.iter().map(|item| item.answer(place).map(|answer| (answer + 0.0).to_bits())).collect();
        if answers.iter().all(Result::is_err) { Verdict::Unjudged } else { found_if(!seen.insert(answers), None) }
    };
    entered.iter().map(verdict).collect()
}

/// The rating answers as given, in the order of the questionnaire.
fn ratings(sheet: &Sheet, place: usize) -> Vec<f64> {
    sheet.ratings().filter_map(|item| item.answer(place).ok()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
pub(super) fn long_string(sheet: &Sheet, place: usize, run: usize) -> Verdict {
    let answers = ratings(sheet, place);
    let longest = answers.chunk_by(|a, b| a == b).map(<[f64]>::len).max();
    longest.map_or(Verdict::Unjudged, |longest| found_if(longest >= run, Some(longest as f64)))
}

pub(super) fn variability(sheet: &Sheet, place: usize, below: f64) -> Verdict {
    let sd = describe(&ratings(sheet, place)).and_then(|found| found.sd);
    sd.map_or(Verdict::Unjudged, |sd| found_if(sd < below, Some(sd)))
}

/// The correlation over scales of the means of odd and even items, corrected by Spearman & Brown.
///
/// Not judged with fewer than three scales of two items, or if the halves do not vary.
pub(super) fn even_odd(sheet: &Sheet, place: usize, below: f64) -> Verdict {
    let half = |scale: &[usize], parity: usize| {
        let items = scale.iter().skip(parity).step_by(2).filter_map(|&item| sheet.items.get(item));
        describe(&items.filter_map(|item| item.keyed(place).ok()).collect::<Vec<_>>()).map(|found| found.mean)
    };
    let halves: Vec<Vec<f64>> =
        sheet.scales.iter().filter_map(|scale| Some(vec![half(scale, 0)?, half(scale, 1)?])).collect();
    let correlation = (halves.len() > 2).then(|| Items::complete(halves).ok()?.correlation().ok()).flatten();
    let corrected =
        correlation.map(|r| r[(0, 1)]).map(|r| if r > -1.0 { (2.0 * r / (1.0 + r)).max(-1.0) } else { -1.0 });
    corrected.map_or(Verdict::Unjudged, |r| found_if(r < below, Some(r)))
}

/// The largest distance of a reverse-coded item from the mean of the other items of its scale.
pub(super) fn reversal(sheet: &Sheet, place: usize, points: f64) -> Verdict {
    let mut largest: Option<f64> = None;
    for scale in &sheet.scales {
        for &at in scale {
            let Some(item) = sheet.items.get(at).filter(|item| item.reversed) else { continue };
            let others = scale.iter().filter(|&&other| other != at).filter_map(|&other| sheet.items.get(other));
            let rest = describe(&others.filter_map(|other| other.keyed(place).ok()).collect::<Vec<_>>());
            if let Some((turned, rest)) = item.keyed(place).ok().zip(rest) {
                let apart = (turned - rest.mean).abs();
                largest = Some(largest.map_or(apart, |largest| largest.max(apart)));
            }
        }
    }
    largest.map_or(Verdict::Unjudged, |apart| found_if(apart > points, Some(apart)))
}
