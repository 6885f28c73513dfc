//! The command `run` for a program in the same process: the same files and the same mistakes, as values.

use std::path::{Path, PathBuf};

use equifinal_engine::Place;

use crate::failure::Failure;
use crate::progress::Progress;
use crate::run::one_study;

/// The report of a study on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// The id of the study.
    pub id: String,
    /// The folder of the report.
    pub folder: PathBuf,
    /// The lines that the command prints: the solutions, the verdicts on claims, what is new.
    pub said: Vec<String>,
    /// The warnings of the command.
    pub warnings: Vec<String>,
}

/// The reason why a study has no report now; the old report is as it was.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Unreported {
    /// The words of the command, one mistake a line at least.
    pub message: String,
    /// Where the mistakes are, as far as they lie in files.
    pub places: Vec<Place>,
    /// The exit code of the command.
    pub exit: u8,
}

/// Makes the report of the study file at `study`, which belongs to a project, unless it is up to date; `force` makes it
/// anyway.
///
/// # Errors
/// Everything for which the command `run` fails.
pub fn run(study: &Path, force: bool) -> Result<Reported, Unreported> {
    reported(study, force).map_err(|failure| {
        let places = match &failure {
            Failure::Engine(error) => error.places(),
            _ => Vec::new(),
        };
        Unreported { message: failure.to_string(), places, exit: failure.exit().code() }
    })
}

fn reported(study: &Path, force: bool) -> Result<Reported, Failure> {
    let (id, folder, said) = one_study(study, force, &Progress::silent())?;
    Ok(Reported { id, folder, said: said.lines, warnings: said.warnings })
}
