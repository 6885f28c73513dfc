//! Warnings about robustness analyses.

use equifinal_robustness::claims::Verdict;
use equifinal_robustness::comparison::{self, NoSolution};

use crate::claims::{judged, why};
use crate::input::Input;
use crate::messages::Speaker;
use crate::names::Names;
use crate::words::no_solution;

/// Alternatives that could not be compared, universes that were not evaluated or left undecided by a limit, and
/// undecided claims.
pub(super) fn warnings(input: &Input<'_>, speaker: &Speaker) -> Vec<String> {
    let mut all = Vec::new();
    for alternative in input.alternatives {
        for comparison in &alternative.comparisons {
            let comparison::Verdict::NotComparable(reason) = &comparison.verdict else { continue };
            if !is_result(reason) {
                let args = [
                    ("alternative", alternative.id.as_str().into()),
                    ("analysis", comparison.analysis.as_str().into()),
                    ("reason", no_solution(reason, speaker).into()),
                ];
                all.push(speaker.say_of("warning-alternative", &args));
            }
        }
    }
    let multiverse = input.robustness.multiverse.iter();
    all.extend(
        multiverse
            .clone()
            .filter(|found| found.swept)
            .map(|found| speaker.say_of("warning-swept", &[("count", found.size.to_string().into())])),
    );
    let tallies = multiverse.flat_map(|found| &found.tallies).filter(|tally| tally.undecided > 0);
    all.extend(tallies.map(|tally| {
        let args = [
            ("analysis", tally.analysis.as_str().into()),
            ("count", tally.undecided.into()),
            ("possible", tally.possible().to_string().into()),
        ];
        speaker.say_of("warning-undecided", &args)
    }));
    all.extend(judged(input).filter_map(|(claim, judged)| {
        let Verdict::Undecided { .. } = judged.verdict else { return None };
        let args = [("claim", claim.id.as_str().into()), ("why", why(judged, Names::of(input, speaker))?.into())];
        Some(speaker.say_of("claim-undecided-why", &args))
    }));
    all
}

/// True if a missing solution is the result of an alternative.
fn is_result(reason: &NoSolution) -> bool {
    match reason {
        NoSolution::After(refusal) | NoSolution::Before(refusal) => !refusal.is_budget(),
        NoSolution::Unlisted { .. } | NoSolution::Unfit(_) => false,
    }
}
