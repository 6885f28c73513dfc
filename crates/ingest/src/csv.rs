//! Records of a delimited text with the lines they start in.

use csv::{ReaderBuilder, StringRecord};

use crate::delimiter::Delimiter;
use crate::grid::trimmed;

/// One record: its cells and the line where it starts, 1-based.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// The line where it starts.
    pub(crate) line: usize,
    cells: StringRecord,
}

impl Record {
    /// The cells, without the blanks around them (no-break and full-width spaces included).
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(trimmed)
    }

    /// How many cells there are.
    pub(crate) fn width(&self) -> usize {
        self.cells.len()
    }

    /// The cell in this column, counted from 0; empty where there is none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", trimmed)
    }

    fn is_blank_line(&self) -> bool {
        self.cells.len() == 1 && self.cell(0).is_empty()
    }
}

/// The records of a text, blank lines left out.
pub(crate) struct Records<'a> {
    text: &'a str,
    reader: csv::StringRecordsIntoIter<&'a [u8]>,
    /// Up to here line ends are counted, and the line there.
    counted: (usize, usize),
    /// Where the last record starts, and its line.
    last: (usize, usize),
}

impl<'a> Records<'a> {
    /// The records of `text`, the header first.
    pub(crate) fn new(text: &'a str, delimiter: Delimiter) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(delimiter.byte())
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes())
            .into_records();
        Self { text, reader, counted: (0, 1), last: (0, 1) }
    }

    /// The line of a quotation mark that is opened and never closed, so that the rest of the file is one cell.
    ///
    /// To be asked when all records are read.
    pub(crate) fn unclosed_quote(&self) -> Option<usize> {
        let (start, line) = self.last;
        let record = self.text.get(start..).unwrap_or_default().trim();
        (record.matches('"').count() % 2 == 1 && record.contains(['\r', '\n'])).then_some(line)
    }

    /// The line of the first character at or after `byte` that ends no line.
    ///
    /// The reader's own count is taken before it steps over blank lines and the second half of a CRLF.
    fn line_at(&mut self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let blank = bytes.iter().skip(byte).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (from, mut line) = self.counted;
        let to = byte + blank;
        let mut previous = from.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        for &byte in bytes.get(from..to).unwrap_or_default() {
            // A CRLF is one line end, counted at its first half.
            line += usize::from(byte == b'\r' || (byte == b'\n' && previous != Some(b'\r')));
            previous = Some(byte);
        }
        self.counted = (to, line);
        line
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            // Reading from memory, text, any width: nothing is left that the reader could refuse.
            let cells = self.reader.next()?.ok()?;
            let byte = cells.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
            let record = Record { line: self.line_at(byte), cells };
            if !record.is_blank_line() {
                self.last = (self.counted.0, record.line);
                return Some(record);
            }
        }
    }
}
