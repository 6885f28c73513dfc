//! PDF by the Typst compiler, where one is at hand: the command `typst`, or the Python package of that name.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use tempfile::TempDir;

use crate::output::Output;

/// How to get a compiler.
const REMEDY: &str =
    "no PDF without the Typst compiler: `just typst` fetches it, or install `typst` where commands are found";
/// The longest a compilation may take.
const LIMIT: Duration = Duration::from_secs(120);
/// How often a compilation is asked whether it is done.
const PAUSE: Duration = Duration::from_millis(5);
/// Set once no compiler was found, so that a run of many studies looks for one once.
static ABSENT: OnceLock<()> = OnceLock::new();

/// What a Python without the package exits with.
const NO_PACKAGE: i32 = 93;

const PYTHON: &str = "\
import sys
try:
    import typst
except ImportError:
    sys.exit(93)
try:
    typst.compile(sys.argv[1], output=sys.argv[2], font_paths=['fonts'])
except Exception as problem:
    sys.exit(str(problem))
";

/// `report.<language>.pdf` of each Typst document with the figures that it names, or in a line why there is none.
pub(crate) fn compile(documents: &[(String, String)], figures: &[Output]) -> Result<Vec<Output>, String> {
    if ABSENT.get().is_some() {
        return Err(REMEDY.to_owned());
    }
    let folder = prepare(documents, figures).map_err(|problem| format!("no PDF: {problem}"))?;
    documents.par_iter().map(|(language, _)| compile_one(folder.path(), language)).collect()
}

/// A folder with all that the compiler reads.
fn prepare(documents: &[(String, String)], figures: &[Output]) -> io::Result<TempDir> {
    let folder = TempDir::with_prefix("equifinal-")?;
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

fn compile_one(folder: &Path, language: &str) -> Result<Output, String> {
    let (source, target) = (format!("report.{language}.typ"), format!("report.{language}.pdf"));
    for mut compiler in compilers(&source, &target) {
        match run(compiler.current_dir(folder).env("SOURCE_DATE_EPOCH", "0")) {
            Err(absent) if absent.kind() == io::ErrorKind::NotFound => {}
            Err(problem) => return Err(format!("no {target}: the Typst compiler cannot be run: {problem}")),
            Ok((status, _)) if status.code() == Some(NO_PACKAGE) => {}
            Ok((status, _)) if status.success() => {
                let bytes = read_file(&folder.join(&target));
                return bytes.map(|bytes| (target, bytes)).map_err(|problem| format!("no PDF: {problem}"));
            }
            Ok((_, said)) => {
                let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing said why");
                return Err(format!("no {target}: the Typst compiler refuses the document: {first}"));
            }
        }
    }
    ABSENT.get_or_init(|| ());
    Err(REMEDY.to_owned())
}

/// The commands that may compile, the most likely first.
fn compilers(source: &str, target: &str) -> [Command; 3] {
    let mut typst = Command::new("typst");
    typst.args(["compile", "--font-path", "fonts", source, target]);
    let python = |program: &Path| {
        let mut python = Command::new(program);
        python.args(["-c", PYTHON, source, target]);
        python
    };
    let own = std::path::absolute(".venv/bin/python3").unwrap_or_default();
    [typst, python(&own), python(Path::new("python3"))]
}

/// Runs a command to its end, or to the end of our patience, and gives what it said on stderr.
#[expect(clippy::disallowed_methods, reason = "this crate waits for other programs")]
fn run(command: &mut Command) -> io::Result<(ExitStatus, String)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let stderr = child.stderr.take();
    let reader = thread::spawn(move || {
        let mut said = Vec::new();
        // What cannot be read is not told.
        let _ = stderr.map(|mut stderr| stderr.read_to_end(&mut said));
        String::from_utf8_lossy(&said).into_owned()
    });
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            return Err(io::Error::new(io::ErrorKind::TimedOut, format!("it took more than {} s", LIMIT.as_secs())));
        }
        thread::sleep(PAUSE);
    };
    Ok((status, reader.join().unwrap_or_default()))
}
