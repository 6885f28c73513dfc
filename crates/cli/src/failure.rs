//! Why a command could not do what it was asked, and the exit code that says so.

use std::io;
use std::path::PathBuf;

use equifinal_engine::EngineError;
use equifinal_report::ReportError;

use crate::exit::Exit;

/// What went wrong. Texts of several lines name one mistake a line.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command line asks for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// A file of the command line cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Something cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The answer cannot be written, as to a full disk.
    #[error("the answer cannot be written to stdout: {0}")]
    Answer(io::Error),
    /// A link leads out of the project from a place where the program reads and writes files of its own.
    #[error("{}: a link leads out of the project from here; remove it", .0.display())]
    LeavesProject(PathBuf),
    /// A template of a study's own that is absent, no plain file, or outside its folder.
    #[error("{}: report.templates: {file} {problem}", path.display())]
    Template {
        /// The study file.
        path: PathBuf,
        /// The template, relative to the folder of the study file.
        file: String,
        /// What is wrong, and what to do.
        problem: String,
    },
    /// What keeps a study from its results.
    #[error(transparent)]
    Engine(EngineError),
}

impl<E: Into<EngineError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Engine(error.into())
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
