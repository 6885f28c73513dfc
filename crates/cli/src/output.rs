//! Writes a report to disk, completely or not at all, and by one run at a time.
//!
//! A report is written into a sibling folder, synced, and exchanged for the old one in a single step of the
//! file system. Where the file system knows no such step, the old report is set aside first and put back by the
//! next run should this one die in between.

mod exchange;
mod lock;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::failure::Failure;
use crate::interrupt;
use crate::report_folder::unlisted;
pub(crate) use lock::Lock;

/// A file of a report: its path inside the folder, with forward slashes, and its bytes.
pub(crate) type Output = (String, Vec<u8>);

/// Maximum number of files open at once.
const OPEN: usize = 256;

/// Replaces the folder at `target` by one with exactly these `outputs`.
///
/// Fails without changing the folder if it holds files that no run wrote.
pub(crate) fn replace_folder(target: &Path, outputs: &[Output]) -> Result<(), Failure> {
    let unlisted = locked(target, |place| {
        let unlisted = unlisted(&place.target)?;
        if unlisted.files.is_empty() {
            stage(&place.staging(), outputs)?;
            exchange::exchange(&place.staging(), &place.target, &place.aside())?;
            sync_folder(&place.parent)?;
        }
        Ok(unlisted)
    })?;
    if unlisted.files.is_empty() {
        return Ok(());
    }
    let (target, message) = (target.display(), unlisted.message());
    Err(Failure::Usage(format!(
        "{target}: holds {message}; a report replaces its whole folder, and --out chooses another for it"
    )))
}

/// Replaces one file in the folder at `target`; all other files stay.
pub(crate) fn replace_file(target: &Path, output: &Output) -> Result<(), Failure> {
    locked(target, |place| {
        stage(&place.staging(), std::slice::from_ref(output))?;
        fs::create_dir_all(&place.target)?;
        fs::rename(place.staging().join(&output.0), place.target.join(&output.0))?;
        sync_folder(&place.target)
    })
}

/// Runs `work` on the report at `target` under its lock and without interruption.
fn locked<T>(target: &Path, work: impl FnOnce(&Place) -> io::Result<T>) -> Result<T, Failure> {
    let place = Place::of(target)?;
    let lock = Lock::acquire(&place.sibling("lock")).map_err(|source| failure(target, source))?;
    let whole = interrupt::hold_off();
    let done = recover(&place).and_then(|()| work(&place));
    // What remains of the old report, or of the new one where something failed, is in nobody's way.
    let _ = remove(&place.staging());
    drop(lock);
    drop(whole);
    done.map_err(|source| failure(target, source))
}

fn failure(target: &Path, source: io::Error) -> Failure {
    Failure::Write { path: target.to_owned(), source }
}

/// Where a report goes, links followed, and the folder around it.
struct Place {
    target: PathBuf,
    parent: PathBuf,
    name: String,
}

impl Place {
    fn of(target: &Path) -> Result<Self, Failure> {
        let failed = |source| failure(target, source);
        let absolute = match target.canonicalize() {
            Ok(real) => real,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let absolute = std::path::absolute(target).map_err(failed)?;
                let parent = absolute.parent().unwrap_or(Path::new("/"));
                fs::create_dir_all(parent).map_err(failed)?;
                let name = absolute.file_name().unwrap_or_default().to_owned();
                parent.canonicalize().map_err(failed)?.join(name)
            }
            Err(error) => return Err(failed(error)),
        };
        if absolute.exists() && !absolute.is_dir() {
            return Err(Failure::Usage(format!("{}: is no folder; --out names one", target.display())));
        }
        let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
            return Err(Failure::Usage(format!("{}: a report cannot replace this folder", target.display())));
        };
        let (parent, name) = (parent.to_owned(), name.to_string_lossy().into_owned());
        Ok(Self { target: absolute, parent, name })
    }

    /// Where the new report is written, and the old one is after the exchange.
    fn staging(&self) -> PathBuf {
        self.sibling("staging")
    }

    /// Where the old report waits if the two cannot be exchanged.
    fn aside(&self) -> PathBuf {
        self.sibling("old")
    }

    fn sibling(&self, purpose: &str) -> PathBuf {
        self.parent.join(format!(".{purpose}-{}", self.name))
    }
}

/// Restores an old report that a killed run had set aside, and removes other remains of that run.
fn recover(place: &Place) -> io::Result<()> {
    let aside = place.aside();
    // Only a folder was set aside; a link of this name is somebody else's, and is removed with what else is in the way.
    if aside.symlink_metadata().is_ok_and(|found| found.is_dir()) {
        if place.target.exists() { remove(&aside)? } else { fs::rename(aside, &place.target)? }
    }
    remove(&place.staging())
}

fn stage(staging: &Path, outputs: &[Output]) -> io::Result<()> {
    fs::create_dir(staging)?;
    let mut folders = vec![staging.to_owned()];
    for (name, _) in outputs {
        let path = staging.join(name);
        if let Some(folder) = path.parent().filter(|folder| !folders.iter().any(|known| known == folder)) {
            fs::create_dir_all(folder)?;
            folders.push(folder.to_owned());
        }
    }
    let write = |(name, bytes): &Output| {
        let mut file = create(&staging.join(name))?;
        file.write_all(bytes)?;
        start_writeback(&file);
        Ok(file)
    };
    // All files are on their way to the disk before the first is waited for.
    for outputs in outputs.chunks(OPEN) {
        let files = outputs.par_iter().map(write).collect::<io::Result<Vec<File>>>()?;
        files.par_iter().try_for_each(File::sync_all)?;
    }
    folders.iter().try_for_each(|folder| sync_folder(folder))
}

/// Asks the system to start writing a file to disk, so that the later sync waits less.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn start_writeback(file: &File) {
    use rustix::fs::{Advice, fadvise};
    let _ = fadvise(file, 0, None, Advice::DontNeed);
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn start_writeback(_: &File) {}

#[expect(clippy::disallowed_methods, reason = "this crate writes the files")]
pub(crate) fn create(path: &Path) -> io::Result<File> {
    File::create(path)
}

/// Syncs the names in a folder to disk; only Unix can open folders.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "this crate writes the files")]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
