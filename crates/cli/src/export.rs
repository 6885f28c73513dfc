//! The command `export`: a study and its findings for another program.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use equifinal_engine::{Engine, Program};

use crate::args::{Export, To};
use crate::failure::Failure;
use crate::language::tell;
use crate::plain_file::own_bytes;
use crate::prepared::Prepared;
use crate::{study_file, whole_file};

/// Runs the study, writes the files for the other program, and says what was written. Without `--force` no file with
/// another content is replaced.
pub(crate) fn export(args: &Export) -> Result<String, Failure> {
    let path = study_file::find(&args.study)?;
    let prepared = Prepared::of(&path, args.data.as_ref(), &[])?;
    let found = Engine::default().run(&prepared.study, &[], &prepared.data)?;
    if found.findings.is_empty() && found.nca.is_empty() {
        return Err(Failure::Usage(tell!("export-nothing", study = path.display())));
    }
    let folder = match &args.out {
        Some(folder) => folder.clone(),
        None => study_file::place(&path, &format!("exports/{}-{}", prepared.study.id, args.to.name()))?,
    };
    let files = found.exported(args.to.program());
    let files: Vec<(PathBuf, String)> = files.into_iter().map(|(name, text)| (folder.join(name), text)).collect();
    if !args.force {
        let others = files.iter().filter_map(|(path, text)| is_other(path, text).transpose());
        let others: Vec<String> = others.collect::<Result<_, _>>()?;
        if !others.is_empty() {
            return Err(Failure::Usage(tell!("export-other", files = others.join(", "))));
        }
    }
    let mut lines = Vec::new();
    for (path, text) in files {
        whole_file::replace(&path, |file| file.write_all(text.as_bytes()))
            .map_err(|source| Failure::Write { path: path.clone(), source })?;
        lines.push(tell!("export-written", path = path.display()));
    }
    lines.push(match args.to {
        To::R => tell!("export-next-r", folder = folder.display(), script = format!("{}.R", prepared.study.id)),
        To::Fsqca => tell!("export-next-fsqca", sheet = folder.join(format!("{}.md", prepared.study.id)).display()),
    });
    Ok(lines.join("\n"))
}

/// The path as text, if a file with another content is there.
fn is_other(path: &Path, text: &str) -> Result<Option<String>, Failure> {
    let there = match own_bytes(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        there => there.map_err(|source| Failure::Read { path: path.to_owned(), source })?,
    };
    Ok(there.filter(|there| there != text.as_bytes()).map(|_| path.display().to_string()))
}

impl To {
    fn program(self) -> Program {
        match self {
            Self::R => Program::R,
            Self::Fsqca => Program::FsQca,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::R => "r",
            Self::Fsqca => "fsqca",
        }
    }
}
