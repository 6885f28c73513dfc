//! The typed table of the cases of a study.

use std::collections::BTreeMap;

use equifinal_study::table::{CaseTable, Cells, Column, ColumnKind};
use polars::prelude::{ChunkCast, DataType, StringChunked, StringChunkedBuilder};

use crate::csv::{Record, Records};
use crate::delimiter;
use crate::encoding;
use crate::error::{IngestError, IngestErrors};
use crate::limits::Limits;

/// What a study wants from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The column of the case ids.
    pub id: String,
    /// Columns by name; one wanted both as numbers and as text stands here twice.
    pub columns: Vec<(String, ColumnKind)>,
}

/// Reads a CSV or TSV file: UTF-8, UTF-16, GBK or GB18030, with commas, semicolons or tabs.
///
/// `file` is the name used in messages. Cells are trimmed; blank lines are no records. Columns come in the order
/// of `wanted`.
///
/// # Errors
/// Everything wrong with the file, at once: see [`IngestError`].
pub fn read_cases(file: &str, bytes: &[u8], wanted: &Wanted) -> Result<CaseTable, IngestErrors> {
    read_within(file, bytes, wanted, Limits::default())
}

fn read_within(file: &str, bytes: &[u8], wanted: &Wanted, limits: Limits) -> Result<CaseTable, IngestErrors> {
    let mut names = vec![wanted.id.as_str()];
    names.extend(wanted.columns.iter().map(|(name, _)| name.as_str()));
    let (text, mut errors) = read_text(bytes, Some(&names), limits).map_err(|error| IngestErrors::one(file, error))?;
    let mut columns = Vec::with_capacity(wanted.columns.len());
    for (name, kind) in &wanted.columns {
        let Some((_, cells)) = text.columns.iter().find(|(column, _)| column == name) else { continue };
        let cells = match kind {
            ColumnKind::Text => Cells::Texts(texts(cells)),
            ColumnKind::Number => Cells::Numbers(numbers(name, cells, &text.lines, &mut errors)),
        };
        columns.push(Column { name: name.clone(), cells });
    }
    let cases = text.columns.iter().find(|(name, _)| *name == wanted.id).map(|(_, cells)| texts(cells));
    let cases = cases.unwrap_or_default();
    check_ids(&wanted.id, &cases, &text.lines, &mut errors);
    if errors.is_empty() {
        Ok(CaseTable { file: file.to_owned(), cases, lines: text.lines, columns, detected: text.detected })
    } else {
        Err(IngestErrors { file: file.to_owned(), errors })
    }
}

/// Columns of a file as text, before anything is known of what they hold.
pub(crate) struct TextTable {
    /// The columns asked for that the file has, once each, in the order of the header.
    pub(crate) columns: Vec<(String, StringChunked)>,
    /// The line of each record.
    pub(crate) lines: Vec<usize>,
    /// What was found out about the file.
    pub(crate) detected: String,
}

