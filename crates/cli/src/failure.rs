//! Why a command could not do what it was asked, and the exit code that says so.

use std::io;
use std::path::PathBuf;

use equifinal_calibrate::CalibrateErrors;
use equifinal_ingest::IngestErrors;
use equifinal_qca::{QcaError, Refuted};
use equifinal_report::ReportError;
use equifinal_robustness::impossible::UnknownCase;
use equifinal_study::parse::Refused;

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
    /// Mistakes in a study file.
    #[error(transparent)]
    Study(#[from] Refused),
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
    /// A file of data that is absent, no plain file, or outside the data folder.
    #[error("{file}: {problem}")]
    DataFile {
        /// The file, relative to the data folder.
        file: String,
        /// What is wrong, and what to do.
        problem: String,
    },
    /// Mistakes in a file of data.
    #[error(transparent)]
    Ingest(#[from] IngestErrors),
    /// Responses that give a construct no score, or respondents who cannot be cases.
    #[error("{}", problems.iter().map(|problem| format!("{file}: {problem}")).collect::<Vec<_>>().join("\n"))]
    Respondents {
        /// The file, relative to the data folder.
        file: String,
        /// What is wrong, one thing each.
        problems: Vec<String>,
    },
    /// Coders' sheets that do not give every case a score.
    #[error("{}", .0.join("\n"))]
    Codings(Vec<String>),
    /// A table that no part of the study reads, which its parser refuses.
    #[error("the table `{table}` holds {kind}, and nothing in the study reads it; this is a bug")]
    Unread {
        /// The table.
        table: String,
        /// What its rows are.
        kind: &'static str,
    },
    /// Cases without a score that sets need.
    #[error("{}", .0.join("\n"))]
    Unscored(Vec<String>),
    /// Cases that are to be left out and are not there.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    UnknownCases(Vec<UnknownCase>),
    /// Values that sets cannot take.
    #[error(transparent)]
    Calibrate(#[from] CalibrateErrors),
    /// Analyses that the data do not allow.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Analyses(Vec<QcaError>),
    /// Solutions that the program's own check rejects: what to send, and what became of the report.
    #[error(
        "this is a bug in equifinal {}, found by its own check\n{}\nNothing is written: a report that was there is as it was. Please report the bug with these lines and the study file. Nothing is sent by itself, and the data are not needed at first.",
        env!("CARGO_PKG_VERSION"),
        .0.iter().map(|refuted| format!("  {refuted}")).collect::<Vec<_>>().join("\n")
    )]
    Refuted(Vec<Refuted>),
    /// The report cannot be made.
    #[error(transparent)]
    Report(#[from] ReportError),
}

impl From<Vec<UnknownCase>> for Failure {
    fn from(unknown: Vec<UnknownCase>) -> Self {
        Self::UnknownCases(unknown)
    }
}

impl Failure {
    /// The exit code of a command that ends with this.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) | Self::Read { .. } | Self::Write { .. } | Self::Answer(_) | Self::LeavesProject(_) => {
                Exit::Usage
            }
            Self::Study(_)
            | Self::Template { .. }
            | Self::Report(
                ReportError::NoCatalogue { .. } | ReportError::NoBlock { .. } | ReportError::Custom { .. },
            ) => Exit::StudyRefused,
            Self::DataFile { .. }
            | Self::Ingest(_)
            | Self::Respondents { .. }
            | Self::Codings(_)
            | Self::Unscored(_)
            | Self::UnknownCases(_)
            | Self::Calibrate(_)
            | Self::Analyses(_) => Exit::DataRefused,
            Self::Refuted(_) | Self::Report(_) | Self::Unread { .. } => Exit::Bug,
        }
    }
}

impl From<Refuted> for Failure {
    fn from(refuted: Refuted) -> Self {
        Self::Refuted(vec![refuted])
    }
}
