//! Reading files of data, from their folder and from nowhere else.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use equifinal_ingest::{IngestErrors, Limits};

use crate::digest::{Inputs, digest};
use crate::failure::Failure;

/// The folder that a study's files of data are relative to.
#[derive(Debug, Clone)]
pub(crate) struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder at this path.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// The bytes of a file; nothing where there is none.
    pub(crate) fn read_if_there(&self, file: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self.0.join(file).symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            _ => self.read(file).map(Some),
        }
    }

    /// The bytes of a file. A link may lead to another file of the folder, never out of it.
    pub(crate) fn read(&self, file: &str) -> Result<Vec<u8>, Failure> {
        let refuse = |problem: String| Failure::DataFile { file: file.to_owned(), problem };
        let path = self.0.join(file);
        let absent = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => refuse(format!("there is no such file in {}", self.0.display())),
            _ => refuse(format!("cannot be read: {error}")),
        };
        let real = path.canonicalize().map_err(absent)?;
        if !real.starts_with(self.0.canonicalize().map_err(absent)?) {
            return Err(refuse("is a link that leaves the data folder; copy the file there".to_owned()));
        }
        // Asked before opening, which would wait at a pipe, and of the path itself, from which all links are gone.
        if !real.symlink_metadata().map_err(absent)?.is_file() {
            return Err(refuse("is no plain file".to_owned()));
        }
        read_within(&real, Limits::default()).map_err(absent)?.map_err(|error| IngestErrors::one(file, error).into())
    }
}

/// The bytes of a file of data, its digest noted.
pub(crate) fn read_noting(folder: &DataFolder, file: &str, inputs: &RefCell<Inputs>) -> Result<Vec<u8>, Failure> {
    let bytes = folder.read(file)?;
    inputs.borrow_mut().insert(file.to_owned(), digest(&bytes));
    Ok(bytes)
}

/// The bytes of a file of data, or the refusal of one that is too large.
pub(crate) fn read_within(path: &Path, limits: Limits) -> io::Result<Result<Vec<u8>, equifinal_ingest::IngestError>> {
    let file = open(path)?;
    if let Err(error) = limits.check_bytes(file.metadata()?.len()) {
        return Ok(Err(error));
    }
    let mut bytes = Vec::new();
    file.take(limits.bytes + 1).read_to_end(&mut bytes)?;
    Ok(limits.check_bytes(u64::try_from(bytes.len()).unwrap_or(u64::MAX)).map(|()| bytes))
}

/// Opens a file for reading.
#[expect(clippy::disallowed_methods, reason = "this crate reads the files")]
pub(crate) fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}
