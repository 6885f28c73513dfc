//! The folder of a report. Its manifest lists the files that a run wrote; all other files belong to the user and are
//! never removed.

use crate::language::tell;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use equifinal_study::config::Format;
use serde_json::Value;

use crate::plain_file::open;

/// The name of the file that lists the others.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The file of results, which a run with `--only results` writes without a manifest.
pub(crate) const RESULTS: &str = "results.json";

/// How the results begin.
const FORMAT: &str = "\"format\": \"equifinal/results/";
/// Number of bytes that are read.
const BEGINNING: u64 = 64;

/// Files that desktops and version control create.
const LITTER: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"];

/// Maximum number of files named in a message.
const NAMED: usize = 5;

/// True if a file is committed and compared; files that need optional tools are not.
pub(crate) fn is_compared(name: &str) -> bool {
    !name.rsplit('/').next().unwrap_or(name).starts_with('.')
        && !["pdf", "docx", "png"].iter().any(|ending| name.to_lowercase().ends_with(&format!(".{ending}")))
}

/// Files in the folder of a report that no run wrote.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unlisted {
    /// Their names, sorted, with forward slashes; folders without files end in one.
    pub(crate) files: Vec<String>,
    /// The folder has a manifest, which does not list them.
    has_manifest: bool,
}

impl Unlisted {
    /// The message for the user: the files and the remedy.
    pub(crate) fn message(&self) -> String {
        let named: Vec<String> = self.files.iter().take(NAMED).map(|file| format!("`{file}`")).collect();
        let more = match self.files.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => tell!("and-more", more),
        };
        let named = named.join(", ");
        if self.has_manifest {
            tell!("unlisted", named, more, manifest = MANIFEST)
        } else {
            tell!("no-manifest", named, more, manifest = MANIFEST)
        }
    }
}

/// The files in a folder that no run wrote; none if there is no folder.
pub(crate) fn unlisted(folder: &Path) -> io::Result<Unlisted> {
    unlisted_by(manifest(folder)?.as_ref(), folder)
}

/// As [`unlisted`] for a folder with this manifest, if any.
pub(crate) fn unlisted_by(manifest: Option<&Value>, folder: &Path) -> io::Result<Unlisted> {
    let mut listed = manifest.map(listed).unwrap_or_default();
    if manifest.is_none() && is_results(&folder.join(RESULTS))? {
        listed.insert(RESULTS.to_owned());
    }
    let mut files = Vec::new();
    collect(folder, "", &listed, &mut files)?;
    files.sort();
    Ok(Unlisted { files, has_manifest: manifest.is_some() })
}

/// Collects unlisted files. Links are not followed.
fn collect(folder: &Path, prefix: &str, listed: &BTreeSet<String>, files: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    let mut is_empty = true;
    for entry in entries {
        is_empty = false;
        let entry = entry?;
        let base = entry.file_name().to_string_lossy().into_owned();
        let name = format!("{prefix}{base}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), listed, files)?;
        } else if !listed.contains(&name) && !LITTER.contains(&base.as_str()) {
            files.push(name);
        }
    }
    if is_empty && !prefix.is_empty() && !listed.iter().any(|name| name.starts_with(prefix)) {
        files.push(prefix.to_owned());
    }
    Ok(())
}

/// The manifest of the report in a folder; `None` if there is none or it cannot be read.
fn manifest(folder: &Path) -> io::Result<Option<Value>> {
    let Some(text) = read(&folder.join(MANIFEST), u64::MAX)? else { return Ok(None) };
    let manifest = serde_json::from_slice::<Value>(&text).ok();
    Ok(manifest.filter(|manifest| manifest["format"].as_str().is_some_and(|is| is.starts_with("equifinal/manifest/"))))
}

/// The files written by the run that wrote this manifest. Files that are not compared are not listed individually: they
/// follow from the formats and languages.
fn listed(manifest: &Value) -> BTreeSet<String> {
    let outputs = manifest["outputs"].as_object();
    let mut files: BTreeSet<String> = outputs.into_iter().flatten().map(|(name, _)| name.clone()).collect();
    let names = |key: &str| {
        let names = manifest["report"][key].as_array().into_iter().flatten();
        names.filter_map(|name| name.as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let (formats, languages) = (names("formats"), names("languages"));
    let asked = |format: Format| formats.iter().any(|name| name == format.name());
    for format in [Format::Pdf, Format::Docx].into_iter().filter(|format| asked(*format)) {
        files.extend(languages.iter().map(|language| format!("report.{language}.{}", format.name())));
    }
    if asked(Format::Png) || asked(Format::Latex) {
        let figures = files.iter().filter_map(|name| name.strip_prefix("figures/")?.strip_suffix(".svg"));
        let pictures: Vec<String> = figures.map(|figure| format!("figures/{figure}.png")).collect();
        files.extend(pictures);
    }
    files.insert(MANIFEST.to_owned());
    files
}

/// True if a file begins like `results.json`.
fn is_results(file: &Path) -> io::Result<bool> {
    let beginning = read(file, BEGINNING)?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&beginning).contains(FORMAT))
}

/// At most `most` bytes of a file; `None` if it does not exist.
fn read(file: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    match open(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?.take(most).read_to_end(&mut bytes)?,
    };
    Ok(Some(bytes))
}
