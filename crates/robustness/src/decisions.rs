//! Decisions in the form that is applied to a study.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::{
    Analysis, AtCrossover, Calibration, Decision, Expect, Frequency, NumericDecision, SetSpec, SolutionType, Study,
    Variant,
};

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
    /// Decisions of necessary condition and coincidence analyses, each once.
    pub methods: Vec<Decision>,
}

impl Decisions {
    /// The study's own decisions with one number changed.
    pub fn with(sets: &[SetSpec], number: &NumericDecision, value: f64) -> Self {
        let mut decisions = Self::default();
        decisions.set(sets, number, value);
        decisions
    }

    /// Takes a decision, and keeps the others; alternatives and universes are for [`varied`](crate::varied::varied).
    pub fn take(&mut self, sets: &[SetSpec], decision: &Decision) {
        match decision {
            Decision::Number(number, value) => self.set(sets, number, *value),
            Decision::Solution(solution) => self.solution = Some(*solution),
            Decision::Expectation { condition, expect } => {
                self.expectations.insert(condition.clone(), expect.clone());
            }
            Decision::DropConditions(names) => self.drop_conditions.extend(names.iter().cloned()),
            Decision::DropCases(names) => self.drop_cases.extend(names.iter().cloned()),
            Decision::AtCrossover(policy) => self.at_crossover = Some(*policy),
            Decision::Nca { .. } => self.take_own(decision.clone()),
            Decision::Alternative(_) | Decision::Universe(_) => {}
        }
    }

    /// Takes a decision of an analysis of another kind, in place of an earlier one about the same.
    fn take_own(&mut self, decision: Decision) {
        self.methods.retain(|known| !known.decides_the_same_as(&decision));
        self.methods.push(decision);
    }

    /// Changes a number, and keeps the others.
    pub fn set(&mut self, sets: &[SetSpec], number: &NumericDecision, value: f64) {
        match number {
            NumericDecision::Consistency => self.consistency = Some(value),
            NumericDecision::Pri => self.pri = Some(value),
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of cases")]
            NumericDecision::Frequency => self.frequency = Some(Frequency::Count(value.max(1.0) as usize)),
            NumericDecision::Method { .. } => self.take_own(Decision::Number(number.clone(), value)),
            NumericDecision::Anchor { set, .. } | NumericDecision::Idm { set } => {
                let own = || sets.iter().find(|spec| spec.name == *set).map(|spec| &spec.calibrate);
                if let Some(calibration) = self.calibrations.get(set).or_else(own) {
                    let changed = number.changed(calibration, value);
                    self.calibrations.insert(set.clone(), changed);
                }
            }
        }
    }

    /// The study under these decisions.
    pub fn variant(&self, study: &Study) -> Variant {
        let mut sets = study.sets.clone();
        for set in &mut sets {
            if let Some(calibration) = self.calibrations.get(&set.name) {
                set.calibrate = calibration.clone();
            }
        }
        Variant {
            sets,
            analyses: study.analyses.iter().map(|analysis| self.analysis(analysis)).collect(),
            nca: study.nca.iter().map(|spec| spec.decided(&self.methods)).collect(),
            chains: study.chains.iter().map(|chain| chain.decided(&self.methods)).collect(),
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
        changed.states_pri |= self.pri.is_some();
        changed.interpret = self.solution.unwrap_or(changed.interpret);
        changed.at_crossover = self.at_crossover.unwrap_or(changed.at_crossover);
        for (condition, expectation) in changed.conditions.iter().zip(&mut changed.expectations) {
            if let Some(expect) = self.expectations.get(condition) {
                expectation.expect = if analysis.negates.is_some() { expect.reversed() } else { expect.clone() };
            }
        }
        let dropped: Vec<&str> = self.drop_conditions.iter().map(String::as_str).collect();
        changed.leave_out(&dropped);
        changed
    }
}
