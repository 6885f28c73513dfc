//! Reading files of data, from their folder and from nowhere else.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use equifinal_engine::{EngineError, Unreadable, World};
use equifinal_ingest::{IngestError, IngestErrors, Limits};

use crate::failure::Failure;
use crate::limits::limits;
use crate::links::within;
use crate::plain_file::open;

/// The folder that a study's files of data are relative to.
#[derive(Debug, Clone)]
pub(crate) struct DataFolder {
    folder: PathBuf,
    /// The project that the folder lies in; none where the command line names the folder.
    project: Option<PathBuf>,
}

impl DataFolder {
    /// The folder that the command line names, wherever it lies.
    pub(crate) fn given(folder: PathBuf) -> Self {
        Self { folder, project: None }
    }

    /// The `data/` folder of a project.
    pub(crate) fn of_project(project: PathBuf) -> Self {
        Self { folder: project.join("data"), project: Some(project) }
    }

    /// The bytes of a file; `None` if it does not exist.
    pub(crate) fn read_if_there(&self, file: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self.folder.join(file).symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            _ => Ok(Some(self.data(file).map_err(|why| EngineError::unreadable(file, why))?)),
        }
    }
}

impl World for DataFolder {
    /// The bytes of a file. A link may lead to another file of the folder, never out of it.
    fn data(&self, file: &str) -> Result<Vec<u8>, Unreadable> {
        let absent = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => {
                Unreadable::Problem(format!("there is no such file in {}", self.folder.display()))
            }
            _ => Unreadable::Problem(format!("cannot be read: {error}")),
        };
        if let Some(project) = &self.project
            && within(project, &self.folder).map_err(absent)?.is_none()
        {
            let folder = self.folder.display();
            return Err(Unreadable::Problem(format!(
                "{folder} is a link that leaves the project; name the folder with --data"
            )));
        }
        let real = within(&self.folder, &self.folder.join(file)).map_err(absent)?;
        let leaves = "is a link that leaves the data folder; copy the file there";
        let bytes = read_within(&real.ok_or_else(|| Unreadable::Problem(leaves.to_owned()))?).map_err(absent)?;
        Ok(bytes.map_err(|error| IngestErrors::one(file, error))?)
    }

    fn limits(&self) -> Limits {
        limits()
    }
}

/// The bytes of a file of data, or the refusal of one that is too large.
pub(crate) fn read_within(path: &Path) -> io::Result<Result<Vec<u8>, IngestError>> {
    let file = open(path)?;
    let limits = limits();
    if let Err(error) = limits.check_bytes(file.metadata()?.len()) {
        return Ok(Err(error));
    }
    let mut bytes = Vec::new();
    file.take(limits.file() + 1).read_to_end(&mut bytes)?;
    Ok(limits.check_bytes(u64::try_from(bytes.len()).unwrap_or(u64::MAX)).map(|()| bytes))
}
