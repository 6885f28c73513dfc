//! Readers of somebody else's formats, and what is said where they fail.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::error::IngestError;

/// Readers of somebody else's formats that are at work.
static READERS: AtomicUsize = AtomicUsize::new(0);

/// Whether a file is being read by somebody else's reader, so that a panic, on whatever thread, is an error of the file
/// and no bug.
pub fn is_reading() -> bool {
    READERS.load(Ordering::SeqCst) > 0
}

/// Runs a reader of somebody else's format; should it panic over a damaged file, that is an error of the file.
pub(super) fn guarded<T>(
    container: &'static str,
    read: impl FnOnce() -> Result<T, IngestError>,
) -> Result<T, IngestError> {
    READERS.fetch_add(1, Ordering::SeqCst);
    let read = catch_unwind(AssertUnwindSafe(read));
    READERS.fetch_sub(1, Ordering::SeqCst);
    read.unwrap_or_else(|_| Err(unreadable(container, "its parts contradict one another")))
}

/// The refusal of a file that its reader cannot make sense of.
pub(super) fn unreadable(container: &'static str, problem: impl ToString) -> IngestError {
    IngestError::Unreadable { container, problem: problem.to_string() }
}
