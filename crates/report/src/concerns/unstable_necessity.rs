//! A necessary condition that is still necessary in fewer than half of the draws.

use equifinal_qca::findings::Findings;
use equifinal_robustness::resample::{Kind, Resampled};
use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::number;
use crate::weaknesses::{is_fragile, share};

/// One concern for each condition and kind of draws.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    input.robustness.resampled.iter().flat_map(|drawn| of(input, speaker, drawn)).collect()
}

fn of(input: &Input<'_>, speaker: &Speaker, drawn: &Resampled) -> Vec<Found> {
    let judged = drawn.judged();
    let outcome = input.findings.iter().find(|findings| findings.analysis.name == drawn.analysis);
    let found = |(expression, kept): &(String, u64)| {
        let share = share(*kept, judged).filter(|share| is_fragile(*share))?;
        let names = Names::of(input, speaker);
        let args = [
            ("condition", literal(names, outcome, expression).into()),
            ("outcome", outcome.map_or_else(String::new, |of| names.analysis(&of.analysis.name)).into()),
            ("share", number::percent(share).into()),
            ("draws", speaker.say(&key(drawn.kind)).into()),
        ];
        let evidence = json!({
            "analysis": drawn.analysis, "condition": expression, "draws": drawn.kind.name(), "kept": kept, "of": judged,
            "share": share,
        });
        Some(Found::new(Severity::High, evidence, speaker.say_of("warning-unstable-necessity", &args)))
    };
    drawn.necessary.iter().filter_map(found).collect()
}

/// The label of a necessary literal.
fn literal(names: Names<'_>, findings: Option<&Findings>, expression: &str) -> String {
    let label = findings.and_then(|findings| {
        let row = findings.necessity.iter().find(|row| row.expression == expression)?;
        Some(names.necessary(findings, row))
    });
    label.unwrap_or_else(|| expression.to_owned())
}

/// The message with the name of a kind of draws.
fn key(kind: Kind) -> String {
    format!("draws-{}", kind.name().replace('_', "-"))
}
