//! The command `explain`: why `run` would rebuild a study.

use crate::language::tell;
use equifinal_engine::Stage;
use equifinal_study::message::Message;

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
            Ok(_) => lines.push(tell!("explain-current", id)),
            Err(reasons) => {
                lines.push(tell!("explain-run", id));
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
            [] if stage < first => tell!("explain-unchanged", stage = stage.words()),
            [] => tell!("explain-follows", stage = stage.words()),
            why => tell!(
                "explain-why",
                stage = stage.words(),
                why = Message::clauses(why.iter().map(|why| Message::verbatim(*why)))
            ),
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
