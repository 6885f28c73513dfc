//! Reading files of data, from their folder and from nowhere else.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use equifinal_engine::{EngineError, Unreadable, World};
use equifinal_ingest::{IngestError, IngestErrors, Limits};
use equifinal_study::names::meant;

use crate::failure::{Failure, unread};
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

    /// The message for a file that is not there, with the file that is probably meant.
    fn absent(&self, file: &str) -> Message {
        let folder = self.folder.display();
        if !self.folder.is_dir() {
            return say!("no-data-folder", folder);
        }
        let mut there = Vec::new();
        list(&self.folder, "", &mut there);
        let parts = |path: &str| {
            let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
            (name.rsplit_once('.').map_or(name.clone(), |(stem, _)| stem.to_owned()), name)
        };
        let (stem, name) = parts(file);
        let inside = file.strip_prefix("data/").filter(|inside| there.iter().any(|other| other == inside));
        let same = |wanted: &dyn Fn(&str) -> bool| there.iter().find(|other| wanted(other)).map(String::as_str);
        let alike =
            inside.or_else(|| same(&|other| parts(other).1 == name)).or_else(|| same(&|other| parts(other).0 == stem));
        let hint = match alike {
            Some(other) => say!("did-you-mean", other),
            None => meant(file, there.iter().map(String::as_str)),
        };
        say!("no-file-in", folder, hint)
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        &self.folder
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
            io::ErrorKind::NotFound => Unreadable::Problem(self.absent(file)),
            _ => Unreadable::Problem(unread(&error)),
        };
        if let Some(project) = &self.project
            && within(project, &self.folder).map_err(absent)?.is_none()
        {
            let folder = self.folder.display();
            return Err(Unreadable::Problem(say!("data-folder-leaves", folder)));
        }
        let real = within(&self.folder, &self.folder.join(file)).map_err(absent)?;
        let bytes = read_within(&real.ok_or_else(|| Unreadable::Problem(say!("data-file-leaves")))?).map_err(absent)?;
        Ok(bytes.map_err(|error| IngestErrors::one(file, error))?)
    }

    fn limits(&self) -> Limits {
        limits()
    }
}

/// Files that are looked at in search of the one that is meant.
const MOST_LISTED: usize = 2_000;

/// Adds the files below a folder, in order, named from there; hidden ones and notes on origin are left out.
fn list(folder: &Path, within: &str, files: &mut Vec<String>) {
    let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if files.len() >= MOST_LISTED || name.starts_with('.') || name.ends_with(".md") {
            continue;
        }
        let path = if within.is_empty() { name } else { format!("{within}/{name}") };
        if is_folder {
            list(&entry.path(), &path, files);
        } else {
            files.push(path);
        }
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
