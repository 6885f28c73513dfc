//! The command `init`: the repository of a paper.

use crate::language::tell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use equifinal_studyfile::schema::schema;

use crate::args::Init;
use crate::failure::Failure;
use crate::links::is_inside;
use crate::whole_file;

/// The files that a repository begins with, apart from the schema.
const FILES: [(&str, &str); 5] = [
    ("justfile", include_str!("../init/justfile")),
    (".gitattributes", include_str!("../init/gitattributes")),
    (".gitignore", include_str!("../init/gitignore")),
    (".pre-commit-config.yaml", include_str!("../init/pre-commit-config.yaml")),
    (".github/workflows/claims.yml", include_str!("../../../docs/paper-ci.yml")),
];

/// The schema of study files, which editors use to complete keys.
const SCHEMA: &str = "schemas/study.schema.json";

/// The folders of studies and of their data.
const FOLDERS: [&str; 2] = ["configs", "data"];

/// Makes the repository, and says what was written and what was there already. Nothing is overwritten.
pub(crate) fn init(args: &Init) -> Result<String, Failure> {
    let root = &args.folder;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: io::Error| Failure::Write { path, source }
    };
    fs::create_dir_all(root).map_err(failed(root))?;
    let mut lines = Vec::new();
    for folder in FOLDERS {
        let path = inside(root, folder)?;
        fs::create_dir_all(&path).map_err(failed(&path))?;
    }
    let schema = format!("{:#}\n", schema());
    let files = FILES.iter().map(|(name, text)| (*name, *text)).chain([(SCHEMA, schema.as_str())]);
    for (name, text) in files {
        let path = inside(root, name)?;
        match whole_file::create(&path, text.as_bytes()) {
            Ok(()) => lines.push(tell!("init-written", path = path.display())),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                lines.push(tell!("init-kept", path = path.display()));
            }
            Err(source) => return Err(Failure::Write { path, source }),
        }
    }
    let there = if root == Path::new(".") { String::new() } else { format!("cd {}; ", root.display()) };
    lines.push(tell!("init-next", folder = root.join("data").display(), there));
    lines.push(tell!("init-commit"));
    Ok(lines.join("\n"))
}

/// A path in the repository, to which no link leads out of it.
fn inside(root: &Path, name: &str) -> Result<PathBuf, Failure> {
    let path = root.join(name);
    match is_inside(root, &path) {
        Ok(true) => Ok(path),
        Ok(false) => Err(Failure::LeavesProject(path)),
        Err(source) => Err(Failure::Read { path, source }),
    }
}
