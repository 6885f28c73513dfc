//! Universes of the multiverse that were not evaluated, or left undecided by a limit.

use serde_json::json;

use super::found::Found;
use super::severity::Severity;
use crate::input::Input;
use crate::messages::Speaker;

/// One concern if the multiverse is for sweeps; otherwise one for each analysis with undecided universes.
pub(super) fn found(input: &Input<'_>, speaker: &Speaker) -> Vec<Found> {
    let multiverse = input.robustness.multiverse.iter();
    let swept = multiverse.clone().filter(|found| found.swept).map(|found| {
        let said = speaker.say_of("warning-swept", &[("count", found.size.to_string().into())]);
        Found::new(Severity::Medium, json!({"universes": found.size, "evaluated": 0}), said)
    });
    let undecided = multiverse.flat_map(|found| &found.tallies).filter(|tally| tally.undecided > 0).map(|tally| {
        let args = [
            ("analysis", tally.analysis.as_str().into()),
            ("count", tally.undecided.into()),
            ("possible", tally.possible().to_string().into()),
        ];
        let evidence = json!({"analysis": tally.analysis, "undecided": tally.undecided, "possible": tally.possible()});
        Found::new(Severity::Medium, evidence, speaker.say_of("warning-undecided", &args))
    });
    swept.chain(undecided).collect()
}
