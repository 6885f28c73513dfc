//! Runs the command in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A minimal study that uses `data/small/cases.csv`.
pub(crate) const SMALL: &str = "\
format: equifinal/study/1
id: small
title: A small study
provenance: synthetic
data:
  cases: {file: small/cases.csv, id: case}
sets:
  A: {calibrate: {given: fuzzy}}
  B: {calibrate: {given: crisp}}
  Y: {calibrate: {given: fuzzy}}
analyses:
  main:
    outcome: Y
    conditions: [A, B]
    truth_table: {frequency: 1, consistency: 0.8, pri: 0.5}
";

/// The cases of [`SMALL`].
pub(crate) const CASES: &str = "case,A,B,Y\nc1,0.9,1,0.9\nc2,0.8,0,0.2\nc3,0.1,1,0.3\nc4,0.2,0,0.1\n";

/// A folder with files in which the command runs.
pub(crate) struct Trial {
    folder: TempDir,
}

impl Trial {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    /// A folder with [`SMALL`] and its cases.
    pub(crate) fn small() -> Self {
        Self::new().file("configs/small.yaml", SMALL).file("data/small/cases.csv", CASES)
    }

    /// A folder with a copy of all files.
    pub(crate) fn copy(&self) -> Self {
        let inner = |path: &Path| path.strip_prefix(self.folder.path()).expect("inside").to_string_lossy().into_owned();
        self.tree(".").iter().fold(Self::new(), |copy, (path, bytes)| copy.file(&inner(path), bytes))
    }

    /// Adds this file and its parent folders.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// A path inside the folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The command, not yet started.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_equifinal"));
        command.args(args).current_dir(self.folder.path());
        for variable in ["RUST_LOG", "EQUIFINAL_TYPST", "LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(variable);
        }
        command
    }

    /// Runs the command to its end.
    #[track_caller]
    pub(crate) fn run(&self, args: &[&str]) -> Ended {
        Ended { output: self.command(args).output().expect("the command starts"), args: args.join(" ") }
    }

    /// Runs the command to its end with these environment variables.
    #[track_caller]
    pub(crate) fn run_where(&self, args: &[&str], environment: &[(&str, &str)]) -> Ended {
        let mut command = self.command(args);
        let output = command.envs(environment.iter().copied()).output().expect("the command starts");
        Ended { output, args: args.join(" ") }
    }

    /// Runs the command to its end with a memory limit of `kib`, if the shell supports one.
    #[track_caller]
    pub(crate) fn run_with_memory(&self, args: &[&str], kib: &str) -> Ended {
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -v \"$1\" 2> /dev/null; shift; exec \"$@\"", "sh", kib]);
        command.arg(env!("CARGO_BIN_EXE_equifinal")).args(args).current_dir(self.folder.path());
        Ended { output: command.output().expect("the command starts"), args: args.join(" ") }
    }

    /// Starts the command with piped outputs.
    pub(crate) fn start(&self, args: &[&str]) -> Child {
        self.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command starts")
    }

    /// The bytes of a file.
    #[track_caller]
    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).expect(path)
    }

    /// A `results.json`.
    #[track_caller]
    pub(crate) fn results(&self, folder: &str) -> Value {
        serde_json::from_slice(&self.bytes(&format!("{folder}/results.json"))).expect("JSON")
    }

    /// Every file below a folder with its bytes.
    pub(crate) fn tree(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), &mut files);
        files
    }

    /// The names in a folder, sorted.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let bytes = fs::read(&path).expect("a file");
            files.insert(path, bytes);
        }
    }
}

/// A finished command.
pub(crate) struct Ended {
    output: Output,
    args: String,
}

impl Ended {
    /// Its stdout.
    pub(crate) fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    /// Its stderr.
    pub(crate) fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    /// Its stdout and stderr.
    pub(crate) fn text(&self) -> String {
        [self.stdout(), self.stderr()].concat()
    }

    /// Checks the exit code.
    #[track_caller]
    pub(crate) fn code(self, expected: i32) -> Self {
        let (args, code) = (&self.args, self.output.status.code());
        assert_eq!(code, Some(expected), "{args}\nstdout: {}\nstderr: {}", self.stdout(), self.stderr());
        self
    }

    /// Checks that stdout contains all of these texts.
    #[track_caller]
    pub(crate) fn says_in_answer(self, expected: &[&str]) -> Self {
        let stdout = self.stdout();
        for part in expected {
            assert!(stdout.contains(part), "{}: `{part}` is missing in\n{stdout}", self.args);
        }
        self
    }

    /// Checks that stderr contains all of these texts.
    #[track_caller]
    pub(crate) fn says(self, expected: &[&str]) -> Self {
        let stderr = self.stderr();
        for part in expected {
            assert!(stderr.contains(part), "{}: `{part}` is missing in\n{stderr}", self.args);
        }
        self
    }
}

/// The project's own folder.
pub(crate) fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the project.
pub(crate) fn of_project(path: &str) -> Vec<u8> {
    fs::read(project().join(path)).expect(path)
}
