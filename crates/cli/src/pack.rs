//! The command `pack`: a replication package of one study.
//!
//! The package is a project of its own: the study file with what it includes, its data without what is private, the
//! report that a run of these gives, an R script, and the papers. Packed again on the same day it has the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use equifinal_engine::package::{Entry, Package, Role, papers};
use equifinal_engine::{Engine, EngineError, Program, World};
use equifinal_ingest::{Emptied, Source, without_private};
use equifinal_study::text::Text;

use crate::archive::{put, zipped};
use crate::args::Pack;
use crate::check;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::tell;
use crate::plain_file::own_bytes;
use crate::prepared::Prepared;
use crate::progress::Progress;
use crate::run::one_study;
use crate::temporary::TemporaryFolder;
use crate::{print_error, say, study_file, whole_file};

/// The files of a package by their paths, with what they are.
type Files = BTreeMap<String, (Role, Vec<u8>)>;

/// Packs a study whose report is current; the exit code is that of `check` otherwise.
pub(crate) fn pack(args: &Pack, progress: &Progress) -> Exit {
    let packed =
        study_file::find(&args.study).and_then(|path| match check::message_of(&path, args.data.as_ref(), progress)? {
            (Exit::Stale, message) => {
                progress.aside(|| say(&message))?;
                Ok(Err(Exit::Stale))
            }
            // A package may hold a claim that does not hold: whoever packs it is to know.
            (Exit::ClaimBroken, message) => Ok(Ok(format!("{message}\n{}", packed(&path, args, progress)?))),
            _ => Ok(Ok(packed(&path, args, progress)?)),
        });
    match packed {
        Ok(Ok(message)) => match progress.aside(|| say(&message)) {
            Ok(()) => Exit::Fine,
            Err(failure) => failure.exit(),
        },
        Ok(Err(exit)) => exit,
        Err(failure) => {
            progress.aside(|| print_error(&failure.to_string()));
            failure.exit()
        }
    }
}

fn packed(path: &Path, args: &Pack, progress: &Progress) -> Result<String, Failure> {
    let prepared = Prepared::of(path, args.data.as_ref(), &[])?;
    let id = prepared.study.id.clone();
    let (mut files, emptied) = gathered(path, &prepared)?;
    let folder = TemporaryFolder::new().map_err(|source| written_to(Path::new(&id), source))?;
    let project = folder.path().join(&id);
    for (name, (_, bytes)) in &files {
        put(&project.join(name), bytes)?;
    }
    let own = project.join(format!("configs/{id}.yaml"));
    one_study(&own, true, progress)?;
    collect(&project, &project.join("reports").join(&id), Role::Report, &mut files)?;
    let again = Prepared::of(&own, None, &[])?;
    let found = Engine::default().run(&again.study, &[], &again.data)?;
    for (name, text) in found.exported(Program::R) {
        files.insert(format!("r/{name}"), (Role::Script, text.into_bytes()));
    }
    let entries: Vec<Entry> = files
        .iter()
        .map(|(path, (role, bytes))| Entry { path: path.clone(), size: bytes.len(), role: *role })
        .collect();
    let date = match &args.date {
        Some(date) => date.clone(),
        None => today(),
    };
    let language = prepared.study.report.languages.first().map_or("en", String::as_str);
    let package = Package {
        id: &id,
        title: words(&prepared.study.title, language),
        provenance: prepared.study.provenance.name(),
        sources: prepared.study.sources.iter().map(|source| words(source, language)).collect(),
        authors: &args.authors,
        licence: args.licence.as_deref(),
        date: &date,
        version: env!("CARGO_PKG_VERSION"),
        emptied: &emptied,
        seed: prepared.study.robustness.seed,
        entries: &entries,
    };
    let mut all: BTreeMap<String, Vec<u8>> = files.into_iter().map(|(name, (_, bytes))| (name, bytes)).collect();
    all.extend(papers(&package).into_iter().map(|(name, text)| (name, text.into_bytes())));
    let bytes = zipped(&id, &all).map_err(|source| written_to(Path::new(&id), source))?;
    let target = match &args.out {
        Some(target) => target.clone(),
        None => study_file::place(path, &format!("exports/{id}.zip"))?,
    };
    whole_file::replace(&target, |file| io::Write::write_all(file, &bytes))
        .map_err(|source| written_to(&target, source))?;
    let mut lines = vec![tell!("pack-written", path = target.display(), count = all.len(), size = bytes.len() / 1024)];
    lines.extend(emptied.iter().map(|column| tell!("pack-emptied", column)));
    lines.push(tell!("pack-next", path = target.display()));
    Ok(lines.join("\n"))
}

