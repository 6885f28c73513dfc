//! Finds a study by path or id, and the folders that belong to it.

use crate::language::tell;
use equifinal_study::say;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use equifinal_study::config::Study;
use equifinal_study::names::meant;
use equifinal_studyfile::parse::{normal_form, parse_with_normal_form};
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
        return Err(unread(io::Error::other(say!("study-leaves"))));
    }
    let bytes = bytes_of_study(path).map_err(unread)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let (name, resolve) = (path.display().to_string(), |file: &str| shared(folder, file));
    Ok(parse_with_normal_form(&name, &bytes, &resolve)?)
}

/// The files that the study at this path includes, by their names relative to it.
pub(crate) fn included(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let bytes = bytes_of_study(path).map_err(|source| Failure::Read { path: path.to_owned(), source })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let found = RefCell::new(BTreeMap::new());
    let resolve = |file: &str| {
        let bytes = shared(folder, file)?;
        found.borrow_mut().insert(file.to_owned(), bytes.clone());
        Ok(bytes)
    };
    parse_with_normal_form(&path.display().to_string(), &bytes, &resolve)?;
    Ok(found.into_inner())
}

/// The file of a study: a path, or in the project around the working folder a file name or the id of a study.
pub(crate) fn find(study: &str) -> Result<PathBuf, Failure> {
    let path = PathBuf::from(study);
    // What is not a regular file is refused when it is read.
    if path.exists() && !path.is_dir() {
        return if is_study(&path) { Ok(path) } else { Err(no_study(&path)) };
    }
    let root = root();
    let files = every(&root);
    let names =
        [root.join(study), root.join("configs").join(study), root.join("configs").join(format!("{study}.yaml"))];
    let named = names.into_iter().find(|file| file.is_file() && is_study(file));
    let found = named.or_else(|| files.iter().find(|file| id(file).as_deref() == Some(study)).cloned());
    found.ok_or_else(|| absent(study, &files))
}

/// The failure for a study that is not there, with the study that is probably meant.
fn absent(study: &str, files: &[PathBuf]) -> Failure {
    let path = Path::new(study);
    if path.is_dir() {
        let folder = path.display();
        let message = tell!("study-is-folder", folder);
        return Failure::Usage(message);
    }
    if files.is_empty() {
        let message = tell!("no-project");
        return Failure::Usage(tell!("study-why", study, message));
    }
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut known: Vec<String> = files.iter().map(|file| stem(file)).collect();
    known.extend(files.iter().filter_map(|file| id(file)));
    let hint = meant(&stem(path), known.iter().map(String::as_str));
    if path.components().count() > 1 || path.extension().is_some() {
        return Failure::Usage(tell!("no-study-file", study, hint));
    }
    Failure::Usage(tell!("neither-study", study, hint))
}

/// True if the name of a file is that of a study file.
fn is_study(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    matches!(extension.as_str(), "yaml" | "yml" | "")
}

/// The failure for a file that is not a study.
fn no_study(path: &Path) -> Failure {
    let file = path.display();
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_plain = |sign: char| sign.is_alphanumeric() || sign == '-';
    let id = if id.chars().all(is_plain) { id.to_lowercase() } else { "my-study".to_owned() };
    let message = match path.extension().and_then(|extension| extension.to_str()) {
        Some("R" | "r" | "do" | "sps" | "py") => tell!("study-is-program"),
        Some("docx" | "pdf" | "html" | "md" | "tex") => {
            tell!("study-is-document")
        }
        _ => tell!("study-is-data", id, file),
    };
    Failure::Usage(tell!("file-why", file, message))
}

/// The id of a study, also of one with mistakes; nothing if the file is not YAML.
fn id(path: &Path) -> Option<String> {
    let bytes = bytes_of_study(path).ok()?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let form = normal_form(&path.display().to_string(), &bytes, &|file| shared(folder, file)).ok()?;
    form.get("id").and_then(Value::as_str).map(str::to_owned)
}

/// The files of these studies, each a path or an id; all studies of the project if the list is empty.
pub(crate) fn all(studies: &[String]) -> Result<Vec<PathBuf>, Failure> {
    if !studies.is_empty() {
        return studies.iter().map(|study| find(study)).collect();
    }
    let files = every(&root());
    if files.is_empty() {
        return Err(Failure::Usage(tell!("no-study")));
    }
    Ok(files)
}

/// The folder of the project around the working folder: the nearest, from there upwards, that holds `configs/`; the
/// working folder if there is none.
pub(crate) fn root() -> PathBuf {
    let mut folder = PathBuf::new();
    let depth = std::path::absolute(".").map_or(0, |here| here.components().count());
    for _ in 0..depth {
        if folder.join("configs").is_dir() {
            return folder;
        }
        folder.push("..");
    }
    PathBuf::new()
}

/// The study files in `configs/` of a project, by name.
fn every(root: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(root.join("configs")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
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
    let folder = study.parent().unwrap_or(Path::new(""));
    Ok(match folder.parent() {
        _ if !is_in_project(study)? => folder.to_owned(),
        Some(parent) if folder.ends_with("configs") => parent.to_owned(),
        _ => folder.join(".."),
    })
}

/// True if a study file lies in the `configs/` of a project, wherever the program was started.
pub(crate) fn is_in_project(study: &Path) -> Result<bool, Failure> {
    let absolute = std::path::absolute(study).map_err(|source| Failure::Read { path: study.to_owned(), source })?;
    Ok(absolute.parent().is_some_and(|folder| folder.ends_with("configs")))
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
