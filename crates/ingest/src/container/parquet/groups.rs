//! Reads a Parquet table one row group at a time, so that memory does not grow with the table.

use polars::io::mmap::MmapBytesReader;
use polars::prelude::{DataFrame, ParquetReader, SerReader};

use super::super::foreign::guarded;
use super::pages::{self, CONTAINER};
use super::{broken, decode};
use crate::error::IngestError;
use crate::limits::Limits;

/// Passes each row group to `take`; for a table without rows, one empty group with the columns. No group may take more
/// memory than allowed.
///
/// # Errors
/// Errors of `take`, and those of `refused` for [`IngestError::TooMuchMemory`] or a damaged file.
pub fn read_groups<E>(
    mut file: impl MmapBytesReader,
    limits: Limits,
    mut take: impl FnMut(&DataFrame) -> Result<(), E>,
    refused: impl Fn(IngestError) -> E,
) -> Result<(), E> {
    pages::check_groups(&mut file, limits).map_err(&refused)?;
    let metadata = guarded(CONTAINER, || ParquetReader::new(&mut file).get_metadata().cloned().map_err(broken));
    let metadata = metadata.map_err(&refused)?;
    let mut groups: Vec<usize> = metadata.row_groups.iter().map(|group| group.num_rows()).collect();
    groups.retain(|rows| *rows > 0);
    if groups.is_empty() {
        groups.push(1);
    }
    let mut first = 0;
    for rows in groups {
        let mut reader = ParquetReader::new(&mut file).with_slice(Some((first, rows)));
        reader.set_metadata(metadata.clone());
        let group = guarded(CONTAINER, || decode(reader)).map_err(&refused)?;
        take(&group)?;
        first += rows;
    }
    Ok(())
}
