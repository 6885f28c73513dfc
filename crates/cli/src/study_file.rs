//! Finds a study by path or id, and the folders that belong to it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use equifinal_study::config::Study;
use equifinal_studyfile::parse::{normal_form, parse_with};
use serde_json::Value;

use crate::data_folder::DataFolder;
use crate::failure::Failure;
use crate::links::{is_inside, within};
use crate::shared_file::{bytes_of_study, shared};

/// Reads and checks the study file at this path, with the shared files that it includes.
pub(crate) fn read(path: &Path) -> Result<Study, Failure> {
    Ok(read_with_normal_form(path)?.0)
}

/// Reads and checks the study file at this path; also returns its normal form.
pub(crate) fn read_with_normal_form(path: &Path) -> Result<(Study, Value), Failure> {
    let unread = |source| Failure::Read { path: path.to_owned(), source };
    if within(&project(path)?, path).map_err(unread)?.is_none() {
        return Err(unread(io::Error::other("it is a link that leaves the project; copy the file there")));
    }
    let bytes = bytes_of_study(path).map_err(unread)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let (name, resolve) = (path.display().to_string(), |file: &str| shared(folder, file));
    Ok((parse_with(&name, &bytes, &resolve)?, normal_form(&name, &bytes, &resolve)?))
}

/// The file of a study: a path, or the id of a study in `configs/`.
pub(crate) fn find(study: &str) -> Result<PathBuf, Failure> {
    let path = PathBuf::from(study);
    if path.exists() || path.components().count() > 1 || path.extension().is_some() {
        return Ok(path);
    }
    let named = Path::new("configs").join(format!("{study}.yaml"));
    if named.exists() {
        return Ok(named);
    }
    let has_id = |file: &PathBuf| read(file).is_ok_and(|read| read.id == study);
    every()
        .into_iter()
        .find(has_id)
        .ok_or_else(|| Failure::Usage(format!("`{study}` is neither a study file nor the id of a study in configs/")))
}

/// The files of these studies, each a path or an id; all studies in `configs/` if the list is empty.
pub(crate) fn all(studies: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let files =
        if studies.is_empty() { every() } else { studies.iter().map(|study| find(study)).collect::<Result<_, _>>()? };
    if files.is_empty() {
        return Err(Failure::Usage("there is no study in configs/: name a study file".to_owned()));
    }
    Ok(files)
}

/// The study files in `configs/`, by name.
fn every() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir("configs").into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    files
}

/// The folder of a study's data: as given, else `data/` of its project.
pub(crate) fn data_folder(study: &Path, given: Option<&PathBuf>) -> Result<DataFolder, Failure> {
    Ok(match given {
        Some(folder) => DataFolder::given(folder.clone()),
        None => DataFolder::of_project(project(study)?),
    })
}

/// The folder that holds `data/` and `reports/`: the one that holds `configs/`, or for a study file elsewhere the
/// one that holds the file.
pub(crate) fn project(study: &Path) -> Result<PathBuf, Failure> {
    let absolute = std::path::absolute(study).map_err(|source| Failure::Read { path: study.to_owned(), source })?;
    let folder = study.parent().unwrap_or(Path::new(""));
    Ok(match (absolute.parent().and_then(Path::file_name), folder.parent()) {
        (Some(name), Some(parent)) if name == "configs" && folder.ends_with(name) => parent.to_owned(),
        (Some(name), _) if name == "configs" => folder.join(".."),
        _ => folder.to_owned(),
    })
}

/// A path inside the project of a study, checked so that no link leads out of the project.
pub(crate) fn place(study: &Path, path: &str) -> Result<PathBuf, Failure> {
    let project = project(study)?;
    let place = project.join(path);
    match is_inside(&project, &place) {
        Ok(true) => Ok(place),
        Ok(false) => Err(Failure::LeavesProject(place)),
        Err(source) => Err(Failure::Read { path: place, source }),
    }
}
