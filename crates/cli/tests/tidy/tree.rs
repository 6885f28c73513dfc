//! The files of the project, as in a clone.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// A file of the project.
pub(crate) struct File {
    /// The path from the root, with forward slashes.
    pub(crate) path: String,
    /// The content, where it is text.
    pub(crate) text: Option<String>,
    /// The size in bytes.
    pub(crate) bytes: usize,
}

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        root.canonicalize().expect("the project has a root")
    });
    &ROOT
}

/// Every file tracked by git, or without git (source archive) all but build outputs.
pub(crate) fn files() -> &'static [File] {
    static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
        let mut paths = tracked().unwrap_or_else(|| {
            let mut found = Vec::new();
            walk(root(), &mut found);
            found
        });
        paths.sort();
        paths.into_iter().filter_map(load).collect()
    });
    &FILES
}

/// Every text file, with its text.
pub(crate) fn texts() -> impl Iterator<Item = (&'static File, &'static str)> {
    files().iter().filter_map(|file| file.text.as_deref().map(|text| (file, text)))
}

/// The text of one file; empty if it does not exist, so that rules about its content fail.
pub(crate) fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_default()
}

fn tracked() -> Option<Vec<String>> {
    let listing = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().ok()?;
    let names = String::from_utf8(listing.stdout).ok()?;
    let paths: Vec<String> = names.split_terminator('\0').map(str::to_owned).collect();
    (listing.status.success() && !paths.is_empty()).then_some(paths)
}

fn walk(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if name != "target" && name != ".git" && !name.to_string_lossy().starts_with(".staging") {
                walk(&path, found);
            }
        } else if let Ok(inner) = path.strip_prefix(root()) {
            found.push(inner.to_string_lossy().replace('\\', "/"));
        }
    }
}

fn load(path: String) -> Option<File> {
    // A file that is tracked and just deleted breaks no rule.
    let content = std::fs::read(root().join(&path)).ok()?;
    let bytes = content.len();
    Some(File { path, text: String::from_utf8(content).ok(), bytes })
}
