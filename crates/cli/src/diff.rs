//! The command `diff`: what differs between two runs.

use crate::language::{spoken, tell};
use std::path::{Path, PathBuf};

use equifinal_engine::Engine;
use equifinal_report::{Changes, Snapshot, change_groups, changes_page};

use crate::args::{Diff, DiffFormat};
use crate::failure::Failure;
use crate::plan::decisions;
use crate::prepared::Prepared;
use crate::report_folder::RESULTS;
use crate::{plain_file, study_file, unchanged};

/// Compares two runs and says what differs.
pub(crate) fn diff(args: &Diff) -> Result<String, Failure> {
    let data = args.data.as_ref();
    let (before, after) = match &args.after {
        Some(after) => (Side::of(&args.before, data)?, Side::of(after, data)?),
        None => {
            let path = study_file::find(&args.before)?;
            let prepared = Prepared::of(&path, data, &[])?;
            (Side::of_report(&prepared.report)?, Side::of_study(&path, &prepared)?)
        }
    };
    let changes = Changes::between(&before.run, &after.run);
    Ok(match args.format {
        DiffFormat::Text if changes.is_empty() => tell!("nothing-differs"),
        DiffFormat::Text => lines(&changes)?.join("\n"),
        DiffFormat::Json => serde_json::to_string_pretty(&changes).unwrap_or_default(),
        DiffFormat::Html => changes_page(&changes, &before.name, &after.name)?,
    })
}

/// Changes for the terminal: headings, with indented lines below each.
pub(crate) fn lines(changes: &Changes) -> Result<Vec<String>, Failure> {
    let groups = change_groups(changes, spoken().tag())?.into_iter();
    Ok(groups
        .flat_map(|group| {
            let lines = group.lines.into_iter().map(|line| format!("  {line}"));
            std::iter::once(group.heading).chain(lines)
        })
        .collect())
}

/// The run that the report in a folder shows, with its decisions where they are known.
pub(crate) fn of_report(report: &Path) -> Result<Snapshot, Failure> {
    let run = of_results(&report.join(RESULTS))?;
    Ok(match unchanged::recorded_study(report) {
        Some(normal_form) => run.with_decisions(decisions(&normal_form, &[])),
        None => run,
    })
}

/// One of the two runs.
struct Side {
    name: String,
    run: Snapshot,
}

impl Side {
    /// The run that a text of the command line names.
    fn of(named: &str, data: Option<&PathBuf>) -> Result<Self, Failure> {
        let path = Path::new(named);
        if path.is_dir() {
            Self::of_report(path)
        } else if path.extension().is_some_and(|extension| extension == "json") {
            Ok(Self { name: named.to_owned(), run: of_results(path)? })
        } else {
            let path = study_file::find(named)?;
            Self::of_study(&path, &Prepared::of(&path, data, &[])?)
        }
    }

    fn of_report(folder: &Path) -> Result<Self, Failure> {
        Ok(Self { name: folder.display().to_string(), run: of_report(folder)? })
    }

    /// The study as it is now; nothing is written.
    fn of_study(path: &Path, prepared: &Prepared) -> Result<Self, Failure> {
        let found = Engine::default().run(&prepared.study, &[], &prepared.data)?;
        Ok(Self { name: path.display().to_string(), run: prepared.snapshot(&found)? })
    }
}

/// The run whose results are in a file.
pub(crate) fn of_results(path: &Path) -> Result<Snapshot, Failure> {
    let bytes = plain_file::bytes(path).map_err(|source| Failure::Read { path: path.to_owned(), source })?;
    Snapshot::of(&bytes).map_err(|problem| {
        Failure::Usage(tell!("not-results", path = path.display(), problem = problem.to_string(), results = RESULTS))
    })
}
