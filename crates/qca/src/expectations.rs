//! Directional expectations: levels of conditions, or conjunctions, expected to contribute to the outcome.

use equifinal_study::config::Expect;

use crate::space::{Cube, Space};

/// Directional expectations over the space of an analysis.
#[derive(Debug, Clone)]
pub(crate) struct Expectations {
    /// For each condition the levels expected to contribute; `None` without an expectation.
    single: Vec<Option<Cube>>,
    /// For each conjunction expected to contribute, the levels of its conditions that agree with it.
    joint: Vec<Cube>,
}

impl Expectations {
    /// Builds expectations from single conditions and from conjunctions, given as their agreeing levels.
    pub(crate) fn new(space: &Space, single: &[Expect], joint: Vec<Cube>) -> Self {
        let levels = |condition: usize, levels: &[usize]| {
            Some(levels.iter().fold(0, |all, &level| all | space.literal(condition, level)))
        };
        let single = single.iter().enumerate().map(|(condition, expect)| match expect {
            Expect::Any => None,
            Expect::Present => levels(condition, &[1]),
            Expect::Absent => levels(condition, &[0]),
            Expect::Levels(wanted) => levels(condition, wanted),
        });
        Self { single: single.collect(), joint }
    }

    /// True if there is any expectation; without one, counterfactuals are neither easy nor difficult.
    pub(crate) fn any(&self) -> bool {
        !self.joint.is_empty() || self.single.iter().any(Option::is_some)
    }

    /// `conservative` without the literals that contradict an expectation; `parsimonious` literals are always kept.
    ///
    /// A conjunction removes the free literals on its conditions unless they all agree with it.
    pub(crate) fn simplified(&self, space: &Space, conservative: Cube, parsimonious: Cube) -> Cube {
        let free = conservative & !parsimonious;
        let mut dropped = 0;
        for (condition, expected) in self.single.iter().enumerate() {
            if let Some(expected) = expected {
                dropped |= free & space.condition(condition) & !expected;
            }
        }
        for joint in &self.joint {
            let relevant = free & space.fill(*joint);
            if relevant & !joint != 0 {
                dropped |= relevant;
            }
        }
        conservative & !dropped
    }
}
