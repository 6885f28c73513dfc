//! Finds the columns that a workbook formats as percentages (0.066 shown as 6.6 %). The readers return the number
//! without its format. Used only to draft a study, for a file that has been read already.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};
use std::ops::Range;

use calamine::{Reader, Xlsx};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::foreign::unreadable;
use super::spreadsheet::place;
use crate::error::IngestError;

/// Cells formatted as percentages, counted by column over the rows of the table.
pub(super) struct Percents<'a> {
    /// The rows of the records, from 1, ascending.
    rows: &'a [usize],
    /// The number of columns of the table.
    width: usize,
    counts: BTreeMap<usize, usize>,
}

impl<'a> Percents<'a> {
    /// Zero counts for the table of these rows and `width` columns.
    pub(super) fn new(rows: &'a [usize], width: usize) -> Self {
        Self { rows, width, counts: BTreeMap::new() }
    }

    /// The columns, from 0, in which at least half of the records are formatted as percentages, with the number of these.
    pub(super) fn columns(mut self) -> BTreeMap<usize, usize> {
        let records = self.rows.len();
        self.counts.retain(|_, count| *count > 0 && 2 * *count >= records);
        self.counts
    }

    /// Counts cells; rows and columns from 0.
    fn add(&mut self, rows: Range<usize>, columns: Range<usize>) {
        let before = |end: usize| self.rows.partition_point(|row| *row <= end);
        let records = before(rows.end).saturating_sub(before(rows.start));
        if records > 0 {
            (columns.start..columns.end.min(self.width))
                .for_each(|column| *self.counts.entry(column).or_default() += records);
        }
    }

    fn one(&mut self, row: usize, column: usize) {
        self.add(row..row + 1, column..column + 1);
    }
}

/// Counts in the sheet at this place, from 0, of an `.xlsx` workbook.
pub(super) fn of_excel(bytes: &[u8], at: usize, found: &mut Percents<'_>) -> Result<(), IngestError> {
    let broken = |error: calamine::XlsxError| unreadable("container-excel", error);
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let Some(sheet) = workbook.sheet_names().into_iter().nth(at) else { return Ok(()) };
    let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(broken)?;
    let formats = cells.styles().iter().map(|style| style.number_format.as_ref());
    let shown: Vec<bool> = formats.map(|format| format.is_some_and(|it| is_percent(&it.format_code))).collect();
    if !shown.contains(&true) {
        return Ok(());
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(broken)? {
        if shown.get(style) == Some(&true) {
            found.one(place(row), place(column));
        }
    }
    Ok(())
}

/// True if a number format multiplies by a hundred; a sign in quotes or after a backslash is literal.
fn is_percent(format: &str) -> bool {
    let (mut is_quoted, mut is_escaped) = (false, false);
    for sign in format.chars() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '\\' | '_' | '*' => is_escaped = true,
            '%' => return true,
            _ => {}
        }
    }
    false
}

/// Counts in the sheet at this place, from 0, of an `.ods` workbook.
pub(super) fn of_open_document(bytes: &[u8], at: usize, found: &mut Percents<'_>) -> Result<(), IngestError> {
    let broken = |error: &dyn std::fmt::Display| unreadable("container-opendocument", error);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let content = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let (mut rows, mut column) = (0..0_usize, 0_usize);
    let mut before = at;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Eof => return Ok(()),
            Event::End(tag) if tag.name().as_ref() == "table:table" => match before.checked_sub(1) {
                Some(left) => before = left,
                None => return Ok(()),
            },
            _ if before > 0 => {}
            Event::Start(tag) if tag.name().as_ref() == "table:table-row" => {
                rows = rows.end..rows.end.saturating_add(repeated(&tag, "table:number-rows-repeated"));
                column = 0;
            }
            Event::Empty(tag) if tag.name().as_ref() == "table:table-row" => {
                rows = rows.end..rows.end.saturating_add(repeated(&tag, "table:number-rows-repeated"));
            }
            Event::Start(tag) | Event::Empty(tag)
                if ["table:table-cell", "table:covered-table-cell"].contains(&tag.name().as_ref()) =>
            {
                let end = column.saturating_add(repeated(&tag, "table:number-columns-repeated"));
                let is_percentage = attribute(&tag, "office:value-type").as_deref() == Some("percentage");
                // A cell without a value is no cell of the table.
                if is_percentage && attribute(&tag, "office:value").is_some() {
                    found.add(rows.clone(), column..end);
                }
                column = end;
            }
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(String::from(&*found.value))
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(1)
}

