//! The last lines of a run: what has changed since the last report.

use crate::language::tell;
use std::path::Path;

use equifinal_report::{Changes, Snapshot};

use crate::diff;
use crate::failure::Failure;
use crate::manifest::MadeFrom;
use crate::plan::decisions;
use crate::report_folder::RESULTS;

/// Maximum size of results that are compared, in bytes.
const COMPARED: u64 = 1 << 24;

/// Maximum number of lines.
const LINES: usize = 30;

/// The last report of a study.
pub(super) enum Last {
    /// Its run.
    Run(Box<Snapshot>),
    /// Its results are too long to compare.
    TooLong,
}

/// The last report in a folder; `None` if there is none that can be compared.
pub(super) fn last(report: &Path) -> Option<Last> {
    if is_too_long(report)? {
        return Some(Last::TooLong);
    }
    diff::of_report(report).ok().map(|run| Last::Run(Box::new(run)))
}

/// True if the results are too long to compare; `None` if there are none.
fn is_too_long(report: &Path) -> Option<bool> {
    Some(report.join(RESULTS).metadata().ok()?.len() > COMPARED)
}

/// The differences between the last report and the one that is there now.
pub(super) fn lines(last: Last, report: &Path, made: &MadeFrom) -> Result<Vec<String>, Failure> {
    let Last::Run(last) = last else { return Ok(too_long()) };
    if is_too_long(report).unwrap_or_default() {
        return Ok(too_long());
    }
    let now = diff::of_results(&report.join(RESULTS))?.with_decisions(decisions(&made.normal_form, &[]));
    let lines = diff::lines(&Changes::between(&last, &now))?;
    if lines.is_empty() {
        return Ok(vec![tell!("since-nothing")]);
    }
    let others = lines.len().saturating_sub(LINES);
    let mut said = vec![tell!("since")];
    said.extend(lines.into_iter().take(LINES).map(|line| format!("    {line}")));
    if others > 0 {
        said.push(tell!("since-more", others));
    }
    Ok(said)
}

fn too_long() -> Vec<String> {
    vec![tell!("since-too-long", results = RESULTS, compared = COMPARED >> 20)]
}
