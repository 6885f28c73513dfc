//! `.sav` and `.zsav`: SPSS data with labels and the codes declared missing.

use std::io::Cursor;

use ambers::{MissingSpec, SpssMetadata, scan_sav_from_reader};
use arrow::array::{
    Array, Date32Array, DurationMicrosecondArray, Float64Array, StringViewArray, TimestampMicrosecondArray,
};

use equifinal_study::detected::FileKind;

use super::{date, number, timestamp, unreadable};
use crate::error::IngestError;
use crate::grid::{Grid, VariableNotes};
use crate::limits::Limits;
use crate::text_column::{TextColumnBuilder, trimmed};

const CONTAINER: &str = "SPSS file";

/// Rows that are decoded at a time.
const BATCH: usize = 10_000;

/// Reads all variables.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Grid, IngestError> {
    let broken = |error: ambers::error::SpssError| unreadable(CONTAINER, error);
    let mut scanner = scan_sav_from_reader(Cursor::new(bytes), BATCH).map_err(broken)?;
    let header = scanner.metadata().variable_names.clone();
    let mut columns: Vec<_> = header.iter().map(|_| TextColumnBuilder::default()).collect();
    let mut height = 0_usize;
    while let Some(batch) = scanner.next_batch().map_err(broken)? {
        height = height.saturating_add(batch.num_rows());
        if height.saturating_add(1).saturating_mul(header.len()) > limits.cells {
            return Err(IngestError::TooManyCells { limit: limits.cells });
        }
        for (cells, array) in columns.iter_mut().zip(batch.columns()) {
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
    notes
}

fn written(value: &ambers::Value) -> String {
    match value {
        ambers::Value::Numeric(value) => number(*value),
        ambers::Value::String(value) => trimmed(value).to_owned(),
    }
}
