//! Data shared by the sheets of an `.xls` workbook: strings, formats, and the position of each sheet.

use encoding_rs::WINDOWS_1252;

use super::super::leading_zeros;
use super::record::{self, Letters, Record, damaged};
use crate::error::IngestError;
use crate::limits::Budget;

/// Record types, [MS-XLS] 2.3.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const DATE_MODE: u16 = 0x0022;
const FILE_PASS: u16 = 0x002f;
const CODE_PAGE: u16 = 0x0042;
const BOUND_SHEET: u16 = 0x0085;
const XF: u16 = 0x00e0;
const SHARED_TEXTS: u16 = 0x00fc;
const FORMAT: u16 = 0x041e;

/// The version of Excel 97 in a BOF record.
const EXCEL_97: u16 = 0x0600;

/// Bytes of memory per format or sheet.
const ENTRY: usize = 16;

/// Data shared by the sheets.
pub(super) struct Globals {
    /// The strings that cells refer to by number.
    pub(super) texts: Vec<String>,
    /// How each format shows its numbers.
    pub(super) formats: Vec<Shown>,
    /// True if dates count from 1904.
    pub(super) is_1904: bool,
    /// The encoding of strings.
    pub(super) letters: Letters,
    /// The position and the name of each sheet.
    pub(super) sheets: Vec<(u32, String)>,
}

/// The way in which a number format shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    Plain,
    /// With leading zeros, up to this number of digits.
    WithZeros(usize),
    /// As a date.
    Day,
}

/// Reads the first part of the stream.
pub(super) fn read(mut stream: &[u8], budget: &Budget) -> Result<Globals, IngestError> {
    let mut globals = Globals {
        texts: Vec::new(),
        formats: Vec::new(),
        is_1904: false,
        letters: Letters::Unicode,
        sheets: Vec::new(),
    };
    let (mut formats, mut own): (Vec<u16>, Vec<(u16, Shown)>) = (Vec::new(), Vec::new());
    while let Some(mut record) = record::next(&mut stream)? {
        let kind = record.kind;
        match kind {
            BEGIN if record.short().is_some_and(|version| version != EXCEL_97) => {
                globals.letters = Letters::CodePage(WINDOWS_1252);
            }
            CODE_PAGE if matches!(globals.letters, Letters::CodePage(_)) => {
                let encoding = record.short().and_then(codepage::to_encoding);
                globals.letters = Letters::CodePage(encoding.ok_or_else(|| damaged("its code page is unknown"))?);
            }
            FILE_PASS => return Err(IngestError::NotData { found: "found-encrypted-workbook" }),
            DATE_MODE => globals.is_1904 = record.short() == Some(1),
            FORMAT => {
                budget.take(ENTRY)?;
                own.extend(format(&mut record, globals.letters, budget)?);
            }
            XF => {
                budget.take(ENTRY)?;
                let _font = record.short();
                formats.push(record.short().ok_or_else(|| damaged("a format is cut off"))?);
            }
            BOUND_SHEET => {
                budget.take(ENTRY)?;
                let start = record.long().ok_or_else(|| damaged("the place of a sheet is cut off"))?;
                // Its state and kind stand before its name.
                let _state = record.short();
                let name = record.short_text(globals.letters, budget).unwrap_or_default();
                globals.sheets.push((start, name));
            }
            SHARED_TEXTS => globals.texts = texts(&mut record, budget)?,
            END => break,
            _ => {}
        }
    }
    // A format that is defined twice means what was said last.
    own.reverse();
    own.sort_by_key(|(number, _)| *number);
    let shown = |number: &u16| match own.binary_search_by_key(number, |(number, _)| *number) {
        Ok(at) => own.get(at).map_or(Shown::Plain, |(_, shown)| *shown),
        Err(_) if matches!(number, 14..=22 | 27..=36 | 45 | 47 | 50..=58) => Shown::Day,
        Err(_) => Shown::Plain,
    };
    globals.formats = formats.iter().map(shown).collect();
    Ok(globals)
}

/// The number of a format, and how it shows numbers.
fn format(record: &mut Record<'_>, letters: Letters, budget: &Budget) -> Result<Option<(u16, Shown)>, IngestError> {
    let Some(number) = record.short() else { return Ok(None) };
    match letters {
        Letters::Unicode => Ok(Some((number, shown(&record.text(letters, budget)?)))),
        // Before Excel 97 the length of a format is one byte.
        Letters::CodePage(_) => {
            let _length = record.byte();
            let rest = std::iter::from_fn(|| record.byte()).map(char::from).collect::<String>();
            Ok(Some((number, shown(&rest))))
        }
    }
}

fn texts(record: &mut Record<'_>, budget: &Budget) -> Result<Vec<String>, IngestError> {
    // How many there are stands before them, but may be wrong.
    let _counts = record.bytes::<8>().ok_or_else(|| damaged("the shared texts are cut off"))?;
    let mut texts = Vec::new();
    while !record.is_empty() {
        budget.take_each(2, size_of::<String>())?;
        texts.push(record.shared_text(budget)?);
    }
    Ok(texts)
}

fn shown(format: &str) -> Shown {
    match leading_zeros::digits(format) {
        Some(digits) => Shown::WithZeros(digits),
        None if shows_days(format) => Shown::Day,
        None => Shown::Plain,
    }
}

/// True if a number format shows dates or times of day; durations like `[h]:mm` are numbers. ECMA-376 part 1, 18.8.31.
fn shows_days(format: &str) -> bool {
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            // The first of several formats is the one for positive numbers.
            ';' => return false,
            '\\' | '_' | '*' => {
                signs.next();
            }
            '"' => {
                signs.find(|sign| *sign == '"');
            }
            '[' => {
                let inside: Vec<char> = signs.by_ref().take_while(|sign| *sign != ']').collect();
                let first = inside.first().map(char::to_ascii_lowercase);
                let is_repeated = inside.iter().all(|sign| Some(sign.to_ascii_lowercase()) == first);
                if is_repeated && matches!(first, Some('h' | 'm' | 's')) {
                    return false;
                }
            }
            'd' | 'm' | 'h' | 'y' | 's' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::shows_days;

    #[test]
    fn date_formats_are_detected() {
        for (format, expected) in [
            ("General", false),
            ("0.00%", false),
            ("#,##0.00;[Red]-#,##0.00", false),
            ("0.00E+00", false),
            ("@", false),
            ("0 \"days\"", false),
            ("0\\d", false),
            ("[h]:mm:ss", false),
            ("[mm]:ss", false),
            ("yyyy/m/d", true),
            ("h:mm AM/PM", true),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", true),
            ("0;yyyy", false),
        ] {
            assert_eq!(shows_days(format), expected, "{format}");
        }
    }
}