/// Records of the binary format, [MS-XLS] 2.3.
const END: u16 = 0x000a;
const SHEET: u16 = 0x0085;
const SEVERAL_NUMBERS: u16 = 0x00bd;
const CELL_FORMAT: u16 = 0x00e0;
const NUMBER: u16 = 0x0203;
const SHORT_NUMBER: u16 = 0x027e;
const NUMBER_FORMAT: u16 = 0x041e;

/// Number formats with a percent sign that every workbook has, [MS-XLS] 2.5.165.
const BUILT_IN: [u16; 2] = [9, 10];

/// Counts in the sheet at this place, from 0, of an `.xls` workbook.
pub(super) fn of_excel_97(bytes: &[u8], at: usize, found: &mut Percents<'_>) -> Result<(), IngestError> {
    let broken = |error: std::io::Error| unreadable("container-excel-97", error);
    let mut compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| compound.exists(path)) else { return Ok(()) };
    let mut stream = Vec::new();
    let longest = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    compound.open_stream(path).and_then(|opened| opened.take(longest).read_to_end(&mut stream)).map_err(broken)?;
    let (mut formats, mut cell_formats, mut sheets) = (BTreeSet::from(BUILT_IN), Vec::new(), Vec::new());
    for (kind, record) in records(&stream) {
        match (kind, record) {
            (SHEET, [a, b, c, d, ..]) => {
                sheets.push(usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX));
            }
            (NUMBER_FORMAT, [a, b, code @ ..]) => {
                let code: String = code.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
                if is_percent(&code) {
                    formats.insert(u16::from_le_bytes([*a, *b]));
                }
            }
            (CELL_FORMAT, [_, _, a, b, ..]) => cell_formats.push(formats.contains(&u16::from_le_bytes([*a, *b]))),
            _ => {}
        }
    }
    let shown = |low: u8, high: u8| cell_formats.get(usize::from(u16::from_le_bytes([low, high]))) == Some(&true);
    for (kind, record) in records(sheets.get(at).and_then(|start| stream.get(*start..)).unwrap_or_default()) {
        match (kind, record) {
            (END, _) => break,
            (NUMBER | SHORT_NUMBER, [a, b, c, d, low, high, ..]) if shown(*low, *high) => {
                found.one(usize::from(u16::from_le_bytes([*a, *b])), usize::from(u16::from_le_bytes([*c, *d])));
            }
            (SEVERAL_NUMBERS, [a, b, c, d, numbers @ ..]) => {
                let (row, first) = (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
                for (number, column) in numbers.chunks_exact(6).zip(usize::from(first)..) {
                    if let [low, high, ..] = number
                        && shown(*low, *high)
                    {
                        found.one(usize::from(row), column);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// The records of a stream: type, length and content.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let [kind_low, kind_high, length_low, length_high, after @ ..] = rest else { return None };
        let length = usize::from(u16::from_le_bytes([*length_low, *length_high]));
        rest = after.get(length..).unwrap_or_default();
        Some((u16::from_le_bytes([*kind_low, *kind_high]), after.get(..length).unwrap_or(after)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_sign_counts_where_it_multiplies() {
        for (format, expected) in [
            ("0%", true),
            ("0.00%;[Red]-0.00%", true),
            ("0.0 \\%", false),
            ("0.0\"%\"", false),
            ("\"share\" 0%", true),
            ("General", false),
        ] {
            assert_eq!(is_percent(format), expected, "{format}");
        }
    }
}
