//! The archive of a package: written with the same bytes each time, and unpacked without trust.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor, Read, Write};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::failure::Failure;
use crate::language::tell;
use crate::limits::limits;
use crate::plain_file::bytes;
use crate::temporary::TemporaryFolder;

/// The file with the digests of all others.
const DIGESTS: &str = "SHA256SUMS";

/// The most files of a package.
const MOST: usize = 10_000;

/// The files below a folder `id`, and their digests, as one archive.
pub(crate) fn zipped(id: &str, files: &BTreeMap<String, Vec<u8>>) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let lines = files.iter().map(|(name, bytes)| format!("{}  {name}\n", hexadecimal(bytes)));
    let digests = lines.collect::<String>().into_bytes();
    for (name, bytes) in files.iter().map(|(name, bytes)| (name.as_str(), bytes)).chain([(DIGESTS, &digests)]) {
        let method = if name.ends_with(".png") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        archive.start_file(format!("{id}/{name}"), options).map_err(io::Error::other)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish().map_err(io::Error::other)?.into_inner())
}

/// Writes a file below a temporary folder.
#[expect(clippy::disallowed_methods, reason = "this crate writes the files")]
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: path.to_owned(), source };
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
    fs::write(path, bytes).map_err(failed)
}

fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A package in a private folder, removed when it is dropped.
pub(crate) struct Unpacked {
    /// Held until the package is checked.
    pub(crate) folder: TemporaryFolder,
    /// The project.
    pub(crate) project: PathBuf,
    /// Its study files.
    pub(crate) studies: Vec<PathBuf>,
    /// Files that are not those that were packed.
    pub(crate) altered: Vec<Altered>,
}

/// A file of a package that is not the one that was packed.
pub(crate) struct Altered {
    /// Its path inside the package.
    pub(crate) file: String,
    /// The message for the user.
    pub(crate) said: String,
}

impl Unpacked {
    /// Unpacks the archive at `path`. Its files together may take as many bytes as one file of data.
    ///
    /// # Errors
    /// An archive that cannot be read, that holds a path or a kind of file that no package has, or too much.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        let unread = |source: io::Error| Failure::Read { path: path.to_owned(), source };
        let mut archive = ZipArchive::new(Cursor::new(bytes(path).map_err(unread)?)).map_err(|_| not_one(path))?;
        let folder = TemporaryFolder::new().map_err(unread)?;
        if archive.len() > MOST {
            return Err(not_one(path));
        }
        let (mut left, mut files, mut root) = (limits().memory, BTreeMap::new(), None);
        for at in 0..archive.len() {
            let file = archive.by_index(at).map_err(|_| not_one(path))?;
            let name = file.name().map_err(|_| not_one(path))?.into_owned();
            // An archive that was packed anew by hand lists its folders.
            if file.is_dir() && is_plain(&name) {
                continue;
            }
            let (top, inside) = parts(&name).filter(|_| file.is_file()).ok_or_else(|| refused(path, &name))?;
            if *root.get_or_insert_with(|| top.clone()) != top {
                return Err(refused(path, &name));
            }
            let mut content = Vec::new();
            file.take(left + 1).read_to_end(&mut content).map_err(|_| refused(path, &name))?;
            left = left.checked_sub(content.len() as u64).ok_or_else(|| {
                Failure::Usage(tell!("archive-large", path = path.display(), most = limits().memory >> 20))
            })?;
            put(&folder.path().join(&name), &content)?;
            files.insert(inside, content);
        }
        let project = folder.path().join(root.ok_or_else(|| not_one(path))?);
        let studies = files.keys().filter(|name| is_study(name)).map(|name| project.join(name)).collect();
        let altered = altered(&files);
        Ok(Self { folder, project, studies, altered })
    }
}

fn not_one(path: &Path) -> Failure {
    Failure::Usage(tell!("archive-not", path = path.display()))
}

fn refused(path: &Path, name: &str) -> Failure {
    Failure::Usage(tell!("archive-refused", path = path.display(), name))
}

/// The first folder of a path, and the rest; `None` for a path that could lead elsewhere.
fn parts(name: &str) -> Option<(String, String)> {
    let (top, inside) = name.split_once('/').filter(|(_, inside)| !inside.is_empty())?;
    is_plain(name).then(|| (top.to_owned(), inside.to_owned()))
}

/// True if a path stays where it is.
fn is_plain(name: &str) -> bool {
    !name.contains('\\') && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

fn is_study(name: &str) -> bool {
    let study = name.strip_prefix("configs/").and_then(|name| name.strip_suffix(".yaml"));
    study.is_some_and(|name| !name.contains('/'))
}

/// The differences between the files and the list of their digests.
fn altered(files: &BTreeMap<String, Vec<u8>>) -> Vec<Altered> {
    let list = files.get(DIGESTS).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let mut listed: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ")).map(|(digest, name)| (name, digest)).collect();
    let mut found = Vec::new();
    let mut add = |name: &str, said| found.push(Altered { file: name.to_owned(), said });
    for (name, bytes) in files.iter().filter(|(name, _)| *name != DIGESTS) {
        match listed.remove(name.as_str()) {
            None => add(name, tell!("archive-added", name)),
            Some(digest) if digest != hexadecimal(bytes) => add(name, tell!("archive-changed", name)),
            Some(_) => {}
        }
    }
    listed.keys().for_each(|name| add(name, tell!("archive-lacks", name = *name)));
    found
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for (name, expected) in [
            ("one/configs/one.yaml", Some(("one", "configs/one.yaml"))),
            ("one/README.md", Some(("one", "README.md"))),
            ("one", None),
            ("one/", None),
            ("/one/a", None),
            ("../one/a", None),
            ("one/../../a", None),
            ("one\\..\\a/b", None),
        ] {
            let found = parts(name);
            let found = found.as_ref().map(|(top, inside)| (top.as_str(), inside.as_str()));
            assert_eq!(found, expected, "{name}");
        }
    }
}
