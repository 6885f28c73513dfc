//! Reads the numbers of a column as they are meant: `6.6%`, `70,000`, `0,5`, `7万`, full-width digits.
//!
//! How a cell is meant is decided by its column, never by a guess that changes a magnitude: a comma is a decimal point
//! or a separator of thousands only where the column shows which, and percentages or Chinese units stand with cells of
//! their kind (and zeros) or are refused. The value is that of the decimal number that the cell stands for, correctly
//! rounded: `6.6%` is 0.066.

use std::borrow::Cow;
use std::collections::BTreeSet;

use equifinal_study::table_notes::ConversionKind;

use crate::doubtful_number::Doubt;
use crate::number::{finite, half_width};

/// The ways to write a number that plain numbers do not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// Plain digits, perhaps with a decimal point.
    Plain,
    /// `6.6%`, `5‰`.
    Percent,
    /// `7万`.
    ChineseUnit,
    /// `1,234,567`, `1,234.5`, `70 000`: groups of three digits that cannot be decimals.
    Thousands,
    /// `0,5`, `1.234,56`: a comma that cannot separate thousands.
    DecimalComma,
    /// `70,000`: thousands or three decimals.
    Either,
}

/// How the commas of a column are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Comma {
    #[default]
    Undecided,
    Thousands,
    Decimal,
}

/// The way in which the numbers of a column are written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    comma: Comma,
    /// The signs or units that some cells have and others do not.
    mixed: Option<&'static str>,
}

impl Figures {
    /// The way of a column with these distinct cells; `is_missing` tells cells without a value, and `by_semicolons` that
    /// the file separates cells by semicolons, as files with decimal commas do.
    pub(crate) fn of<'a>(
        cells: impl Iterator<Item = &'a str>,
        is_missing: impl Fn(&str) -> bool,
        by_semicolons: bool,
    ) -> Self {
        let mut ways: BTreeSet<(Way, &str)> = BTreeSet::new();
        let (mut has_point, mut is_point_decimal, mut has_long, mut has_plain) = (false, false, false, false);
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty() && !is_missing(cell)).collect();
        // Nearly every column holds plain numbers.
        if cells.iter().all(|cell| is_plain(cell)) {
            return Self::default();
        }
        for cell in cells {
            match way(cell) {
                Some(Way::Plain) => {
                    let value = finite(cell).unwrap_or_default();
                    has_point |= cell.contains(['.', '．']);
                    // Elsewhere a point separates thousands: 1.234 may be either, 12.5 only one.
                    is_point_decimal |= cell.contains('.') && !is_grouped(cell.trim_start_matches('-'), '.');
                    has_long |= value.abs() >= 1000.0 && !cell.contains(['.', '．']);
                    has_plain |= value.abs() > 0.0;
                }
                Some(way) => {
                    ways.insert((way, cell));
                }
                None => {}
            }
        }
        let has = |wanted: Way| ways.iter().any(|(way, _)| *way == wanted);
        let either = ways.iter().filter(|(way, _)| *way == Way::Either).count();
        let comma = match (has(Way::Thousands), has(Way::DecimalComma)) {
            // A plain number with a point shows what the point is.
            (false, true) if !has_point => Comma::Decimal,
            (true, false) if !has_long => Comma::Thousands,
            (false, false) if is_point_decimal && !has_long => Comma::Thousands,
            (false, false) if either > 1 && !by_semicolons && !has_long && !has_point => Comma::Thousands,
            _ => Comma::Undecided,
        };
        let (percent, chinese) = (has(Way::Percent), has(Way::ChineseUnit));
        let others = has_plain || has(Way::Thousands) || has(Way::DecimalComma) || has(Way::Either);
        let mixed = match (percent, chinese) {
            (true, true) => Some("mixed-percent-units"),
            (true, false) if others => Some("mixed-percent"),
            (false, true) if others => Some("mixed-units"),
            _ => None,
        };
        Self { comma, mixed }
    }

    /// The value of a cell, and how it was converted; `None` for a plain number.
    pub(crate) fn read(&self, cell: &str) -> Result<(f64, Option<ConversionKind>), Doubt> {
        if self.mixed.is_none() && is_plain(cell) {
            return finite(cell).map(|value| (value, None)).ok_or(Doubt::NoNumber);
        }
        let is_signed = |way: Way| matches!(way, Way::Percent | Way::ChineseUnit);
        let way = way(cell).ok_or(Doubt::NoNumber)?;
        if let Some(mixed) = self.mixed.filter(|_| is_signed(way) || finite(cell) != Some(0.0)) {
            return Err(Doubt::Mixed(mixed));
        }
        let half = plain(cell);
        let number = |text: &str| finite(text).ok_or(Doubt::NoNumber);
        match (way, self.comma) {
            (Way::Plain, _) => {
                let signs = (half.as_ref() != cell).then_some(ConversionKind::Signs);
                Ok((number(&half)?, signs))
            }
            (Way::Percent, _) => {
                let (digits, power) = without_percent(&half).ok_or(Doubt::NoNumber)?;
                Ok((number(&format!("{}e{power}", joined(digits)))?, Some(ConversionKind::Percent)))
            }
            (Way::ChineseUnit, _) => {
                let (digits, power) = without_unit(&half).ok_or(Doubt::NoNumber)?;
                Ok((number(&format!("{}e{power}", joined(digits)))?, Some(ConversionKind::ChineseUnit)))
            }
            (Way::Thousands | Way::Either, Comma::Thousands) => {
                Ok((number(&joined(&half))?, Some(ConversionKind::Thousands)))
            }
            (Way::DecimalComma | Way::Either, Comma::Decimal) => {
                let points: String = half.chars().filter(|sign| *sign != '.').collect();
                Ok((number(&points.replace(',', "."))?, Some(ConversionKind::DecimalComma)))
            }
            _ => Err(Doubt::Comma),
        }
    }
}

