//! Numbers of an SPSS file as cells show them.

use super::super::cell_text::{date, number, timestamp};

/// Days from 14 October 1582, SPSS's epoch, to 1970.
const DAYS_TO_1970: i64 = 141_428;

/// Kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    /// A day, in seconds since 14 October 1582.
    Day,
    /// A day and time, in seconds since 14 October 1582.
    Moment,
    /// A length of time, in seconds.
    Duration,
    Text,
}

impl Kind {
    /// The kind of a numeric variable, from its print format; the guide's table of format types.
    pub(super) fn of_format(format: u8) -> Self {
        match format {
            20 | 23 | 24 | 28 | 29 | 30 | 38 | 39 => Self::Day,
            22 | 41 => Self::Moment,
            21 | 25 | 40 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// A number of this kind as a cell shows it; empty if it is not finite.
    pub(super) fn shown(self, value: f64) -> String {
        if !value.is_finite() {
            return String::new();
        }
        match self {
            Self::Day => date(whole(value).div_euclid(86_400) - DAYS_TO_1970),
            Self::Moment => timestamp(whole(value).saturating_sub(DAYS_TO_1970 * 86_400)),
            Self::Duration => whole(value).to_string(),
            Self::Number | Self::Text => number(value),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and dates that far are none")]
fn whole(value: f64) -> i64 {
    value.floor() as i64
}
