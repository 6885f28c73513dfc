//! Directional expectations: levels of conditions, or conjunctions, expected to contribute to the outcome.

use equifinal_study::config::{Analysis, Expect};

use crate::condition::Condition;
use crate::dnf::Dnf;
use crate::error::QcaError;
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

    /// The single and joint expectations of an analysis.
    pub(crate) fn of(analysis: &Analysis, dnf: &Dnf<'_>) -> Result<Self, QcaError> {
        check_expectations(analysis, dnf.conditions)?;
        // A negated level stands for all others, each a cube of its own: together they are the levels that agree.
        let joint = analysis.expectations_joint.iter().map(|joint| {
            let cubes = dnf.cubes(&joint.expression)?;
            Ok(cubes.into_iter().fold(0, |levels, cube| levels | cube))
        });
        let joint = joint.collect::<Result<Vec<Cube>, QcaError>>()?;
        let single: Vec<Expect> = analysis.expectations.iter().map(|expectation| expectation.expect.clone()).collect();
        Ok(Self::new(dnf.space, &single, joint))
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

fn check_expectations(analysis: &Analysis, conditions: &[Condition]) -> Result<(), QcaError> {
    for (condition, expectation) in conditions.iter().zip(&analysis.expectations) {
        let levels = condition.kind.levels();
        if let Expect::Levels(wanted) = &expectation.expect
            && let Some(&level) = wanted.iter().find(|&&level| level >= levels)
        {
            let (analysis, set) = (analysis.name.clone(), condition.name.clone());
            return Err(QcaError::NoLevel { analysis, set, level, highest: levels - 1 });
        }
    }
    Ok(())
}
