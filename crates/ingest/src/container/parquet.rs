//! Reads Parquet: typed columns are converted to text, so that later stages are the same for all files.

mod groups;
mod pages;
mod thrift;

pub use groups::read_groups;

use std::io::Cursor;

use equifinal_study::detected::FileKind;
use equifinal_study::table_notes::TableNotes;
use polars::error::PolarsError;
use polars::io::mmap::MmapBytesReader;
use polars::prelude::{ArrowDataType, DataFrame, DataType, ParquetReader, SerReader};

use self::pages::CONTAINER;
use super::foreign::unreadable;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::{Budget, CELL, COLUMN, ROW};
use crate::text_column::TextColumnBuilder;

/// Reads all columns. Types and sizes are checked in the metadata before anything is decoded.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Grid, IngestError> {
    pages::check(bytes, budget)?;
    let mut reader = ParquetReader::new(Cursor::new(bytes));
    let schema = reader.schema().map_err(broken)?;
    if schema.is_empty() {
        return Err(IngestError::Empty);
    }
    for (name, field) in schema.iter() {
        if !is_read(&field.dtype) {
            // Only the name of the type: what it is made of helps nobody.
            let found = format!("{:?}", field.dtype).split('(').next().unwrap_or_default().to_owned();
            return Err(IngestError::ColumnType { column: name.to_string(), found });
        }
    }
    let height = reader.num_rows().map_err(broken)?;
    budget.take_each(schema.len(), COLUMN)?;
    budget.take_each(height, schema.len().saturating_mul(CELL).saturating_add(ROW))?;
    let frame = decode(reader)?;
    let mut header = Vec::with_capacity(schema.len());
    let mut columns = Vec::with_capacity(schema.len());
    for column in frame.columns() {
        let texts = column.cast(&DataType::String).map_err(|_| IngestError::ColumnType {
            column: column.name().to_string(),
            found: column.dtype().to_string(),
        })?;
        header.push(column.name().to_string());
        let texts = texts.str().map_err(broken)?;
        // Many cells may share a text, which is compared for each.
        budget.take(texts.iter().flatten().map(str::len).fold(0, usize::saturating_add))?;
        columns.push(texts.iter().map(Option::unwrap_or_default).collect::<TextColumnBuilder>().finish());
    }
    let lines = (1..=frame.height()).collect();
    Ok(Grid {
        header,
        header_line: 0,
        columns,
        lines,
        notes: Vec::new(),
        kind: FileKind::Parquet,
        found: TableNotes::default(),
        top: equifinal_study::message::Message::empty(),
    })
}

/// Decodes the requested columns. The library does not check the length of columns.
fn decode(reader: ParquetReader<impl MmapBytesReader>) -> Result<DataFrame, IngestError> {
    let frame = reader.finish().map_err(broken)?;
    if frame.columns().iter().any(|column| column.len() != frame.height()) {
        return Err(unreadable(CONTAINER, "a column is cut off"));
    }
    Ok(frame)
}

fn broken(error: PolarsError) -> IngestError {
    unreadable(CONTAINER, error)
}

/// True for texts, truth values and numbers of 32 or 64 bits. The library is built without days, times and other
/// numbers, and columns of lists may hold more values than there are rows.
fn is_read(kind: &ArrowDataType) -> bool {
    use ArrowDataType as Kind;
    match kind {
        Kind::Dictionary(_, values, _) => is_read(values),
        kind => matches!(
            kind,
            Kind::Null
                | Kind::Boolean
                | Kind::Int32
                | Kind::Int64
                | Kind::UInt32
                | Kind::UInt64
                | Kind::Float32
                | Kind::Float64
                | Kind::Utf8
                | Kind::LargeUtf8
                | Kind::Utf8View
        ),
    }
}
