//! Links inside a folder are followed only to targets inside it, so a project from elsewhere cannot read or change
//! anything outside its folder.

use std::io;
use std::path::{Path, PathBuf};

/// The path with all links resolved; `None` if it is outside `folder`.
pub(crate) fn within(folder: &Path, path: &Path) -> io::Result<Option<PathBuf>> {
    let (folder, path) = (named(folder).canonicalize()?, named(path).canonicalize()?);
    Ok(path.starts_with(folder).then_some(path))
}

/// True if a write to `path`, which need not exist, stays inside `folder`.
pub(crate) fn is_inside(folder: &Path, path: &Path) -> io::Result<bool> {
    let there = path.ancestors().find(|part| named(part).symlink_metadata().is_ok()).unwrap_or(folder);
    match within(folder, there) {
        // A link to nothing: what is written through it would lie somewhere else.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        found => Ok(found?.is_some()),
    }
}

/// The folder that contains a path; the working folder for a path of one part.
fn named(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_followed_only_inside_the_folder() {
        let around = tempfile::tempdir().expect("a folder");
        let folder = around.path().join("project");
        fs::create_dir_all(folder.join("data/deep")).expect("a folder");
        fs::create_dir(around.path().join("beside")).expect("a folder");
        for (to, name) in [("data", "inner"), ("../beside", "outer"), ("nowhere", "dangling"), ("../project", "round")]
        {
            symlink(to, folder.join(name)).expect("a link");
        }
        for (path, reads, writes) in [
            ("data", Some(true), true),
            ("inner", Some(true), true),
            ("inner/deep", Some(true), true),
            ("round/data", Some(true), true),
            ("inner/new/er", None, true),
            ("outer", Some(false), false),
            ("outer/new", None, false),
            ("dangling", None, false),
            ("../beside", Some(false), false),
        ] {
            assert_eq!(within(&folder, &folder.join(path)).ok().map(|found| found.is_some()), reads, "{path}");
            assert_eq!(is_inside(&folder, &folder.join(path)).ok(), Some(writes), "{path}");
        }
    }
}
