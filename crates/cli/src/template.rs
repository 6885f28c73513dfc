//! Templates: those of the program, listed by `template`, and those of a study, read from `configs/templates/`.

use crate::language::tell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use equifinal_report::{MOST_BYTES, Templates, blocks, examples, known, templates};
use equifinal_study::config::Study;

use crate::args::TemplateCommand;
use crate::failure::Failure;
use crate::links::within;
use crate::plain_file::open;

/// Texts of templates by their files, relative to the folder of the study file.
pub(crate) type TemplateFiles = BTreeMap<String, String>;

/// Names the templates, or shows one.
pub(crate) fn template(command: &TemplateCommand) -> Result<String, Failure> {
    let of_program = || templates().into_iter().filter(|(name, _)| name.contains('.'));
    let names: Vec<&str> = examples().iter().map(|(name, _)| *name).chain(of_program().map(|(name, _)| name)).collect();
    match command {
        TemplateCommand::List => Ok(tell!(
            "templates",
            blocks = blocks().join(", "),
            known = known(),
            examples = examples().len(),
            names = names.join(", ")
        )),
        TemplateCommand::Show { name } => {
            let mut all = examples().into_iter().chain(of_program());
            let found = all.find(|(known, _)| known == name).map(|(_, text)| text.trim_end().to_owned());
            found.ok_or_else(|| Failure::Usage(tell!("no-template", name, names = names.join(", "))))
        }
    }
}

/// The templates that a study file names, and those in the same folder that they may include.
pub(crate) fn of_study(path: &Path, study: &Study) -> Result<TemplateFiles, Failure> {
    let report = &study.report;
    let mut texts = TemplateFiles::new();
    let named = report.blocks.iter().chain(&report.documents).map(|used| used.file.clone());
    let mut wanted: BTreeSet<String> = named.collect();
    if wanted.is_empty() {
        return Ok(texts);
    }
    let folder = path.parent().unwrap_or(Path::new("")).join("templates");
    let beside = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let names = beside.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let included = names.filter(|name| [".html", ".md", ".tex"].iter().any(|ending| name.ends_with(ending)));
    wanted.extend(included.filter(|name| !name.starts_with('.')).map(|name| format!("templates/{name}")));
    for file in wanted {
        let text = read(&folder, file.trim_start_matches("templates/")).map_err(|problem| Failure::Template {
            path: path.to_owned(),
            file: file.clone(),
            problem,
        })?;
        texts.insert(file, text);
    }
    Ok(texts)
}

/// The templates of a study with the clock that limits their run time.
pub(crate) fn timed(files: &TemplateFiles) -> Templates {
    Templates { files: files.clone(), clock }
}

/// The time since the first call.
#[expect(clippy::disallowed_methods, reason = "no result holds the time; it only ends templates that take too long")]
fn clock() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

/// A regular file of the folder. A file that is too large is cut after one byte more than allowed, so that the reader
/// reports it.
fn read(folder: &Path, name: &str) -> Result<String, String> {
    let message = |error: std::io::Error| tell!("cannot-be-read", error);
    let is_inside = within(folder.parent().unwrap_or(folder), folder).map_err(message)?.is_some();
    let Some(real) = within(folder, &folder.join(name)).map_err(message)?.filter(|_| is_inside) else {
        return Err(tell!("template-leaves"));
    };
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    open(&real).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(message)?;
    String::from_utf8(bytes).map_err(|_| tell!("not-utf8"))
}