fn written_to(path: &Path, source: io::Error) -> Failure {
    Failure::Write { path: path.to_owned(), source }
}

/// The study file, the files that it includes, its templates, its registered plan, and its data without what is private;
/// the columns that were emptied.
fn gathered(path: &Path, prepared: &Prepared) -> Result<(Files, Vec<String>), Failure> {
    let (mut files, mut emptied) = (Files::new(), Vec::new());
    let id = &prepared.study.id;
    let bytes = own_bytes(path).map_err(|source| Failure::Read { path: path.to_owned(), source })?.unwrap_or_default();
    files.insert(format!("configs/{id}.yaml"), (Role::Study, bytes));
    for (name, bytes) in study_file::included(path)? {
        files.insert(format!("configs/{name}"), (Role::Study, bytes));
    }
    for (name, text) in &prepared.templates {
        files.insert(format!("configs/{name}"), (Role::Study, text.clone().into_bytes()));
    }
    let registered = path.parent().unwrap_or(Path::new("")).join("registered");
    for ending in ["plan.json", "ledger.jsonl"] {
        let name = format!("{id}.{ending}");
        if let Ok(Some(bytes)) = own_bytes(&registered.join(&name)) {
            files.insert(format!("configs/registered/{name}"), (Role::Study, bytes));
        }
    }
    for file in prepared.study.data_files() {
        let bytes = prepared.data.data(file).map_err(|why| EngineError::unreadable(file, why))?;
        let (bytes, columns) = public(file, bytes, prepared)?;
        emptied.extend(columns.into_iter().map(|column| format!("{file}: {column}")));
        files.insert(format!("data/{file}"), (Role::Data, bytes));
    }
    Ok((files, emptied))
}

/// A file of data without what any survey on it has as private, and the columns that were emptied: several tables of a
/// study may read one file, each with its own codebook.
fn public(file: &str, mut bytes: Vec<u8>, prepared: &Prepared) -> Result<(Vec<u8>, BTreeSet<String>), Failure> {
    let mut emptied = BTreeSet::new();
    for table in prepared.study.tables.iter().filter(|table| table.file == file) {
        for survey in prepared.study.surveys.iter().filter(|survey| survey.table == table.name) {
            let source = Source { file, id: table.id.as_deref(), format: table.format.as_deref() };
            let found = without_private(&source, &bytes, &survey.instrument, prepared.data.limits());
            match found.map_err(EngineError::from)? {
                Emptied::Public => {}
                Emptied::Text(text, columns) => {
                    bytes = text;
                    emptied.extend(columns);
                }
                Emptied::NotText(columns) => {
                    let columns = columns.join(", ");
                    return Err(Failure::Usage(tell!("pack-private", file, columns)));
                }
            }
        }
    }
    Ok((bytes, emptied))
}

/// Takes up every file below a folder.
fn collect(project: &Path, folder: &Path, role: Role, files: &mut Files) -> Result<(), Failure> {
    let failed = |source| Failure::Read { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            collect(project, &path, role, files)?;
        } else if let Ok(inside) = path.strip_prefix(project) {
            let bytes = own_bytes(&path).map_err(failed)?.unwrap_or_default();
            files.insert(inside.to_string_lossy().replace('\\', "/"), (role, bytes));
        }
    }
    Ok(())
}

/// A text of the study in a language, or in another that has it.
fn words(text: &Text, language: &str) -> String {
    text.in_language(language).map_or_else(String::new, |text| text.words.to_owned())
}

/// The day in UTC, `YYYY-MM-DD`.
#[expect(clippy::disallowed_methods, reason = "this crate reads the clock")]
fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    equifinal_ingest::day(i64::try_from(since / 86_400).unwrap_or_default())
}
