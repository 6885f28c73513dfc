//! Writes a report to disk, completely or not at all, and by one run at a time.
//!
//! A report is written into a sibling folder, synced, and exchanged for the old one in a single step of the
//! file system. Where the file system knows no such step, the old report is set aside first and put back by the
//! next run should this one die in between.

mod exchange;
mod lock;

use crate::language::tell;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use equifinal_engine::{Digesting, EngineError};
use equifinal_report::ReportError;
use rayon::prelude::*;

use crate::failure::Failure;
use crate::interrupt;
use crate::report_folder::unlisted;
use crate::temporary::Noted;
pub(crate) use lock::Lock;

/// A file of a report: its path inside the folder, with forward slashes, and its bytes.
pub(crate) type Output = (String, Vec<u8>);

/// Maximum number of files open at once.
const OPEN: usize = 256;

/// Number of bytes that are written at once.
const PIECE: usize = 1 << 16;

/// Replaces the folder at `target` by one with exactly the files that `fill` writes.
///
/// Fails without changing the folder if it holds files that no run wrote.
pub(crate) fn replace_folder(
    target: &Path,
    fill: impl FnOnce(&mut NewFolder) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let unlisted = locked(target, |place| {
        let failed = |source| failure(target, source);
        let unlisted = unlisted(&place.target).map_err(failed)?;
        if unlisted.files.is_empty() {
            stage(place, target, fill)?;
            let _whole = interrupt::hold_off();
            exchange::exchange(&place.staging(), &place.target, &place.aside()).map_err(failed)?;
            sync_folder(&place.parent).map_err(failed)?;
        }
        Ok(unlisted)
    })?;
    if unlisted.files.is_empty() {
        return Ok(());
    }
    let (target, message) = (target.display(), unlisted.message());
    Err(Failure::Usage(tell!("folder-others", target, message)))
}

/// Replaces the file `name` in the folder at `target` by what `write` writes; all other files stay.
pub(crate) fn replace_file(
    target: &Path,
    name: &str,
    write: impl Fn(&mut dyn Write) -> Result<(), EngineError> + Sync,
) -> Result<(), Failure> {
    locked(target, |place| {
        stage(place, target, |folder| folder.write(name, write))?;
        let _whole = interrupt::hold_off();
        let replaced = fs::create_dir_all(&place.target)
            .and_then(|()| fs::rename(place.staging().join(name), place.target.join(name)))
            .and_then(|()| sync_folder(&place.target));
        replaced.map_err(|source| failure(target, source))
    })
}

/// Runs `work` on the report at `target` under its lock. An interruption removes the folder of staging and the lock.
fn locked<T>(target: &Path, work: impl FnOnce(&Place) -> Result<T, Failure>) -> Result<T, Failure> {
    let place = Place::of(target)?;
    let lock = Lock::acquire(&place.sibling("lock")).map_err(|source| failure(target, source))?;
    let whole = interrupt::hold_off();
    let recovered = recover(&place).map_err(|source| failure(target, source));
    drop(whole);
    let staging = Noted::of(place.staging());
    let done = recovered.and_then(|()| work(&place));
    // An interruption that removes what is being written ends the program before a failure to write it is reported.
    let whole = interrupt::hold_off();
    // What remains of the old report, or of the new one where something failed, is in nobody's way.
    let _ = remove(&place.staging());
    drop(staging);
    drop(lock);
    drop(whole);
    done
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
            return Err(Failure::Usage(tell!("out-not-folder", target = target.display())));
        }
        let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
            return Err(Failure::Usage(tell!("out-irreplaceable", target = target.display())));
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

/// Makes the folder of staging, lets `fill` write its files, and syncs all to disk.
fn stage(
    place: &Place,
    target: &Path,
    fill: impl FnOnce(&mut NewFolder) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let path = place.staging();
    // An interruption removes the folder; afterwards nothing makes it again.
    let whole = interrupt::hold_off();
    fs::create_dir(&path).map_err(|source| failure(target, source))?;
    drop(whole);
    let mut folder = NewFolder { target: target.to_owned(), folders: vec![path.clone()], path, unsynced: Vec::new() };
    fill(&mut folder)?;
    folder.synced().map_err(|source| failure(target, source))
}

/// A folder that is being filled, and then takes its place.
pub(crate) struct NewFolder {
    /// Its place, which messages name.
    target: PathBuf,
    path: PathBuf,
    /// The folder and those in it.
    folders: Vec<PathBuf>,
    /// Files that are on their way to the disk.
    unsynced: Vec<File>,
}

impl NewFolder {
    /// Writes a file piece by piece.
    fn write(
        &mut self,
        name: &str,
        write: impl Fn(&mut dyn Write) -> Result<(), EngineError> + Sync,
    ) -> Result<(), Failure> {
        self.write_each(&[name], |_, to| write(to)).map(drop)
    }

    /// Writes files piece by piece, at the same time; returns their digests.
    pub(crate) fn write_each(
        &mut self,
        names: &[&str],
        write: impl Fn(usize, &mut dyn Write) -> Result<(), EngineError> + Sync,
    ) -> Result<Vec<String>, Failure> {
        names.iter().try_for_each(|name| self.make_room(name)).map_err(|source| failure(&self.target, source))?;
        let written = names.par_iter().enumerate().map(|(at, name)| self.written_whole(name, |to| write(at, to)));
        let (files, digests): (Vec<File>, Vec<String>) =
            written.collect::<Result<Vec<_>, Failure>>()?.into_iter().unzip();
        self.unsynced.extend(files);
        Ok(digests)
    }

    /// A file that was written piece by piece, and its digest.
    fn written_whole(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), EngineError>,
    ) -> Result<(File, String), Failure> {
        let failed = |source| failure(&self.target, source);
        let file = create(&self.path.join(name)).map_err(failed)?;
        let mut pieces = BufWriter::with_capacity(PIECE, Digesting::new(file));
        write(&mut pieces).map_err(|error| match error {
            EngineError::Report(ReportError::Write(source)) => failed(source),
            error => error.into(),
        })?;
        let (file, digest) = pieces.into_inner().map_err(|error| failed(error.into_error()))?.finished();
        start_writeback(&file);
        Ok((file, digest))
    }

    /// Writes files whose bytes are there.
    pub(crate) fn write_all(&mut self, outputs: &[Output]) -> Result<(), Failure> {
        self.written(outputs).map_err(|source| failure(&self.target, source))
    }

    fn written(&mut self, outputs: &[Output]) -> io::Result<()> {
        outputs.iter().try_for_each(|(name, _)| self.make_room(name))?;
        let write = |(name, bytes): &Output| {
            let mut file = create(&self.path.join(name))?;
            file.write_all(bytes)?;
            start_writeback(&file);
            Ok(file)
        };
        // All files are on their way to the disk before the first is waited for.
        for outputs in outputs.chunks(OPEN) {
            let files = outputs.par_iter().map(write).collect::<io::Result<Vec<File>>>()?;
            files.par_iter().try_for_each(File::sync_all)?;
        }
        Ok(())
    }

    /// Makes the folder of a file, at most one below that of the report.
    fn make_room(&mut self, name: &str) -> io::Result<()> {
        let path = self.path.join(name);
        if let Some(folder) = path.parent().filter(|folder| !self.folders.iter().any(|known| known == folder)) {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    /// Waits until all is on the disk.
    fn synced(&self) -> io::Result<()> {
        self.unsynced.iter().try_for_each(File::sync_all)?;
        self.folders.iter().try_for_each(|folder| sync_folder(folder))
    }
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
