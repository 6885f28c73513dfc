//! The crossover policy for memberships near 0.5; no other module applies it.

use equifinal_study::config::AtCrossover;
use equifinal_study::crossover::is_near;
use equifinal_study::memberships::Set;

/// A condition's membership near 0.5.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossoverCell {
    /// The case.
    pub case: String,
    /// The condition.
    pub condition: String,
    /// The membership as calibrated.
    pub membership: f64,
    /// The membership used in the analysis; `None` if the case is left out.
    pub used: Option<f64>,
}

/// The value that `at_crossover: present` gives a membership near 0.5.
pub(crate) const PRESENT: f64 = 0.501;
/// The value that `at_crossover: absent` gives it.
pub(crate) const ABSENT: f64 = 0.499;

/// True if the policy applies to the membership of a case in a condition; levels are not degrees.
pub(crate) fn concerns(condition: &Set, case: usize) -> bool {
    condition.kind.has_degrees() && is_near(condition.values[case])
}

/// The membership of a case in a condition as used in the analysis; `None` if the case is left out.
pub(crate) fn used(policy: AtCrossover, condition: &Set, case: usize) -> Option<f64> {
    let calibrated = condition.values[case];
    match policy {
        _ if !concerns(condition, case) => Some(calibrated),
        AtCrossover::Warn | AtCrossover::Refuse => Some(calibrated),
        AtCrossover::Present => Some(PRESENT),
        AtCrossover::Absent => Some(ABSENT),
        AtCrossover::Drop => None,
    }
}
