//! The memory limit for reading one file.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::IngestError;
use crate::size::Size;

/// Limits for reading one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory for the program, the file, its cells and the reader's own data. The estimate is made before allocation and is
    /// an upper bound.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 1 << 30 }
    }
}

impl Limits {
    /// The largest file in bytes: half the memory, since the content takes as much again.
    pub fn file(&self) -> u64 {
        self.memory / 2
    }

    /// Refuses a file of `found` bytes if it is larger than allowed; call it before reading the file.
    ///
    /// # Errors
    /// [`IngestError::TooManyBytes`].
    pub fn check_bytes(&self, found: u64) -> Result<(), IngestError> {
        let limit = self.file();
        if found > limit { Err(IngestError::TooManyBytes { found, limit: Size(limit) }) } else { Ok(()) }
    }
}

/// Bytes of memory per cell, besides its text: its number and the end of its text.
pub(crate) const CELL: usize = 16;

/// Bytes of memory per column, besides its cells.
pub(crate) const COLUMN: usize = 1_200;

/// Bytes of memory per row, besides its cells.
pub(crate) const ROW: usize = 8;

/// Bytes of memory per error found in a file.
pub(crate) const MISTAKE: usize = 128;

/// The program and what its readers leave behind take one part of so many of the memory.
const PROGRAM: u64 = 32;

/// The remaining memory for reading a file, shared by all its tables.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    left: AtomicU64,
}

impl Budget {
    /// A full budget; a share is left to the program itself.
    pub(crate) fn new(limits: Limits) -> Self {
        Self { limits, left: AtomicU64::new(limits.memory - limits.memory / PROGRAM) }
    }

    /// The limits of the file.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Takes `bytes` from the budget, or refuses the file; call it before allocating.
    pub(crate) fn take(&self, bytes: usize) -> Result<(), IngestError> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let taken = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(bytes));
        taken.map(|_| ()).map_err(|_| self.spend())
    }

    /// Takes `count` times `bytes`.
    pub(crate) fn take_each(&self, count: usize, bytes: usize) -> Result<(), IngestError> {
        self.take(count.saturating_mul(bytes))
    }

    /// The error for an exceeded budget; nothing is left after it.
    pub(crate) fn spend(&self) -> IngestError {
        self.left.store(0, Ordering::Relaxed);
        IngestError::TooMuchMemory { limit: Size(self.limits.memory) }
    }

    /// True if the budget was exceeded: a third-party reader may not report it.
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
