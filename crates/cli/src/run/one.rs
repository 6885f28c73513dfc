//! One study of a run: read, computed, written.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use equifinal_engine::{Analyse, Artefacts, Edition, Engine, File, Long, Part, Report, Stage, World};
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
use crate::report_folder::RESULTS;
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
    only: Option<Only>,
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
    /// The report to write; `None` if it is up to date.
    unwritten: Option<Unwritten>,
}

/// A report that is made and not yet written. Its long files are not there yet.
struct Unwritten {
    found: Artefacts,
    edition: Edition,
    files: Vec<File>,
    made: MadeFrom,
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
        let only = args.only;
        let is_kept = args.out.is_none() && with.is_empty() && only.is_none();
        let study = Arc::new(study);
        Ok(Self { study, normal_form, with, templates, data, target, only, is_kept, ledger, held })
    }

    /// Runs the study, its analyses by `analyse`, unless its report is up to date.
    pub(super) fn made(self, analyse: Analyse, force: bool, progress: &Progress) -> Result<Made, Failure> {
        if self.is_kept && !force {
            let made = |typst| self.made_from(inputs(self.study.data_files(), &self.data), typst);
            if let Ok(mut said) = unchanged(&self.target, made) {
                said.main = format!("{} (up to date)", said.main);
                return Ok(Made { prepared: self, said, is_recorded: false, unwritten: None });
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
        let report = match self.only {
            Some(Only::Results) => Report::default(),
            None => found.report(&edition, Part::Whole)?,
        };
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
        let main = if has_page { "report.html" } else { RESULTS }.to_owned();
        self.study = Arc::clone(&found.study);
        let made = self.made_from(found.inputs.clone(), typst.unwrap_or_default());
        Ok(Made {
            prepared: self,
            said: RunMessages { main, lines, warnings },
            is_recorded,
            unwritten: Some(Unwritten { found, edition, files, made }),
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
        let Prepared { study, target, only, is_kept, .. } = self.prepared;
        if let Some(Unwritten { found, edition, mut files, made }) = self.unwritten {
            let write = |file: Long| {
                let (found, edition) = (&found, &edition);
                move |to: &mut dyn Write| found.write(file, edition, to)
            };
            match only {
                Some(Only::Results) => output::replace_file(&target, RESULTS, write(Long::Results))?,
                None => output::replace_folder(&target, |folder| {
                    let long = found.long().into_iter();
                    let written = long.map(|file| Ok((file.name(), folder.write(file.name(), write(file))?)));
                    let written = written.collect::<Result<_, Failure>>()?;
                    files.push(manifest(&made, found.entry(&edition), written, &files));
                    folder.write_all(&files)
                })?,
            }
            if is_kept {
                remember(&target, &made, &files, &self.said)?;
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
