//! The single rounding rule of printed numbers: fixed decimals, half to even, applied to the shortest decimal string.
//!
//! The shortest string that parses to the same double is the number in `results.json`; rounding that string, not the
//! binary value, rounds 0.0125 as it looks. Negative zero is not printed.

/// Decimals of all ratios and raw values in a report.
pub(crate) const DECIMALS: usize = 3;

/// The sign for a ratio of 0/0.
pub(crate) const UNDEFINED: &str = "–";

/// `value` with three decimals, or a dash for `None`: half to even, without negative zero.
///
/// ```
/// use equifinal_report::ratio;
///
/// assert_eq!(ratio(Some(0.9995)), "1.000");
/// assert_eq!(ratio(Some(0.0125)), "0.012");
/// assert_eq!(ratio(Some(-0.0004)), "0.000");
/// assert_eq!(ratio(None), "–");
/// ```
pub fn ratio(value: Option<f64>) -> String {
    value.map_or_else(|| UNDEFINED.to_owned(), |value| fixed(value, DECIMALS))
}

/// Ascending numbers, with runs of three or more abbreviated: `1, 2, 4–9`.
///
/// ```
/// assert_eq!(equifinal_report::runs(&[1, 2, 4, 5, 6, 9]).join(", "), "1, 2, 4–6, 9");
/// ```
pub fn runs(numbers: &[u64]) -> Vec<String> {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    let said = |run: &[u64]| match run {
        [first, _, .., last] => vec![format!("{first}–{last}")],
        few => few.iter().map(u64::to_string).collect(),
    };
    runs.flat_map(said).collect()
}

/// A share or its change as a percentage with one decimal, without the percent sign.
pub(crate) fn percent(share: f64) -> String {
    if !share.is_finite() {
        return UNDEFINED.to_owned();
    }
    let printed = fixed(share, DECIMALS);
    let minus = if printed.starts_with('-') { "-" } else { "" };
    let digits = printed.replace(['-', '.'], "");
    let (whole, tenths) = digits.split_at(digits.len().saturating_sub(1));
    let whole = whole.trim_start_matches('0');
    format!("{minus}{}.{tenths}", if whole.is_empty() { "0" } else { whole })
}

/// A count as a percentage of another; a dash where that is 0.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
pub(crate) fn share(part: u64, whole: u64) -> String {
    if whole == 0 { UNDEFINED.to_owned() } else { percent(part as f64 / whole as f64) }
}

/// `value` with up to three decimals, for axes: "9.5", "550".
pub(crate) fn shortest(value: f64) -> String {
    let printed = fixed(value, DECIMALS);
    if printed.contains('.') { printed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { printed }
}

/// `value` with this number of decimals.
pub(crate) fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return UNDEFINED.to_owned();
    }
    let mut printed = value.abs().to_string();
    let point = printed.find('.').unwrap_or_else(|| {
        printed.push('.');
        printed.len() - 1
    });
    let end = point + 1 + decimals;
    let up = rounds_up(&printed, end);
    while printed.len() < end {
        printed.push('0');
    }
    printed.truncate(if decimals == 0 { point } else { end });
    if up {
        printed = incremented(&printed);
    }
    if value < 0.0 && printed.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
        printed.insert(0, '-');
    }
    printed
}

/// True if the digits from `end` on round the digit before up.
fn rounds_up(printed: &str, end: usize) -> bool {
    let (kept, dropped) = printed.split_at(end.min(printed.len()));
    let odd = kept.bytes().rfind(u8::is_ascii_digit).is_some_and(|digit| digit % 2 == 1);
    let rest = || dropped.bytes().skip(1).any(|digit| digit != b'0');
    match dropped.bytes().next() {
        Some(b'5') => odd || rest(),
        first => first > Some(b'5'),
    }
}

