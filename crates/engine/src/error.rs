//! The reasons why a study cannot be run.

use equifinal_calibrate::CalibrateErrors;
use equifinal_chains::ChainsError;
use equifinal_ingest::IngestErrors;
use equifinal_qca::{QcaError, Refuted};
use equifinal_report::ReportError;
use equifinal_robustness::impossible::UnknownCase;
use equifinal_robustness::nca::NcaRefused;
use equifinal_robustness::varied::NotApplicable;
use equifinal_study::language::Language;
use equifinal_study::message::{Message, Worded};
use equifinal_study::{display_in_english, say};
use equifinal_studyfile::parse::Refused;

use crate::world::Unreadable;

/// An error that keeps a study from its results. A message of several lines lists one mistake per line.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// Mistakes in the study file.
    Study(#[from] Refused),
    /// Decisions that the study does not have or allow.
    Decisions {
        /// The decisions, as `run --with` accepts them.
        decisions: String,
        /// The reason.
        why: Box<NotApplicable>,
    },
    /// A decision to leave out cases that the data do not hold.
    DroppedCase {
        /// The decisions, as `run --with` accepts them.
        decisions: String,
        /// The first unknown case.
        unknown: UnknownCase,
    },
    /// A data file that cannot be read.
    DataFile {
        /// The file, relative to the data folder.
        file: String,
        /// The problem and its remedy.
        problem: Message,
    },
    /// Mistakes in a file of data.
    Ingest(#[from] IngestErrors),
    /// Responses that give a construct no score, or respondents who cannot be cases.
    Respondents {
        /// The file, relative to the data folder.
        file: String,
        /// The problems, one entry each.
        problems: Vec<Message>,
    },
    /// Coders' sheets that do not give every case a score.
    Codings(Vec<Message>),
    /// A table that no part of the study reads, which its parser refuses.
    Unread {
        /// The table.
        table: String,
        /// The meaning of its rows.
        kind: &'static str,
    },
    /// Cases without a score that sets need.
    Unscored(Vec<Message>),
    /// Unknown cases that were to be left out.
    UnknownCases(Vec<UnknownCase>),
    /// Cases whose survey weight is not above 0.
    Weights {
        /// The file, relative to the data folder.
        file: String,
        /// The problems, one entry each.
        problems: Vec<Message>,
    },
    /// Values that cannot be calibrated.
    Calibrate(#[from] CalibrateErrors),
    /// Analyses that the data do not allow.
    Analyses(Vec<QcaError>),
    /// Necessary condition analyses that the data do not allow.
    Nca(Vec<NcaRefused>),
    /// Coincidence analyses that the data do not allow.
    Chains(Vec<ChainsError>),
    /// Solutions that the program's own check rejects.
    Refuted(Vec<Refuted>),
    /// Models of coincidence analyses that the program's own check rejects.
    RefutedModels(Vec<ChainsError>),
    /// The report cannot be made.
    Report(#[from] ReportError),
}

impl Worded for EngineError {
    fn in_language(&self, language: Language) -> String {
        let message = match self {
            Self::Study(refused) => return refused.in_language(language),
            Self::Ingest(errors) => return errors.in_language(language),
            Self::Decisions { decisions, why } => say!("decisions", decisions, why = &**why),
            Self::DroppedCase { decisions, unknown } => say!("decisions", decisions, why = unknown),
            Self::DataFile { file, problem } => say!("data-file", file, problem),
            Self::Respondents { file, problems } | Self::Weights { file, problems } => {
                Message::lines(problems.iter().map(|problem| say!("data-file", file, problem)))
            }
            Self::Codings(problems) | Self::Unscored(problems) => Message::lines(problems.iter().cloned()),
            Self::Unread { table, kind } => say!("unread", table, kind),
            Self::UnknownCases(cases) => Message::lines(cases.iter().map(UnknownCase::message)),
            Self::Calibrate(errors) => errors.message(),
            Self::Analyses(errors) => Message::lines(errors.iter().map(QcaError::message)),
            Self::Nca(refused) => Message::lines(refused.iter().map(NcaRefused::message)),
            Self::Chains(errors) => Message::lines(errors.iter().map(ChainsError::message)),
            Self::Refuted(refuted) => bug(refuted.iter().map(Refuted::message)),
            Self::RefutedModels(refuted) => bug(refuted.iter().map(ChainsError::message)),
            Self::Report(error) => error.message(),
        };
        message.in_language(language)
    }
}

/// The message for a bug that the program's own check found, one line for each.
fn bug(lines: impl Iterator<Item = Message>) -> Message {
    let lines = lines.map(|line| Message::verbatim("  ").then(line));
    say!("refuted", version = env!("CARGO_PKG_VERSION"), solutions = Message::lines(lines))
}

display_in_english!(EngineError);

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

impl From<Vec<NcaRefused>> for EngineError {
    fn from(refused: Vec<NcaRefused>) -> Self {
        Self::Nca(refused)
    }
}

impl From<Refuted> for EngineError {
    fn from(refuted: Refuted) -> Self {
        Self::Refuted(vec![refuted])
    }
}
