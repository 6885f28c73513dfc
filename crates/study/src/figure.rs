//! A number as it is printed, with its decimals.

use std::fmt;
use std::str::FromStr;

use crate::message::{Argument, Message, Sayable};
use crate::{say, worded};

/// A printed decimal number; `0.80` is more precise than `0.8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The number without its decimal point.
    units: i64,
    /// Digits after the decimal point, at most 12.
    decimals: u32,
}

/// A text that is not a valid decimal number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FigureError(String);

impl FigureError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        say!("figure-not", found = format!("{:?}", self.0))
    }
}

worded!(FigureError);

impl Sayable for Figure {
    fn argument(&self) -> Argument {
        Argument::Said(Message::verbatim(self.to_string()))
    }
}

impl Figure {
    /// The number.
    #[expect(clippy::cast_precision_loss, reason = "at most 15 digits fit a double")]
    pub fn value(self) -> f64 {
        self.units as f64 / self.scale() as f64
    }

    /// Half a unit of the last digit: the maximum difference between the unrounded and the printed number.
    #[expect(clippy::cast_precision_loss, reason = "at most 15 digits fit a double")]
    pub fn half_unit(self) -> f64 {
        0.5 / self.scale() as f64
    }

    /// True if `value` may have been rounded to this.
    pub fn rounds(self, value: f64) -> bool {
        self.within(value, 0.0)
    }

    /// True if `value` lies within `tolerance` of a number that may have been rounded to this.
    pub fn within(self, value: f64, tolerance: f64) -> bool {
        (self.value() - value).abs() <= self.half_unit() + tolerance + 1e-9
    }

    /// The number without its decimal point.
    pub fn units(self) -> i64 {
        self.units
    }

    /// Ten to the number of decimals.
    pub fn scale(self) -> i64 {
        10_i64.pow(self.decimals)
    }
}

impl FromStr for Figure {
    type Err = FigureError;

    fn from_str(text: &str) -> Result<Self, FigureError> {
        let wrong = || FigureError(text.to_owned());
        let (negative, digits) = text.trim().strip_prefix('-').map_or((false, text.trim()), |digits| (true, digits));
        let (whole, decimal) = digits.split_once('.').unwrap_or((digits, ""));
        let all = format!("{whole}{decimal}");
        if all.is_empty() || all.len() > 15 || decimal.len() > 12 || !all.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(wrong());
        }
        let units: i64 = all.parse().map_err(|_| wrong())?;
        let decimals = u32::try_from(decimal.len()).map_err(|_| wrong())?;
        Ok(Self { units: if negative { -units } else { units }, decimals })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:.*}", usize::try_from(self.decimals).unwrap_or_default(), self.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_decimals() {
        let check = |text: &str, shown: &str, half: f64| {
            let figure: Figure = text.parse().unwrap();
            assert_eq!((figure.to_string().as_str(), figure.half_unit()), (shown, half));
        };
        check("88.32", "88.32", 0.005);
        check(".80", "0.80", 0.005);
        check("-3", "-3", 0.5);
        for wrong in ["", ".", "1e3", "88,32", "1.2.3", "12345678901234567"] {
            assert_eq!(wrong.parse::<Figure>(), Err(FigureError(wrong.to_owned())));
        }
    }
}
