//! Replaces a folder by a new one.

use std::fs;
use std::io;
use std::path::Path;

/// Puts the folder `new` at `target`; an old one is afterwards where `new` was.
///
/// In one step if the system can exchange names, else by way of `aside`.
pub(crate) fn exchange(new: &Path, target: &Path, aside: &Path) -> io::Result<()> {
    if !target.exists() {
        return fs::rename(new, target);
    }
    if exchanged(new, target)? {
        return Ok(());
    }
    fs::rename(target, aside)?;
    if let Err(error) = fs::rename(new, target) {
        fs::rename(aside, target)?;
        return Err(error);
    }
    fs::remove_dir_all(aside)
}

/// True if the system exchanged the two in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchanged(new: &Path, target: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchanged(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_exchange_is_atomic() {
        for old in [false, true] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = |name: &str| folder.path().join(name);
            fs::create_dir_all(path("new/sub")).expect("a folder");
            if old {
                fs::create_dir(path("target")).expect("a folder");
            }
            exchange(&path("new"), &path("target"), &path("aside")).expect("exchanged");
            assert!(path("target/sub").is_dir());
            assert!(!path("aside").exists());
            assert!(!path("new/sub").exists());
        }
    }
}
