//! Rules about the study as a whole: its cases, its robustness, its openness.

use equifinal_robustness::resample::Kind;
use equifinal_study::config::NumericDecision;
use equifinal_study::config::{Alternative, Analysis};

use super::verdict::Verdict;
use crate::input::Input;

/// Number of cases from which a test against random data is expected.
const LARGE: usize = 50;

/// The study describes the selection of cases.
pub(super) fn selection(input: &Input<'_>) -> Verdict {
    Verdict::unless(if input.study.flow.is_empty() { vec!["flow".to_owned()] } else { Vec::new() })
}

/// Truth table, parameters and cases are printed, which holds for every report.
pub(super) fn printed(_: &Input<'_>) -> Verdict {
    Verdict::Pass
}

/// Only the author can decide.
pub(super) fn left_to_the_author(_: &Input<'_>) -> Verdict {
    Verdict::NotApplicable
}

/// Passes if `tried` is true, or an alternative that could be run satisfies `has`.
fn some(input: &Input<'_>, tried: bool, has: impl Fn(&Alternative) -> bool) -> Verdict {
    let any = tried || input.study.alternatives.iter().filter(|one| was_run(input, one)).any(has);
    Verdict::unless(if any { Vec::new() } else { vec!["robustness.alternatives".to_owned()] })
}

/// True if an alternative could be run for some analysis.
fn was_run(input: &Input<'_>, alternative: &Alternative) -> bool {
    let found = input.alternatives.iter().find(|found| found.id == alternative.id);
    found.is_none_or(|found| found.comparisons.iter().any(|comparison| comparison.changed.is_ok()))
}

/// True if the evaluated multiverse varies a decision whose name satisfies `is`.
fn in_multiverse(input: &Input<'_>, is: impl Fn(&str) -> bool) -> bool {
    let gone_through = input.robustness.multiverse.iter().filter(|found| !found.swept);
    gone_through.flat_map(|found| &found.dimensions).any(|varied| is(&varied.name))
}

/// True if an alternative changes the value of `of` for an analysis.
fn changes<T: PartialEq>(input: &Input<'_>, alternative: &Alternative, of: impl Fn(&Analysis) -> T) -> bool {
    alternative.variant.analyses.iter().any(|changed| {
        let own = input.study.analyses.iter().find(|own| own.name == changed.name);
        own.is_some_and(|own| of(own) != of(changed))
    })
}

/// Consistency, PRI or frequency is varied.
pub(super) fn robust_cutoffs(input: &Input<'_>) -> Verdict {
    let cutoff = |name: &str| ["consistency", "pri", "frequency"].contains(&name);
    let moved = input.robustness.ranges.iter().any(|found| !found.ranges.is_empty());
    some(input, moved || in_multiverse(input, cutoff), |alternative| {
        changes(input, alternative, |analysis| analysis.truth_table)
    })
}

/// A calibration is varied.
pub(super) fn robust_calibration(input: &Input<'_>) -> Verdict {
    let mut ranges = input.robustness.ranges.iter().flat_map(|found| &found.ranges);
    let moved = ranges.any(|range| matches!(range.decision, NumericDecision::Anchor { .. }));
    let anchor = |name: &str| name.contains('.') && !name.starts_with("expectations.");
    some(input, moved || in_multiverse(input, anchor), |alternative| {
        let pairs = alternative.variant.sets.iter().zip(&input.study.sets);
        pairs.into_iter().any(|(changed, own)| changed.calibrate != own.calibrate)
    })
}

/// The conditions are varied.
pub(super) fn robust_conditions(input: &Input<'_>) -> Verdict {
    some(input, in_multiverse(input, |name| name == "drop_conditions"), |alternative| {
        changes(input, alternative, |analysis| analysis.conditions.clone())
    })
}

/// The cases are varied.
pub(super) fn robust_cases(input: &Input<'_>) -> Verdict {
    let redrawn =
        input.robustness.resampled.iter().any(|found| matches!(found.kind, Kind::LeaveOut(_) | Kind::Bootstrap));
    let dropped = in_multiverse(input, |name| name == "drop_cases");
    some(input, redrawn || dropped, |alternative| !alternative.variant.drop_cases.is_empty())
}

/// With many cases, the solution is compared with random data.
pub(super) fn random_data(input: &Input<'_>) -> Verdict {
    if input.case_count() < LARGE {
        return Verdict::NotApplicable;
    }
    let held = !input.robustness.permuted.is_empty() || !input.robustness.random_data.is_empty();
    Verdict::unless(if held { Vec::new() } else { vec![format!("N = {}", input.case_count())] })
}

/// Raw and calibrated data are available.
pub(super) fn replication(input: &Input<'_>) -> Verdict {
    use equifinal_study::config::Provenance::{Original, Published, Reconstructed, Synthetic};
    match input.study.provenance {
        Original | Published => Verdict::Pass,
        kind @ (Reconstructed | Synthetic) => Verdict::Fail(vec![format!("provenance: {}", kind.name())]),
    }
}
