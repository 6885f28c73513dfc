//! Random data give a solution too often.

use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::number;
use crate::weaknesses::{CHANCE, share};

/// One concern for each analysis and kind of random tables.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let robustness = input.robustness;
    let permuted = robustness.permuted.iter().map(|one| (&one.analysis, "permutation", one.any_solution, one.draws));
    let random = robustness.random_data.iter().map(|one| (&one.analysis, "random_data", one.any_solution, one.draws));
    random.chain(permuted).filter_map(|one| of(input, speaker, one)).collect()
}

fn of(
    input: &Input<'_>,
    speaker: &Speaker,
    (analysis, tables, solved, draws): (&String, &str, u64, u64),
) -> Option<Found> {
    let share = share(solved, draws).filter(|share| *share > CHANCE)?;
    let findings = input.findings.iter().find(|findings| findings.analysis.name == *analysis)?;
    let key = if tables == "random_data" { "warning-chance-random-data" } else { "warning-chance-permutation" };
    let args = [
        ("outcome", Names::of(input, speaker).outcome(&findings.analysis.outcome).into()),
        ("share", number::percent(share).into()),
        ("count", draws.to_string().into()),
    ];
    let evidence = json!({
        "analysis": analysis, "tables": tables, "with_solution": solved, "of": draws, "share": share, "bar": CHANCE,
    });
    Some(Found::new(Severity::High, evidence, speaker.say_of(key, &args)))
}
