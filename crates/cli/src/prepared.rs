//! A study with everything that surrounds it: data, templates, the registered plan, its report.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use equifinal_engine::{Artefacts, Edition, Inputs, Long};
use equifinal_report::Snapshot;
use equifinal_study::config::{Decision, Study};
use serde_json::Value;

use crate::data_folder::DataFolder;
use crate::failure::Failure;
use crate::ledger::{Held, Ledger, Place};
use crate::manifest::MadeFrom;
use crate::plan::decisions;
use crate::report_folder::RESULTS;
use crate::template::{self, TemplateFiles, timed};
use crate::{study_file, unchanged};

/// A study that can be run.
pub(crate) struct Prepared {
    pub(crate) study: Arc<Study>,
    /// The study file in normal form.
    pub(crate) normal_form: Value,
    pub(crate) data: DataFolder,
    /// The default folder of its report.
    pub(crate) report: PathBuf,
    pub(crate) templates: TemplateFiles,
    /// The ledger of its registered plan; `None` if none is registered.
    pub(crate) ledger: Option<Ledger>,
}

impl Prepared {
    /// Reads the study at `path`; `data` is the folder of its data, and `with` are decisions that differ from its file.
    pub(crate) fn of(path: &Path, data: Option<&PathBuf>, with: &[Decision]) -> Result<Self, Failure> {
        let read = study_file::read_with_normal_form(path)?;
        Ok(Self::around(read, path, data, with, |_| Ok(()))?.0)
    }

    /// As [`Self::of`] for a study whose file is `read`, with the ledger held from before it is read.
    pub(crate) fn held(
        read: (Study, Value),
        path: &Path,
        data: Option<&PathBuf>,
        with: &[Decision],
    ) -> Result<(Self, Option<Held>), Failure> {
        Self::around(read, path, data, with, Place::hold)
    }

    fn around<T>(
        (study, normal_form): (Study, Value),
        path: &Path,
        data: Option<&PathBuf>,
        with: &[Decision],
        hold: impl FnOnce(&Place) -> Result<T, Failure>,
    ) -> Result<(Self, T), Failure> {
        let data = study_file::data_folder(path, data)?;
        let report = study_file::place(path, &format!("reports/{}", study.id))?;
        let templates = template::of_study(path, &study)?;
        let registered = Place::of(path, &study.id)?;
        let held = hold(&registered)?;
        let ledger = registered.read(decisions(&normal_form, with))?;
        Ok((Self { study: Arc::new(study), normal_form, data, report, templates, ledger }, held))
    }

    /// The parts of a report besides its run.
    pub(crate) fn edition(&self, found: &Artefacts) -> Edition {
        let registration = self.ledger.as_ref().map(|ledger| ledger.registration(&found.inputs));
        Edition { templates: timed(&self.templates), registration }
    }

    /// The run as it is compared with others.
    pub(crate) fn snapshot(&self, found: &Artefacts) -> Result<Snapshot, Failure> {
        let mut results = Vec::new();
        found.write(Long::Results, &self.edition(found), &mut results)?;
        let unread = |problem| Failure::Read { path: self.report.join(RESULTS), source: io::Error::other(problem) };
        Ok(Snapshot::of(&results).map_err(unread)?.with_decisions(decisions(&self.normal_form, &[])))
    }

    /// The digests of the data that can be read.
    pub(crate) fn inputs(&self) -> Inputs {
        unchanged::inputs(self.study.data_files(), &self.data)
    }

    /// The inputs of a report, given its data and the version of the Typst compiler.
    pub(crate) fn made_from(&self, inputs: Inputs, typst: Option<String>) -> MadeFrom {
        MadeFrom {
            study: Arc::clone(&self.study),
            templates: self.templates.clone(),
            normal_form: self.normal_form.clone(),
            inputs,
            mark: self.ledger.as_ref().map(Ledger::mark),
            typst,
        }
    }
}
