//! How much memory reading one file may take, so that no file can exhaust it.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::IngestError;
use crate::size::Size;

/// What reading one file may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory: those of the file, of the cells in it, and of what its reader builds beside them. They are
    /// estimated before they are taken, from above; a table that is read takes less.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 1 << 30 }
    }
}

impl Limits {
    /// The largest file in bytes: half the memory, for what is read from a file takes as much again.
    pub fn file(&self) -> u64 {
        self.memory / 2
    }

    /// Refuses a file of `found` bytes that is larger than allowed; to be asked before the file is read.
    ///
    /// # Errors
    /// [`IngestError::TooManyBytes`].
    pub fn check_bytes(&self, found: u64) -> Result<(), IngestError> {
        let limit = self.file();
        if found > limit { Err(IngestError::TooManyBytes { found, limit: Size(limit) }) } else { Ok(()) }
    }
}

/// Memory of one cell beside its text: its number, and where its text ends.
pub(crate) const CELL: usize = 16;

/// Memory of one column beside its cells.
pub(crate) const COLUMN: usize = 1_200;

/// Memory of one row beside its cells.
pub(crate) const ROW: usize = 8;

/// Memory of one mistake found in a file.
pub(crate) const MISTAKE: usize = 128;

/// What is left of the memory that reading a file may take. All tables of the file draw on the same.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    left: AtomicU64,
}

impl Budget {
    /// The whole of it.
    pub(crate) fn new(limits: Limits) -> Self {
        Self { limits, left: AtomicU64::new(limits.memory) }
    }

    /// What the file may take in all.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Takes so many bytes, or refuses the file; to be asked before they are allocated.
    pub(crate) fn take(&self, bytes: usize) -> Result<(), IngestError> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let taken = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(bytes));
        taken.map(|_| ()).map_err(|_| self.spend())
    }

    /// Takes so many times so many bytes.
    pub(crate) fn take_each(&self, count: usize, bytes: usize) -> Result<(), IngestError> {
        self.take(count.saturating_mul(bytes))
    }

    /// The refusal of a file that asked for more; nothing is left after it.
    pub(crate) fn spend(&self) -> IngestError {
        self.left.store(0, Ordering::Relaxed);
        IngestError::TooMuchMemory { limit: Size(self.limits.memory) }
    }

    /// Whether the file has been refused: a reader of somebody else's may have no word for it.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.load(Ordering::Relaxed) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_taken_until_none_is_left() {
        let budget = Budget::new(Limits { memory: 100 });
        let refused = Err(IngestError::TooMuchMemory { limit: Size(100) });
        assert_eq!(budget.take(60), Ok(()));
        assert_eq!(budget.take_each(usize::MAX, 2), refused);
        assert!(budget.is_spent());
        assert_eq!(budget.take(1), refused);
    }
}
