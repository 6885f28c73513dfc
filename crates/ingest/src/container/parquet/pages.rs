//! Estimates the memory of the pages of a Parquet file from their headers, before decompression. Field names and
//! numbers follow <https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift>.

use std::io::{Cursor, Read, Seek, SeekFrom};

use super::thrift::Kind::{Byte, List, Number, Numbers, Struct, Text, Texts, Truth};
use super::thrift::{self, Shape};
use crate::container::foreign::unreadable;
use crate::error::IngestError;
use crate::limits::{Budget, Limits};

/// The format, in messages.
pub(super) const CONTAINER: &str = "container-parquet";

const FILE: Shape = &[
    (1, Number),
    (2, List(SCHEMA_ELEMENT)),
    (3, Number),
    (4, List(ROW_GROUP)),
    (5, List(KEY_VALUE)),
    (6, Text),
    (7, List(COLUMN_ORDER)),
];
const SCHEMA_ELEMENT: Shape = &[
    (1, Number),
    (2, Number),
    (3, Number),
    (4, Text),
    (5, Number),
    (6, Number),
    (7, Number),
    (8, Number),
    (9, Number),
    (10, Struct(LOGICAL_TYPE)),
];
const LOGICAL_TYPE: Shape = &[
    (1, Struct(&[])),
    (2, Struct(&[])),
    (3, Struct(&[])),
    (4, Struct(&[])),
    (5, Struct(&[(1, Number), (2, Number)])),
    (6, Struct(&[])),
    (7, Struct(TIME)),
    (8, Struct(TIME)),
    (10, Struct(&[(1, Byte), (2, Truth)])),
    (11, Struct(&[])),
    (12, Struct(&[])),
    (13, Struct(&[])),
    (14, Struct(&[])),
    (15, Struct(&[])),
];
const TIME: Shape = &[(1, Truth), (2, Struct(&[(1, Struct(&[])), (2, Struct(&[])), (3, Struct(&[]))]))];
const KEY_VALUE: Shape = &[(1, Text), (2, Text)];
const COLUMN_ORDER: Shape = &[(1, Struct(&[])), (2, Struct(&[]))];
const ROW_GROUP: Shape = &[
    (1, List(COLUMN_CHUNK)),
    (2, Number),
    (3, Number),
    (4, List(&[(1, Number), (2, Truth), (3, Truth)])),
    (5, Number),
    (6, Number),
    (7, Number),
];
const COLUMN_CHUNK: Shape =
    &[(1, Text), (2, Number), (3, Struct(COLUMN_META_DATA)), (4, Number), (5, Number), (6, Number), (7, Number)];
const COLUMN_META_DATA: Shape = &[
    (1, Number),
    (2, Numbers),
    (3, Texts),
    (4, Number),
    (5, Number),
    (6, Number),
    (7, Number),
    (9, Number),
    (10, Number),
    (11, Number),
    (12, Struct(STATISTICS)),
    (14, Number),
    (15, Number),
];
const STATISTICS: Shape =
    &[(1, Text), (2, Text), (3, Number), (4, Number), (5, Text), (6, Text), (7, Truth), (8, Truth)];
const PAGE: Shape = &[
    (1, Number),
    (2, Number),
    (3, Number),
    (4, Number),
    (5, Struct(&[(1, Number), (2, Number), (3, Number), (4, Number), (5, Struct(STATISTICS))])),
    (6, Struct(&[])),
    (7, Struct(&[(1, Number), (2, Number), (3, Truth)])),
    (8, Struct(PAGE_V2)),
];
const PAGE_V2: Shape = &[
    (1, Number),
    (2, Number),
    (3, Number),
    (4, Number),
    (5, Number),
    (6, Number),
    (7, Truth),
    (8, Struct(STATISTICS)),
];

/// Bytes of memory per value while it is decoded, and as the text of a number or date.
const DECODED: usize = 48;

/// Bytes read at a time to find a page header; few are longer.
const WINDOW: usize = 1 << 14;

/// Takes the memory for decoding a file from the budget.
pub(super) fn check(bytes: &[u8], budget: &Budget) -> Result<(), IngestError> {
    let mut file = File { reader: Cursor::new(bytes), budget };
    for group in file.footer()?.list(4) {
        file.group(group)?;
    }
    Ok(())
}

