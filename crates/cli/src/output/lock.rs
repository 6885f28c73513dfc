//! A lock that lets one run at a time write a report; others wait.

use crate::language::tell;
use equifinal_study::say;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::interrupt;
use crate::plain_file::{is_named, open_or_create};
use crate::temporary::Noted;

/// A lock that the system releases when its holder ends, even if killed.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    file: File,
    /// `None` once the lock is being given up.
    noted: Option<Noted>,
}

impl Lock {
    /// Waits for the lock at `path`.
    ///
    /// The file there is neither emptied nor reached by a link: somebody else may have put it there.
    pub(crate) fn acquire(path: &Path) -> io::Result<Self> {
        loop {
            // Made, locked and recorded in one step as seen by an interruption, which removes what is recorded.
            let whole = interrupt::hold_off();
            let file = open_or_create(path)?;
            if file.metadata()?.len() > 0 {
                return Err(io::Error::other(say!("not-a-lock", path = path.display())));
            }
            let is_held = match file.try_lock() {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => false,
                Err(TryLockError::Error(error)) => {
                    tracing::warn!("{}", tell!("locks-not", error = error.to_string()));
                    true
                }
            };
            // Another run may have removed the file since it was opened; then nothing is held.
            if is_held && is_named(&file, path)? {
                return Ok(Self { path: path.to_owned(), file, noted: Some(Noted::of(path.to_owned())) });
            }
            drop(whole);
            if !is_held {
                tracing::info!("{}", tell!("waiting"));
                file.lock()?;
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Forgotten first: an interruption after the file is gone would remove the lock of the next run.
        drop(self.noted.take());
        // Removed while still held, so that whoever waits for it sees that it is gone.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn lock_is_exclusive_and_leaves_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lock");
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        let _lock = Lock::acquire(&path).expect("a lock");
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(most.into_inner(), 1);
        assert!(!path.exists());
    }
}
