//! Guards third-party readers, and reports their failures.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::error::IngestError;

/// Number of third-party readers at work.
static READERS: AtomicUsize = AtomicUsize::new(0);

/// True while a third-party reader runs, so that a panic on any thread is treated as an error of the file and not a
/// bug.
pub fn is_reading() -> bool {
    READERS.load(Ordering::SeqCst) > 0
}

/// Runs a third-party reader; a panic over a damaged file becomes an error of the file.
pub(super) fn guarded<T>(
    container: &'static str,
    read: impl FnOnce() -> Result<T, IngestError>,
) -> Result<T, IngestError> {
    READERS.fetch_add(1, Ordering::SeqCst);
    let read = catch_unwind(AssertUnwindSafe(read));
    READERS.fetch_sub(1, Ordering::SeqCst);
    read.unwrap_or_else(|_| Err(unreadable(container, "its parts contradict one another")))
}

/// The error for a file that its reader cannot parse.
pub(super) fn unreadable(container: &'static str, problem: impl ToString) -> IngestError {
    IngestError::Unreadable { container, problem: problem.to_string() }
}
