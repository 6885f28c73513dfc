//! Parquet: columns with types, turned back into text so that one way leads on.

use std::io::Cursor;

use equifinal_study::detected::FileKind;
use polars::prelude::{DataType, ParquetReader, SerReader};

use super::unreadable;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::Limits;
use crate::text_column::TextColumnBuilder;

const CONTAINER: &str = "Parquet file";

/// Reads all columns. Size is asked of the metadata before anything is decoded.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Grid, IngestError> {
    let broken = |error: polars::error::PolarsError| unreadable(CONTAINER, error);
    let mut reader = ParquetReader::new(Cursor::new(bytes));
    let width = reader.schema().map_err(broken)?.len();
    let height = reader.num_rows().map_err(broken)?;
    if height.saturating_add(1).saturating_mul(width) > limits.cells {
        return Err(IngestError::TooManyCells { limit: limits.cells });
    }
    let frame = reader.finish().map_err(broken)?;
    let mut header = Vec::with_capacity(width);
    let mut columns = Vec::with_capacity(width);
    for column in frame.columns() {
        let texts = column.cast(&DataType::String).map_err(|_| IngestError::ColumnType {
            column: column.name().to_string(),
            found: column.dtype().to_string(),
        })?;
        header.push(column.name().to_string());
        let cells = texts.str().map_err(broken)?.iter().map(Option::unwrap_or_default);
        columns.push(cells.collect::<TextColumnBuilder>().finish());
    }
    if header.is_empty() {
        return Err(IngestError::Empty);
    }
    let lines = (1..=frame.height()).collect();
    Ok(Grid { header, header_line: 0, columns, lines, notes: Vec::new(), kind: FileKind::Parquet })
}
