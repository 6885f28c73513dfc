//! Studies that are run: from memory, or from a file as the command does.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use equifinal_cli::embedded;
use equifinal_engine::{Artefacts, Edition, Engine, EngineError, Files, Long, Part, study};
use equifinal_report::Templates;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::frame::parquet;
use crate::refusal::{of_command, of_engine};
use crate::watched::watched;

/// A study that was run in memory.
#[pyclass(frozen)]
pub(crate) struct Run {
    found: Arc<Artefacts>,
    languages: Vec<String>,
}

/// The edition of a study without templates of its own and without a registered plan.
fn edition() -> Edition {
    let templates = Templates { files: BTreeMap::new(), clock: || Duration::ZERO };
    Edition { templates, registration: None }
}

impl Run {
    /// Does something with the results, without Python's lock.
    fn with<T: Send + 'static>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&Artefacts) -> Result<T, EngineError> + Send + 'static,
    ) -> PyResult<T> {
        let found = Arc::clone(&self.found);
        watched(py, move || work(&found))?.map_err(|error| of_engine(py, &error))
    }
}

#[pymethods]
impl Run {
    /// The bytes of `results.json`.
    fn results(&self, py: Python<'_>) -> PyResult<Vec<u8>> {
        self.with(py, |found| written(found, Long::Results))
    }

    /// The bytes of `memberships.csv`.
    fn memberships(&self, py: Python<'_>) -> PyResult<Vec<u8>> {
        self.with(py, |found| written(found, Long::Memberships))
    }

    /// The languages of the report.
    fn languages(&self) -> Vec<String> {
        self.languages.clone()
    }

    /// The page of the report in one of its languages.
    fn report(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        let name = format!("report.{language}.html");
        let pages = self.with(py, |found| found.report(&edition(), Part::Pages))?;
        let page = pages.files.into_iter().find(|(file, _)| *file == name);
        let page = page.ok_or_else(|| {
            let languages = self.languages.join(", ");
            PyValueError::new_err(format!("the report is not in {language}: it is in {languages}"))
        })?;
        Ok(String::from_utf8_lossy(&page.1).into_owned())
    }

    /// All figures as SVG, by file name.
    fn figures(&self, py: Python<'_>) -> PyResult<Vec<(String, String)>> {
        let report = self.with(py, |found| found.report(&edition(), Part::Committed))?;
        let figure = |(name, svg): &(String, Vec<u8>)| {
            let name = name.trim_start_matches("figures/").trim_end_matches(".svg");
            (name.to_owned(), String::from_utf8_lossy(svg).into_owned())
        };
        Ok(report.figures().map(figure).collect())
    }

    /// One line for each solution.
    fn solutions(&self) -> Vec<String> {
        self.found.solutions().iter().map(ToString::to_string).collect()
    }
}

fn written(found: &Artefacts, file: Long) -> Result<Vec<u8>, EngineError> {
    let mut bytes = Vec::new();
    found.write(file, &edition(), &mut bytes)?;
    Ok(bytes)
}

/// Runs a study text on files and tables in memory. `tables` maps names of data files to tables, `files` to bytes.
#[pyfunction]
pub(crate) fn run_memory(
    py: Python<'_>,
    name: String,
    text: Vec<u8>,
    files: BTreeMap<String, Vec<u8>>,
    tables: &Bound<'_, PyDict>,
) -> PyResult<Run> {
    let mut world = files.into_iter().fold(Files::default(), |world, (name, bytes)| world.with(&name, bytes));
    for (name, table) in tables {
        world = world.with(&name.extract::<String>()?, parquet(&table)?);
    }
    let work = move || -> Result<Artefacts, EngineError> {
        let study = Arc::new(study(&name, &text, &world)?);
        Engine::default().run(&study, &[], &world)
    };
    let found = watched(py, work)?.map_err(|error| of_engine(py, &error))?;
    let languages = found.study.report.languages.clone();
    Ok(Run { found: Arc::new(found), languages })
}

/// The id, the report folder, what the command says, and its warnings.
type Reported = (String, PathBuf, Vec<String>, Vec<String>);

/// Makes the report of a study file, as the command `run` does.
#[pyfunction]
pub(crate) fn run_file(py: Python<'_>, path: PathBuf, force: bool) -> PyResult<Reported> {
    let done = watched(py, move || embedded::run(&path, force))?.map_err(|error| of_command(py, &error))?;
    Ok((done.id, done.folder, done.said, done.warnings))
}

/// Runs a command line, whose first word is the name of the program; returns the exit code.
#[pyfunction]
pub(crate) fn command(py: Python<'_>, words: Vec<String>) -> u8 {
    py.detach(|| equifinal_cli::command_line(words.into_iter().map(Into::into)))
}

/// The JSON schema of study files.
#[pyfunction]
pub(crate) fn schema() -> String {
    equifinal_studyfile::schema::schema().to_string()
}
