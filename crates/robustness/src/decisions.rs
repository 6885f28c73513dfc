//! Decisions that a researcher could have made differently.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::{
    Alternative, Analysis, AtCrossover, Calibration, Expect, Frequency, SolutionType, Study,
};

use crate::scenario::Scenario;

/// Decisions that differ from the study's own; all others are as in the study.
///
/// Cutoffs, frequency, crossover policy, solution type and conditions apply to every analysis. Expectations are those
/// of the outcome; the analysis of its negation uses them reversed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decisions {
    /// The raw-consistency cutoff, in [0, 1].
    pub consistency: Option<f64>,
    /// The PRI cutoff, in [0, 1].
    pub pri: Option<f64>,
    /// The frequency cutoff.
    pub frequency: Option<Frequency>,
    /// Other calibrations, by set: anchors, `idm`, shape or method.
    pub calibrations: BTreeMap<String, Calibration>,
    /// The solution that is interpreted.
    pub solution: Option<SolutionType>,
    /// Other expectations, by condition.
    pub expectations: BTreeMap<String, Expect>,
    /// The policy for memberships of 0.5.
    pub at_crossover: Option<AtCrossover>,
    /// Conditions left out.
    pub drop_conditions: BTreeSet<String>,
    /// Cases left out.
    pub drop_cases: BTreeSet<String>,
}

impl Decisions {
    /// The study under these decisions.
    pub fn scenario(&self, study: &Study) -> Scenario {
        let mut sets = study.sets.clone();
        for set in &mut sets {
            if let Some(calibration) = self.calibrations.get(&set.name) {
                set.calibrate = calibration.clone();
            }
        }
        Scenario {
            sets,
            analyses: study.analyses.iter().map(|analysis| self.analysis(analysis)).collect(),
            drop_cases: self.drop_cases.iter().cloned().collect(),
        }
    }

    /// One analysis under these decisions.
    pub fn analysis(&self, analysis: &Analysis) -> Analysis {
        let mut changed = analysis.clone();
        let cuts = &mut changed.truth_table;
        cuts.consistency = self.consistency.unwrap_or(cuts.consistency);
        cuts.pri = self.pri.unwrap_or(cuts.pri);
        cuts.frequency = self.frequency.unwrap_or(cuts.frequency);
        changed.interpret = self.solution.unwrap_or(changed.interpret);
        changed.at_crossover = self.at_crossover.unwrap_or(changed.at_crossover);
        let negation = analysis.name.starts_with('~');
        for (condition, expectation) in changed.conditions.iter().zip(&mut changed.expectations) {
            if let Some(expect) = self.expectations.get(condition) {
                expectation.expect = if negation { reversed(expect) } else { expect.clone() };
            }
        }
        let dropped: Vec<&str> = self.drop_conditions.iter().map(String::as_str).collect();
        changed.leave_out(&dropped);
        changed
    }
}

/// The expectation for the negated outcome.
fn reversed(expect: &Expect) -> Expect {
    match expect {
        Expect::Present => Expect::Absent,
        Expect::Absent => Expect::Present,
        Expect::Any | Expect::Levels(_) => Expect::Any,
    }
}

impl From<&Alternative> for Scenario {
    fn from(alternative: &Alternative) -> Self {
        Self {
            sets: alternative.sets.clone(),
            analyses: alternative.analyses.clone(),
            drop_cases: alternative.drop_cases.clone(),
        }
    }
}
