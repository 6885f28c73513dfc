//! Records of a delimited text with their start lines.

use csv::{Reader, ReaderBuilder, StringRecord};
use equifinal_study::detected::Separator;

use crate::text_column::trimmed;

/// Line-end characters, single or as a pair.
const LINE_ENDS: [char; 2] = ['\r', '\n'];

/// The byte of a separator.
fn byte(separator: Separator) -> u8 {
    match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
        Separator::Tab => b'\t',
    }
}

/// The records of a text, without blank lines.
pub(crate) struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    reader: Reader<&'a [u8]>,
    /// The position up to which line ends are counted, and the line number there.
    counted: (usize, usize),
    /// The start of the last record read.
    start: usize,
    cells: StringRecord,
}

impl<'a> Records<'a> {
    /// The records of `text`, whose first line has this number.
    pub(crate) fn new(text: &'a str, line: usize, separator: Separator) -> Self {
        let delimiter = byte(separator);
        let reader =
            ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
        Self { text, delimiter, reader, counted: (0, line), start: 0, cells: StringRecord::new() }
    }

    /// Maximum number of records of this width in the text.
    pub(crate) fn most(&self, width: usize) -> usize {
        line_ends(self.text.as_bytes()).min(self.text.len() / width.max(1)) + 1
    }

    /// Length of the text in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Number of separators, including those inside cells.
    pub(crate) fn separators(&self) -> usize {
        memchr::memchr_iter(self.delimiter, self.text.as_bytes()).count()
    }

    /// Reads the next record; false at the end.
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

    /// The cells of the last record read.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    /// The number of its cells.
    pub(crate) fn width(&self) -> usize {
        self.cells.len()
    }

    /// Its first line, 1-based.
    ///
    /// The reader's own count is from before it skips blank lines and the second half of a CRLF.
    pub(crate) fn line(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        let is_line_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = self.start + bytes.iter().skip(self.start).take_while(is_line_end).count();
        let (from, line) = self.counted;
        self.counted = (start, line + line_ends(bytes.get(from..start).unwrap_or_default()));
        self.counted.1
    }

    /// The line of a record with an unclosed quotation mark, which turns the rest of the file into one cell.
    ///
    /// Call it after all records are read.
    pub(crate) fn unclosed_quote(&mut self) -> Option<usize> {
        let record = self.text.get(self.start..).unwrap_or_default().trim_start_matches(LINE_ENDS).trim_end();
        let mut at = 0;
        while let Some(start) = opening(record.as_bytes(), at, self.delimiter) {
            let Some(end) = closing(record.as_bytes(), start) else {
                return record.contains(LINE_ENDS).then(|| self.line());
            };
            at = end;
        }
        None
    }
}

/// The text in blocks of whole records, each of about `size` bytes.
pub(crate) fn blocks(text: &str, size: usize, separator: Separator) -> Vec<Records<'_>> {
    let mut blocks = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let end = end_of_record(rest.as_bytes(), size, byte(separator));
        let (block, after) = end.and_then(|end| rest.split_at_checked(end)).unwrap_or((rest, ""));
        blocks.push(Records::new(block, line, separator));
        line += line_ends(block.as_bytes());
        rest = after;
    }
    blocks
}

/// The position after the first line end at or after `from` that is not inside a cell.
fn end_of_record(bytes: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    let line_end = |from: usize| bytes.get(from..).and_then(|rest| memchr::memchr(b'\n', rest)).map(|at| from + at);
    let mut end = line_end(from)?;
    let mut at = 0;
    // Marks behind the line end are not looked for: a text may have none, and many blocks.
    while let Some(start) = bytes.get(..end).and_then(|before| opening(before, at, delimiter)) {
        at = closing(bytes, start)?;
        if at > end {
            end = line_end(at)?;
        }
    }
    Some(end + 1)
}

/// The position of the next quotation mark.
fn mark(bytes: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..).and_then(|rest| memchr::memchr(b'"', rest)).map(|at| from + at)
}

/// The position of the mark that opens the next quotation at or after `from`, outside quotations. A mark inside an
/// unquoted cell is an ordinary character.
fn opening(bytes: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    let is_cell = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        before.is_none_or(|before| [delimiter, b'\r', b'\n'].contains(before))
    };
    let mut start = mark(bytes, from)?;
    while !is_cell(start) {
        start = mark(bytes, start + 1)?;
    }
    Some(start)
}

/// The position after the mark that closes the quotation opened at `start`; a doubled mark does not close it.
fn closing(bytes: &[u8], start: usize) -> Option<usize> {
    let mut end = mark(bytes, start + 1)?;
    while bytes.get(end + 1) == Some(&b'"') {
        end = mark(bytes, end + 2)?;
    }
    Some(end + 1)
}

/// Number of line ends; a CRLF counts once.
fn line_ends(bytes: &[u8]) -> usize {
    let lone_returns = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n'));
    memchr::memchr_iter(b'\n', bytes).count() + lone_returns.count()
}
