//! Distance of a universe from the study's own decisions.

use equifinal_study::config::Decision;

use crate::plan::Plan;

/// A universe that loses a finding; the smaller is nearer to the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Break {
    /// Number of decisions that differ from the study's own.
    pub decisions: usize,
    /// Their total distance, as shares of the decisions' extents in millionths.
    far: u64,
    /// The universe.
    pub universe: u64,
}

impl Break {
    /// The universe of this number, with its distance from the study.
    pub(crate) fn of(plan: &Plan<'_>, universe: u64) -> Self {
        let (mut decisions, mut far) = (0, 0);
        let taken = plan.by_dimension(universe).zip(plan.own());
        for ((decision, own), extent) in taken.zip(plan.extents()) {
            match (decision.number(), own.as_ref().and_then(Decision::number)) {
                (Some(value), Some(own)) => {
                    let distance = (value - own).abs();
                    if distance > 1e-12 {
                        decisions += 1;
                        let share = if *extent > 0.0 { distance / extent } else { 1.0 };
                        #[expect(
                            clippy::cast_possible_truncation,
                            clippy::cast_sign_loss,
                            reason = "not negative, small"
                        )]
                        let millionths = libm::round(share * 1e6) as u64;
                        far += millionths;
                    }
                }
                _ if own.as_ref() == Some(&*decision) => {}
                _ => {
                    decisions += 1;
                    far += 1_000_000;
                }
            }
        }
        Self { decisions, far, universe }
    }
}
