//! Regular files. Anything else is refused at once: reading a pipe could block for ever, and a link at a place of the
//! program's own files could lead elsewhere.

use equifinal_study::say;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Policy for a path that is itself a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    Followed,
    Refused,
}

/// Opens a regular file for reading; fails for folders, pipes and devices.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    opened(OpenOptions::new().read(true), path, Link::Followed)
}

/// The bytes of a regular file.
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a regular file of the program's own, not reached by a link, for reading; `None` if it does not exist.
pub(crate) fn own(path: &Path) -> io::Result<Option<File>> {
    match opened(OpenOptions::new().read(true), path, Link::Refused) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        opened => opened.map(Some),
    }
}

/// The bytes of a regular file of the program's own, not reached by a link; `None` if it does not exist.
pub(crate) fn own_bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let Some(mut file) = own(path)? else { return Ok(None) };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Opens a regular file of the program's own, not reached by a link, in order to lock it. Creates it if needed and
/// never truncates it.
pub(crate) fn open_or_create(path: &Path) -> io::Result<File> {
    opened(OpenOptions::new().read(true).write(true).create(true).truncate(false), path, Link::Refused)
}

/// As [`open_or_create`], for a file that must exist.
pub(crate) fn open_own(path: &Path) -> io::Result<File> {
    opened(OpenOptions::new().read(true).write(true), path, Link::Refused)
}

/// True if the open file is still the one at `path`.
#[cfg(unix)]
pub(crate) fn is_named(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let held = file.metadata()?;
    match path.symlink_metadata() {
        Ok(there) => Ok((held.dev(), held.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// On other systems an open file keeps its name.
#[cfg(not(unix))]
pub(crate) fn is_named(_: &File, path: &Path) -> io::Result<bool> {
    Ok(path.exists())
}

fn opened(options: &mut OpenOptions, path: &Path, link: Link) -> io::Result<File> {
    let named = if link == Link::Refused { path.symlink_metadata() } else { fs::metadata(path) };
    match named {
        Ok(named) if named.is_symlink() => return Err(io::Error::other(say!("is-a-link"))),
        Ok(named) if !named.is_file() => return Err(not_plain()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        // What is not there may be made.
        _ => {}
    }
    let file = nonblocking(options, link).open(path)?;
    // Asked again of what was opened, for the name may have passed to another file.
    if file.metadata()?.is_file() { Ok(file) } else { Err(not_plain()) }
}

fn not_plain() -> io::Error {
    io::Error::other(say!("not-a-plain-file"))
}

/// Sets flags so that opening neither blocks nor follows a refused link.
#[cfg(unix)]
fn nonblocking(options: &mut OpenOptions, link: Link) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = if link == Link::Refused { OFlags::NONBLOCK | OFlags::NOFOLLOW } else { OFlags::NONBLOCK };
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default())
}

#[cfg(not(unix))]
fn nonblocking(options: &mut OpenOptions, _: Link) -> &mut OpenOptions {
    options
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    /// Opens `name` for reading, as a file of our own, and for locking, and compares the results.
    #[track_caller]
    fn check(folder: &Path, name: &str, expected: [Result<(), &str>; 3]) {
        let path = folder.join(name);
        let said = |result: io::Result<()>| result.map_err(|error| error.to_string());
        let found = [bytes(&path).map(drop), own_bytes(&path).map(drop), open_or_create(&path).map(drop)].map(said);
        assert_eq!(found, expected.map(|one| one.map_err(str::to_owned)), "{name}");
    }

    #[test]
    fn only_regular_files_are_opened_without_blocking() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        crate::output::create(&path("plain")).expect("a file");
        symlink(path("plain"), path("link")).expect("a link");
        symlink(path("nowhere"), path("dangling")).expect("a link");
        fs::create_dir(path("folder")).expect("a folder");
        assert!(Command::new("mkfifo").arg(path("pipe")).status().expect("mkfifo runs").success());
        let (none, link) = ("No such file or directory (os error 2)", "it is a link; remove it");
        for (name, expected) in [
            ("plain", [Ok(()), Ok(()), Ok(())]),
            ("link", [Ok(()), Err(link), Err(link)]),
            ("dangling", [Err(none), Err(link), Err(link)]),
            ("folder", [Err("it is not a plain file"); 3]),
            ("pipe", [Err("it is not a plain file"); 3]),
            ("new", [Err(none), Ok(()), Ok(())]),
        ] {
            check(folder.path(), name, expected);
        }
        assert!(!path("nowhere").exists());
    }

    #[test]
    fn locking_keeps_the_file_content() {
        use std::io::Write;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        crate::output::create(&path).and_then(|mut file| file.write_all(b"kept")).expect("a file");
        open_or_create(&path).expect("opened");
        assert_eq!(bytes(&path).expect("read"), b"kept");
    }
}
