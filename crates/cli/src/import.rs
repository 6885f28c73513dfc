//! The command `import`: a study file from a script of R, or the solution that another program printed.

use std::io;
use std::path::Path;

use equifinal_engine::Engine;
use equifinal_engine::printed::{identified, printed};
use equifinal_engine::r_import::{Imported, import_r};
use equifinal_ingest::preview;
use equifinal_study::message::Worded;

use crate::args::Import;
use crate::failure::Failure;
use crate::language::{spoken, tell};
use crate::limits::limits;
use crate::plain_file::bytes;
use crate::prepared::Prepared;
use crate::{study_file, whole_file};

/// The most bytes of a script.
const MOST: usize = 4 << 20;

/// Reads the script, writes the study file, and says what was assumed and what was not read.
pub(crate) fn import(args: &Import) -> Result<String, Failure> {
    let path = &args.file;
    let text = bytes(path).map_err(|source| Failure::Read { path: path.clone(), source })?;
    if text.len() > MOST {
        let source = io::Error::other(equifinal_study::say!("import-large", most = MOST >> 20));
        return Err(Failure::Read { path: path.clone(), source });
    }
    let text = String::from_utf8_lossy(&text);
    let text = text.trim_start_matches('\u{feff}');
    if let Some(study) = &args.study {
        return compared(text, study, path);
    }
    let id = match &args.id {
        Some(id) => id.clone(),
        None => id_of(path),
    };
    let root = study_file::root();
    let header = args.data.as_deref().and_then(|file| header(&root.join("data").join(file)));
    let found = import_r(text, &id, args.data.as_deref(), header.as_deref());
    let Some(Imported { study, assumed, unread }) = found else {
        return Err(Failure::Usage(tell!("import-nothing", path = path.display())));
    };
    let target = match &args.out {
        Some(out) => out.clone(),
        None => root.join("configs").join(format!("{id}.yaml")),
    };
    let yaml = serde_yaml::to_string(&study)
        .map_err(|error| Failure::Write { path: target.clone(), source: io::Error::other(error.to_string()) })?;
    let head = "# yaml-language-server: $schema=../schemas/study.schema.json\n";
    match whole_file::create(&target, format!("{head}{yaml}").as_bytes()) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Failure::Usage(tell!("import-there", path = target.display())));
        }
        Err(source) => return Err(Failure::Write { path: target, source }),
    }
    let mut lines = vec![tell!("import-written", path = target.display())];
    let list = |heading: String, items: Vec<String>| {
        let items = items.into_iter().map(|item| format!("  {item}"));
        std::iter::once(heading).chain(items).collect::<Vec<_>>()
    };
    lines.extend(list(tell!("import-assumed"), assumed.iter().map(|one| one.in_language(spoken())).collect()));
    if !unread.is_empty() {
        let said = |(line, reason): &(usize, equifinal_study::message::Message)| {
            format!("{}:{line}: {}", path.display(), reason.in_language(spoken()))
        };
        lines.extend(list(tell!("import-unread"), unread.iter().map(said).collect()));
    }
    let file = study["data"]["cases"]["file"].as_str().unwrap_or_default();
    lines.push(tell!("import-next", file, id));
    Ok(lines.join("\n"))
}

/// The solutions of a text, compared with those of a study.
fn compared(text: &str, study: &str, path: &Path) -> Result<String, Failure> {
    let found = printed(text);
    if found.is_empty() {
        return Err(Failure::Usage(tell!("import-no-solution", path = path.display())));
    }
    let study = study_file::find(study)?;
    let prepared = Prepared::of(&study, None, &[])?;
    let findings = Engine::default().findings(&prepared.study, &prepared.data)?;
    let said = found.iter().map(|one| {
        let lines: Vec<String> = identified(one, &findings).iter().map(|line| line.in_language(spoken())).collect();
        lines.join("\n  ")
    });
    Ok(said.collect::<Vec<_>>().join("\n"))
}

/// An id from the name of a file.
fn id_of(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let id: String = stem.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect();
    let id = id.trim_matches('-').to_owned();
    if id.is_empty() { "imported".to_owned() } else { id }
}

/// The columns of a file of data, if it is there and can be read.
fn header(path: &Path) -> Option<Vec<String>> {
    let bytes = bytes(path).ok()?;
    let found = preview(&path.display().to_string(), &bytes, limits()).ok()?;
    Some(found.columns.into_iter().map(|column| column.name).collect())
}
