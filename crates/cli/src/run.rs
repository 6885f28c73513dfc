//! The command `run`: builds reports.

mod one;

use crate::language::tell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use equifinal_engine::{Analyse, Stage};
use equifinal_qca::analyse;
use rayon::prelude::*;

use crate::args::Run;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::unchanged::RunMessages;
use crate::{print_error, say, site, study_file};
use one::Task;
pub(crate) use one::verdict_words;

/// Runs every study. A failing study does not stop the others; the exit code is that of the first failure.
pub(crate) fn run(args: &Run, progress: &Progress) -> Exit {
    run_by(analyse, args, progress)
}

/// As [`run`], with `analyse` for the analyses. Studies run in parallel; reports and messages follow in the order of
/// the command line.
fn run_by(analyse: Analyse, args: &Run, progress: &Progress) -> Exit {
    progress.expect(args.studies.len() * Stage::ALL.len());
    let (mut exit, mut targets, mut paths) = (Exit::Fine, Vec::new(), Vec::new());
    let read = |study: &String| {
        let found = study_file::find(study);
        let path = found.as_ref().map_or_else(|_| PathBuf::from(study), PathBuf::clone);
        (path, found.and_then(|path| study_file::read_with_normal_form(&path)))
    };
    let read: Vec<_> = args.studies.par_iter().map(read).collect();
    // One after the other, so that two runs take up the ledgers in the same order.
    let prepare = |(path, read): (PathBuf, Result<_, Failure>)| {
        paths.push(path.clone());
        Task::of(read?, &path, args, &mut targets)
    };
    let tasks: Vec<Result<Task, Failure>> = read.into_iter().map(prepare).collect();
    let (made, next) = mpsc::channel();
    thread::scope(|scope| {
        // The thread that writes is none of those that compute: while it keeps interruptions off, it takes up no study.
        scope.spawn(move || {
            tasks.into_par_iter().enumerate().for_each_with(made, |made, (place, task)| {
                let _ = made.send((place, task.and_then(|task| task.made(analyse, args.force, progress))));
            });
        });
        let (mut waiting, mut places) = (BTreeMap::new(), paths.iter().enumerate());
        for (place, found) in next {
            waiting.insert(place, found);
            while let Some((place, path)) = places.clone().next()
                && let Some(found) = waiting.remove(&place)
            {
                places.next();
                let said = found.and_then(|made| made.written()).and_then(|done| print_outcome(&done, progress));
                if let Err(failure) = said {
                    let which = failed(path, &failure);
                    progress.aside(|| print_error(&format!("{which}{failure}")));
                    exit = if exit == Exit::Fine { failure.exit() } else { exit };
                }
            }
        }
    });
    match index(args, &targets) {
        Err(failure) => {
            print_error(&failure.to_string());
            if exit == Exit::Fine { failure.exit() } else { exit }
        }
        Ok(()) => exit,
    }
}

/// Runs the study at `path` and writes its report into the default folder, and the index page of all reports; prints
/// nothing. A report that is up to date stays, unless `force`.
pub(crate) fn one_study(
    path: &Path,
    force: bool,
    progress: &Progress,
) -> Result<(String, PathBuf, RunMessages), Failure> {
    let (args, mut targets) = (Run::of(path, force), Vec::new());
    let task = Task::of(study_file::read_with_normal_form(path)?, path, &args, &mut targets)?;
    let done = task.made(analyse, force, progress)?.written()?;
    index(&args, &targets)?;
    Ok(done)
}

/// Prints the outcome of a study, warnings first.
fn print_outcome((study, target, said): &(String, PathBuf, RunMessages), progress: &Progress) -> Result<(), Failure> {
    said.warnings.iter().for_each(|warning| tracing::warn!("{study}: {warning}"));
    let first = format!("{study}: {}", target.join(&said.main).display());
    let lines: Vec<&str> = std::iter::once(first.as_str()).chain(said.lines.iter().map(String::as_str)).collect();
    progress.aside(|| say(&lines.join("\n")))
}

/// The line before the message of a failure.
fn failed(path: &Path, failure: &Failure) -> String {
    match failure.exit() {
        Exit::DataRefused => tell!("data-refused", path = path.display()),
        Exit::Bug => tell!("not-run", path = path.display()),
        _ => String::new(),
    }
}

/// Writes the index page of every folder with new reports, including `--out` if it is such a folder.
fn index(args: &Run, targets: &[PathBuf]) -> Result<(), Failure> {
    if args.out.is_some() && args.studies.len() == 1 {
        return Ok(());
    }
    let folders: BTreeSet<&Path> = targets.iter().filter_map(|report| report.parent()).collect();
    folders.into_iter().filter(|folder| folder.exists()).try_for_each(site::write)
}

#[cfg(test)]
mod tests;
