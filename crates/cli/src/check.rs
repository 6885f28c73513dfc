//! The command `check`: compares committed reports with a new run, and evaluates every claim.
//!
//! Everything is computed anew in memory; nothing is written.

mod cause;
mod checked;
mod difference;
mod github;
mod junit;
mod outcome;
mod sarif;

use crate::language::{spoken, tell};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use equifinal_engine::{Engine, Part, Stage, World};

use equifinal_study::config::Standards;

use crate::archive::{Altered, Unpacked};
use crate::args::{Check, CheckFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::manifest::{manifest, typst_of};
use crate::output::Output;
use crate::plain_file::own_bytes;
use crate::prepared::Prepared;
use crate::progress::{Progress, Watched};
use crate::report_folder::{MANIFEST, Unlisted, is_compared, unlisted};
use crate::{print_error, say, site, study_file};
use checked::{Checked, Stale};
use difference::{find, first_difference};
use outcome::Outcome;

/// Checks the named studies, or all studies in `configs/`.
///
/// The exit code is the most severe of: a study that could not be checked, a claim that does not hold, a stale
/// report.
pub(crate) fn check(args: &Check, progress: &Progress) -> Exit {
    let found = match &args.archive {
        None => study_file::all(&args.studies).map(|paths| {
            let (data, root) = (args.data.clone(), study_file::root());
            let has_index = args.studies.is_empty();
            check_all(&Checking { paths, data, root, format: args.format, has_index, package: None }, progress)
        }),
        Some(archive) => check_archive(archive, args.format, progress),
    };
    found.unwrap_or_else(|failure| {
        print_error(&failure.to_string());
        failure.exit()
    })
}

/// The studies to check, and where they are.
struct Checking {
    paths: Vec<PathBuf>,
    /// The folder of the data; beside the studies where absent.
    data: Option<PathBuf>,
    /// The project.
    root: PathBuf,
    format: CheckFormat,
    /// True if the page that lists all reports is checked too.
    has_index: bool,
    /// The archive that the project was unpacked from, and its changed files.
    package: Option<(PathBuf, Vec<Altered>)>,
}

impl Checking {
    /// A path as the user sees it: inside the package, for it is unpacked in a folder that is gone afterwards.
    fn shown(&self, path: &Path) -> PathBuf {
        let inside = self.package.as_ref().and_then(|_| path.strip_prefix(&self.root).ok());
        inside.unwrap_or(path).to_owned()
    }
}

/// Checks a package: that its files are those that were packed, then its study.
fn check_archive(archive: &Path, format: CheckFormat, progress: &Progress) -> Result<Exit, Failure> {
    let package = Unpacked::of(archive)?;
    if package.studies.is_empty() {
        return Err(Failure::Usage(tell!("archive-not", path = archive.display())));
    }
    let Unpacked { folder, project: root, studies: paths, altered } = package;
    let package = Some((archive.to_owned(), altered));
    let found = check_all(&Checking { paths, data: None, root, format, has_index: false, package }, progress);
    drop(folder);
    Ok(found)
}

/// The exit code and the message of the check of one study.
pub(crate) fn message_of(path: &Path, data: Option<&PathBuf>, progress: &Progress) -> Result<(Exit, String), Failure> {
    let checked = check_study(path, data, progress)?;
    let exit = if checked.stale.is_some() { Exit::Stale } else { checked.exit() };
    Ok((exit, checked.message(path)))
}

fn check_all(args: &Checking, progress: &Progress) -> Exit {
    let paths = &args.paths;
    progress.expect(paths.len() * Stage::ALL.len());
    let (mut refused, mut found, mut outcomes) = (None, Exit::Fine, Vec::new());
    let said = |message: &str| if args.format.has_text() { progress.aside(|| say(message)) } else { Ok(()) };
    let data = args.data.clone().unwrap_or_else(|| args.root.join("data"));
    for path in paths {
        let (checked, place) = (check_study(path, args.data.as_ref(), progress), args.shown(path));
        let checked = checked.and_then(|mut checked| {
            checked.report = args.shown(&checked.report);
            said(&checked.message(&place))?;
            Ok(checked)
        });
        match checked {
            Ok(checked) => {
                found = found.max(checked.exit());
                outcomes.push(Outcome::of(&checked, path, &place));
            }
            Err(failure) => {
                progress.aside(|| {
                    print_error(&tell!("not-checked", path = place.display(), failure = failure.to_string()))
                });
                outcomes.push(Outcome::refused(&failure, &place, &data));
                refused = refused.or(Some(failure.exit()));
            }
        }
    }
    let reports = args.root.join("reports");
    if args.has_index && reports.exists() {
        let page = index(&reports).and_then(|message| {
            message.iter().try_for_each(|message| said(message))?;
            Ok(message)
        });
        match page {
            Ok(message) => {
                found = found.max(if message.is_some() { Exit::Stale } else { Exit::Fine });
                outcomes.push(Outcome::of_index(&reports.join(site::INDEX), message));
            }
            Err(failure) => {
                progress.aside(|| print_error(&failure.to_string()));
                refused = refused.or(Some(failure.exit()));
            }
        }
    }
    if let Some((archive, altered)) = &args.package {
        let lines: Vec<&str> = altered.iter().map(|one| one.said.as_str()).collect();
        let whole = || tell!("archive-whole", path = archive.display());
        let printed = said(&if lines.is_empty() { whole() } else { lines.join("\n") });
        refused = refused.or(printed.err().map(|failure| failure.exit()));
        found = found.max(if lines.is_empty() { Exit::Fine } else { Exit::Stale });
        outcomes.push(Outcome::of_package(archive, altered));
    }
    if let Err(failure) = told(args.format, &outcomes) {
        print_error(&failure.to_string());
        refused = refused.or(Some(failure.exit()));
    }
    refused.unwrap_or(found)
}

/// Prints what was found for other programs; nothing without a format.
fn told(format: CheckFormat, outcomes: &[Outcome]) -> Result<(), Failure> {
    match format {
        CheckFormat::Text => Ok(()),
        CheckFormat::Github => match github::annotations(outcomes).as_str() {
            "" => Ok(()),
            annotations => say(annotations),
        },
        CheckFormat::Junit => say(&junit::suites(outcomes).map_err(Failure::Answer)?),
        CheckFormat::Sarif => say(&sarif::log(outcomes)),
    }
}

/// The difference between the committed index page and a new one; `None` if they are equal.
fn index(reports: &Path) -> Result<Option<String>, Failure> {
    let path = reports.join(site::INDEX);
    let committed = match own_bytes(&path) {
        Err(source) => return Err(Failure::Read { path, source }),
        Ok(bytes) => bytes.map(|bytes| (site::INDEX.to_owned(), bytes)).into_iter().collect::<Vec<_>>(),
    };
    Ok(first_difference(&committed, &[site::index(reports)?]).map(|(difference, _)| {
        let mut lines = vec![tell!("page-stale", path = path.display())];
        lines.extend(difference.message(reports));
        lines.push(tell!("replace-page"));
        lines.join("\n")
    }))
}

fn check_study(path: &Path, data: Option<&PathBuf>, progress: &Progress) -> Result<Checked, Failure> {
    let prepared = Prepared::of(path, data, &[])?;
    let id = prepared.study.id.clone();
    let watched = Watched { data: &prepared.data, study: &id, progress };
    let found = Engine::default().run(&prepared.study, &[], &watched)?;
    let edition = prepared.edition(&found);
    watched.begins(Stage::Writing);
    let mut now = found.report(&edition, Part::Committed)?.files;
    for file in found.long() {
        let mut bytes = Vec::new();
        found.write(file, &edition, &mut bytes)?;
        now.push((file.name().to_owned(), bytes));
    }
    let claims = found.verdicts(&edition, spoken().tag())?;
    let mut unanswered = found.concerns(&edition, spoken().tag())?;
    unanswered.retain(|concern| found.study.standards == Standards::Gate && !concern.is_acknowledged);
    let committed = committed(&prepared.report)?;
    let typst = find(&committed, MANIFEST).and_then(|manifest| typst_of(manifest));
    let made = prepared.made_from(found.inputs.clone(), typst);
    now.push(manifest(&made, found.entry(&edition), Vec::new(), &now));
    let report = prepared.report;
    let unlisted = unlisted(&report).map_err(|source| Failure::Read { path: report.clone(), source })?;
    let stale = stale(&committed, &now, unlisted);
    Ok(Checked { id, report, stale, claims, unanswered })
}

/// Differences between the committed files of a report and those of a run now; `None` if there are none.
fn stale(committed: &[Output], now: &[Output], unlisted: Unlisted) -> Option<Stale> {
    let (added, written): (Vec<Output>, Vec<Output>) =
        committed.iter().cloned().partition(|(name, _)| unlisted.files.contains(name));
    let difference = first_difference(&written, now);
    let is_stale = difference.is_some() || !added.is_empty();
    is_stale.then(|| Stale { difference, unlisted, causes: cause::causes(committed, now) })
}

/// The files of a committed report that a check compares, by name; none where there is no report.
fn committed(report: &Path) -> Result<Vec<Output>, Failure> {
    let mut files = Vec::new();
    collect(report, "", &mut files).map_err(|source| Failure::Read { path: report.to_owned(), source })?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<Output>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if is_compared(&name) {
            files.extend(own_bytes(&entry.path())?.map(|bytes| (name, bytes)));
        }
    }
    Ok(())
}
