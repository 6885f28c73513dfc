//! Text with separated cells becomes a grid: at full speed where no quotation mark needs care, else record by record.

use polars::prelude::{CsvParseOptions, CsvReadOptions, SerReader, StringChunked, StringChunkedBuilder};

use crate::csv::Records;
use crate::delimiter::{self, Delimiter};
use crate::encoding;
use crate::error::IngestError;
use crate::grid::{Grid, empty_column};
use crate::limits::Limits;

/// Reads CSV or TSV, with everything wrong with the shape of it.
///
/// Fails where nothing more can be said: no text, no header, too large.
pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let decoded = encoding::decode(bytes)?;
    if let Some(at) = memchr::memchr(0, decoded.text.as_bytes()) {
        let before = decoded.text.get(..at).unwrap_or_default();
        return Err(IngestError::Nul { line: 1 + before.matches('\n').count() });
    }
    let delimiter = delimiter::detect(&decoded.text);
    let detected = format!("{}, {}", decoded.name, delimiter.name());
    if decoded.text.len() >= BULK
        && let Some(grid) = in_bulk(&decoded.text, delimiter, limits, &detected)
    {
        return grid.map(|grid| (grid, Vec::new()));
    }
    record_by_record(&decoded.text, delimiter, limits, detected)
}

fn record_by_record(
    text: &str,
    delimiter: Delimiter,
    limits: Limits,
    detected: String,
) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let mut records = Records::new(text, delimiter);
    let header = records.next().ok_or(IngestError::Empty)?;
    let mut columns: Vec<StringChunkedBuilder> = header.cells().map(|_| empty_column()).collect();
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    for record in records.by_ref() {
        if record.width() != header.width() {
            let (found, expected) = (record.width(), header.width());
            errors.push(IngestError::Ragged { line: record.line, found, expected });
            continue;
        }
        lines.push(record.line);
        if (lines.len() + 1).saturating_mul(header.width()) > limits.text_cells {
            return Err(IngestError::TooManyCells { limit: limits.text_cells });
        }
        columns.iter_mut().zip(record.cells()).for_each(|(column, cell)| column.append_value(cell));
    }
    errors.extend(records.unclosed_quote().map(|line| IngestError::UnclosedQuote { line }));
    let grid = Grid {
        header: header.cells().map(str::to_owned).collect(),
        header_line: header.line,
        columns: columns.into_iter().map(StringChunkedBuilder::finish).collect(),
        lines,
        notes: Vec::new(),
        detected,
    };
    Ok((grid, errors))
}

/// Files from this size on are read in bulk.
const BULK: usize = 4 << 20;

/// Reads a text of one record a line, all of the same width; nothing where it is not such a text.
fn in_bulk(text: &str, delimiter: Delimiter, limits: Limits, detected: &str) -> Option<Result<Grid, IngestError>> {
    let bytes = text.as_bytes();
    // With a quotation mark, a line end may be part of a cell; with a blank line, lines and records part ways.
    let is_blank_before =
        |at: usize| matches!(text.as_bytes().get(..at), Some([.., b'\n'] | [.., b'\n', b'\r'] | [] | [b'\r']));
    if memchr::memchr(b'"', bytes).is_some() || memchr::memchr_iter(b'\n', bytes).any(is_blank_before) {
        return None;
    }
    let (returns, line_ends) = (memchr::memchr_iter(b'\r', bytes).count(), memchr::memchr_iter(b'\n', bytes).count());
    if returns != 0 && (returns != line_ends || memchr::memmem::find_iter(bytes, b"\r\n").count() != returns) {
        return None;
    }
    let records = line_ends + usize::from(!bytes.ends_with(b"\n"));
    let header = text.lines().next()?;
    let separator = char::from(delimiter.byte());
    let header: Vec<String> = header.split(separator).map(|name| crate::grid::trimmed(name).to_owned()).collect();
    if records.saturating_mul(header.len()) > limits.text_cells {
        return Some(Err(IngestError::TooManyCells { limit: limits.text_cells }));
    }
    let parse = CsvParseOptions::default()
        .with_separator(delimiter.byte())
        .with_quote_char(None)
        .with_missing_is_null(false)
        .with_truncate_ragged_lines(false);
    let options = CsvReadOptions::default().with_has_header(false).with_skip_lines(1).with_infer_schema_length(Some(0));
    let reader = options.with_parse_options(parse).into_reader_with_file_handle(std::io::Cursor::new(bytes));
    let frame = reader.finish().ok()?;
    // Too long a record is an error above; if none is too short either, the separators add up.
    let separators = memchr::memchr_iter(delimiter.byte(), bytes).count();
    let is_even = separators == records.checked_mul(header.len().checked_sub(1)?)?;
    if !is_even || frame.height() + 1 != records || frame.width() != header.len() {
        return None;
    }
    let columns: Option<Vec<StringChunked>> = frame.columns().iter().map(|column| column.str().ok().cloned()).collect();
    let lines = (2..=records).collect();
    let detected = detected.to_owned();
    Some(Ok(Grid { header, header_line: 1, columns: columns?, lines, notes: Vec::new(), detected }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In bulk and record by record, the same text is the same grid; or it is left to the slower way.
    fn check(text: &str, is_bulk: bool) {
        let limits = Limits::default();
        let delimiter = delimiter::detect(text);
        let bulk = in_bulk(text, delimiter, limits, "").map(|grid| grid.unwrap());
        assert_eq!(bulk.is_some(), is_bulk, "{text:?}");
        let (slow, _) = record_by_record(text, delimiter, limits, String::new()).unwrap();
        if let Some(bulk) = bulk {
            assert_eq!((&bulk.header, &bulk.lines, bulk.width()), (&slow.header, &slow.lines, slow.width()));
            for record in 0..bulk.height() {
                for column in 0..bulk.width() {
                    assert_eq!(bulk.cell(record, column), slow.cell(record, column), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn both_ways_agree() {
        check("id,a,b\nx,1,\ny,, 2\nz,,\n", true);
        check("id;a;b\r\nx;1;很好\r\ny;;2", true);
        check("id,a,b\nx,1\ny,2,3,4\n", false);
        check("id,a,b\nx,1,2,3\ny,4\n", false);
        check("id,a,b\nx,1,2\n\ny,3,4\n", false);
        check("id,a,b\nx,\"1\",2\n", false);
        check("id,a,b\rx,1,2\r", false);
        check("id,a,b\nx,1,2\r\ny,3,4\n", false);
    }
}
