//! `index.html` of a folder of reports, written from the manifests of the reports.

use crate::language::tell;
use std::fs;
use std::io;
use std::path::Path;

use equifinal_report::{Listed, ReportError, site};

use crate::failure::Failure;
use crate::output::{self, Output};
use crate::plain_file::own_bytes;
use crate::report_folder::MANIFEST;

/// The file's name.
pub(crate) const INDEX: &str = "index.html";

/// Writes the page of the reports in a folder.
pub(crate) fn write(reports: &Path) -> Result<(), Failure> {
    let index = index(reports)?;
    let is_there = own_bytes(&reports.join(INDEX)).is_ok_and(|there| there.as_ref() == Some(&index.1));
    if is_there {
        Ok(())
    } else {
        output::replace_file(reports, INDEX, |to| Ok(to.write_all(&index.1).map_err(ReportError::Write)?))
    }
}

/// The index page for the reports that are in a folder.
pub(crate) fn index(reports: &Path) -> Result<Output, Failure> {
    let listed = listed(reports).map_err(|source| Failure::Read { path: reports.to_owned(), source })?;
    Ok((INDEX.to_owned(), site(&listed)?.into_bytes()))
}

/// The reports in a folder, by name; folders without a report and temporary folders are skipped.
fn listed(reports: &Path) -> io::Result<Vec<Listed>> {
    let mut listed = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(reports)?.collect::<io::Result<_>>()?;
    folders.sort_by_key(fs::DirEntry::file_name);
    for folder in folders {
        let name = folder.file_name().to_string_lossy().into_owned();
        // A link may lead anywhere: it is not followed.
        if name.starts_with('.') || !folder.file_type()?.is_dir() {
            continue;
        }
        if let Ok(Some(manifest)) = own_bytes(&folder.path().join(MANIFEST)) {
            match Listed::read(&name, &manifest) {
                Some(one) => listed.push(one),
                None => tracing::warn!("{}", tell!("not-listed", folder = folder.path().display(), index = INDEX)),
            }
        }
    }
    Ok(listed)
}
