//! Reads `.sav` and `.zsav`: SPSS data with labels and codes declared missing.

mod dictionary;

use std::io::{self, Read, Seek, SeekFrom};

use ambers::{MissingSpec, SpssMetadata, scan_sav_from_reader};
use arrow::array::{
    Array, Date32Array, DurationMicrosecondArray, Float64Array, StringViewArray, TimestampMicrosecondArray,
};

use equifinal_study::detected::FileKind;

use self::dictionary::CONTAINER;
use super::cell_text::{date, number, timestamp};
use super::foreign::unreadable;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::{Budget, CELL, COLUMN, ROW};
use crate::text_column::{TextColumnBuilder, trimmed};
use crate::variable_notes::VariableNotes;

/// Rows decoded at a time, and the maximum number of bytes in them.
const BATCH: usize = 10_000;
const BATCH_BYTES: usize = 32 << 20;

/// Bytes of memory per eight-byte value while it becomes a cell.
const SLOT: usize = 2;

/// Reads all variables.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Grid, IngestError> {
    let broken = |error: ambers::error::SpssError| unreadable(CONTAINER, error);
    let dictionary = dictionary::read(bytes, budget)?;
    dictionary::blocks(bytes, dictionary.bytes.len(), budget)?;
    let slots = dictionary.slots;
    let rows = (BATCH_BYTES / slots.saturating_mul(8).max(1)).clamp(1, BATCH);
    let file = Patched { start: dictionary.bytes, whole: bytes, at: 0 };
    let mut scanner = scan_sav_from_reader(file, rows).map_err(broken)?;
    let header = scanner.metadata().variable_names.clone();
    if header.is_empty() {
        return Err(IngestError::Empty);
    }
    budget.take_each(header.len(), COLUMN)?;
    let mut columns: Vec<_> = header.iter().map(|_| TextColumnBuilder::default()).collect();
    let mut height = 0_usize;
    while let Some(batch) = scanner.next_batch().map_err(broken)? {
        let row = slots.saturating_mul(SLOT).saturating_add(header.len().saturating_mul(CELL)).saturating_add(ROW);
        budget.take_each(batch.num_rows(), row)?;
        height = height.saturating_add(batch.num_rows());
        for (cells, array) in columns.iter_mut().zip(batch.columns()) {
            budget.take(text(array.as_ref()))?;
            (0..array.len()).for_each(|row| cells.push(&cell(array.as_ref(), row)));
        }
    }
    let metadata = scanner.metadata();
    // A file that was cut off between two cases looks whole but for this.
    if let Some(declared) = metadata.number_rows.filter(|rows| usize::try_from(*rows).is_ok_and(|rows| rows != height))
    {
        return Err(unreadable(CONTAINER, format!("it declares {declared} cases and holds {height}")));
    }
    Ok(Grid {
        notes: header.iter().map(|name| notes(metadata, name)).collect(),
        header,
        header_line: 0,
        columns: columns.into_iter().map(TextColumnBuilder::finish).collect(),
        lines: (1..=height).collect(),
        kind: FileKind::Spss,
    })
}

/// A file with its first bytes replaced.
struct Patched<'a> {
    start: Vec<u8>,
    whole: &'a [u8],
    at: usize,
}

impl Read for Patched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut rest = if self.at < self.start.len() { &self.start } else { self.whole }.get(self.at..).unwrap_or(&[]);
        let read = rest.read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

impl Seek for Patched<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, step) = match to {
            SeekFrom::Start(at) => (usize::try_from(at).ok(), 0),
            SeekFrom::Current(step) => (Some(self.at), step),
            SeekFrom::End(step) => (Some(self.whole.len()), step),
        };
        let step = isize::try_from(step).ok();
        let at = from.zip(step).and_then(|(from, step)| from.checked_add_signed(step));
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        u64::try_from(self.at).map_err(io::Error::other)
    }
}

/// Bytes of text in a batch, without those of numbers.
fn text(array: &dyn Array) -> usize {
    let texts = array.as_any().downcast_ref::<StringViewArray>();
    texts.map_or(array.len(), |texts| texts.iter().flatten().map(str::len).sum())
}

fn cell(array: &dyn Array, row: usize) -> String {
    if array.is_null(row) {
        return String::new();
    }
    let any = array.as_any();
    if let Some(array) = any.downcast_ref::<Float64Array>() {
        number(array.value(row))
    } else if let Some(array) = any.downcast_ref::<StringViewArray>() {
        array.value(row).to_owned()
    } else if let Some(array) = any.downcast_ref::<Date32Array>() {
        date(i64::from(array.value(row)))
    } else if let Some(array) = any.downcast_ref::<TimestampMicrosecondArray>() {
        timestamp(array.value(row).div_euclid(1_000_000))
    } else if let Some(array) = any.downcast_ref::<DurationMicrosecondArray>() {
        array.value(row).div_euclid(1_000_000).to_string()
    } else {
        String::new()
    }
}

fn notes(metadata: &SpssMetadata, name: &str) -> VariableNotes {
    let mut notes =
        VariableNotes { label: metadata.label(name).unwrap_or_default().to_owned(), ..VariableNotes::default() };
    let labels = metadata.value_labels(name).into_iter().flatten();
    notes.values = labels.map(|(value, label)| (written(value), label.clone())).collect();
    for missing in metadata.variable_missing_values.get(name).into_iter().flatten() {
        match missing {
            MissingSpec::Value(value) => notes.missing.push(number(*value)),
            MissingSpec::StringValue(value) => notes.missing.push(trimmed(value).to_owned()),
            MissingSpec::Range { lo, hi } => notes.missing_range = Some((*lo, *hi)),
        }
    }
    notes.indexed()
}

fn written(value: &ambers::Value) -> String {
    match value {
        ambers::Value::Numeric(value) => number(*value),
        ambers::Value::String(value) => trimmed(value).to_owned(),
    }
}
