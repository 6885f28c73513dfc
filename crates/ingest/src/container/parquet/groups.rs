//! A Parquet table read a group of rows at a time: memory does not grow with it.

use polars::io::mmap::MmapBytesReader;
use polars::prelude::{DataFrame, ParquetReader, SerReader};

use super::super::foreign::guarded;
use super::pages::{self, CONTAINER};
use super::{broken, decode};
use crate::error::IngestError;
use crate::limits::Limits;

/// Gives each group of rows to `take`; of a table without rows, one group that has the columns. No group takes more
/// memory than allowed.
///
/// # Errors
/// What `take` fails with, and what `refused` makes of [`IngestError::TooMuchMemory`] or of a damaged file.
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
