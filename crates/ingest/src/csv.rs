//! Records of a delimited text with the lines they start in.

use csv::{Reader, ReaderBuilder, StringRecord};

use crate::delimiter::Delimiter;
use crate::text_column::trimmed;

/// The records of a text, blank lines left out.
pub(crate) struct Records<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Up to here line ends are counted, and the line there.
    counted: (usize, usize),
    /// Where the record read last starts.
    start: usize,
    cells: StringRecord,
}

impl<'a> Records<'a> {
    /// The records of `text`, which starts in this line.
    pub(crate) fn new(text: &'a str, line: usize, delimiter: Delimiter) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(delimiter.byte())
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self { text, reader, counted: (0, line), start: 0, cells: StringRecord::new() }
    }

    /// Reads the next record; false where there is none.
    pub(crate) fn advance(&mut self) -> bool {
        // Reading from memory, text, any width: nothing is left that the reader could refuse.
        while self.reader.read_record(&mut self.cells).unwrap_or_default() {
            let is_blank_line = self.cells.len() == 1 && self.cells().all(|cell| trimmed(cell).is_empty());
            if !is_blank_line {
                self.start = self.cells.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX));
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

    /// The line of a quotation mark that is opened and never closed, so that the rest of the file is one cell.
    ///
    /// To be asked when all records are read.
    pub(crate) fn unclosed_quote(&mut self) -> Option<usize> {
        let record = self.text.get(self.start..).unwrap_or_default().trim();
        let is_unclosed = record.matches('"').count() % 2 == 1 && record.contains(['\r', '\n']);
        is_unclosed.then(|| self.line())
    }
}

/// How many line ends there are; a CRLF is one.
pub(crate) fn line_ends(bytes: &[u8]) -> usize {
    let lone_returns = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n'));
    memchr::memchr_iter(b'\n', bytes).count() + lone_returns.count()
}
