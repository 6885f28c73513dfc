//! Names of the choices a study makes, as its file writes them and as message keys.

use equifinal_robustness::alternatives::Verdict;
use equifinal_study::config::AtCrossover;

/// A crossover policy.
pub(crate) fn policy(policy: AtCrossover) -> &'static str {
    match policy {
        AtCrossover::Warn => "warn",
        AtCrossover::Refuse => "refuse",
        AtCrossover::Present => "present",
        AtCrossover::Absent => "absent",
        AtCrossover::Drop => "drop",
    }
}

/// How a changed solution stands to the original.
pub(crate) fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "same",
        Verdict::Subset => "subset",
        Verdict::Superset => "superset",
        Verdict::Partial => "partial",
        Verdict::Different => "different",
        Verdict::NotComparable(_) => "not_comparable",
    }
}
