//! Numbers that a study reports besides its solutions, and the claims about them.

use std::collections::BTreeMap;

use super::AgreementMeasure;
use crate::cuts::at_least;
use crate::figure::Figure;

/// A number, by its quantity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// The value of an indicator.
    Indicator {
        /// The indicator.
        name: String,
        /// The year; the last one if `None`.
        year: Option<i32>,
    },
    /// The last value of an indicator divided by its first.
    Ratio {
        /// The indicator.
        indicator: String,
    },
    /// The growth of an indicator in its last year, as a share.
    Growth {
        /// The indicator.
        indicator: String,
    },
    /// A share of respondents, in [0, 1].
    Share {
        /// The table of responses.
        table: String,
        /// The share by its name.
        name: String,
    },
    /// The mean of the answers to an item.
    Mean {
        /// The table of responses.
        table: String,
        /// The item.
        item: String,
    },
    /// The frequency of a theme.
    Theme {
        /// The theme.
        name: String,
        /// True for the number of interviews, false for passages.
        interviews: bool,
    },
    /// Internal consistency of a construct.
    Reliability {
        /// The construct.
        construct: String,
        /// True for McDonald's ω, false for Cronbach's α.
        omega: bool,
    },
    /// Agreement of the coders of a coding.
    Agreement {
        /// The coding.
        coding: String,
        /// The condition; the worst of all, and of the pooled value, if `None`.
        condition: Option<String>,
        /// The measure.
        measure: AgreementMeasure,
    },
}

/// The claimed value of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// Its printed value, with that many decimals.
    Printed(Figure),
    /// Its printed value as a percentage.
    Percent(Figure),
    /// Its minimum.
    AtLeast(f64),
    /// Its maximum.
    AtMost(f64),
    /// An upper bound that it stays below.
    Below(f64),
    /// A lower bound that it stays above.
    Above(f64),
}

impl Bound {
    /// True if a number satisfies the claim.
    pub fn holds(self, number: f64) -> bool {
        match self {
            Self::Printed(figure) => figure.rounds(number),
            Self::Percent(figure) => figure.rounds(number * 100.0),
            Self::AtLeast(bound) => at_least(Some(number), bound),
            Self::AtMost(bound) => at_least(Some(bound), number),
            Self::Below(bound) => !at_least(Some(number), bound),
            Self::Above(bound) => !at_least(Some(bound), number),
        }
    }
}

/// All numbers that claims refer to, with their values or the reasons why they have none.
pub type Numbers = BTreeMap<Number, Result<f64, WhyNoNumber>>;

/// The reasons why a number has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNoNumber {
    /// The indicator has no value for the year.
    Year,
    /// The first value, or that of the year before, is missing or not positive.
    Base,
    /// Nobody answered.
    Answers,
    /// There is a single item, the answers do not vary, or no factor could be estimated.
    Reliability,
    /// The coding does not have the condition.
    Condition,
    /// There are too few scores or coders, or the scores do not vary.
    Agreement,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_as_they_are_printed() {
        let figure = |text: &str| text.parse::<Figure>().unwrap();
        for (bound, number, holds) in [
            (Bound::Percent(figure("88.32")), 174.0 / 197.0, true),
            (Bound::Percent(figure("88.33")), 174.0 / 197.0, false),
            (Bound::Percent(figure("96.8")), 0.968, true),
            (Bound::Percent(figure("96.80")), 0.9684, false),
            (Bound::Printed(figure("4.2")), 4.2499, true),
            (Bound::Printed(figure("4.20")), 4.2499, false),
            (Bound::AtLeast(2.0), 2.0, true),
            (Bound::Below(2.0), 2.0, false),
            (Bound::AtMost(0.7), 0.7, true),
            (Bound::Above(0.7), 0.7, false),
            (Bound::Above(0.7), 0.71, true),
            (Bound::Below(0.9), 0.881, true),
        ] {
            assert_eq!(bound.holds(number), holds, "{bound:?} of {number}");
        }
    }
}
