//! Requirements of screening rules on items and platform.

use equifinal_study::screening::{CannotJudge, Rule};

use crate::sheet::{CodedItem, Sheet};

/// Checks that a rule has what it needs to judge the responses at `entered`.
pub(super) fn check(sheet: &Sheet, rule: &Rule, entered: &[usize]) -> Result<(), CannotJudge> {
    let unmet = match rule {
        Rule::Unfinished => not_recorded(&sheet.finished, entered),
        Rule::TooFast { .. } | Rule::TooSlow => not_recorded(&sheet.seconds, entered),
        Rule::LongString { run } => too_few_ratings(sheet, *run),
        Rule::LowVariability { .. } => too_few_ratings(sheet, 2),
        Rule::Mahalanobis { .. } | Rule::OutOfRange => too_few_ratings(sheet, 1),
        Rule::EvenOdd { .. } => {
            let (found, needed) = (sheet.scales.iter().filter(|scale| scale.len() > 1).count(), 3);
            (found < needed).then_some(CannotJudge::TooFewConstructs { found, needed })
        }
        Rule::Reversal { .. } => {
            let is_reversed = |item: &usize| sheet.items.get(*item).is_some_and(|item: &CodedItem| item.reversed);
            let has_one = sheet.scales.iter().any(|scale| scale.len() > 1 && scale.iter().any(is_reversed));
            (!has_one).then_some(CannotJudge::NoReversedItem)
        }
        Rule::Duplicate | Rule::Attention { .. } | Rule::Contradiction { .. } | Rule::Missing { .. } => None,
    };
    unmet.map_or(Ok(()), Err)
}

fn not_recorded<T>(facts: &[Option<T>], entered: &[usize]) -> Option<CannotJudge> {
    let is_recorded = |&place: &usize| facts.get(place).is_some_and(Option::is_some);
    (!entered.is_empty() && !entered.iter().any(is_recorded)).then_some(CannotJudge::NotRecorded)
}

fn too_few_ratings(sheet: &Sheet, needed: usize) -> Option<CannotJudge> {
    let found = sheet.ratings().count();
    (found < needed).then_some(CannotJudge::TooFewRatings { found, needed })
}
