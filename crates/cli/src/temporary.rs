//! Temporary files and folders: private, removed on interruption, and after a kill removed by the next run.
//!
//! The process that uses one holds a lock on it, which the system releases when the process ends. A file that can be
//! locked is therefore unused.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, NamedTempFile, TempDir};

use crate::plain_file::{is_named, open_own};

/// The beginning and end of their names.
const PREFIX: &str = ".equifinal-";
const SUFFIX: &str = ".part";

/// How often a folder is removed in which files keep appearing; a report has fewer files.
const REMOVALS: usize = 1000;

/// Those of this process, oldest first.
static OWN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn own() -> MutexGuard<'static, Vec<PathBuf>> {
    OWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes all temporary files of this process, newest first, so that a lock outlives what it protects. None can be made
/// while the returned guard exists.
pub(crate) fn remove_all() -> impl Sized {
    let own = own();
    for path in own.iter().rev() {
        // What cannot be removed now is removed by the next run.
        let _ = if path.is_dir() { remove_folder(path) } else { fs::remove_file(path) };
    }
    own
}

/// Removes a folder in which other threads may still make files: until it is gone they can, a limited number of times.
fn remove_folder(path: &Path) -> io::Result<()> {
    for _ in 0..REMOVALS {
        match fs::remove_dir_all(path) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {}
            removed => return removed,
        }
    }
    fs::remove_dir_all(path)
}

/// Removes temporary files of killed runs in a folder.
pub(crate) fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        let name = name.to_string_lossy();
        let Ok(kind) = entry.file_type() else { continue };
        let opened = if !name.starts_with(PREFIX) || !name.ends_with(SUFFIX) {
            continue;
        } else if kind.is_dir() {
            open_folder(&path)
        } else {
            open_own(&path)
        };
        let is_nobodys = |file: &File| file.try_lock().is_ok() && is_named(file, &path).unwrap_or_default();
        // It stays locked until it is gone, so that nobody takes it up meanwhile.
        if let Some(_nobodys) = opened.ok().filter(is_nobodys) {
            let _ = if kind.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
    }
}

/// A path that [`remove_all`] removes; forgotten when it is dropped.
#[derive(Debug)]
pub(crate) struct Noted(PathBuf);

impl Noted {
    /// Records a path, which need not exist.
    pub(crate) fn of(path: PathBuf) -> Self {
        own().push(path.clone());
        Self(path)
    }

    /// Makes a file or folder and records it, in one step as seen by [`remove_all`].
    fn new<T: AsRef<Path>>(make: impl FnOnce() -> io::Result<T>) -> io::Result<(Self, T)> {
        let mut own = own();
        let made = make()?;
        own.push(made.as_ref().to_owned());
        Ok((Self(made.as_ref().to_owned()), made))
    }
}

impl Drop for Noted {
    fn drop(&mut self) {
        own().retain(|path| *path != self.0);
    }
}

/// A file that gets its name when it is complete.
#[derive(Debug)]
pub(crate) struct TemporaryFile {
    file: NamedTempFile,
    _noted: Noted,
}

impl TemporaryFile {
    /// An empty file in a folder, with the permissions of the user's umask.
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        loop {
            let (noted, file) = Noted::new(|| with_rights(&mut Builder::new(), 0o666).tempfile_in(folder))?;
            if holds(file.as_file(), file.path())? {
                return Ok(Self { file, _noted: noted });
            }
        }
    }

    /// The file, for writing.
    pub(crate) fn as_file_mut(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Replaces the file at `path`.
    pub(crate) fn replace(self, path: &Path) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(path)?;
        Ok(())
    }

    /// Moves to `path`, which must not exist.
    pub(crate) fn create(self, path: &Path) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist_noclobber(path)?;
        Ok(())
    }
}

/// A folder for another program's work, accessible to this user only.
#[derive(Debug)]
pub(crate) struct TemporaryFolder {
    folder: TempDir,
    _lock: Option<File>,
    _noted: Noted,
}

impl TemporaryFolder {
    /// An empty folder in the system's temporary folder; remains of killed runs there are removed.
    pub(crate) fn new() -> io::Result<Self> {
        clear(&std::env::temp_dir());
        loop {
            let (noted, folder) = Noted::new(|| with_rights(&mut Builder::new(), 0o700).tempdir())?;
            let Ok(lock) = open_folder(folder.path()) else {
                // Where folders cannot be opened they cannot be locked, and are never cleared.
                return Ok(Self { folder, _lock: None, _noted: noted });
            };
            if holds(&lock, folder.path())? {
                return Ok(Self { folder, _lock: Some(lock), _noted: noted });
            }
        }
    }

    /// The path of the folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// True if `path` is still the file that this process made, and not removed by another process as unused.
fn holds(file: &File, path: &Path) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => is_named(file, path),
        Err(TryLockError::WouldBlock) => Ok(false),
        // Without locks no other process takes a file for one that was left behind.
        Err(TryLockError::Error(_)) => Ok(true),
    }
}

#[cfg(unix)]
fn with_rights<'a>(builder: &'a mut Builder<'static, 'static>, mode: u32) -> &'a mut Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    builder.prefix(PREFIX).suffix(SUFFIX).permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn with_rights<'a>(builder: &'a mut Builder<'static, 'static>, _: u32) -> &'a mut Builder<'static, 'static> {
    builder.prefix(PREFIX).suffix(SUFFIX)
}

#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "this crate reads the files")]
fn open_folder(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(not(unix))]
fn open_folder(_: &Path) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Duration;

    use super::*;

    /// While `own` is held, as an interruption holds it, no lock may lose its file: it would be recorded without one.
    #[test]
    fn a_lock_is_forgotten_before_its_file_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lock");
        let lock = crate::output::Lock::acquire(&path).expect("a lock");
        let held = own();
        let ended = thread::spawn(move || drop(lock));
        thread::sleep(Duration::from_millis(100));
        assert!(path.exists());
        drop(held);
        ended.join().expect("an end");
        assert!(!path.exists());
    }

    #[test]
    fn only_unused_temporary_files_are_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        let held = TemporaryFile::new(folder.path()).expect("a file");
        for name in [".equifinal-left.part", ".equifinal-mine", "equifinal-mine.part", "mine.part"] {
            crate::output::create(&path(name)).expect("a file");
        }
        fs::create_dir_all(path(".equifinal-folder.part/deep")).expect("a folder");
        clear(folder.path());
        let mut names: Vec<String> = fs::read_dir(folder.path())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        let own = held.file.path().file_name().expect("a name").to_string_lossy().into_owned();
        let mut expected = vec![own, ".equifinal-mine".to_owned(), "equifinal-mine.part".into(), "mine.part".into()];
        expected.sort();
        assert_eq!(names, expected);
    }
}
