//! Finds the Typst compiler: the program in `EQUIFINAL_TYPST`, or `typst` on the PATH. The working folder is never
//! searched, since it may be a project from elsewhere.

use crate::language::tell;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::process::run;

/// The setting that names the compiler.
const SETTING: &str = "EQUIFINAL_TYPST";
/// The versions that the documents are written for.
const SERIES: &str = "0.15";

/// A compiler of a version that the documents are written for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Compiler {
    program: PathBuf,
    /// The version, as `0.15.2`.
    pub(super) version: String,
}

impl Compiler {
    /// The command that compiles `source` to `target` with the letters in `fonts/`, and with no others.
    pub(super) fn command(&self, source: &str, target: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["compile", "--font-path", "fonts", "--ignore-system-fonts", source, target]);
        command
    }
}

/// The compiler, searched for once, or the reason why none can be used.
pub(super) fn compiler() -> Result<&'static Compiler, String> {
    static FOUND: OnceLock<Result<Compiler, String>> = OnceLock::new();
    FOUND.get_or_init(|| found(&named()?)).as_ref().map_err(Clone::clone)
}

fn remedy() -> String {
    tell!("typst-get", series = SERIES, setting = SETTING)
}

fn found(program: &Path) -> Result<Compiler, String> {
    let shown = program.display();
    let said = run(Command::new(program).arg("--version")).map_err(|problem| tell!("no-pdf-shown", shown, problem))?;
    match version(&said.stdout) {
        Some(version) if is_known(&version) => Ok(Compiler { program: program.to_owned(), version }),
        Some(version) => Err(tell!("typst-version", shown, version, series = SERIES, remedy = remedy())),
        None => Err(tell!("typst-no-version", shown, remedy = remedy())),
    }
}

/// The version in an answer like `typst 0.15.2 (1f2e3d)`.
fn version(said: &str) -> Option<String> {
    said.trim_start().strip_prefix("typst ")?.split_whitespace().next().map(str::to_owned)
}

fn is_known(version: &str) -> bool {
    version.strip_prefix(SERIES).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The path of the compiler, of any version; `None` if there is none.
pub(crate) fn program() -> Option<PathBuf> {
    named().ok()
}

/// The configured program, or the one found on the PATH.
#[expect(clippy::disallowed_methods, reason = "this crate reads the environment")]
fn named() -> Result<PathBuf, String> {
    chosen(env::var_os(SETTING), &env::var_os("PATH").unwrap_or_default())
}

fn chosen(setting: Option<OsString>, path: &OsString) -> Result<PathBuf, String> {
    if let Some(named) = setting.filter(|named| !named.is_empty()).map(PathBuf::from) {
        let is_good = named.is_absolute() && is_program(&named);
        let refused = || tell!("typst-path", setting = SETTING, named = named.display());
        return is_good.then_some(named.clone()).ok_or_else(refused);
    }
    // An empty or a relative entry would lead into the working folder.
    let folders = env::split_paths(path).filter(|folder| folder.is_absolute());
    let mut programs = folders.map(|folder| folder.join(format!("typst{}", env::consts::EXE_SUFFIX)));
    programs.find(|program| is_program(program)).ok_or_else(|| tell!("typst-none", remedy = remedy()))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compiler_versions_are_parsed_and_checked() {
        for (said, expected) in [
            ("typst 0.15.2 (1f2e3d4c)\n", Some(true)),
            ("typst 0.15\n", Some(true)),
            ("typst 0.15.0-rc1", Some(true)),
            ("typst 0.14.9", Some(false)),
            ("typst 0.150.0", Some(false)),
            ("typst", None),
            ("tex 3.14", None),
            ("", None),
        ] {
            assert_eq!(version(said).map(|version| is_known(&version)), expected, "{said}");
        }
    }
}
