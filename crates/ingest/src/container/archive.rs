//! The guard before a zip archive: nothing is parsed before everything in it has been inflated once and counted.

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;

use super::archive_part;
use super::foreign::unreadable;
use crate::error::IngestError;
use crate::limits::Budget;
use crate::size::Size;

/// Bytes that any archive may inflate to, however small it is; the ratio speaks of what is beyond.
const SMALL: u64 = 1 << 20;

/// Bytes that an archive may inflate to, for each of its own.
const INFLATION: u64 = 200;

/// Entries of an archive.
const ENTRIES: usize = 1_000;

/// The entry that makes an archive an Excel workbook.
pub(super) const EXCEL: &str = "xl/workbook.xml";

/// The names of the entries of an archive that is safe to read, or why it is not.
///
/// Sizes are counted while inflating into nothing: those that the archive declares can be forged.
pub(super) fn entries(bytes: &[u8], budget: &Budget) -> Result<Vec<String>, IngestError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable("zip archive", error))?;
    if archive.len() > ENTRIES {
        return Err(IngestError::TooManyEntries { found: archive.len(), limit: ENTRIES });
    }
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let allowed = (budget.limits().memory / 4).min(packed.saturating_mul(INFLATION).max(SMALL));
    let mut left = allowed;
    let is_excel = archive.file_names().flatten().any(|name| name.eq_ignore_ascii_case(EXCEL));
    let mut names = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let name = archive.by_index_raw(index).and_then(|entry| Ok(entry.name()?.into_owned()));
        let name = name.map_err(|error| unreadable("zip archive", error))?;
        let entry = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(what) if what.contains("assword") => {
                IngestError::NotData { found: "an encrypted archive" }
            }
            error => unreadable("zip archive", error),
        })?;
        let mut counted = Counted { reader: entry.take(left.saturating_add(1)), bytes: 0 };
        let part = BufReader::new(&mut counted);
        let checked = if is_excel { archive_part::check(&name, part, budget) } else { Ok(()) };
        let rest = std::io::copy(&mut counted, &mut std::io::sink());
        left = left
            .checked_sub(counted.bytes)
            .ok_or_else(|| IngestError::Inflates { entry: name.clone(), limit: Size(allowed) })?;
        rest.map_err(|error| unreadable("zip archive", error))?;
        checked?;
        names.push(name);
    }
    Ok(names)
}

/// A reader that counts what is read from it.
struct Counted<R> {
    reader: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.bytes = self.bytes.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}
