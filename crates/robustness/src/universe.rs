//! A study under other decisions, reduced to the parts that decide its solutions, recomputed only where a decision
//! matters.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use equifinal_calibrate::{CalibrateErrors, calibrate_one, memberships};
use equifinal_qca::findings::{Findings, Output, Refusal, SufficiencyFit};
use equifinal_qca::frame::{Answer, Answers, Cases, Frame, ObservedRow};
use equifinal_qca::space::Cube;
use equifinal_qca::{Budget, QcaError};
use equifinal_study::config::{Analysis, Calibration, SetSpec, SolutionType, Study, TruthTableCuts};
use equifinal_study::memberships::{Memberships, Set};
use equifinal_study::table::CaseTable;

use crate::decisions::Decisions;
use crate::impossible::Impossible;
use crate::memory::{Kept, Memory, Sampled};
use crate::rerun::{self, sorted, without};

/// A study and its raw cases, ready to be rerun under any decisions.
#[derive(Debug)]
pub struct Reanalysis<'a> {
    study: &'a Study,
    table: Cow<'a, CaseTable>,
    own: Vec<Arc<Set>>,
    composites: bool,
    budget: Budget,
}

/// The parts of one analysis in one universe that decide its solutions.
#[derive(Debug, Clone)]
pub struct Universe {
    /// The analysis without memberships and cutoffs.
    pub frame: Arc<Frame>,
    /// Its memberships.
    pub cases: Arc<Cases>,
    /// The configurations with cases.
    pub rows: Arc<Vec<ObservedRow>>,
    /// The output of each.
    pub outputs: Vec<Output>,
    /// The three solutions.
    pub answers: Arc<Answers>,
    /// Fit of the first model of each solution; empty if there is none.
    pub fits: Arc<[SufficiencyFit; 3]>,
    /// The solution that is interpreted.
    pub interpret: SolutionType,
    /// The cutoffs.
    pub cuts: TruthTableCuts,
}

impl Universe {
    /// The solution of this type.
    pub fn answer(&self, kind: SolutionType) -> &Result<Answer, Refusal> {
        &self.answers[position(kind)]
    }

    /// The interpreted solution.
    pub fn interpreted(&self) -> &Result<Answer, Refusal> {
        self.answer(self.interpret)
    }

    /// Fit of the first model of the interpreted solution.
    pub fn fit(&self) -> &SufficiencyFit {
        &self.fits[position(self.interpret)]
    }
}

/// The index of the solution of this type among the three.
pub(crate) fn position(kind: SolutionType) -> usize {
    match kind {
        SolutionType::Conservative => 0,
        SolutionType::Parsimonious => 1,
        SolutionType::Intermediate => 2,
    }
}

impl<'a> Reanalysis<'a> {
    /// Prepares a study; the order of the cases in `table` does not matter.
    ///
    /// # Errors
    /// Values that cannot be calibrated.
    pub fn new(study: &'a Study, table: &'a CaseTable) -> Result<Self, CalibrateErrors> {
        let table = sorted(table);
        let own = memberships(&table, &study.sets)?.sets.into_iter().map(Arc::new).collect();
        let composites = study.sets.iter().any(|set| matches!(set.calibrate, Calibration::Composite { .. }));
        Ok(Self { study, table, own, composites, budget: Budget::from(&study.budget) })
    }

