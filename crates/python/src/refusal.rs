//! Mistakes as exceptions that keep file, line and column.

use equifinal_cli::embedded::Unreported;
use equifinal_engine::{EngineError, Place};
use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

create_exception!(equifinal, EquifinalError, PyException, "Something that keeps a study from its results.");
create_exception!(equifinal, StudyError, EquifinalError, "A mistake in a study file, or in what stands for one.");
create_exception!(equifinal, DataError, EquifinalError, "Data that the study cannot use.");

/// The exit code of the command for a study file with mistakes.
const STUDY: u8 = 3;
/// That for data that are refused.
const DATA: u8 = 4;

/// The exception for a study in memory.
pub(crate) fn of_engine(py: Python<'_>, error: &EngineError) -> PyErr {
    let exit = if matches!(error, EngineError::Study(_)) { STUDY } else { DATA };
    raised(py, error.to_string(), &error.places(), exit)
}

/// The exception for a study file.
pub(crate) fn of_command(py: Python<'_>, error: &Unreported) -> PyErr {
    raised(py, error.message.clone(), &error.places, error.exit)
}

/// An exception with `places`, a list of (file, line, column, message), and the first of them as attributes.
fn raised(py: Python<'_>, message: String, places: &[Place], exit: u8) -> PyErr {
    let error = match exit {
        STUDY => StudyError::new_err(message),
        DATA => DataError::new_err(message),
        _ => EquifinalError::new_err(message),
    };
    let value = error.value(py);
    let all: Vec<_> =
        places.iter().map(|place| (place.file.clone(), place.line, place.column, place.message.to_string())).collect();
    let first = places.first();
    let set = || {
        value.setattr("file", first.map(|place| place.file.as_str()))?;
        value.setattr("line", first.and_then(|place| place.line))?;
        value.setattr("column", first.and_then(|place| place.column))?;
        value.setattr("exit_code", exit)?;
        value.setattr("places", all)
    };
    match set() {
        Ok(()) => error,
        Err(other) => other,
    }
}
