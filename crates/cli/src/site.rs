//! `index.html` of a folder of reports, written from the manifests of the reports.
//!
//! `.state/index.html.json` beside them records what it was made from, so that a run that changes nothing need not make
//! it again.

use crate::language::tell;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use equifinal_report::{Listed, ReportError, site};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::failure::Failure;
use crate::fingerprint::fingerprint;
use crate::output::{self, Output};
use crate::plain_file::own_bytes;
use crate::report_folder::MANIFEST;
use crate::unchanged::{BUILD, place};
use crate::whole_file;

/// The file's name.
pub(crate) const INDEX: &str = "index.html";

/// The record of the page: its origin and its content when it was last written or found current.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct State {
    build: String,
    /// The fingerprint of the names and manifests of the reports.
    manifests: String,
    /// The fingerprint of the page.
    page: String,
}

impl State {
    fn of(manifests: &[(String, Vec<u8>)], page: &[u8]) -> Self {
        let each: Vec<[String; 2]> =
            manifests.iter().map(|(name, manifest)| [name.clone(), fingerprint(manifest)]).collect();
        let manifests = fingerprint(json!(each).to_string().as_bytes());
        Self { build: BUILD.to_owned(), manifests, page: fingerprint(page) }
    }
}

/// Writes the page of the reports in a folder, unless it is as recorded.
pub(crate) fn write(reports: &Path) -> Result<(), Failure> {
    let manifests = manifests(reports).map_err(|source| Failure::Read { path: reports.to_owned(), source })?;
    let there = own_bytes(&reports.join(INDEX)).ok().flatten();
    let place = place(&reports.join(INDEX));
    let recorded = own_bytes(&place).ok().flatten().and_then(|state| serde_json::from_slice::<State>(&state).ok());
    if let (Some(there), Some(recorded)) = (&there, recorded)
        && State::of(&manifests, there) == recorded
    {
        return Ok(());
    }
    let listed = listed(reports, &manifests);
    let page = site(&listed)?.into_bytes();
    if there.as_ref() != Some(&page) {
        output::replace_file(reports, INDEX, |to| Ok(to.write_all(&page).map_err(ReportError::Write)?))?;
    }
    // A report that cannot be listed is named again by every run.
    if listed.len() < manifests.len() || !place.parent().is_some_and(Path::is_dir) {
        return Ok(());
    }
    let state = serde_json::to_vec(&State::of(&manifests, &page)).unwrap_or_default();
    whole_file::replace(&place, |file| file.write_all(&state)).map_err(|source| Failure::Write { path: place, source })
}

/// The index page for the reports that are in a folder.
pub(crate) fn index(reports: &Path) -> Result<Output, Failure> {
    let manifests = manifests(reports).map_err(|source| Failure::Read { path: reports.to_owned(), source })?;
    Ok((INDEX.to_owned(), site(&listed(reports, &manifests))?.into_bytes()))
}

/// The manifests of the reports in a folder, by the reports' names; folders without one and temporary folders are skipped.
fn manifests(reports: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut manifests = Vec::new();
    for folder in fs::read_dir(reports)? {
        let folder = folder?;
        let name = folder.file_name().to_string_lossy().into_owned();
        // A link may lead anywhere: it is not followed.
        if name.starts_with('.') || !folder.file_type()?.is_dir() {
            continue;
        }
        if let Ok(Some(manifest)) = own_bytes(&folder.path().join(MANIFEST)) {
            manifests.push((name, manifest));
        }
    }
    manifests.sort();
    Ok(manifests)
}

/// The reports with these manifests.
fn listed(reports: &Path, manifests: &[(String, Vec<u8>)]) -> Vec<Listed> {
    let listed = manifests.iter().filter_map(|(name, manifest)| {
        let one = Listed::read(name, manifest);
        if one.is_none() {
            tracing::warn!("{}", tell!("not-listed", folder = reports.join(name).display(), index = INDEX));
        }
        one
    });
    listed.collect()
}
