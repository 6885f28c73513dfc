//! How large a table may be, so that no file can exhaust the memory.

use crate::error::IngestError;

/// The largest table that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Cells: records, the header included, times columns.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 512 << 20, cells: 10_000_000 }
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
