//! The reasons why a command failed, and their exit codes.

use crate::language::spoken;
use equifinal_study::message::{Message, Worded};
use equifinal_study::say;
use std::fmt;
use std::io;
use std::path::PathBuf;

use equifinal_engine::EngineError;
use equifinal_report::ReportError;

use crate::exit::Exit;

/// A failure. A message of several lines lists one mistake per line.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command line is invalid.
    Usage(String),
    /// A file named on the command line cannot be read.
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file or folder cannot be written.
    Write {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Standard output cannot be written, e.g. because the disk is full.
    Answer(io::Error),
    /// A link leads out of the project at a place that holds files of the program's own.
    LeavesProject(PathBuf),
    /// A template of the study that is absent, not a regular file, or outside its folder.
    Template {
        /// The study file.
        path: PathBuf,
        /// The template, relative to the folder of the study file.
        file: String,
        /// The problem and its remedy.
        problem: String,
    },
    /// An error of the engine.
    Engine(Box<EngineError>),
}

impl<E: Into<EngineError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Engine(Box::new(error.into()))
    }
}

/// Why a file cannot be read, in words.
pub(crate) fn unread(source: &io::Error) -> Message {
    match source.kind() {
        io::ErrorKind::NotFound => say!("no-such-file"),
        io::ErrorKind::PermissionDenied => say!("not-allowed"),
        _ => say!("cannot-be-read", error = cause(source)),
    }
}

/// The words of an error of the system, or of the program's own in its place.
fn cause(source: &io::Error) -> Message {
    let own = source.get_ref().and_then(|inner| inner.downcast_ref::<Message>());
    own.cloned().unwrap_or_else(|| Message::verbatim(source.to_string()))
}

/// In the language of the program.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            Self::Usage(words) => return f.write_str(words),
            Self::Engine(error) => return f.write_str(&error.in_language(spoken())),
            Self::Read { path, source } => say!("path-why", path, why = unread(source)),
            Self::Write { path, source } => say!("not-written", path, source = cause(source)),
            Self::Answer(source) => say!("answer-not-written", source),
            Self::LeavesProject(path) => say!("leaves-project", path),
            Self::Template { path, file, problem } => say!("template-problem", path, file, problem),
        };
        f.write_str(&message.in_language(spoken()))
    }
}

impl Failure {
    /// The exit code of a command that ends with this.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) | Self::Read { .. } | Self::Write { .. } | Self::Answer(_) | Self::LeavesProject(_) => {
                Exit::Usage
            }
            Self::Template { .. } => Exit::StudyRefused,
            Self::Engine(error) => exit_of(error),
        }
    }
}

fn exit_of(error: &EngineError) -> Exit {
    match error {
        EngineError::Study(_)
        | EngineError::Report(
            ReportError::NoCatalogue { .. } | ReportError::NoBlock { .. } | ReportError::Custom { .. },
        ) => Exit::StudyRefused,
        EngineError::Decisions { .. } | EngineError::DroppedCase { .. } => Exit::Usage,
        EngineError::DataFile { .. }
        | EngineError::Ingest(_)
        | EngineError::Respondents { .. }
        | EngineError::Codings(_)
        | EngineError::Unscored(_)
        | EngineError::UnknownCases(_)
        | EngineError::Weights { .. }
        | EngineError::Calibrate(_)
        | EngineError::Analyses(_)
        | EngineError::Nca(_)
        | EngineError::Chains(_) => Exit::DataRefused,
        EngineError::Refuted(_)
        | EngineError::RefutedModels(_)
        | EngineError::Report(_)
        | EngineError::Unread { .. } => Exit::Bug,
    }
}
