//! The command `explain`: why `run` would rebuild a study.

use equifinal_engine::Stage;

use crate::args::Explain;
use crate::failure::Failure;
use crate::prepared::Prepared;
use crate::study_file;
use crate::unchanged::{Reason, unchanged};

/// Says of each study what would be done, and why.
pub(crate) fn explain(args: &Explain) -> Result<String, Failure> {
    let mut lines = Vec::new();
    for path in study_file::all(&args.studies)? {
        let prepared = Prepared::of(&path, args.data.as_ref(), &[])?;
        let id = &prepared.study.id;
        let made = |typst| prepared.made_from(prepared.inputs(), typst);
        match unchanged(&prepared.report, made) {
            Ok(_) => lines.push(format!("{id}: up to date")),
            Err(reasons) => {
                lines.push(format!("{id}: would be run"));
                lines.extend(staged(&reasons));
            }
        }
    }
    Ok(lines.join("\n"))
}

/// A line each stage from the first that something concerns: why, or that it follows.
fn staged(reasons: &[Reason]) -> Vec<String> {
    let first = reasons.iter().map(|(stage, _)| *stage).min().unwrap_or(Stage::Reading);
    let line = |stage: Stage| {
        let why: Vec<&str> = reasons.iter().filter(|(one, _)| *one == stage).map(|(_, why)| why.as_str()).collect();
        match why.as_slice() {
            [] if stage < first => format!("  {}: nothing has changed", stage.words()),
            [] => format!("  {}: follows", stage.words()),
            why => format!("  {}: {}", stage.words(), why.join("; ")),
        }
    };
    Stage::ALL.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_after_the_first_reason_are_rerun() {
        let reasons = [(Stage::Analysing, "a".to_owned()), (Stage::Analysing, "b".to_owned())];
        assert_eq!(
            staged(&reasons),
            [
                "  reading cases: nothing has changed",
                "  calibrating: nothing has changed",
                "  analysing: a; b",
                "  varying: follows",
                "  writing: follows",
            ]
        );
    }
}