/// True for a cell of nothing but the signs of plain numbers.
fn is_plain(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'))
}

/// A cell with half-width digits and the hyphen as minus sign.
fn plain(cell: &str) -> Cow<'_, str> {
    let half = half_width(cell).map_or(Cow::Borrowed(cell), Cow::Owned);
    if half.contains('−') { Cow::Owned(half.replace('−', "-")) } else { half }
}

/// The way in which a cell is written; `None` if it is not a number.
fn way(cell: &str) -> Option<Way> {
    if finite(cell).is_some() {
        return Some(Way::Plain);
    }
    if !cell.contains(|sign: char| sign.is_ascii_digit() || ('０'..='９').contains(&sign)) {
        return None;
    }
    let half = plain(cell);
    let half = half.as_ref();
    if finite(half).is_some() {
        return Some(Way::Plain);
    }
    let is_number = |digits: &str| is_decimal(digits) || groups(digits).is_some();
    if let Some((digits, _)) = without_percent(half) {
        return is_number(digits).then_some(Way::Percent);
    }
    if let Some((digits, _)) = without_unit(half) {
        return is_number(digits).then_some(Way::ChineseUnit);
    }
    if let Some(way) = groups(half) {
        return Some(way);
    }
    // A comma and digits behind it, before which points may separate thousands.
    let (whole, decimals) = half.split_once(',')?;
    let unsigned = whole.strip_prefix(['-', '+']).unwrap_or(whole);
    let is_whole = is_digits(unsigned) || is_grouped(unsigned, '.');
    (is_whole && is_digits(decimals)).then_some(Way::DecimalComma)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// True for digits with at most one decimal point and a sign.
fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    is_digits(whole) && is_digits(decimals)
}

/// True for groups of three digits, the first of one to three and without a leading zero.
fn is_grouped(whole: &str, separator: char) -> bool {
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    let is_first = is_digits(first) && first.len() <= 3 && !first.starts_with('0');
    let mut rest = groups.peekable();
    is_first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && is_digits(group))
}

/// The way of a number in groups of three digits; `None` if it is not one.
fn groups(text: &str) -> Option<Way> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    if decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return None;
    }
    if is_grouped(whole, ',') {
        let is_certain = decimals.is_some() || whole.matches(',').count() > 1;
        return Some(if is_certain { Way::Thousands } else { Way::Either });
    }
    [' ', '\u{a0}', '\u{202f}', '\u{2009}'].iter().any(|space| is_grouped(whole, *space)).then_some(Way::Thousands)
}

/// A number without its separators of thousands.
fn joined(text: &str) -> String {
    text.chars().filter(|sign| *sign != ',' && !sign.is_whitespace()).collect()
}

/// The digits before a percent or per mille sign, and its power of ten.
fn without_percent(text: &str) -> Option<(&str, i32)> {
    let signs = [('%', -2), ('‰', -3)];
    signs.iter().find_map(|(sign, power)| Some((text.strip_suffix(*sign)?.trim_end(), *power)))
}

