//! Recognises numbers in any of the ways that tables print them, to tell rows from names. Values are read elsewhere.

use crate::number::half_width;

/// Signs that tables print where a number is missing.
const MARKS: &[&str] = &[
    "-", "–", "—", "——", "－", "…", "……", "...", "..", ".", "/", "*", "#", "×", "na", "n/a", "n.a.", "nan", "null",
    "缺失",
];

/// True if a cell stands for a missing value.
pub(super) fn is_mark(cell: &str) -> bool {
    MARKS.contains(&cell.to_ascii_lowercase().as_str())
}

/// True if a cell holds a number.
pub(super) fn is_figure(cell: &str) -> bool {
    figure(cell).is_some()
}

/// The approximate value of a number, without its percent sign, separators of thousands and Chinese unit.
pub(super) fn figure(cell: &str) -> Option<f64> {
    // Most cells are plain numbers or words.
    let first = cell.chars().next()?;
    if !(first.is_ascii_digit() || "+-.−－＋．".contains(first) || ('０'..='９').contains(&first)) {
        return None;
    }
    if let Ok(plain) = cell.parse::<f64>() {
        return Some(plain).filter(|value| value.is_finite());
    }
    let half = half_width(cell).unwrap_or_else(|| cell.to_owned()).replace('−', "-");
    let bare = half.trim_end_matches(['%', '‰']).trim_end();
    let (bare, factor) = match bare {
        _ if bare.ends_with("万亿") => (bare.trim_end_matches("万亿"), 1e12),
        _ if bare.ends_with('亿') => (bare.trim_end_matches('亿'), 1e8),
        _ if bare.ends_with('万') => (bare.trim_end_matches('万'), 1e4),
        _ => (bare, 1.0),
    };
    let joined: String = bare.chars().filter(|sign| *sign != ',' && !sign.is_whitespace()).collect();
    joined.parse::<f64>().ok().filter(|value| value.is_finite()).map(|value| value * factor)
}

/// True if a cell holds a year, which may be a name of a column.
pub(super) fn is_year(cell: &str) -> bool {
    let digits = cell.trim_end_matches("年").trim();
    digits.len() == 4 && digits.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year))
}

/// The number of decimals of a number.
pub(super) fn decimals(cell: &str) -> usize {
    let after = cell.split_once(['.', '．']).map_or("", |(_, after)| after);
    after.chars().take_while(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_distinguished_from_words() {
        for (cell, expected) in [
            ("12", Some(12.0)),
            ("-0.5", Some(-0.5)),
            ("6.6%", Some(6.6)),
            ("70,000", Some(70_000.0)),
            ("1 234", Some(1234.0)),
            ("１２．５％", Some(12.5)),
            ("−3", Some(-3.0)),
            ("1.2亿", Some(1.2e8)),
            ("7万", Some(7e4)),
            ("2019年", None),
            ("约70000", None),
            ("nan", None),
            ("", None),
            ("-", None),
            ("北京", None),
        ] {
            assert_eq!(figure(cell), expected, "{cell:?}");
        }
        for (cell, year, mark) in [
            ("2019", true, false),
            ("2019年", true, false),
            ("12", false, false),
            ("—", false, true),
            ("NA", false, true),
        ] {
            assert_eq!((is_year(cell), is_mark(cell)), (year, mark), "{cell:?}");
        }
    }
}
