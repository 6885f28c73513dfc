//! Compiles PDF files with Typst, if a compiler is available.

mod compiler;
mod process;

use crate::language::tell;
use std::fs;
use std::io;
use std::path::Path;

use equifinal_engine::Report;

use crate::output::Output;
use crate::temporary::TemporaryFolder;
pub(crate) use compiler::program;
use compiler::{Compiler, compiler};
use process::run;
use rayon::prelude::*;

/// `report.<language>.pdf` of each document, and what compiled them.
struct Compiled {
    /// The files.
    outputs: Vec<Output>,
    /// The version of the compiler.
    typst: String,
}

/// The PDF files of a report, and the version of the compiler or the reason why there are none. Both are empty for a
/// report without PDF.
pub(crate) fn made(report: &Report) -> (Vec<Output>, Result<Option<String>, String>) {
    if report.typst.is_empty() {
        return (Vec::new(), Ok(None));
    }
    let figures: Vec<Output> = report.figures().cloned().collect();
    match compile(&report.typst, &figures) {
        Ok(compiled) => (compiled.outputs, Ok(Some(compiled.typst))),
        Err(problem) => (Vec::new(), Err(problem)),
    }
}

/// Compiles Typst documents, by language, with their figures; an error is one line.
fn compile(documents: &[(String, String)], figures: &[Output]) -> Result<Compiled, String> {
    let compiler = compiler()?;
    let folder = prepare(documents, figures).map_err(|problem| tell!("no-pdf", problem))?;
    let compile = |(language, _): &(String, String)| compile_one(compiler, folder.path(), language);
    let outputs = documents.par_iter().map(compile).collect::<Result<_, _>>()?;
    Ok(Compiled { outputs, typst: compiler.version.clone() })
}

/// A temporary folder with all files that the compiler reads.
fn prepare(documents: &[(String, String)], figures: &[Output]) -> io::Result<TemporaryFolder> {
    let folder = TemporaryFolder::new()?;
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        write_file(&path, bytes)
    };
    for (name, bytes) in equifinal_report::fonts() {
        write(&format!("fonts/{name}"), bytes)?;
    }
    for (name, bytes) in figures {
        write(name, bytes)?;
    }
    for (language, text) in documents {
        write(&format!("report.{language}.typ"), text.as_bytes())?;
    }
    Ok(folder)
}

#[expect(clippy::disallowed_methods, reason = "this crate writes the files")]
fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)
}

#[expect(clippy::disallowed_methods, reason = "this crate reads the files")]
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

fn compile_one(compiler: &Compiler, folder: &Path, language: &str) -> Result<Output, String> {
    let (source, target) = (format!("report.{language}.typ"), format!("report.{language}.pdf"));
    let mut command = compiler.command(&source, &target);
    let ended = run(command.current_dir(folder).env("SOURCE_DATE_EPOCH", "0"))
        .map_err(|problem| tell!("typst-not-run", target, problem))?;
    if ended.status.success() {
        let bytes = read_file(&folder.join(&target));
        return bytes.map(|bytes| (target, bytes)).map_err(|problem| tell!("no-pdf", problem));
    }
    let first =
        ended.stderr.lines().find(|line| !line.trim().is_empty()).map_or_else(|| tell!("nothing-said"), str::to_owned);
    Err(tell!("typst-refuses", target, first))
}
