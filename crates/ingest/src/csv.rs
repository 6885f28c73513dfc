//! Records of a delimited text with the lines they start in.

use csv::{Reader, ReaderBuilder, StringRecord};
use equifinal_study::detected::Separator;

use crate::delimiter;
use crate::text_column::trimmed;

/// What ends a line, alone or in a pair.
const LINE_ENDS: [char; 2] = ['\r', '\n'];

/// The records of a text, blank lines left out.
pub(crate) struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    reader: Reader<&'a [u8]>,
    /// Up to here line ends are counted, and the line there.
    counted: (usize, usize),
    /// Where the record read last starts.
    start: usize,
    cells: StringRecord,
}

impl<'a> Records<'a> {
    /// The records of `text`, which starts in this line.
    pub(crate) fn new(text: &'a str, line: usize, separator: Separator) -> Self {
        let delimiter = delimiter::byte(separator);
        let reader =
            ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
        Self { text, delimiter, reader, counted: (0, line), start: 0, cells: StringRecord::new() }
    }

    /// Reads the next record; false where there is none.
    pub(crate) fn advance(&mut self) -> bool {
        // Reading from memory, text, any width: nothing is left that the reader could refuse.
        while self.reader.read_record(&mut self.cells).unwrap_or_default() {
            self.start = self.cells.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX));
            let is_blank_line = self.cells.len() == 1 && self.cells().all(|cell| trimmed(cell).is_empty());
            if !is_blank_line {
                return true;
            }
        }
        false
    }

    /// The cells of the record read last.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    /// How many cells it has.
    pub(crate) fn width(&self) -> usize {
        self.cells.len()
    }

    /// The line where it starts, 1-based.
    ///
    /// The reader's own count is taken before it steps over blank lines and the second half of a CRLF.
    pub(crate) fn line(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        let is_line_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = self.start + bytes.iter().skip(self.start).take_while(is_line_end).count();
        let (from, line) = self.counted;
        self.counted = (start, line + line_ends(bytes.get(from..start).unwrap_or_default()));
        self.counted.1
    }

    /// The line of a record whose quotation mark is never closed, so that the rest of the file is one cell.
    ///
    /// To be asked when all records are read.
    pub(crate) fn unclosed_quote(&mut self) -> Option<usize> {
        let record = self.text.get(self.start..).unwrap_or_default().trim_start_matches(LINE_ENDS).trim_end();
        let mut at = 0;
        while let Some((_, end)) = quoted(record.as_bytes(), at, self.delimiter) {
            match end {
                Some(end) => at = end,
                None => return record.contains(LINE_ENDS).then(|| self.line()),
            }
        }
        None
    }
}

/// The text in blocks of whole records, each of about `size` bytes.
pub(crate) fn blocks(text: &str, size: usize, separator: Separator) -> Vec<Records<'_>> {
    let mut blocks = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let end = end_of_record(rest.as_bytes(), size, delimiter::byte(separator));
        let (block, after) = end.and_then(|end| rest.split_at_checked(end)).unwrap_or((rest, ""));
        blocks.push(Records::new(block, line, separator));
        line += line_ends(block.as_bytes());
        rest = after;
    }
    blocks
}

/// Behind the first line end at or after `from` that is no part of a cell.
fn end_of_record(bytes: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        let quoted = quoted(bytes, at, delimiter);
        let plain = at.max(from)..quoted.map_or(bytes.len(), |(start, _)| start);
        let end = bytes.get(plain).and_then(|plain| memchr::memchr(b'\n', plain));
        if let Some(end) = end {
            return Some(at.max(from) + end + 1);
        }
        at = quoted?.1?;
    }
}

/// The first quotation at or after `from`, where none is open: its opening mark and what follows its closing one, if
/// there is one. A mark within a cell is a character like others; a doubled one in a quotation does not close it.
fn quoted(bytes: &[u8], from: usize, delimiter: u8) -> Option<(usize, Option<usize>)> {
    let mark = |from: usize| bytes.get(from..).and_then(|rest| memchr::memchr(b'"', rest)).map(|at| from + at);
    let is_cell = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        before.is_none_or(|before| [delimiter, b'\r', b'\n'].contains(before))
    };
    let mut start = mark(from)?;
    while !is_cell(start) {
        start = mark(start + 1)?;
    }
    let mut end = mark(start + 1);
    while let Some(at) = end.filter(|at| bytes.get(at + 1) == Some(&b'"')) {
        end = mark(at + 2);
    }
    Some((start, end.map(|at| at + 1)))
}

/// How many line ends there are; a CRLF is one.
fn line_ends(bytes: &[u8]) -> usize {
    let lone_returns = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n'));
    memchr::memchr_iter(b'\n', bytes).count() + lone_returns.count()
}
