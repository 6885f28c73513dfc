//! Numbers in the style of a report: its decimals, zeros before the point, and the form of p-values.

use equifinal_study::config::Style;

use crate::messages::Speaker;
use crate::number::{UNDEFINED, fixed};

/// Decimals of p-values.
const P_DECIMALS: usize = 3;
/// The most decimals of a cutoff.
const MOST_DECIMALS: usize = 6;

impl Speaker {
    /// A number that cannot exceed 1, such as a consistency; a dash for `None`.
    pub(crate) fn ratio(&self, value: Option<f64>) -> String {
        ratio(self.style(), value)
    }

    /// A number that cannot exceed 1 with this number of decimals.
    pub(crate) fn bounded(&self, value: f64, decimals: usize) -> String {
        bounded(self.style(), value, decimals)
    }

    /// A number of any size, such as a mean or an anchor; a dash for `None`.
    pub(crate) fn value(&self, value: Option<f64>) -> String {
        value.map_or_else(|| UNDEFINED.to_owned(), |value| fixed(value, self.style().decimals))
    }

    /// A number that the study decides: with all its decimals, since a rounded cutoff is another one.
    pub(crate) fn cutoff(&self, value: f64) -> String {
        let decimals = (self.style().decimals..MOST_DECIMALS)
            .find(|&decimals| fixed(value, decimals).parse().is_ok_and(|printed: f64| (printed - value).abs() < 1e-9));
        self.bounded(value, decimals.unwrap_or(MOST_DECIMALS))
    }

    /// The signed difference `after - before` of numbers that cannot exceed 1, "+0.038"; `None` if one is undefined.
    pub(crate) fn difference(&self, before: Option<f64>, after: Option<f64>) -> Option<String> {
        let rounded = self.bounded(after? - before?, self.style().decimals);
        Some(if rounded.starts_with('-') { rounded } else { format!("+{rounded}") })
    }

    /// A p-value in a sentence: "p = 0.032", "p < 0.001".
    pub(crate) fn p(&self, p: Option<f64>) -> String {
        let blank = match self.style().spaces {
            Some(true) => " ".to_owned(),
            Some(false) => String::new(),
            None => self.mark("comparison-blank"),
        };
        let value = self.p_cell(p);
        let (sign, value) = value.strip_prefix('<').map_or(("=", value.as_str()), |value| ("<", value));
        format!("{}{blank}{sign}{blank}{value}", self.say("p-letter"))
    }

    /// A p-value in a column that is named so: below the last decimal it is not 0.
    pub(crate) fn p_cell(&self, p: Option<f64>) -> String {
        match p {
            Some(p) if p < 0.001 => format!("<{}", self.bounded(0.001, P_DECIMALS)),
            Some(p) => self.bounded(p, P_DECIMALS),
            None => UNDEFINED.to_owned(),
        }
    }
}

/// A number that cannot exceed 1 in a style; a dash for `None`.
pub(crate) fn ratio(style: &Style, value: Option<f64>) -> String {
    value.map_or_else(|| UNDEFINED.to_owned(), |value| bounded(style, value, style.decimals))
}

fn bounded(style: &Style, value: f64, decimals: usize) -> String {
    let printed = fixed(value, decimals);
    if style.leading_zero {
        return printed;
    }
    match printed.strip_prefix('-') {
        Some(digits) => format!("-{}", without_zero(digits)),
        None => without_zero(&printed).to_owned(),
    }
}

fn without_zero(printed: &str) -> &str {
    printed.strip_prefix('0').filter(|rest| rest.starts_with('.')).unwrap_or(printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(language: &str, style: &Style) -> Speaker {
        Speaker::styled(language, style).unwrap()
    }

    #[test]
    fn numbers_follow_the_style() {
        let apa = Style { decimals: 2, leading_zero: false, spaces: Some(true), ..Style::default() };
        let printed_as = |style: &Style, language: &str| {
            let speaker = speaker(language, style);
            [
                speaker.ratio(Some(0.924)),
                speaker.ratio(Some(1.0)),
                speaker.ratio(Some(-0.055)),
                speaker.ratio(None),
                speaker.value(Some(0.5)),
                speaker.cutoff(0.8),
                speaker.cutoff(0.8125),
                speaker.difference(Some(0.9), Some(0.85)).unwrap(),
                speaker.p(Some(0.032)),
                speaker.p(Some(0.0001)),
            ]
            .join(" | ")
        };
        let plain = "0.924 | 1.000 | -0.055 | – | 0.500 | 0.800 | 0.8125 | -0.050";
        for (style, language, printed) in [
            (&Style::default(), "en", format!("{plain} | p = 0.032 | p < 0.001")),
            (&Style::default(), "zh", format!("{plain} | p=0.032 | p<0.001")),
            (&apa, "en", ".92 | 1.00 | -.06 | – | 0.50 | .80 | .8125 | -.05 | p = .032 | p < .001".to_owned()),
        ] {
            assert_eq!(printed_as(style, language), printed, "{language}");
        }
    }

    fn english() -> Speaker {
        speaker("en", &Style::default())
    }

    #[test]
    fn differences_carry_a_sign_and_undefined_ones_are_nothing() {
        for (before, after, printed) in [
            (Some(0.861), Some(0.899), Some("+0.038")),
            (Some(0.9), Some(0.85), Some("-0.050")),
            (Some(0.5), Some(0.5), Some("+0.000")),
            (None, Some(0.5), None),
        ] {
            assert_eq!(english().difference(before, after).as_deref(), printed);
        }
    }

    #[test]
    fn a_difference_is_rounded_once_and_never_minus_zero() {
        for (before, after, printed) in [
            (0.0, 0.0005, "+0.000"),
            (0.0, 0.0015, "+0.002"),
            (0.5, 0.4996, "+0.000"),
            (0.5, 0.4994, "-0.001"),
            (0.8654, 0.8656, "+0.000"),
            (1.0, 0.0, "-1.000"),
            (0.1, 0.3, "+0.200"),
        ] {
            assert_eq!(
                english().difference(Some(before), Some(after)).as_deref(),
                Some(printed),
                "{before} to {after}"
            );
        }
        assert_eq!(english().difference(Some(0.5), None), None);
    }
}
