//! The command `new`: a study file from a table.

use crate::language::{spoken, tell};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use equifinal_engine::EngineError;
use equifinal_ingest::preview::Preview;
use equifinal_ingest::{
    Codebook, IngestError, IngestErrors, Origin, Source as Responses, fill_codebook, preview, read_codebook,
};
use equifinal_study::config::ItemKind;
use equifinal_study::message::{Message, Worded};
use equifinal_study::names::is_id;
use equifinal_study::say;

use crate::args::New;
use crate::cases_or_responses::{RowKind, row_kind};
use crate::data_folder::read_within;
use crate::draft::{Source, draft};
use crate::draft_survey::draft_survey;
use crate::failure::Failure;
use crate::limits::limits;
use crate::links::is_inside;
use crate::{plain_file, study_file, temporary, whole_file};

/// Writes `configs/ID.yaml`, and copies the table to `data/ID/` unless it is already below `data/`.
///
/// Overwrites nothing. Returns the next steps for the user.
pub(crate) fn new(args: &New) -> Result<String, Failure> {
    let id = &args.id;
    if !is_id(id) {
        return Err(Failure::Usage(tell!("new-id", id)));
    }
    let root = study_file::root();
    let config = root.join("configs").join(format!("{id}.yaml"));
    if config.exists() {
        return Err(exists(&config));
    }
    let bytes = read(args.file())?;
    let (file, copy) = place(args, &bytes)?;
    let (text, count, because) = match rows(args, &bytes)? {
        Rows::Responses(codebook, count, because) => {
            let text = draft_survey(id, &file, (&codebook, because.as_ref()), &bytes);
            (text, tell!("count-responses", count), because)
        }
        Rows::Cases(preview, because) => of_cases(args, &file, &preview, because)?,
    };
    for path in copy.iter().chain([&config]) {
        if !is_inside(&root, path).map_err(|source| Failure::Read { path: path.clone(), source })? {
            return Err(Failure::LeavesProject(path.clone()));
        }
        path.parent().into_iter().for_each(temporary::clear);
    }
    // A copy may be there from a run that was killed before it wrote the study.
    if let Some(copy) = copy.iter().find(|copy| !copy.exists()) {
        create_new(copy, &bytes)?;
    }
    let is_first = !root.join("configs").exists();
    create_new(&config, text.as_bytes())?;
    let config = config.display();
    let mut lines = vec![tell!("new-written", config, count)];
    lines.extend(because.map(|because| because.in_language(spoken())));
    lines.extend(copy.map(|copy| tell!("new-copy", copy = copy.display())));
    lines.push(tell!("new-next", config));
    if is_first {
        lines.push(tell!("new-init"));
    }
    Ok(lines.join("\n"))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |source| Failure::Read { path: path.to_owned(), source };
    let bytes = read_within(path).map_err(unreadable)?;
    Ok(bytes.map_err(|error| IngestErrors::one(&path.display().to_string(), error))?)
}

/// A study file for a table of cases, the number of cases, and why it is taken for one.
fn of_cases(
    args: &New,
    file: &str,
    preview: &Preview,
    because: Option<Message>,
) -> Result<(String, String, Option<Message>), Failure> {
    let shown = args.file().display().to_string();
    let (outcome, cases) = (args.outcome.as_deref(), args.cases.as_deref());
    let source = Source { id: &args.id, file, preview, outcome, because: because.as_ref(), cases };
    let text = draft(&source).map_err(|error| EngineError::DataFile { file: shown, problem: error.message() })?;
    Ok((text, tell!("count-cases", cases = preview.cases), because))
}

/// True if a table of cases may stand elsewhere in the file.
fn is_of_layout(error: &IngestError) -> bool {
    matches!(error, IngestError::Ragged { .. } | IngestError::Empty)
}

/// The meaning of the rows of a file, with the reason where it was in doubt.
enum Rows {
    /// Responses to a survey: its codebook, and their number.
    Responses(Box<Codebook>, usize, Option<Message>),
    /// Cases, with the columns of their table.
    Cases(Box<Preview>, Option<Message>),
}

