//! Checks a zip archive before parsing: every entry is inflated once and counted.

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;

use super::archive_part;
use super::foreign::unreadable;
use crate::error::IngestError;
use crate::limits::Budget;
use crate::size::Size;

/// Inflated bytes that are always allowed; the ratio applies beyond.
const SMALL: u64 = 1 << 20;

/// Maximum ratio of inflated to compressed bytes.
const INFLATION: u64 = 200;

/// Maximum number of entries in an archive.
const ENTRIES: usize = 1_000;

/// The entry that makes an archive an Excel workbook.
pub(super) const EXCEL: &str = "xl/workbook.xml";

/// The names of the entries of a safe archive.
///
/// Sizes are counted by inflating without storing, because declared sizes can be forged.
pub(super) fn entries(bytes: &[u8], budget: &Budget) -> Result<Vec<String>, IngestError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable("container-zip", error))?;
    if archive.len() > ENTRIES {
        return Err(IngestError::TooManyEntries { found: archive.len(), limit: ENTRIES });
    }
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let by_memory = budget.limits().memory / 4;
    let by_size = packed.saturating_mul(INFLATION).max(SMALL);
    let allowed = by_memory.min(by_size);
    let mut left = allowed;
    let is_excel = archive.file_names().flatten().any(|name| name.eq_ignore_ascii_case(EXCEL));
    let mut names = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let name = archive.by_index_raw(index).and_then(|entry| Ok(entry.name()?.into_owned()));
        let name = name.map_err(|error| unreadable("container-zip", error))?;
        let entry = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(what) if what.contains("assword") => {
                IngestError::NotData { found: "found-encrypted-archive" }
            }
            error => unreadable("container-zip", error),
        })?;
        let mut counted = Counted { reader: entry.take(left.saturating_add(1)), bytes: 0 };
        let part = BufReader::new(&mut counted);
        let checked = if is_excel { archive_part::check(&name, part, budget) } else { Ok(()) };
        let rest = std::io::copy(&mut counted, &mut std::io::sink());
        left = left.checked_sub(counted.bytes).ok_or_else(|| match by_memory < by_size {
            true => budget.spend(),
            false => IngestError::Inflates { entry: name.clone(), limit: Size(allowed) },
        })?;
        rest.map_err(|error| unreadable("container-zip", error))?;
        checked?;
        names.push(name);
    }
    Ok(names)
}

/// A reader that counts the bytes read.
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
