//! Access to the files of a study.

use equifinal_study::language::Language;
use equifinal_study::message::{Message, Worded};
use equifinal_study::{display_in_english, say};
use std::collections::BTreeMap;

use equifinal_ingest::{IngestErrors, Limits};

use crate::stage::Stage;

/// Provides the bytes of files and receives progress. The engine itself opens no file.
pub trait World: Sync {
    /// The bytes of a file of data, by its name in the study file (relative to `data/`).
    ///
    /// # Errors
    /// The reason why they cannot be read.
    fn data(&self, file: &str) -> Result<Vec<u8>, Unreadable>;

    /// The bytes of a file that the study file includes or takes its style from (`styles/NAME.yaml`), by its name relative
    /// to the study file.
    ///
    /// # Errors
    /// The reason, to end the sentence "FILE cannot be included: …".
    fn included(&self, file: &str) -> Result<Vec<u8>, Message> {
        Err(say!("no-file-of-name", file))
    }

    /// The memory limit for reading one file.
    fn limits(&self) -> Limits {
        Limits::default()
    }

    /// Called when a stage begins.
    fn begins(&self, _stage: Stage) {}
}

/// The reason why a data file cannot be read.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Unreadable {
    /// It is absent, or may not be read: the problem and what to do.
    Problem(Message),
    /// It is larger than allowed.
    Refused(#[from] IngestErrors),
}

impl Worded for Unreadable {
    fn in_language(&self, language: Language) -> String {
        match self {
            Self::Problem(problem) => problem.in_language(language),
            Self::Refused(errors) => errors.in_language(language),
        }
    }
}

display_in_english!(Unreadable);

/// Files in memory: a world without a file system, for tests, notebooks and examples.
///
/// Data and included files are looked up by the names in the study file.
#[derive(Debug, Clone, Default)]
pub struct Files {
    files: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Adds a file, or replaces the one of this name.
    #[must_use]
    pub fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(name.to_owned(), bytes.into());
        self
    }
}

impl World for Files {
    fn data(&self, file: &str) -> Result<Vec<u8>, Unreadable> {
        let found = self.files.get(file).cloned();
        found.ok_or_else(|| {
            let names = Message::list(self.files.keys().map(Message::verbatim));
            Unreadable::Problem(say!("no-such-file-but", names))
        })
    }

    fn included(&self, file: &str) -> Result<Vec<u8>, Message> {
        self.files.get(file).cloned().ok_or_else(|| say!("no-such-file"))
    }
}