/// Reads the columns called `names`, or all, with everything wrong with the shape of the file.
///
/// Fails where nothing more can be said: no text, no header, too large.
pub(crate) fn read_text(
    bytes: &[u8],
    names: Option<&[&str]>,
    limits: Limits,
) -> Result<(TextTable, Vec<IngestError>), IngestError> {
    limits.check_bytes(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    let decoded = encoding::decode(bytes)?;
    if let Some(at) = decoded.text.find('\0') {
        let before = decoded.text.get(..at).unwrap_or_default();
        return Err(IngestError::Nul { line: 1 + before.matches('\n').count() });
    }
    let delimiter = delimiter::detect(&decoded.text);
    let mut records = Records::new(&decoded.text, delimiter);
    let header = records.next().ok_or(IngestError::Empty)?;
    let mut errors = check_header(&header, names.unwrap_or_default());
    let mut columns: Vec<(usize, StringChunkedBuilder)> = Vec::new();
    for (position, name) in header.cells().enumerate() {
        let first = header.cells().position(|other| other == name) == Some(position);
        if first && names.is_none_or(|names| names.contains(&name)) {
            columns.push((position, StringChunkedBuilder::new(name.into(), 0)));
        }
    }
    let mut lines = Vec::new();
    for record in records.by_ref() {
        if record.width() != header.width() {
            let (found, expected) = (record.width(), header.width());
            errors.push(IngestError::Ragged { line: record.line, found, expected });
            continue;
        }
        lines.push(record.line);
        if (lines.len() + 1).saturating_mul(header.width()) > limits.cells {
            return Err(IngestError::TooManyCells { limit: limits.cells });
        }
        columns.iter_mut().for_each(|(position, cells)| cells.append_value(record.cell(*position)));
    }
    errors.extend(records.unclosed_quote().map(|line| IngestError::UnclosedQuote { line }));
    if lines.is_empty() && errors.is_empty() {
        errors.push(IngestError::NoCases);
    }
    let detected =
        format!("{}, {}, {} cases × {} columns", decoded.name, delimiter.name(), lines.len(), header.width());
    let columns = columns.into_iter().map(|(position, cells)| (header.cell(position).to_owned(), cells.finish()));
    Ok((TextTable { columns: columns.collect(), lines, detected }, errors))
}

fn check_header(header: &Record, names: &[&str]) -> Vec<IngestError> {
    let line = header.line;
    let mut errors = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, name) in header.cells().enumerate().filter(|(_, name)| !name.is_empty()) {
        if let Some(first) = places.get(name) {
            let (name, first, second) = (name.to_owned(), *first, position + 1);
            errors.push(IngestError::DuplicateColumn { line, name, first, second });
        } else {
            places.insert(name, position + 1);
        }
    }
    for (i, name) in names.iter().enumerate() {
        let asked_before = names.iter().take(i).any(|earlier| earlier == name);
        if asked_before || header.cells().any(|column| column == *name) {
            continue;
        }
        errors.push(IngestError::MissingColumn {
            line,
            name: (*name).to_owned(),
            nearest: nearest(name, header.cells()).map(str::to_owned),
            header: header.cells().map(str::to_owned).collect(),
        });
    }
    errors
}

/// Names less alike than this are not suggested.
const ALIKE: f64 = 0.6;

/// The name most like `wanted`, the first among equals.
fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    let mut best = (ALIKE, None);
    for name in names {
        let alike = strsim::normalized_damerau_levenshtein(&wanted, &name.to_lowercase());
        if alike > best.0 {
            best = (alike, Some(name));
        }
    }
    best.1
}

fn check_ids(column: &str, ids: &[String], lines: &[usize], errors: &mut Vec<IngestError>) {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, &line) in ids.iter().zip(lines) {
        let column = column.to_owned();
        if id.is_empty() {
            errors.push(IngestError::EmptyId { line, column });
        } else if let Some(&first) = places.get(id.as_str()) {
            errors.push(IngestError::DuplicateId { line, column, id: id.clone(), first });
        } else {
            places.insert(id, line);
        }
    }
}

pub(crate) fn texts(cells: &StringChunked) -> Vec<String> {
    cells.iter().map(|cell| cell.unwrap_or_default().to_owned()).collect()
}

/// The cells as finite numbers; each other one is an error and stands as zero.
fn numbers(column: &str, cells: &StringChunked, lines: &[usize], errors: &mut Vec<IngestError>) -> Vec<f64> {
    let values = parsed(cells);
    let mut numbers = Vec::with_capacity(values.len());
    for ((value, cell), &line) in values.into_iter().zip(cells.iter()).zip(lines) {
        if value.is_none() {
            let (column, value) = (column.to_owned(), cell.unwrap_or_default().to_owned());
            errors.push(IngestError::NotANumber { line, column, value });
        }
        numbers.push(value.unwrap_or_default());
    }
    numbers
}

/// The cells as finite numbers, nothing where one is none. Negative zero becomes zero.
pub(crate) fn parsed(cells: &StringChunked) -> Vec<Option<f64>> {
    let Ok(cast) = cells.cast(&DataType::Float64) else { return vec![None; cells.len()] };
    let Ok(values) = cast.f64() else { return vec![None; cells.len()] };
    values.iter().map(|value| value.filter(|value| value.is_finite()).map(|value| value + 0.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_beyond_the_limits_is_refused() {
        let wanted = Wanted { id: "id".to_owned(), columns: Vec::new() };
        let check = |limits: Limits, expected: Option<IngestError>| {
            let found = read_within("a.csv", b"id,a\nx,1\ny,2\n", &wanted, limits).err();
            assert_eq!(found.map(|found| found.errors), expected.map(|error| vec![error]));
        };
        check(Limits { bytes: 13, cells: 6 }, None);
        check(Limits { bytes: 12, cells: 6 }, Some(IngestError::TooManyBytes { found: 13, limit: 12 }));
        check(Limits { bytes: 13, cells: 5 }, Some(IngestError::TooManyCells { limit: 5 }));
    }
}
