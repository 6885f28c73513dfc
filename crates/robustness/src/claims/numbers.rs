//! Claims about numbers that the study reports.

use equifinal_study::config::{Bound, Number, Numbers, WhyNoNumber};

use super::verdict::{Found, Outcome, Reason};

/// The outcome over all numbers; one undecided a value leaves the claim undecided, unless another breaks it.
pub(super) fn outcome(parts: &[(Number, Bound)], numbers: &Numbers) -> Outcome {
    let (mut wrong, mut undecided) = (Vec::new(), None);
    for (number, bound) in parts {
        match numbers.get(number).copied().unwrap_or(Err(WhyNoNumber::Answers)) {
            Ok(value) if bound.holds(value) => {}
            Ok(value) => wrong.push((number.clone(), value, *bound)),
            Err(reason) => {
                undecided.get_or_insert(Reason::NoNumber { number: number.clone(), reason });
            }
        }
    }
    match (wrong.is_empty(), undecided) {
        (false, _) => Outcome::Fails(Found::Numbers(wrong)),
        (true, Some(reason)) => Outcome::Unknown(reason),
        (true, None) => Outcome::Holds,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_about_missing_numbers_are_undecided() {
        let rate = |year| Number::Indicator { name: "rate".to_owned(), year: Some(year) };
        let numbers = Numbers::from([(rate(2020), Ok(0.9)), (rate(2021), Err(WhyNoNumber::Year))]);
        let bound = Bound::AtLeast(0.9);
        let undecided = Reason::NoNumber { number: rate(2021), reason: WhyNoNumber::Year };
        let wrong = Found::Numbers(vec![(rate(2020), 0.9, Bound::Above(0.9))]);
        for (parts, expected) in [
            (vec![(rate(2020), bound)], Outcome::Holds),
            (vec![(rate(2020), bound), (rate(2021), bound)], Outcome::Unknown(undecided)),
            (vec![(rate(2021), bound), (rate(2020), Bound::Above(0.9))], Outcome::Fails(wrong)),
        ] {
            assert_eq!(outcome(&parts, &numbers), expected, "{parts:?}");
        }
    }
}