    /// The study.
    pub fn study(&self) -> &'a Study {
        self.study
    }

    /// The raw cases, in natural order.
    pub fn table(&self) -> &CaseTable {
        &self.table
    }

    /// The study's own sets, cases in natural order.
    pub fn sets(&self) -> &[Arc<Set>] {
        &self.own
    }

    /// The study's own memberships, cases sorted by id.
    pub fn memberships(&self) -> Memberships {
        let sets = self.own.iter().map(|set| (**set).clone()).collect();
        Memberships { cases: self.table.cases.clone(), sets }
    }

    /// The findings of each analysis under other decisions, in the order of the study.
    ///
    /// # Errors
    /// Decisions that the sets do not allow; inside, those that one analysis does not allow.
    pub fn findings(&self, decisions: &Decisions) -> Result<Vec<Result<Findings, QcaError>>, Impossible> {
        rerun::findings(&decisions.variant(self.study), &self.table, &self.budget)
    }

    /// The universe of every analysis, in the order of the study.
    pub fn universe(&self, memory: &mut Memory, decisions: &Decisions) -> Vec<Result<Universe, Impossible>> {
        (0..self.study.analyses.len()).map(|analysis| self.universe_of(memory, analysis, decisions)).collect()
    }

    /// The universe of one analysis, by its index in the study.
    ///
    /// # Errors
    /// The reason why the decisions cannot be applied: a set that cannot be calibrated, an unknown case, no condition
    /// or case left, or no analysis at this index.
    pub fn universe_of(
        &self,
        memory: &mut Memory,
        analysis: usize,
        decisions: &Decisions,
    ) -> Result<Universe, Impossible> {
        self.solved(memory, analysis, decisions, None)
    }

    /// The universe of one analysis under the study's own decisions, with the solutions in `findings`, if given.
    ///
    /// # Errors
    /// As [`Self::universe_of`].
    pub(crate) fn own(
        &self,
        memory: &mut Memory,
        analysis: usize,
        findings: Option<&Findings>,
    ) -> Result<Universe, Impossible> {
        self.solved(memory, analysis, &Decisions::default(), findings)
    }

    fn solved(
        &self,
        memory: &mut Memory,
        analysis: usize,
        decisions: &Decisions,
        known: Option<&Findings>,
    ) -> Result<Universe, Impossible> {
        self.recalibrate(memory, decisions)?;
        let analyses = &self.study.analyses;
        let none = Impossible::NoAnalysis { position: analysis, analyses: analyses.len() };
        let own = analyses.get(analysis).ok_or(none)?;
        let frame = self.frame(memory, analysis, own, decisions)?;
        let (cases, rows) = self.sample(memory, analysis, own, &frame)?;
        let mut cuts = own.truth_table;
        cuts.consistency = decisions.consistency.unwrap_or(cuts.consistency);
        cuts.pri = decisions.pri.unwrap_or(cuts.pri);
        cuts.frequency = decisions.frequency.unwrap_or(cuts.frequency);
        let outputs = frame.0.outputs(&rows, &cuts, cases.outcome.len());
        // Solutions of a truth table are cached.
        let table: Vec<(Cube, Output)> = rows.iter().zip(&outputs).map(|(row, &output)| (row.row, output)).collect();
        let solve = |table: &[(Cube, Output)]| frame.0.solve(table, &self.budget);
        let (number, answers) =
            memory.solved(frame.1, table, |table| known.map_or_else(|| solve(table), Answer::all_of));
        let fits = fits(memory, analysis, number, &answers);
        let interpret = decisions.solution.unwrap_or(own.interpret);
        Ok(Universe { frame: frame.0, cases, rows, outputs, answers, fits, interpret, cuts })
    }

    /// Recalibrates the cached sets for these decisions.
    fn recalibrate(&self, memory: &mut Memory, decisions: &Decisions) -> Result<(), Impossible> {
        if memory.sets.is_empty() || memory.drop_cases != decisions.drop_cases {
            memory.forget_sets();
            let dropped: Vec<String> = decisions.drop_cases.iter().cloned().collect();
            memory.table = if dropped.is_empty() { None } else { Some(without(&self.table, &dropped)?) };
            memory.drop_cases.clone_from(&decisions.drop_cases);
            memory.sets = self.study.sets.iter().map(|_| None).collect();
        }
        let wanted = |spec: &'_ SetSpec| -> Option<Calibration> { decisions.calibrations.get(&spec.name).cloned() };
        if self.composites {
            return self.recalibrate_all(memory, decisions);
        }
        for (at, spec) in self.study.sets.iter().enumerate() {
            let calibration = decisions.calibrations.get(&spec.name).unwrap_or(&spec.calibrate);
            if memory.sets.get(at).and_then(Option::as_ref).is_some_and(|kept| kept.calibration == *calibration) {
                continue;
            }
            let set = match (&memory.table, wanted(spec)) {
                (None, None) => Arc::clone(&self.own[at]),
                (None, Some(calibration)) if calibration == spec.calibrate => Arc::clone(&self.own[at]),
                (table, calibration) => {
                    let changed = calibration.map(|calibrate| SetSpec { calibrate, ..bare(spec) });
                    let table = table.as_ref().unwrap_or(&self.table);
                    let set = calibrate_one(table, changed.as_ref().unwrap_or(spec));
                    Arc::new(set.map_err(|error| Impossible::set(table, error))?)
                }
            };
            let calibration = calibration.clone();
            memory.keep_set(at, Kept { calibration, set, stamp: 0 });
        }
        Ok(())
    }

    /// Recalibrates all sets together, since composites depend on others.
    fn recalibrate_all(&self, memory: &mut Memory, decisions: &Decisions) -> Result<(), Impossible> {
        let calibration = |spec: &SetSpec| decisions.calibrations.get(&spec.name).unwrap_or(&spec.calibrate).clone();
        let wanted: Vec<Calibration> = self.study.sets.iter().map(calibration).collect();
        let kept = memory.sets.iter().zip(&wanted);
        if kept.into_iter().all(|(kept, wanted)| kept.as_ref().is_some_and(|kept| kept.calibration == *wanted)) {
            return Ok(());
        }
        let decisions = Decisions {
            calibrations: decisions.calibrations.clone(),
            drop_cases: decisions.drop_cases.clone(),
            ..Decisions::default()
        };
        let sets = rerun::memberships(&decisions.variant(self.study), &self.table)?.sets;
        for (at, (set, calibration)) in sets.into_iter().zip(wanted).enumerate() {
            let same = memory.sets.get(at).and_then(Option::as_ref).is_some_and(|kept| *kept.set == set);
            if same {
                continue;
            }
            memory.keep_set(at, Kept { calibration, set: Arc::new(set), stamp: 0 });
        }
        Ok(())
    }

    /// The frame of an analysis under these decisions.
    fn frame(
        &self,
        memory: &mut Memory,
        analysis: usize,
        own: &Analysis,
        decisions: &Decisions,
    ) -> Result<(Arc<Frame>, usize), QcaError> {
        let kind = |name: &String| self.kept(memory, name).map(|kept| kept.set.kind);
        let kept = own.conditions.iter().filter(|name| !decisions.drop_conditions.contains(*name));
        let kinds: Vec<_> = kept.filter_map(kind).collect();
        let fits = |key: &crate::memory::FrameKey| {
            key.analysis == analysis
                && key.kinds == kinds
                && key.drop_conditions == decisions.drop_conditions
                && key.expectations == decisions.expectations
                && key.at_crossover == decisions.at_crossover
        };
        if let Some(at) = memory.frames.iter().rposition(|(key, _)| fits(key)) {
            return Ok((Arc::clone(&memory.frames[at].1), at));
        }
        let frame = Arc::new(Frame::new(&decisions.analysis(own), &kinds)?);
        let at = memory.keep_frame(
            crate::memory::FrameKey {
                analysis,
                kinds,
                drop_conditions: decisions.drop_conditions.clone(),
                expectations: decisions.expectations.clone(),
                at_crossover: decisions.at_crossover,
            },
            Arc::clone(&frame),
        );
        Ok((frame, at))
    }

    fn kept<'m>(&self, memory: &'m Memory, set: &str) -> Option<&'m Kept> {
        let at = self.study.sets.iter().position(|spec| spec.name == set)?;
        memory.sets.get(at)?.as_ref()
    }

    /// The cases and rows of an analysis, cached as long as its sets are.
    fn sample(
        &self,
        memory: &mut Memory,
        analysis: usize,
        own: &Analysis,
        frame: &(Arc<Frame>, usize),
    ) -> Result<(Arc<Cases>, Arc<Vec<ObservedRow>>), QcaError> {
        let unknown = |set: &str| QcaError::UnknownSet { analysis: own.name.clone(), set: set.to_owned() };
        let find = |set| self.kept(memory, set).ok_or_else(|| unknown(set));
        let conditions = frame.0.conditions().iter().map(|condition| find(&condition.name));
        let conditions = conditions.collect::<Result<Vec<&Kept>, _>>()?;
        let outcome = find(&own.outcome.set)?;
        let stamps: Vec<u64> = conditions.iter().chain([&outcome]).map(|kept| kept.stamp).collect();
        if let Some(Some(current)) = memory.samples.get(analysis)
            && current.stamps == stamps
            && Arc::ptr_eq(&current.frame, &frame.0)
        {
            return Ok((Arc::clone(&current.cases), Arc::clone(&current.rows)));
        }
        let sets: Vec<&Set> = conditions.iter().map(|kept| &*kept.set).collect();
        let cases = Arc::new(frame.0.cases(&sets, &outcome.set)?);
        let rows = Arc::new(frame.0.rows(&cases));
        let found = (Arc::clone(&cases), Arc::clone(&rows));
        if memory.samples.len() <= analysis {
            memory.samples.resize_with(analysis + 1, || None);
        }
        memory.samples[analysis] =
            Some(Sampled { frame: Arc::clone(&frame.0), stamps, cases, rows, fits: BTreeMap::new() });
        Ok(found)
    }
}

