//! The guard before a zip archive: nothing is parsed before everything in it has been inflated once and counted.

use std::io::{Cursor, Read, Seek};

use zip::ZipArchive;

use super::unreadable;
use crate::error::IngestError;
use crate::limits::Limits;

/// Bytes that any archive may inflate to, however small it is; the ratio speaks of what is beyond.
const SMALL: u64 = 1 << 20;

/// The names of the entries of an archive that is safe to read, or why it is not.
///
/// Sizes are counted while inflating into nothing: those that the archive declares can be forged.
pub(super) fn entries(bytes: &[u8], limits: Limits) -> Result<Vec<String>, IngestError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable("zip archive", error))?;
    if archive.len() > limits.archive_entries {
        return Err(IngestError::TooManyEntries { found: archive.len(), limit: limits.archive_entries });
    }
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let allowed = limits.inflated.min(packed.saturating_mul(limits.inflation).max(SMALL));
    let mut left = allowed;
    let mut names = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let name = archive.by_index_raw(index).and_then(|entry| Ok(entry.name()?.into_owned()));
        let name = name.map_err(|error| unreadable("zip archive", error))?;
        let inflated = inflate(&mut archive, index, left)?;
        left =
            left.checked_sub(inflated).ok_or_else(|| IngestError::Inflates { entry: name.clone(), limit: allowed })?;
        names.push(name);
    }
    Ok(names)
}

/// How many bytes an entry inflates to; at most one more than `left` is inflated.
fn inflate<R: Read + Seek>(archive: &mut ZipArchive<R>, index: usize, left: u64) -> Result<u64, IngestError> {
    let entry = archive.by_index(index).map_err(|error| match error {
        zip::result::ZipError::UnsupportedArchive(what) if what.contains("assword") => {
            IngestError::NotData { found: "an encrypted archive" }
        }
        error => unreadable("zip archive", error),
    })?;
    let mut entry = entry.take(left.saturating_add(1));
    std::io::copy(&mut entry, &mut std::io::sink()).map_err(|error| unreadable("zip archive", error))
}