/// A number with one more in its last digit.
fn incremented(printed: &str) -> String {
    let nines = printed.trim_end_matches(['9', '.']).len();
    let zeros = printed[nines..].replace('9', "0");
    match printed.as_bytes()[..nines].last() {
        Some(digit) => format!("{}{}{zeros}", &printed[..nines - 1], char::from(digit + 1)),
        None => format!("1{zeros}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_round_half_to_even_as_they_look() {
        for (value, decimals, printed) in [
            (0.0125, 3, "0.012"),
            (0.0135, 3, "0.014"),
            (0.01251, 3, "0.013"),
            (1.005, 2, "1.00"),
            (2.675, 2, "2.68"),
            (0.9995, 3, "1.000"),
            (0.99949, 3, "0.999"),
            (9.9996, 3, "10.000"),
            (-0.0004, 3, "0.000"),
            (-0.0006, 3, "-0.001"),
            (-12.5, 0, "-12"),
            (550.0, 3, "550.000"),
            (1e21, 1, "1000000000000000000000.0"),
            (1e-9, 3, "0.000"),
            (f64::NAN, 3, "–"),
        ] {
            assert_eq!(fixed(value, decimals), printed, "{value} with {decimals}");
        }
    }

    #[test]
    fn numbers_that_follow_one_another_are_written_by_their_ends() {
        assert_eq!(runs(&[1, 2, 4, 5, 6, 9]), ["1", "2", "4–6", "9"]);
        assert_eq!(runs(&[]), [""; 0]);
    }

    #[test]
    fn values_on_axes_are_short() {
        for (value, printed) in [(550.0, "550"), (9.5, "9.5"), (0.1234, "0.123"), (-0.0, "0"), (f64::NAN, "–")] {
            assert_eq!(shortest(value), printed);
        }
    }

    #[test]
    fn shares_become_percentages_without_binary_noise() {
        for (share, printed) in [(0.575, "57.5"), (1.0, "100.0"), (0.0, "0.0"), (0.0559, "5.6"), (0.05, "5.0")] {
            assert_eq!(percent(share), printed);
        }
    }

    #[test]
    fn percentages_have_a_sign_only_below_zero_and_a_dash_for_nothing() {
        for (share, printed) in [
            (-0.25, "-25.0"),
            (-0.0559, "-5.6"),
            (-1.5, "-150.0"),
            (-0.0004, "0.0"),
            (-0.0, "0.0"),
            (0.0005, "0.0"),
            (0.0015, "0.2"),
            (12.3456, "1234.6"),
            (f64::NAN, "–"),
            (f64::INFINITY, "–"),
        ] {
            assert_eq!(percent(share), printed, "{share}");
        }
    }

    /// Ten-thousandths up to 2, rounded in whole numbers apart from the code.
    #[test]
    fn every_fourth_decimal_rounds_to_the_even_third() {
        for number in 0..=20_000_u32 {
            let (whole, rest) = (number / 10, number % 10);
            let rounded = whole + u32::from(rest > 5 || rest == 5 && whole % 2 == 1);
            let value = f64::from(number) / 10_000.0;
            let ratio = format!("{}.{:03}", rounded / 1000, rounded % 1000);
            assert_eq!(fixed(value, 3), ratio);
            assert_eq!(percent(value), format!("{}.{}", rounded / 10, rounded % 10));
            let minus = if rounded == 0 { "" } else { "-" };
            assert_eq!(fixed(-value, 3), format!("{minus}{ratio}"));
        }
    }
    #[test]
    fn ratios_at_their_boundaries_are_printed_as_they_look() {
        for (value, printed) in [
            (Some(0.0005), "0.000"),
            (Some(0.000_500_000_1), "0.001"),
            (Some(0.0015), "0.002"),
            (Some(-0.0005), "0.000"),
            (Some(-0.0015), "-0.002"),
            (Some(-0.0), "0.000"),
            (Some(f64::MIN_POSITIVE), "0.000"),
            (Some(0.999_499_999), "0.999"),
            (Some(0.9995), "1.000"),
            (Some(0.999_999_999), "1.000"),
            (Some(1.0), "1.000"),
            (Some(1.0 - f64::EPSILON), "1.000"),
            (Some(0.1 + 0.2), "0.300"),
            (Some(999.9995), "1000.000"),
            (Some(1234.5678), "1234.568"),
            (Some(1e6), "1000000.000"),
            (Some(f64::NEG_INFINITY), "–"),
            (None, "–"),
        ] {
            assert_eq!(ratio(value), printed, "{value:?}");
        }
    }

    #[test]
    fn runs_begin_at_three_numbers_in_a_row() {
        for (numbers, printed) in [
            (&[5_u64][..], "5"),
            (&[5, 6], "5 6"),
            (&[5, 6, 7], "5–7"),
            (&[1, 3, 5], "1 3 5"),
            (&[1, 2, 3, 5, 6, 8, 9, 10, 11], "1–3 5 6 8–11"),
            (&[u64::MAX - 2, u64::MAX - 1, u64::MAX], "18446744073709551613–18446744073709551615"),
        ] {
            assert_eq!(runs(numbers).join(" "), printed);
        }
    }

    #[test]
    fn decimals_are_as_many_as_asked_for() {
        for (value, decimals, printed) in [
            (0.5, 0, "0"),
            (1.5, 0, "2"),
            (2.5, 0, "2"),
            (99.5, 0, "100"),
            (0.05, 1, "0.0"),
            (0.25, 1, "0.2"),
            (0.35, 1, "0.4"),
            (0.000_05, 4, "0.0000"),
            (0.000_15, 4, "0.0002"),
            (123.456, 6, "123.456000"),
            (-99.999, 2, "-100.00"),
        ] {
            assert_eq!(fixed(value, decimals), printed, "{value} with {decimals}");
        }
    }
}
