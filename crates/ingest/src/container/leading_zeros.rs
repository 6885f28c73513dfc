//! Number formats that write leading zeros: with `000000`, 10336 is shown as 010336. Codes of regions and institutions
//! are kept so.

use super::cell_text::number;

/// Digits of the longest number that a spreadsheet holds exactly.
const LONGEST: usize = 15;

/// The number of digits that a number format fills with leading zeros; `None` for every other format.
pub(super) fn digits(format: &str) -> Option<usize> {
    // The first of several formats is the one for positive numbers.
    let first = format.split(';').next()?;
    let is_filled = first.bytes().all(|sign| sign == b'0');
    (is_filled && (2..=LONGEST).contains(&first.len())).then_some(first.len())
}

/// A number as such a format shows it; only whole numbers have leading zeros.
pub(super) fn shown(value: f64, digits: usize) -> String {
    let plain = number(value);
    if plain.bytes().all(|sign| sign.is_ascii_digit()) { format!("{plain:0>digits$}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_are_those_of_the_format() {
        for (format, expected) in [
            ("000000", Some(6)),
            ("00;-00", Some(2)),
            ("0", None),
            ("0.00", None),
            ("00.0", None),
            ("General", None),
            ("#,##0", None),
            ("\"000000\"", None),
        ] {
            assert_eq!(digits(format), expected, "{format}");
        }
        for (value, expected) in
            [(10_336.0, "010336"), (0.0, "000000"), (1_234_567.0, "1234567"), (1.5, "1.5"), (-3.0, "-3")]
        {
            assert_eq!(shown(value, 6), expected);
        }
    }
}