/// The digits before a Chinese unit of numbers, and its power of ten.
fn without_unit(text: &str) -> Option<(&str, i32)> {
    let units = [("万亿", 12), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4)];
    units.iter().find_map(|(unit, power)| Some((text.strip_suffix(unit)?.trim_end(), *power)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text_column::TextColumnBuilder;

    /// Each cell of a column as read: its value, or the doubt.
    fn check(cells: &[&str], expected: &[Result<f64, Doubt>]) {
        check_in(cells, false, expected);
    }

    fn check_in(cells: &[&str], by_semicolons: bool, expected: &[Result<f64, Doubt>]) {
        let column = cells.iter().copied().collect::<TextColumnBuilder>().finish();
        let figures = Figures::of(column.texts(), |cell| cell == "—", by_semicolons);
        let read: Vec<_> = column.iter().map(|cell| figures.read(cell).map(|(value, _)| value)).collect();
        assert_eq!(read, expected, "{cells:?}");
    }

    #[test]
    fn signs_of_a_number_are_read_as_meant() {
        for (cell, value, kind) in [
            ("12", 12.0, None),
            ("-0.5", -0.5, None),
            ("１２．５", 12.5, Some(ConversionKind::Signs)),
            ("−3", -3.0, Some(ConversionKind::Signs)),
            ("6.6%", 0.066, Some(ConversionKind::Percent)),
            ("100 %", 1.0, Some(ConversionKind::Percent)),
            ("６．６％", 0.066, Some(ConversionKind::Percent)),
            ("1,234.5%", 12.345, Some(ConversionKind::Percent)),
            ("5‰", 0.005, Some(ConversionKind::Percent)),
            ("7万", 70_000.0, Some(ConversionKind::ChineseUnit)),
            ("1.2亿", 1.2e8, Some(ConversionKind::ChineseUnit)),
            ("3.05 万", 30_500.0, Some(ConversionKind::ChineseUnit)),
            ("1,234,567", 1_234_567.0, Some(ConversionKind::Thousands)),
            ("-1,234.5", -1234.5, Some(ConversionKind::Thousands)),
            ("70 000", 70_000.0, Some(ConversionKind::Thousands)),
            ("0,5", 0.5, Some(ConversionKind::DecimalComma)),
            ("1.234,56", 1234.56, Some(ConversionKind::DecimalComma)),
        ] {
            let column = std::iter::once(cell).collect::<TextColumnBuilder>().finish();
            assert_eq!(Figures::of(column.texts(), |_| false, false).read(cell), Ok((value, kind)), "{cell}");
        }
        for cell in
            ["约70000", "70000元", "≥5", "<1", "1,23,456", "12,34,5", "1,5%", "七万", "2019年", "5/10", "1.2.3", "%"]
        {
            check(&[cell], &[Err(Doubt::NoNumber)]);
        }
    }

    #[test]
    fn a_comma_is_decided_by_its_column() {
        // One column alone may be thousands or three decimals.
        check(&["70,000"], &[Err(Doubt::Comma)]);
        check(&["70,000", "70,000"], &[Err(Doubt::Comma), Err(Doubt::Comma)]);
        check(&["70,000", "81,500", "950"], &[Ok(70_000.0), Ok(81_500.0), Ok(950.0)]);
        check(&["70,000", "12.5"], &[Ok(70_000.0), Ok(12.5)]);
        check(&["70,000", "1,234,567", "—"], &[Ok(70_000.0), Ok(1_234_567.0), Err(Doubt::NoNumber)]);
        // Plain numbers above 999 show that the column does not separate thousands.
        check(&["1,234", "5,678", "12345"], &[Err(Doubt::Comma), Err(Doubt::Comma), Ok(12_345.0)]);
        check(&["1.234", "5,678", "6,789"], &[Ok(1.234), Err(Doubt::Comma), Err(Doubt::Comma)]);
        check(&["0,5", "1,234", "3"], &[Ok(0.5), Ok(1.234), Ok(3.0)]);
        check(&["0,5", "1.5"], &[Err(Doubt::Comma), Ok(1.5)]);
        check(&["0,5", "1,234,567"], &[Err(Doubt::Comma), Err(Doubt::Comma)]);
        check_in(&["1,234", "5,678"], true, &[Err(Doubt::Comma), Err(Doubt::Comma)]);
    }

    #[test]
    fn signs_and_units_stand_alone() {
        let mixed = |what| Err(Doubt::Mixed(what));
        check(&["6.6%", "0", "100%"], &[Ok(0.066), Ok(0.0), Ok(1.0)]);
        check(&["6.6%", "0.07"], &[mixed("mixed-percent"), mixed("mixed-percent")]);
        check(&["7万", "5000"], &[mixed("mixed-units"), mixed("mixed-units")]);
        check(&["7万", "1.2亿", "0"], &[Ok(70_000.0), Ok(1.2e8), Ok(0.0)]);
        check(&["7万", "6%"], &[mixed("mixed-percent-units"), mixed("mixed-percent-units")]);
    }
}