/// Refuses a Parquet file with a row group that would take more memory than allowed; for readers that take one group at
/// a time.
pub(super) fn check_groups(reader: &mut (impl Read + Seek), limits: Limits) -> Result<(), IngestError> {
    let footer = File { reader: &mut *reader, budget: &Budget::new(limits) }.footer()?;
    footer.list(4).try_for_each(|group| File { reader: &mut *reader, budget: &Budget::new(limits) }.group(group))
}

/// A file and its memory budget.
struct File<'a, R> {
    reader: R,
    budget: &'a Budget,
}

impl<R: Read + Seek> File<'_, R> {
    fn beyond(&self) -> IngestError {
        if self.budget.is_spent() { self.budget.spend() } else { damaged("it declares more than it holds") }
    }

    /// At most `most` bytes from this position.
    fn bytes(&mut self, from: SeekFrom, most: usize) -> Option<Vec<u8>> {
        self.reader.seek(from).ok()?;
        let mut bytes = Vec::new();
        self.reader.by_ref().take(u64::try_from(most).ok()?).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// The metadata of the file. Its last bytes are the length of the metadata and the name of the format.
    fn footer(&mut self) -> Result<thrift::Struct, IngestError> {
        let read = |file: &mut Self| {
            let end = file.bytes(SeekFrom::End(-8), 8)?;
            let (length, _) = end.split_first_chunk::<4>().filter(|(_, name)| *name == b"PAR1")?;
            let length = u32::from_le_bytes(*length);
            let bytes = file.bytes(SeekFrom::End(-8 - i64::from(length)), usize::try_from(length).ok()?)?;
            thrift::read(&mut bytes.as_slice(), FILE, file.budget)
        };
        read(self).ok_or_else(|| self.beyond())
    }

    /// Takes the memory of a row group.
    fn group(&mut self, group: &thrift::Struct) -> Result<(), IngestError> {
        let rows = count(group.number(3)).ok_or_else(|| self.beyond())?;
        group.list(1).try_for_each(|chunk| self.chunk(chunk, rows).ok_or_else(|| self.beyond()))
    }

    /// Takes the memory of a column in a row group; `None` if it is damaged.
    fn chunk(&mut self, chunk: &thrift::Struct, rows: usize) -> Option<()> {
        let chunk = chunk.inner(3)?;
        let values = count(chunk.number(5))?;
        self.budget.take_each(rows.max(values), DECODED).ok()?;
        let mut at = count(chunk.number(11).or(chunk.number(9)))?;
        let end = at.checked_add(count(chunk.number(7))?)?;
        let mut seen = 0_usize;
        while seen < values && at < end {
            let (page, length) = self.page(at, end, WINDOW).or_else(|| self.page(at, end, end - at))?;
            let (inflated, packed) = (size(page.number(2))?, size(page.number(3))?);
            let data = page.inner(5).or_else(|| page.inner(8));
            let found = size(data.or_else(|| page.inner(7))?.number(1))?;
            self.budget.take(inflated).ok()?;
            self.budget.take_each(found, DECODED).ok()?;
            seen = seen.saturating_add(if data.is_some() { found } else { 0 });
            at = at.checked_add(length)?.checked_add(packed).filter(|next| *next <= end)?;
        }
        Some(())
    }

    /// The header of the page that begins here, and its length.
    fn page(&mut self, at: usize, end: usize, most: usize) -> Option<(thrift::Struct, usize)> {
        let bytes = self.bytes(SeekFrom::Start(u64::try_from(at).ok()?), most.min(end - at))?;
        let mut rest = bytes.as_slice();
        let page = thrift::read(&mut rest, PAGE, self.budget)?;
        Some((page, bytes.len() - rest.len()))
    }
}

fn count(number: Option<i64>) -> Option<usize> {
    number.and_then(|number| usize::try_from(number).ok())
}

/// A 32-bit count as `usize`.
fn size(number: Option<i64>) -> Option<usize> {
    number.and_then(|number| i32::try_from(number).ok()).and_then(|number| usize::try_from(number).ok())
}

fn damaged(problem: &str) -> IngestError {
    unreadable(CONTAINER, problem)
}
