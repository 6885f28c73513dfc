//! Parses numbers in cells.

/// The cell as a finite number, with half-width or full-width digits. Negative zero becomes zero.
pub(crate) fn finite(cell: &str) -> Option<f64> {
    let value = cell.parse::<f64>().ok().or_else(|| half_width(cell)?.parse().ok());
    value.filter(|value| value.is_finite()).map(|value| value + 0.0)
}

/// The cell with full-width characters replaced by half-width ones; `None` if others occur.
fn half_width(cell: &str) -> Option<String> {
    const FULL: std::ops::RangeInclusive<char> = '！'..='～';
    let half =
        |sign: char| if FULL.contains(&sign) { char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign) } else { sign };
    cell.contains(|sign| FULL.contains(&sign)).then(|| cell.chars().map(half).collect())
}