/// The meaning of the rows of the file: responses if a platform exported it or a form explains it. Where the file gives labels
/// to codes, or cells hold the labels of a rating scale, its columns decide; where the command line names columns of
/// cases, or says that it is a survey, that does.
fn rows(args: &New, bytes: &[u8]) -> Result<Rows, Failure> {
    let shown = args.file().display().to_string();
    let cases = || Ok(Rows::Cases(Box::new(preview(&shown, bytes, limits())?), None));
    if args.outcome.is_some() || args.cases.is_some() {
        return cases();
    }
    // Some platforms write the form of export into the name of the file.
    let name = args.file().file_name().unwrap_or_default().to_string_lossy();
    let source = Responses { file: &name, id: None, format: None };
    let codebook = match read_codebook(&source, bytes, limits()) {
        Ok(codebook) => codebook,
        // Lines of several widths, or a blank first sheet: no export of a platform, but perhaps a table below a title.
        Err(found) if args.codebook.is_none() && found.errors.iter().all(is_of_layout) && !args.survey => {
            return cases();
        }
        Err(errors) => return Err(errors.into()),
    };
    let Origin::Responses { format, labelled, count } = codebook.origin else {
        let message = tell!("new-form", file = shown, detected = codebook.detected.to_string());
        return Err(Failure::Usage(message));
    };
    if let Some(form) = &args.codebook {
        let name = form.display().to_string();
        let form = read_codebook(&Responses { file: &name, id: None, format: None }, &read(form)?, limits())?;
        return Ok(Rows::Responses(Box::new(fill_codebook(form, &source, bytes, limits())?), count, None));
    }
    if format.is_some() || args.survey {
        return Ok(Rows::Responses(Box::new(codebook), count, None));
    }
    let is_rated = codebook.instrument.items.iter().any(|item| item.kind == ItemKind::Scale);
    if !labelled && !is_rated {
        return cases();
    }
    let preview = preview(&shown, bytes, limits())?;
    Ok(match row_kind(&codebook, &preview) {
        RowKind::Responses(why) => Rows::Responses(Box::new(codebook), count, Some(say!("taken-for-responses", why))),
        RowKind::Cases(why) => Rows::Cases(Box::new(preview), Some(say!("taken-for-cases", why))),
    })
}

/// The table's name relative to `data/`, and the target of the copy if one is needed.
fn place(args: &New, bytes: &[u8]) -> Result<(String, Option<PathBuf>), Failure> {
    let unreadable = |source| Failure::Read { path: args.file().to_owned(), source };
    let real = args.file().canonicalize().map_err(unreadable)?;
    let data = study_file::root().join("data");
    if let Ok(data) = data.canonicalize()
        && let Ok(inside) = real.strip_prefix(data)
    {
        let parts: Option<Vec<&str>> = inside.iter().map(OsStr::to_str).collect();
        let file = parts.map(|parts| parts.join("/")).filter(|file| !file.contains(unfit));
        return file.map(|file| (file, None)).ok_or_else(|| {
            let path = args.file().display();
            Failure::Usage(tell!("new-unnameable", path))
        });
    }
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let name = name.replace(unfit, "_");
    let copy = data.join(&args.id).join(&name);
    if copy.symlink_metadata().is_ok()
        && !plain_file::own_bytes(&copy).is_ok_and(|there| there.as_deref() == Some(bytes))
    {
        return Err(exists(&copy));
    }
    Ok((format!("{}/{name}", args.id), Some(copy)))
}

/// True if a character is not allowed in the name of a data file.
fn unfit(sign: char) -> bool {
    sign.is_control() || sign == '\\' || sign == ':'
}

fn exists(path: &Path) -> Failure {
    Failure::Usage(tell!("new-exists", path = path.display()))
}

fn create_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    whole_file::create(path, bytes).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => exists(path),
        _ => Failure::Write { path: path.to_owned(), source },
    })
}
