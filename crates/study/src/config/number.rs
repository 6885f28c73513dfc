//! Numbers that a study tells besides its solutions, and what a claim can say of one.

use std::collections::BTreeMap;

use super::AgreementMeasure;
use crate::cuts::at_least;
use crate::figure::Figure;

/// A number by what it is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// The value of an indicator.
    Indicator {
        /// The indicator.
        name: String,
        /// The year; the last one where absent.
        year: Option<i32>,
    },
    /// The last value of an indicator over its first.
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
    /// How often a theme is spoken of.
    Theme {
        /// The theme.
        name: String,
        /// In so many interviews, else in so many passages.
        interviews: bool,
    },
    /// Internal consistency of a construct.
    Reliability {
        /// The construct.
        construct: String,
        /// McDonald's ω, else Cronbach's α.
        omega: bool,
    },
    /// How far the coders of a coding agree.
    Agreement {
        /// The coding.
        coding: String,
        /// On this condition; on all where absent.
        condition: Option<String>,
        /// By this measure.
        measure: AgreementMeasure,
    },
}

/// What a claim says of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// It is printed so, to as many decimals.
    Printed(Figure),
    /// It is printed so as a percentage.
    Percent(Figure),
    /// It is at least this.
    AtLeast(f64),
    /// It is at most this.
    AtMost(f64),
    /// It is less than this.
    Below(f64),
    /// It is more than this.
    Above(f64),
}

impl Bound {
    /// Whether a number is so.
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

/// Every number that claims speak of, with its value or why it has none.
pub type Numbers = BTreeMap<Number, Result<f64, Untold>>;

/// Why a number has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// The indicator has no value for the year.
    Year,
    /// The first value, or that of the year before, is missing or not above zero.
    Base,
    /// Nobody answered.
    Answers,
    /// There is a single item, answers do not vary, or no factor could be estimated.
    Reliability,
    /// The coding has no such condition.
    Condition,
    /// Scores are too few, too few coders gave them, or they do not vary.
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
