//! How large a table may be, so that no file can exhaust the memory.

use crate::error::IngestError;

/// The largest table that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of a JSON file, which takes many times its size while it is read.
    pub json: u64,
    /// Cells of a workbook or statistical file: records, the header included, times columns.
    pub cells: usize,
    /// Cells of a text file, likewise.
    pub text_cells: usize,
    /// Rows of a spreadsheet.
    pub rows: usize,
    /// Columns of a spreadsheet.
    pub columns: usize,
    /// Bytes that an archive inflates to.
    pub inflated: u64,
    /// Bytes that an archive inflates to, for each of its own.
    pub inflation: u64,
    /// Entries of an archive.
    pub archive_entries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 512 << 20,
            json: 64 << 20,
            cells: 10_000_000,
            text_cells: 100_000_000,
            rows: 100_000,
            columns: 2_000,
            inflated: 256 << 20,
            inflation: 200,
            archive_entries: 1_000,
        }
    }
}

impl Limits {
    /// Refuses a file of `found` bytes that is larger than allowed; to be asked before the file is read.
    ///
    /// # Errors
    /// [`IngestError::TooManyBytes`].
    pub fn check_bytes(&self, found: u64) -> Result<(), IngestError> {
        if found > self.bytes { Err(IngestError::TooManyBytes { found, limit: self.bytes }) } else { Ok(()) }
    }
}
