//! Makes the page of a study anew after each save: first without the robustness checks, which take longest, then whole.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use equifinal_engine::{Artefacts, Engine, Long, Part};
use equifinal_report::{Changes, Snapshot, change_groups};
use equifinal_study::config::{Robustness, Study};

use super::board::Board;
use crate::failure::Failure;
use crate::plan::decisions;
use crate::prepared::Prepared;

/// The thread that makes pages.
pub(super) struct Builder {
    board: Arc<Board>,
    saves: Sender<u64>,
}

impl Builder {
    /// Starts the threads that make pages of the study at `path`.
    pub(super) fn start(path: PathBuf, data: Option<PathBuf>, board: Arc<Board>) -> Result<Self, Failure> {
        let (saves, next) = mpsc::channel();
        let (wholes, next_whole) = mpsc::channel();
        let (first, second) = (Arc::clone(&board), Arc::clone(&board));
        spawned("pages", move || first_pages(&path, data.as_ref(), &first, &next, &wholes))?;
        spawned("robustness", move || whole_pages(&second, &next_whole))?;
        Ok(Self { board, saves })
    }

    /// Makes the page anew.
    pub(super) fn rebuild(&self) {
        let _ended = self.saves.send(self.board.next_save());
    }
}

fn spawned(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    let failed = |source: io::Error| Failure::Usage(format!("a thread cannot be started: {source}"));
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop).map_err(failed)
}

/// The newest of what waits in a channel; `None` when the other end is gone.
fn newest<T>(from: &Receiver<T>) -> Option<T> {
    let first = from.recv().ok()?;
    Some(from.try_iter().last().unwrap_or(first))
}

/// Makes the pages without robustness checks, and hands studies that have such checks on.
fn first_pages(
    path: &Path,
    data: Option<&PathBuf>,
    board: &Board,
    saves: &Receiver<u64>,
    wholes: &Sender<(u64, Prepared)>,
) {
    let (mut engine, mut last) = (Engine::default(), None);
    while let Some(save) = newest(saves) {
        let made = Prepared::of(path, data, &[]).and_then(|prepared| {
            let study = without_checks(&prepared.study);
            let page = page(&mut engine, &study, &prepared)?;
            Ok((page, prepared))
        });
        match made {
            Err(failure) => board.show(save, |shown| shown.problem = Some(failure.to_string())),
            Ok((Page { text, run }, prepared)) => {
                let is_whole = *without_checks(&prepared.study) == *prepared.study;
                let changes = last.as_ref().map(|last| in_words(&Changes::between(last, &run), &prepared.study));
                last = Some(run);
                board.show(save, |shown| {
                    shown.changes = changes.unwrap_or_default();
                    shown.turn(text, !is_whole);
                });
                if !is_whole {
                    let _ended = wholes.send((save, prepared));
                }
            }
        }
    }
}

/// Makes the whole pages.
fn whole_pages(board: &Board, wholes: &Receiver<(u64, Prepared)>) {
    let mut engine = Engine::default();
    while let Some((save, prepared)) = newest(wholes) {
        let study = Arc::clone(&prepared.study);
        match page(&mut engine, &study, &prepared) {
            Ok(page) => board.show(save, |shown| shown.turn(page.text, false)),
            Err(failure) => board.show(save, |shown| {
                shown.provisional = false;
                shown.problem = Some(failure.to_string());
            }),
        }
    }
}

/// A page, and the run that it shows.
struct Page {
    text: String,
    run: Snapshot,
}

fn page(engine: &mut Engine, study: &Arc<Study>, prepared: &Prepared) -> Result<Page, Failure> {
    let found = engine.run(study, &[], &prepared.data)?;
    let edition = prepared.edition(&found);
    let report = found.report(&edition, Part::Page)?;
    let text = report.files.into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
    Ok(Page { text, run: snapshot(&found, prepared)? })
}

fn snapshot(found: &Artefacts, prepared: &Prepared) -> Result<Snapshot, Failure> {
    let mut results = Vec::new();
    found.write(Long::Results, &prepared.edition(found), &mut results)?;
    let run = Snapshot::of(&results).unwrap_or_default();
    Ok(run.with_decisions(decisions(&prepared.normal_form, &[])))
}

/// The study without robustness checks, alternatives and claims, which are judged under other decisions.
fn without_checks(study: &Study) -> Arc<Study> {
    Arc::new(Study {
        robustness: Robustness { seed: study.robustness.seed, ..Robustness::default() },
        alternatives: Vec::new(),
        claims: Vec::new(),
        ..study.clone()
    })
}

/// Changes in the languages of the study's report.
fn in_words(changes: &Changes, study: &Study) -> BTreeMap<String, Vec<equifinal_report::ChangeGroup>> {
    let languages = study.report.languages.iter();
    languages.filter_map(|language| Some((language.to_string(), change_groups(changes, language).ok()?))).collect()
}
