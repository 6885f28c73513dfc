//! The command `new`: a study file from a table.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use equifinal_ingest::{IngestErrors, Limits, preview};

use crate::args::New;
use crate::data_folder::read_within;
use crate::draft::{Source, draft};
use crate::failure::Failure;

/// Writes `configs/ID.yaml`, and the table to `data/ID/` unless it lies in `data/` already.
///
/// Overwrites nothing. Says what to do next.
pub(crate) fn new(args: &New) -> Result<String, Failure> {
    let id = &args.id;
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return Err(Failure::Usage(format!("`{id}` is no id: lower-case letters, digits and hyphens only")));
    }
    let config = Path::new("configs").join(format!("{id}.yaml"));
    if config.exists() {
        return Err(exists(&config));
    }
    let shown = args.from.display().to_string();
    let unreadable = |source| Failure::Read { path: args.from.clone(), source };
    let bytes = read_within(&args.from, Limits::default()).map_err(unreadable)?;
    let bytes = bytes.map_err(|error| IngestErrors::one(&shown, error))?;
    let preview = preview(&shown, &bytes)?;
    let (file, copy) = place(args)?;
    let source =
        Source { id, file: &file, preview: &preview, outcome: args.outcome.as_deref(), cases: args.cases.as_deref() };
    let text = draft(&source).map_err(|error| Failure::DataFile { file: shown, problem: error.to_string() })?;
    if let Some(copy) = &copy {
        create_new(copy, &bytes)?;
    }
    create_new(&config, text.as_bytes())?;
    let config = config.display();
    Ok(format!("{config}: written from {} cases\nnext: equifinal run {config}", preview.cases))
}

/// The table's name below `data/`, and where to copy it to get there.
fn place(args: &New) -> Result<(String, Option<PathBuf>), Failure> {
    let unreadable = |source| Failure::Read { path: args.from.clone(), source };
    let real = args.from.canonicalize().map_err(unreadable)?;
    if let Ok(data) = Path::new("data").canonicalize()
        && let Ok(inside) = real.strip_prefix(data)
    {
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        return Ok((parts.join("/"), None));
    }
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().map(|c| if c.is_control() || "\\:".contains(c) { '_' } else { c }).collect();
    let copy = Path::new("data").join(&args.id).join(&name);
    if copy.exists() {
        return Err(exists(&copy));
    }
    Ok((format!("{}/{name}", args.id), Some(copy)))
}

fn exists(path: &Path) -> Failure {
    Failure::Usage(format!("{}: exists already and is not overwritten", path.display()))
}

fn create_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let written = fs::create_dir_all(folder).and_then(|()| {
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => exists(path),
        _ => Failure::Write { path: path.to_owned(), source },
    })
}
