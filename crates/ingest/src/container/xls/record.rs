//! Records of the stream of an `.xls` workbook, and the texts in them, [MS-XLS] 2.1.4 and 2.5.

use encoding_rs::Encoding;

use super::super::foreign::unreadable;
use crate::error::IngestError;
use crate::limits::Budget;

/// The format, in messages.
const CONTAINER: &str = "container-excel-97";

/// A record that continues the one before, [MS-XLS] 2.4.58.
const CONTINUE: u16 = 0x003c;

/// A record: its type and content. Continuation records follow it.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    data: &'a [u8],
    after: &'a [u8],
}

/// Takes the first record off a stream; `None` at its end.
pub(super) fn next<'a>(stream: &mut &'a [u8]) -> Result<Option<Record<'a>>, IngestError> {
    if stream.is_empty() {
        return Ok(None);
    }
    let header = stream.split_first_chunk::<4>();
    let parts = header.and_then(|([a, b, c, d], rest)| {
        let (kind, length) = (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
        Some((kind, rest.split_at_checked(usize::from(length))?))
    });
    let Some((kind, (data, after))) = parts else { return Err(damaged("a record is cut off")) };
    *stream = after;
    Ok(Some(Record { kind, data, after }))
}

/// Encodings of strings.
#[derive(Clone, Copy)]
pub(super) enum Letters {
    /// One or two bytes per character, according to a flag before them.
    Unicode,
    /// A code page, before Excel 97.
    CodePage(&'static Encoding),
}

impl<'a> Record<'a> {
    /// The next bytes; `None` if the record is shorter.
    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.data.split_first_chunk::<N>()?;
        self.data = rest;
        Some(*bytes)
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.bytes::<1>().map(|[byte]| byte)
    }

    /// The next number of two bytes.
    pub(super) fn short(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    /// The next number of four bytes.
    pub(super) fn long(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    /// Number of bytes left, without continuation records.
    pub(super) fn len(&self) -> usize {
        self.data.len()
    }

    /// Moves to the record that continues this one; false if there is none.
    fn go_on(&mut self) -> bool {
        let mut after = self.after;
        match next(&mut after) {
            Ok(Some(record)) if record.kind == CONTINUE => {
                *self = Self { kind: self.kind, ..record };
                true
            }
            _ => false,
        }
    }

    /// True if no byte is left.
    pub(super) fn is_empty(&mut self) -> bool {
        while self.data.is_empty() {
            if !self.go_on() {
                return true;
            }
        }
        false
    }

    /// Skips bytes; false if there are fewer.
    fn skip(&mut self, mut bytes: usize) -> bool {
        while bytes > 0 {
            if self.is_empty() {
                return false;
            }
            let step = bytes.min(self.data.len());
            self.data = self.data.get(step..).unwrap_or_default();
            bytes -= step;
        }
        true
    }

    /// A string of `count` characters of one or two bytes, which may extend into continuation records.
    fn letters(&mut self, count: usize, mut wide: bool, budget: &Budget) -> Result<String, IngestError> {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.data.is_empty() {
                // A text that goes on says anew how its letters are written.
                let flags = if self.go_on() { self.byte() } else { None };
                wide = flags.ok_or_else(|| damaged("a text is cut off"))? & 1 != 0;
            }
            let width = 1 + usize::from(wide);
            let found = (count - units.len()).min(self.data.len() / width);
            if found == 0 {
                self.data = &[];
                continue;
            }
            // Two bytes here and up to three in the text.
            budget.take_each(found, 5)?;
            let (piece, rest) = self.data.split_at_checked(found * width).unwrap_or_default();
            self.data = rest;
            if wide {
                units.extend(piece.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)));
            } else {
                units.extend(piece.iter().map(|unit| u16::from(*unit)));
            }
        }
        Ok(String::from_utf16_lossy(&units))
    }

    /// A string with its length before it: `XLUnicodeString`, [MS-XLS] 2.5.294, or the bytes of a code page.
    pub(super) fn text(&mut self, letters: Letters, budget: &Budget) -> Result<String, IngestError> {
        let count = self.short().ok_or_else(|| damaged("a text is cut off"))?;
        self.counted(usize::from(count), letters, budget)
    }

    /// A string with its length in one byte: `ShortXLUnicodeString`, [MS-XLS] 2.5.240.
    pub(super) fn short_text(&mut self, letters: Letters, budget: &Budget) -> Result<String, IngestError> {
        let count = self.byte().ok_or_else(|| damaged("a text is cut off"))?;
        self.counted(usize::from(count), letters, budget)
    }

    /// A string of `count` characters, or bytes of a code page.
    fn counted(&mut self, count: usize, letters: Letters, budget: &Budget) -> Result<String, IngestError> {
        let cut = || damaged("a text is cut off");
        match letters {
            Letters::Unicode if count == 0 => Ok(String::new()),
            Letters::Unicode => {
                let flags = self.byte().ok_or_else(cut)?;
                self.letters(count, flags & 1 != 0, budget)
            }
            Letters::CodePage(encoding) => {
                let (bytes, _) = self.data.split_at_checked(count).ok_or_else(cut)?;
                budget.take_each(count, 3)?;
                Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
            }
        }
    }

    /// A shared string: `XLUnicodeRichExtendedString`, [MS-XLS] 2.5.293, without fonts and phonetic data.
    pub(super) fn shared_text(&mut self, budget: &Budget) -> Result<String, IngestError> {
        let cut = || damaged("a shared text is cut off");
        let count = usize::from(self.short().ok_or_else(cut)?);
        let flags = self.byte().ok_or_else(cut)?;
        let fonts = if flags & 8 != 0 { self.short().ok_or_else(cut)? } else { 0 };
        let more = if flags & 4 != 0 { self.long().ok_or_else(cut)? } else { 0 };
        let text = self.letters(count, flags & 1 != 0, budget)?;
        let more = usize::try_from(more).unwrap_or(usize::MAX);
        // The last text may stand without what follows its letters.
        if self.skip(usize::from(fonts) * 4) && self.skip(more) || self.is_empty() { Ok(text) } else { Err(cut()) }
    }
}

/// The error for a damaged workbook.
pub(super) fn damaged(problem: impl ToString) -> IngestError {
    unreadable(CONTAINER, problem)
}
