//! One study of a run: read, computed, written.

mod since;

use crate::language::spoken;
use crate::language::tell;
use equifinal_robustness::claims::Verdict;
use equifinal_study::message::{Message, Worded};
use equifinal_study::say;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use equifinal_engine::{Analyse, Artefacts, Edition, Engine, File, Long, Part, Report, Stage, World};
use equifinal_report::ClaimVerdict;
use equifinal_study::config::{ClaimKind, Decision, Study};
use serde_json::Value;

use crate::args::{Only, Run};
use crate::failure::Failure;
use crate::ledger::Held;
use crate::manifest::{MadeFrom, manifest};
use crate::prepared::Prepared;
use crate::progress::{Progress, Watched};
use crate::report_folder::RESULTS;
use crate::unchanged::{RunMessages, remember, unchanged};
use crate::{output, pdf};

/// A study and how it is run.
pub(super) struct Task {
    prepared: Prepared,
    with: Vec<Decision>,
    target: PathBuf,
    only: Option<Only>,
    /// True if the report is that of the unchanged study in its default folder, so that a later run may find it up to
    /// date.
    is_kept: bool,
    held: Option<Held>,
}

/// A study that was run, or was up to date.
pub(super) struct Made {
    task: Task,
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

impl Task {
    /// The task for the study that was `read` at `path`; `targets` are the report folders of earlier studies.
    pub(super) fn of(
        read: (Study, Value),
        path: &Path,
        args: &Run,
        targets: &mut Vec<PathBuf>,
    ) -> Result<Self, Failure> {
        let with = args.decisions().map_err(|why| Failure::Usage(tell!("with-why", why)))?;
        // Held from reading the ledger to replacing the report, which tells how many lines it has. A run beside the
        // reports counts too: its results are seen.
        let (prepared, held) = Prepared::held(read, path, args.data.as_ref(), &with)?;
        let target = target(args, &prepared);
        if targets.contains(&target) {
            let (path, target, id) = (path.display(), target.display(), &prepared.study.id);
            return Err(Failure::Usage(tell!("same-target", path, id, target)));
        }
        targets.push(target.clone());
        let only = args.only;
        let is_kept = args.out.is_none() && with.is_empty() && only.is_none();
        Ok(Self { prepared, with, target, only, is_kept, held })
    }

    /// Runs the study, its analyses by `analyse`, unless its report is up to date.
    pub(super) fn made(self, analyse: Analyse, force: bool, progress: &Progress) -> Result<Made, Failure> {
        if self.is_kept && !force {
            let made = |typst| self.prepared.made_from(self.prepared.inputs(), typst);
            if let Ok(mut said) = unchanged(&self.target, made) {
                said.main = tell!("up-to-date", main = said.main);
                return Ok(Made { task: self, said, is_recorded: false, unwritten: None });
            }
        }
        self.run(analyse, progress)
    }

    fn run(mut self, analyse: Analyse, progress: &Progress) -> Result<Made, Failure> {
        let prepared = &mut self.prepared;
        let watched = Watched { data: &prepared.data, study: &prepared.study.id, progress };
        let found = Engine::by(analyse).run(&prepared.study, &self.with, &watched)?;
        let edition = prepared.edition(&found);
        watched.begins(Stage::Writing);
        let report = match self.only {
            Some(Only::Results) => Report::default(),
            None => found.report(&edition, Part::Whole)?,
        };
        let (documents, typst) = pdf::made(&report);
        let solutions = found.solutions();
        let said = solutions.iter().map(|solution| format!("  {}", solution.in_language(spoken())));
        let mut lines: Vec<String> = said.collect();
        // The ledger is written in English.
        let solutions: Vec<String> = solutions.iter().map(ToString::to_string).collect();
        lines.extend(found.verdicts(&edition, spoken().tag())?.iter().map(verdict));
        let concerns = found.concerns(&edition, spoken().tag())?.into_iter().map(|concern| concern.said);
        let warnings = concerns.chain(typst.as_ref().err().cloned()).collect();
        let is_recorded = match (&mut prepared.ledger, &self.held) {
            (Some(ledger), Some(held)) => ledger.append(&found.inputs, &solutions, held)?,
            _ => false,
        };
        let mut files = report.files;
        files.extend(documents);
        let has_page = files.iter().any(|(name, _)| name == "report.html");
        let main = if has_page { "report.html" } else { RESULTS }.to_owned();
        prepared.study = Arc::clone(&found.study);
        let made = prepared.made_from(found.inputs.clone(), typst.unwrap_or_default());
        Ok(Made {
            task: self,
            said: RunMessages { main, lines, warnings },
            is_recorded,
            unwritten: Some(Unwritten { found, edition, files, made }),
        })
    }
}

impl Made {
    /// Writes the report; returns the study's id, the report folder and the messages.
    pub(super) fn written(mut self) -> Result<(String, PathBuf, RunMessages), Failure> {
        let Task { prepared, target, only, is_kept, .. } = self.task;
        if let Some(Unwritten { found, edition, mut files, made }) = self.unwritten {
            let write = |file: Long, to: &mut dyn Write| found.write(file, &edition, to);
            let last = match only {
                Some(Only::Results) => None,
                None => since::last(&target),
            };
            match only {
                Some(Only::Results) => output::replace_file(&target, RESULTS, |to| write(Long::Results, to))?,
                None => output::replace_folder(&target, |folder| {
                    let long = found.long();
                    let names: Vec<&str> = long.iter().map(|file| file.name()).collect();
                    let digests = folder.write_each(&names, |at, to| write(long[at], to))?;
                    let written = names.into_iter().zip(digests).collect();
                    files.push(manifest(&made, found.entry(&edition), written, &files));
                    folder.write_all(&files)
                })?,
            }
            if is_kept {
                remember(&target, &made, &files, &self.said)?;
            }
            // What has changed since then is not repeated by a later run that changes nothing.
            if let Some(last) = last {
                self.said.lines.extend(since::lines(last, &target, &made)?);
            }
        }
        if self.is_recorded {
            self.said.lines.push(tell!("ledger-new"));
        }
        Ok((prepared.study.id.clone(), target, self.said))
    }
}

/// The verdict on a claim in words.
pub(crate) fn verdict_words(claim: &ClaimVerdict) -> Message {
    match (claim.kind, &claim.verdict) {
        (ClaimKind::Source, Verdict::Held) => say!("verdict-reproduced"),
        (ClaimKind::Source, Verdict::Broken(_)) => say!("verdict-not-reproduced"),
        (_, Verdict::Held) => say!("verdict-held"),
        (_, Verdict::Broken(_)) => say!("verdict-broken"),
        (_, Verdict::Undecided { .. }) => say!("verdict-undecided"),
    }
}

fn verdict(claim: &ClaimVerdict) -> String {
    match &claim.why {
        None => tell!("claim-line", id = claim.id, verdict = verdict_words(claim)),
        Some(why) => tell!("claim-line-why", id = claim.id, verdict = verdict_words(claim), why),
    }
}

/// The folder of the report; anywhere if the command line names it.
fn target(args: &Run, prepared: &Prepared) -> PathBuf {
    match &args.out {
        Some(out) if args.studies.len() == 1 => out.clone(),
        Some(out) => out.join(&prepared.study.id),
        None => prepared.report.clone(),
    }
}
