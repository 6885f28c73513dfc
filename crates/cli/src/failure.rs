//! The reasons why a command failed, and their exit codes.

use std::io;
use std::path::PathBuf;

use equifinal_engine::EngineError;
use equifinal_report::ReportError;

use crate::exit::Exit;

/// A failure. A message of several lines lists one mistake per line.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command line is invalid.
    #[error("{0}")]
    Usage(String),
    /// A file named on the command line cannot be read.
    #[error("{}: {}", path.display(), unread(source))]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file or folder cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Standard output cannot be written, e.g. because the disk is full.
    #[error("the answer cannot be written to stdout: {0}")]
    Answer(io::Error),
    /// A link leads out of the project at a place that holds files of the program's own.
    #[error("{}: a link leads out of the project from here; remove it", .0.display())]
    LeavesProject(PathBuf),
    /// A template of the study that is absent, not a regular file, or outside its folder.
    #[error("{}: report.templates: {file} {problem}", path.display())]
    Template {
        /// The study file.
        path: PathBuf,
        /// The template, relative to the folder of the study file.
        file: String,
        /// The problem and its remedy.
        problem: String,
    },
    /// An error of the engine.
    #[error(transparent)]
    Engine(EngineError),
}

impl<E: Into<EngineError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Engine(error.into())
    }
}

/// Why a file cannot be read, in words.
pub(crate) fn unread(source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "cannot be read: you are not allowed to open it".to_owned(),
        _ => format!("cannot be read: {source}"),
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
        EngineError::Decisions { .. } => Exit::Usage,
        EngineError::DataFile { .. }
        | EngineError::Ingest(_)
        | EngineError::Respondents { .. }
        | EngineError::Codings(_)
        | EngineError::Unscored(_)
        | EngineError::UnknownCases(_)
        | EngineError::Calibrate(_)
        | EngineError::Analyses(_) => Exit::DataRefused,
        EngineError::Refuted(_) | EngineError::Report(_) | EngineError::Unread { .. } => Exit::Bug,
    }
}
