//! Mutation of what a zip archive holds: a byte changed in the archive itself only breaks its checksums.

use std::io::{Cursor, Read, Write};

use libfuzzer_sys::fuzzer_mutate;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Parts of an archive in which one is mutated.
const PARTS: usize = 40;

/// Bytes of a part that are mutated.
const PART: u64 = 1 << 18;

/// Changes bytes in a part of an archive seven times of eight, else, and in anything that is no archive, bytes of the
/// whole; the new size.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let part = usize::try_from(seed >> 3).unwrap_or_default();
    let changed = data.get(..size).filter(|_| seed % 8 != 0).and_then(|bytes| within(bytes, part));
    match changed.as_deref().and_then(|bytes| Some((bytes, data.get_mut(..bytes.len().min(max_size + 1))?))) {
        Some((bytes, room)) if bytes.len() <= max_size => {
            room.copy_from_slice(bytes);
            bytes.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
}

/// The archive with one part mutated.
fn within(bytes: &[u8], part: usize) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = part.checked_rem(archive.len()).filter(|_| archive.len() <= PARTS)?;
    let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let entry = archive.by_index(at).ok()?;
        changed.start_file(entry.name().ok()?.into_owned(), SimpleFileOptions::default()).ok()?;
        let mut content = Vec::new();
        entry.take(PART).read_to_end(&mut content).ok()?;
        if at == chosen {
            let (size, most) = (content.len(), content.len() + 256);
            content.resize(most, 0);
            let size = fuzzer_mutate(&mut content, size, most);
            content.truncate(size);
        }
        changed.write_all(&content).ok()?;
    }
    Some(changed.finish().ok()?.into_inner())
}