/// The set without its texts, apart from the reason of an imputed value.
fn bare(spec: &SetSpec) -> SetSpec {
    SetSpec {
        name: spec.name.clone(),
        column: spec.column.clone(),
        source: spec.source.clone(),
        calibrate: Calibration::Levels { thresholds: Vec::new() },
        label: None,
        absent: None,
        levels: Vec::new(),
        group: None,
        definition: None,
        rubric: Vec::new(),
        quantity: None,
        target: None,
        because: None,
        slope: None,
        missing: spec.missing.clone(),
        time: spec.time.clone(),
    }
}

/// Fit of the first model of each solution, cached as long as the memberships are.
fn fits(memory: &mut Memory, analysis: usize, number: u64, answers: &Answers) -> Arc<[SufficiencyFit; 3]> {
    let Some(Some(sampled)) = memory.samples.get_mut(analysis) else { return Arc::default() };
    let (frame, cases) = (&sampled.frame, &sampled.cases);
    let fit = |answer: &Result<Answer, Refusal>| match answer.as_ref().ok().and_then(|answer| answer.models.first()) {
        Some(model) => frame.fit(cases, model),
        None => SufficiencyFit::default(),
    };
    let fresh = || Arc::new([fit(&answers[0]), fit(&answers[1]), fit(&answers[2])]);
    Arc::clone(sampled.fits.entry(number).or_insert_with(fresh))
}
