//! Makes the page of a study anew after each save: first without the robustness checks, which take longest, then whole.

use crate::language::tell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use equifinal_engine::{Artefacts, Engine, Part};
use equifinal_report::{ChangeGroup, Changes, change_groups};
use equifinal_study::config::{Robustness, Study};

use super::board::{Board, Pages};
use crate::failure::Failure;
use crate::prepared::Prepared;

/// How long a browser has the machine for itself to show a first page, before the robustness checks take all of it.
const SHOWING: Duration = Duration::from_millis(150);

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
    let failed = |source: io::Error| Failure::Usage(tell!("preview-thread", source));
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
            let found = engine.run(&study, &[], &prepared.data)?;
            let (pages, run) = rayon::join(|| pages(&found, &prepared), || prepared.snapshot(&found));
            Ok((pages?, run?, *study == *prepared.study, prepared))
        });
        match made {
            Err(failure) => board.show(save, |shown| shown.problem = Some(failure.to_string())),
            Ok((pages, run, is_whole, prepared)) => {
                let changes = last.as_ref().map(|last| in_words(&Changes::between(last, &run), &prepared.study));
                last = Some(run);
                board.show(save, |shown| {
                    shown.changes = changes.unwrap_or_default();
                    shown.turn(pages, !is_whole);
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
    while let Some(mut next) = newest(wholes) {
        while let Ok(newer) = wholes.recv_timeout(SHOWING) {
            next = newer;
        }
        let (save, prepared) = next;
        let found = engine.run(&prepared.study, &[], &prepared.data).map_err(Failure::from);
        match found.and_then(|found| pages(&found, &prepared)) {
            Ok(pages) => board.show(save, |shown| shown.complete(pages)),
            Err(failure) => board.show(save, |shown| {
                shown.provisional = false;
                shown.problem = Some(failure.to_string());
            }),
        }
    }
}

/// The pages of a run.
fn pages(found: &Artefacts, prepared: &Prepared) -> Result<Pages, Failure> {
    let report = found.report(&prepared.edition(found), Part::Pages)?;
    let languages = prepared.study.report.languages.iter().map(ToString::to_string);
    Ok(languages.zip(report.files.into_iter().map(|(_, bytes)| bytes.into())).collect())
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
fn in_words(changes: &Changes, study: &Study) -> BTreeMap<String, Vec<ChangeGroup>> {
    let languages = study.report.languages.iter();
    languages.filter_map(|language| Some((language.to_string(), change_groups(changes, language).ok()?))).collect()
}
