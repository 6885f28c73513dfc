//! One study of a run: read, computed, written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use equifinal_engine::{Analyse, Edition, Engine, File, Part, Stage, World};
use equifinal_report::ClaimVerdict;
use equifinal_study::config::{Decision, Study};
use serde_json::Value;

use crate::args::{Only, Run};
use crate::data_folder::DataFolder;
use crate::failure::Failure;
use crate::ledger::{Held, Ledger, Place};
use crate::manifest::{MadeFrom, manifest};
use crate::plan::decisions;
use crate::progress::{Progress, Watched};
use crate::template::{self, TemplateFiles, timed};
use crate::unchanged::{RunMessages, inputs, remember, unchanged};
use crate::{output, pdf, study_file};

/// A study that can be run.
pub(super) struct Prepared {
    study: Arc<Study>,
    normal_form: Value,
    with: Vec<Decision>,
    templates: TemplateFiles,
    data: DataFolder,
    target: PathBuf,
    part: Part,
    /// True if the report is that of the unchanged study in its default folder, so that a later run may find it up to
    /// date.
    is_kept: bool,
    ledger: Option<Ledger>,
    held: Option<Held>,
}

/// A study that was run, or was up to date.
pub(super) struct Made {
    prepared: Prepared,
    said: RunMessages,
    /// True if the run adds a line to the ledger.
    is_recorded: bool,
    /// The files to write and their inputs; `None` if the report is up to date.
    files: Option<(Vec<File>, MadeFrom)>,
}

impl Prepared {
    /// Reads the study at `path`; `targets` are the report folders of earlier studies.
    pub(super) fn of(path: &Path, args: &Run, targets: &mut Vec<PathBuf>) -> Result<Self, Failure> {
        let (study, normal_form) = study_file::read_with_normal_form(path)?;
        let data = study_file::data_folder(path, args.data.as_ref())?;
        let target = target(args, path, &study)?;
        if targets.contains(&target) {
            let (path, target) = (path.display(), target.display());
            return Err(Failure::Usage(format!(
                "{path}: another study of this run has the id `{}` and its report in {target}",
                study.id
            )));
        }
        targets.push(target.clone());
        let with = args.decisions().map_err(|why| Failure::Usage(format!("--with: {why}")))?;
        let templates = template::of_study(path, &study)?;
        // Held from reading the ledger to replacing the report, which tells how many lines it has. A run beside the
        // reports counts too: its results are seen.
        let registered = Place::of(path, &study.id)?;
        let held = registered.hold()?;
        let ledger = registered.read(decisions(&normal_form, &with))?;
        let part = args.only.map_or(Part::Whole, |Only::Results| Part::Results);
        let is_kept = args.out.is_none() && with.is_empty() && part == Part::Whole;
        let study = Arc::new(study);
        Ok(Self { study, normal_form, with, templates, data, target, part, is_kept, ledger, held })
    }

    /// Runs the study, its analyses by `analyse`, unless its report is up to date.
    pub(super) fn made(self, analyse: Analyse, force: bool, progress: &Progress) -> Result<Made, Failure> {
        if self.is_kept && !force {
            let made = |typst| self.made_from(inputs(self.study.data_files(), &self.data), typst);
            if let Ok(mut said) = unchanged(&self.target, made) {
                said.main = format!("{} (up to date)", said.main);
                return Ok(Made { prepared: self, said, is_recorded: false, files: None });
            }
        }
        self.run(analyse, progress)
    }

    fn run(mut self, analyse: Analyse, progress: &Progress) -> Result<Made, Failure> {
        let watched = Watched { data: &self.data, study: &self.study.id, progress };
        let found = Engine::by(analyse).run(&self.study, &self.with, &watched)?;
        let registration = self.ledger.as_ref().map(|ledger| ledger.registration(&found.inputs));
        let edition = Edition { templates: timed(&self.templates), registration };
        watched.begins(Stage::Writing);
        let report = found.report(&edition, self.part)?;
        let (documents, typst) = pdf::made(&report);
        let solutions = found.solutions();
        let mut lines: Vec<String> = solutions.iter().map(|solution| format!("  {solution}")).collect();
        lines.extend(found.verdicts(&edition)?.iter().map(verdict));
        let warnings = found.warnings(&edition)?.into_iter().chain(typst.as_ref().err().cloned()).collect();
        let is_recorded = match (&mut self.ledger, &self.held) {
            (Some(ledger), Some(held)) => ledger.append(&found.inputs, &solutions, held)?,
            _ => false,
        };
        let mut files = report.files;
        files.extend(documents);
        let has_page = files.iter().any(|(name, _)| name == "report.html");
        let main = if has_page { "report.html" } else { "results.json" }.to_owned();
        self.study = found.study;
        let made = self.made_from(found.inputs, typst.unwrap_or_default());
        Ok(Made {
            prepared: self,
            said: RunMessages { main, lines, warnings },
            is_recorded,
            files: Some((files, made)),
        })
    }

    fn made_from(&self, inputs: equifinal_engine::Inputs, typst: Option<String>) -> MadeFrom {
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

impl Made {
    /// Writes the report; returns the study's id, the report folder and the messages.
    pub(super) fn written(mut self) -> Result<(String, PathBuf, RunMessages), Failure> {
        let Prepared { study, target, part, is_kept, .. } = self.prepared;
        match self.files {
            None => {}
            Some((files, _)) if part == Part::Results => {
                files.first().map_or(Ok(()), |results| output::replace_file(&target, results))?;
            }
            Some((mut files, made)) => {
                files.push(manifest(&made, &files));
                output::replace_folder(&target, &files)?;
                if is_kept {
                    remember(&target, &made, &files, &self.said)?;
                }
            }
        }
        if self.is_recorded {
            let recorded =
                "  a specification that the registered plan does not have: recorded in the ledger; commit it";
            self.said.lines.push(recorded.to_owned());
        }
        Ok((study.id.clone(), target, self.said))
    }
}

fn verdict(claim: &ClaimVerdict) -> String {
    match &claim.why {
        None => format!("  claim {}: {}", claim.id, claim.verdict.name()),
        Some(why) => format!("  claim {}: {}. {why}", claim.id, claim.verdict.name()),
    }
}

/// The folder of the report; anywhere if the command line names it.
fn target(args: &Run, path: &Path, study: &Study) -> Result<PathBuf, Failure> {
    match &args.out {
        Some(out) if args.studies.len() == 1 => Ok(out.clone()),
        Some(out) => Ok(out.join(&study.id)),
        None => study_file::place(path, &format!("reports/{}", study.id)),
    }
}
