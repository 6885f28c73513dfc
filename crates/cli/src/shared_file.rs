//! Reads study files, and the shared files and styles in their folder, and nothing outside it.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::io::{self, Read};
use std::path::Path;

use equifinal_studyfile::parse::MAX_BYTES;

use crate::links::within;
use crate::plain_file::open;

/// The bytes of a file that a study in `folder` includes: `shared/…` or `styles/…`. A link may only lead to another file
/// of the same folder.
pub(crate) fn shared(folder: &Path, file: &str) -> Result<Vec<u8>, Message> {
    let absent = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => say!("no-file-in", folder = shown(folder), hint = ""),
        _ => say!("it-cannot-be-read", error),
    };
    let name = file.split('/').next().unwrap_or_default();
    let beside = folder.join(name);
    let is_inside = within(folder, &beside).map_err(absent)?.is_some();
    match within(&beside, &folder.join(file)).map_err(absent)?.filter(|_| is_inside) {
        Some(real) => bytes_of_study(&real).map_err(absent),
        None => Err(say!("shared-leaves", folder = name)),
    }
}

fn shown(folder: &Path) -> Message {
    if folder.as_os_str().is_empty() { say!("this-folder") } else { Message::verbatim(folder.display().to_string()) }
}

/// The bytes of a study file or shared file. A file that is too large is cut after one byte more than allowed, so that
/// the parser reports it.
pub(crate) fn bytes_of_study(path: &Path) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
