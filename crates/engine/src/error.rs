//! The reasons why a study cannot be run.

use equifinal_calibrate::CalibrateErrors;
use equifinal_ingest::IngestErrors;
use equifinal_qca::{QcaError, Refuted};
use equifinal_report::ReportError;
use equifinal_robustness::impossible::UnknownCase;
use equifinal_robustness::varied::NotApplicable;
use equifinal_studyfile::parse::Refused;

use crate::world::Unreadable;

/// An error that keeps a study from its results. A message of several lines lists one mistake per line.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// Mistakes in the study file.
    #[error(transparent)]
    Study(#[from] Refused),
    /// Decisions that the study does not have or allow.
    #[error("{decisions}: {why}")]
    Decisions {
        /// The decisions, as `run --with` accepts them.
        decisions: String,
        /// The reason.
        why: NotApplicable,
    },
    /// A data file that cannot be read.
    #[error("{file}: {problem}")]
    DataFile {
        /// The file, relative to the data folder.
        file: String,
        /// The problem and its remedy.
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
        /// The problems, one entry each.
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
        /// The meaning of its rows.
        kind: &'static str,
    },
    /// Cases without a score that sets need.
    #[error("{}", .0.join("\n"))]
    Unscored(Vec<String>),
    /// Unknown cases that were to be left out.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    UnknownCases(Vec<UnknownCase>),
    /// Values that cannot be calibrated.
    #[error(transparent)]
    Calibrate(#[from] CalibrateErrors),
    /// Analyses that the data do not allow.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Analyses(Vec<QcaError>),
    /// Solutions that the program's own check rejects.
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

impl EngineError {
    /// The error for a data file that cannot be read.
    pub fn unreadable(file: &str, why: Unreadable) -> Self {
        match why {
            Unreadable::Problem(problem) => Self::DataFile { file: file.to_owned(), problem },
            Unreadable::Refused(errors) => Self::Ingest(errors),
        }
    }
}

impl From<Vec<UnknownCase>> for EngineError {
    fn from(unknown: Vec<UnknownCase>) -> Self {
        Self::UnknownCases(unknown)
    }
}

impl From<Refuted> for EngineError {
    fn from(refuted: Refuted) -> Self {
        Self::Refuted(vec![refuted])
    }
}
