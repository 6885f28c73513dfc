//! Single files, written completely or not at all.
//!
//! A file is written under a temporary name, synced and renamed in one step: no reader sees a partial file. If two
//! writers compete, the later one wins, or, for a file that must be new, the first.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use crate::output::sync_folder;
use crate::temporary::TemporaryFile;

/// Replaces the file at `path` with the output of `write`; creates its folder.
pub(crate) fn replace(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    written(path, write)?.replace(path)?;
    sync_folder(folder(path))
}

/// Writes a new file; creates its folder.
///
/// # Errors
/// `AlreadyExists` if the file exists.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    written(path, |file| file.write_all(bytes))?.create(path)?;
    sync_folder(folder(path))
}

fn written(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<TemporaryFile> {
    fs::create_dir_all(folder(path))?;
    let mut file = TemporaryFile::new(folder(path))?;
    write(file.as_file_mut())?;
    Ok(file)
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "tests read what was written")]
    fn files_are_written_completely_with_default_permissions() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, plain) = (folder.path().join("a/b.json"), folder.path().join("plain"));
        create(&path, b"first").expect("a new file");
        assert_eq!(create(&path, b"second").expect_err("taken").kind(), io::ErrorKind::AlreadyExists);
        replace(&path, |file| file.write_all(b"third")).expect("replaced");
        let failed = replace(&path, |file| {
            file.write_all(b"half")?;
            Err(io::Error::other("full"))
        });
        assert_eq!(failed.expect_err("failed").to_string(), "full");
        crate::output::create(&plain).expect("a file");
        let rights = |path: &Path| fs::metadata(path).expect("there").permissions();
        assert_eq!((fs::read(&path).expect("there"), rights(&path)), (b"third".to_vec(), rights(&plain)));
        assert_eq!(fs::read_dir(folder.path().join("a")).expect("a folder").count(), 1);
    }
}
