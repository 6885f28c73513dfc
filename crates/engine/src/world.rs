//! Access to the files of a study.

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

    /// The bytes of a file that the study file includes, by its name there (relative to the study file).
    ///
    /// # Errors
    /// The reason, to end the sentence "FILE cannot be included: …".
    fn included(&self, file: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no file `{file}`"))
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
    #[error("{0}")]
    Problem(String),
    /// It is larger than allowed.
    #[error(transparent)]
    Refused(#[from] IngestErrors),
}

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
            let names: Vec<&str> = self.files.keys().map(String::as_str).collect();
            Unreadable::Problem(format!("there is no such file; there are {}", names.join(", ")))
        })
    }

    fn included(&self, file: &str) -> Result<Vec<u8>, String> {
        self.files.get(file).cloned().ok_or_else(|| "there is no such file".to_owned())
    }
}
