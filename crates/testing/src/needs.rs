//! Requirements of tests beside the source, and the rule for absent ones.
//!
//! `TESTS_REQUIRE` in the environment lists requirements by the names of [`Need`], separated by spaces: a test that
//! lacks one of them fails. Tests that lack others are skipped with a message, which is also appended to the file named
//! by `TESTS_SKIPPED`; `just` prints that file at the end.

use std::fmt;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A requirement of a test beside the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Reference results of R and Python, in `../shared/golden` beside the project.
    Corpus,
    /// Chromium, Node.js and the packages of `crates/cli/tests/browser`.
    Browser,
    /// The command `git`.
    Git,
    /// The Typst compiler, which makes PDF.
    Typst,
    /// An emulator of processors of several kinds: `qemu-x86_64`.
    Processors,
    /// R: `Rscript`.
    R,
    /// A small separate volume that a test may fill: needs Linux and the right to mount.
    Volume,
}

impl fmt::Display for Need {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Corpus => "corpus",
            Self::Browser => "browser",
            Self::Git => "git",
            Self::Typst => "typst",
            Self::Processors => "processors",
            Self::R => "r",
            Self::Volume => "volume",
        })
    }
}

/// The value found for a requirement; `None` if it is absent (`Err` has the reason) and optional.
///
/// # Panics
///
/// If it is absent and listed in `TESTS_REQUIRE`.
#[track_caller]
#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a test that is skipped says so")]
pub fn or_skip<T>(need: Need, found: Result<T, String>) -> Option<T> {
    let lack = match found {
        Ok(found) => return Some(found),
        Err(lack) => lack,
    };
    let required = std::env::var("TESTS_REQUIRE").unwrap_or_default();
    assert!(!is_required(need, &required), "this test requires what is absent ({need}): {lack}");
    println!("skipped ({need}): {lack}");
    if let Some(list) = std::env::var_os("TESTS_SKIPPED") {
        let thread = std::thread::current();
        let line = format!("{need}: {lack} ({})\n", thread.name().unwrap_or("a test without a name"));
        let written = OpenOptions::new()
            .create(true)
            .append(true)
            .open(list)
            .and_then(|mut file| file.write_all(line.as_bytes()));
        assert!(written.is_ok(), "TESTS_SKIPPED names a file that cannot be written: {written:?}");
    }
    None
}

fn is_required(need: Need, required: &str) -> bool {
    required.split_whitespace().any(|name| name == need.to_string())
}

/// A file or folder of the reference corpus, read in place; `None` if the corpus is absent and optional.
///
/// # Panics
///
/// If the corpus exists without the file, or is absent and listed in `TESTS_REQUIRE`.
#[track_caller]
pub fn corpus(path: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/golden");
    let found = if root.is_dir() { Ok(root.join(path)) } else { Err(format!("there is no {}", root.display())) };
    let file = or_skip(Need::Corpus, found)?;
    assert!(file.exists(), "the corpus holds no {path}");
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_named_requirements_are_required() {
        for (required, expected) in
            [("", false), ("corpus", false), ("browser", true), ("corpus  browser", true), ("browsers", false)]
        {
            assert_eq!(is_required(Need::Browser, required), expected, "{required:?}");
        }
        assert_eq!(or_skip(Need::Browser, Ok(1)), Some(1));
    }

    #[test]
    fn missing_corpus_files_are_never_skipped() {
        if corpus("public").is_some() {
            assert!(std::panic::catch_unwind(|| corpus("public/none.json")).is_err());
        }
    }
}
