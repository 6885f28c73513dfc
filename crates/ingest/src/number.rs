//! Parses numbers in cells.

/// The cell as a finite number, with half-width or full-width digits. Negative zero becomes zero.
pub(crate) fn finite(cell: &str) -> Option<f64> {
    let value = cell.parse::<f64>().ok().or_else(|| half_width(cell)?.parse().ok());
    value.filter(|value| value.is_finite()).map(|value| value + 0.0)
}

/// The cell with full-width characters replaced by half-width ones; `None` if others occur.
pub(crate) fn half_width(cell: &str) -> Option<String> {
    const FULL: std::ops::RangeInclusive<char> = '！'..='～';
    let half =
        |sign: char| if FULL.contains(&sign) { char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign) } else { sign };
    cell.contains(|sign| FULL.contains(&sign)).then(|| cell.chars().map(half).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_written() {
        for (cell, expected) in [
            ("0", Some(0.0)),
            ("12", Some(12.0)),
            ("+2.", Some(2.0)),
            (".5", Some(0.5)),
            ("-.5", Some(-0.5)),
            ("1e3", Some(1e3)),
            ("1E-3", Some(1e-3)),
            ("007", Some(7.0)),
            ("0.1", Some(0.1)),
            ("1e-400", Some(0.0)),
            ("9007199254740993", Some(9_007_199_254_740_992.0)),
            ("１２．５", Some(12.5)),
            ("－３", Some(-3.0)),
            ("＋３ｅ２", Some(300.0)),
            ("1２", Some(12.0)),
            ("", None),
            (" 1", None),
            ("1 000", None),
            ("1,5", None),
            ("1，5", None),
            ("50%", None),
            ("５０％", None),
            ("0x10", None),
            ("1_000", None),
            ("一", None),
            ("½", None),
            ("−3", None),
            ("e5", None),
            ("1e", None),
            (".", None),
            ("-", None),
            ("TRUE", None),
            ("NaN", None),
            ("-nan", None),
            ("inf", None),
            ("Infinity", None),
            ("1e999", None),
            ("１ｅ９９９", None),
        ] {
            assert_eq!(finite(cell), expected, "{cell:?}");
        }
        for zero in ["-0", "-0.0", "－０", "-1e-400"] {
            assert_eq!(finite(zero).map(f64::to_bits), Some(0), "{zero}");
        }
    }
}
