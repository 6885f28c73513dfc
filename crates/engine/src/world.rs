//! Where a study's files come from.

use std::collections::BTreeMap;

use equifinal_ingest::{IngestErrors, Limits};

use crate::stage::Stage;

/// Gives the engine the bytes of files, and hears how far it is. The engine opens no file itself.
pub trait World: Sync {
    /// The bytes of a file of data, by its name in the study file (relative to `data/`).
    ///
    /// # Errors
    /// Why they cannot be had.
    fn data(&self, file: &str) -> Result<Vec<u8>, Unreadable>;

    /// The bytes of a file that the study file includes, by its name there (relative to the study file).
    ///
    /// # Errors
    /// Why they cannot be had, in words that end the sentence "FILE cannot be included: …".
    fn included(&self, file: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no file `{file}`"))
    }

    /// How much memory reading one file may take.
    fn limits(&self) -> Limits {
        Limits::default()
    }

    /// A stage begins.
    fn begins(&self, _stage: Stage) {}
}

/// Why a file of data cannot be read.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Unreadable {
    /// It is absent, or may not be read: the problem and what to do.
    #[error("{0}")]
    Problem(String),
    /// It holds more than may be read.
    #[error(transparent)]
    Refused(#[from] IngestErrors),
}

/// Files in memory: a world without a file system, for tests, notebooks and examples.
///
/// Data and included files are found by the names that the study file uses for them.
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
