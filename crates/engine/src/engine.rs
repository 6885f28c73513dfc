//! Runs studies, and keeps the artefacts of each stage until its inputs change.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use equifinal_calibrate::{Calibrated, calibrate, diagnose};
use equifinal_chains::ChainFindings;
use equifinal_ingest::Limits;
use equifinal_measure::Evidence;
use equifinal_measure::audit::Check;
use equifinal_measure::numbers::numbers;
use equifinal_nca::findings::Findings as NcaFindings;
use equifinal_panel::{PanelFindings, Partition};
use equifinal_qca::case_selection::CasesToStudy;
use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::alternatives::alternatives;
use equifinal_robustness::checks::run_checks;
use equifinal_robustness::claims::{Record, judge};
use equifinal_robustness::crossover::other_side;
use equifinal_robustness::impossible::unknown_cases;
use equifinal_robustness::nca;
use equifinal_robustness::percentile_shifts::percentile_shifts;
use equifinal_robustness::rerun::without;
use equifinal_robustness::varied::varied;
use equifinal_study::config::decision::write;
use equifinal_study::config::{Analysis, Budget as StudyBudget, Chain, Decision, NcaSpec, SetSpec, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;

use crate::artefacts::{Artefacts, Judged};
use crate::audit::audited;
use crate::chains::chains;
use crate::digest::{Inputs, digest};
use crate::error::EngineError;
use crate::evidence::gather;
use crate::findings::{Analyse, findings};
use crate::kept::Kept;
use crate::panels::panels;
use crate::partitions::partitions;
use crate::reading::Reading;
use crate::stage::Stage;
use crate::systems::{Together, together};
use crate::weights::{CaseWeights, weights};
use crate::world::{Unreadable, World};

/// The inputs of evidence: see [`Reading`]; an unreadable file has no digest.
type ReadingInputs = (Reading, BTreeMap<String, Option<String>>, Limits);
type CalibratingInputs = (Arc<Evidence>, Vec<SetSpec>);
type AnalysingInputs = (Arc<Calibrated>, Vec<Analysis>, StudyBudget, Option<CaseWeights>);
/// Here and for panels the study's id and seed give the draws of the permutations.
type NcaInputs = (Arc<Evidence>, Arc<Calibrated>, String, u64, Vec<NcaSpec>, Vec<SetSpec>);
type PanelInputs = (Arc<Evidence>, Arc<Calibrated>, Vec<Analysis>, StudyBudget, String, u64);
type TogetherInputs = (Arc<Calibrated>, Vec<Analysis>, StudyBudget);
type ChoosingInputs = (Arc<Calibrated>, Vec<Analysis>, StudyBudget);
type ChainInputs = (Arc<Calibrated>, Vec<Chain>, StudyBudget);
type VaryingInputs = (Arc<Study>, Arc<Evidence>, Arc<Calibrated>);

/// Runs a study, and the same study again after a change: a stage whose inputs are the same is not run again.
#[derive(Debug)]
pub struct Engine {
    analyse: Analyse,
    evidence: Kept<ReadingInputs, Evidence>,
    dropped: Kept<(Arc<Evidence>, Vec<String>), Evidence>,
    calibrated: Kept<CalibratingInputs, Calibrated>,
    findings: Kept<AnalysingInputs, Vec<Findings>>,
    nca: Kept<NcaInputs, Vec<NcaFindings>>,
    chains: Kept<ChainInputs, Vec<ChainFindings>>,
    panels: Kept<PanelInputs, Vec<PanelFindings>>,
    together: Kept<TogetherInputs, Together>,
    cases_to_study: Kept<ChoosingInputs, Vec<CasesToStudy>>,
    partitions: Kept<PanelInputs, Vec<Partition>>,
    judged: Kept<VaryingInputs, Judged>,
}

impl Default for Engine {
    fn default() -> Self {
        Self::by(analyse)
    }
}

/// The fit over periods and units of the analyses that ask for it, and their parts.
type Grouped = (Arc<Vec<PanelFindings>>, Arc<Vec<Partition>>);

impl Engine {
    /// An engine that runs analyses with `analyse` instead of [`equifinal_qca::analyse`], to test errors.
    pub fn by(analyse: Analyse) -> Self {
        Self {
            analyse,
            evidence: Kept::default(),
            dropped: Kept::default(),
            calibrated: Kept::default(),
            findings: Kept::default(),
            nca: Kept::default(),
            chains: Kept::default(),
            panels: Kept::default(),
            together: Kept::default(),
            cases_to_study: Kept::default(),
            partitions: Kept::default(),
            judged: Kept::default(),
        }
    }

    /// The cases of a study with their measurements, and the digests of the files read.
    ///
    /// # Errors
    /// All mistakes in the first faulty file, then in constructs, then cases without a value.
    pub fn evidence(&mut self, study: &Study, world: &dyn World) -> Result<(Arc<Evidence>, Inputs), EngineError> {
        world.begins(Stage::Reading);
        let files = study.data_files().into_iter();
        let files: BTreeMap<String, Result<Vec<u8>, Unreadable>> =
            files.map(|file| (file.to_owned(), world.data(file))).collect();
        let digests: BTreeMap<String, Option<String>> =
            files.iter().map(|(file, bytes)| (file.clone(), bytes.as_ref().ok().map(|bytes| digest(bytes)))).collect();
        let inputs = digests.iter().filter_map(|(file, digest)| Some((file.clone(), digest.clone()?))).collect();
        let read = |file: &str| match files.get(file) {
            Some(Ok(bytes)) => Ok(Cow::Borrowed(&bytes[..])),
            Some(Err(why)) => Err(EngineError::unreadable(file, why.clone())),
            None => world.data(file).map(Cow::Owned).map_err(|why| EngineError::unreadable(file, why)),
        };
        let given = (Reading::of(study), digests, world.limits());
        let evidence = self.evidence.get(given, |(reading, _, limits)| gather(reading, *limits, read))?;
        Ok((evidence, inputs))
    }

    /// The memberships of the cases in the study's sets.
    ///
    /// # Errors
    /// As [`Self::evidence`], and values that cannot be calibrated.
    pub fn memberships(&mut self, study: &Study, world: &dyn World) -> Result<Arc<Calibrated>, EngineError> {
        let (evidence, _) = self.evidence(study, world)?;
        self.calibrate(study, evidence)
    }

    /// The findings of every analysis of the study.
    ///
    /// # Errors
    /// As [`Self::memberships`], and analyses that the data do not allow.
    pub fn findings(&mut self, study: &Study, world: &dyn World) -> Result<Arc<Vec<Findings>>, EngineError> {
        let (evidence, _) = self.evidence(study, world)?;
        let calibrated = self.calibrate(study, Arc::clone(&evidence))?;
        world.begins(Stage::Analysing);
        self.analyse(study, &evidence, calibrated)
    }

    /// The results of the audit rules for a study's published figures.
    ///
    /// # Errors
    /// As [`Self::findings`].
    pub fn audit(&mut self, study: &Study, world: &dyn World) -> Result<Vec<Check>, EngineError> {
        let (evidence, _) = self.evidence(study, world)?;
        let calibrated = self.calibrate(study, Arc::clone(&evidence))?;
        let findings = self.analyse(study, &evidence, Arc::clone(&calibrated))?;
        Ok(audited(study, &evidence.cases, &calibrated.memberships, &findings))
    }

    /// Runs the study under `decisions` that differ from its own, if any.
    ///
    /// # Errors
    /// As [`Self::findings`], decisions that the study does not allow, unknown cases to leave out, and solutions that
    /// the independent check rejects.
    pub fn run(
        &mut self,
        study: &Arc<Study>,
        decisions: &[Decision],
        world: &dyn World,
    ) -> Result<Artefacts, EngineError> {
        let mut dropped = Vec::new();
        let varied_study;
        let study = if decisions.is_empty() {
            study
        } else {
            let named = || write(decisions);
            let variant = varied(study, decisions)
                .map_err(|why| EngineError::Decisions { decisions: named(), why: Box::new(why) })?;
            varied_study = Arc::new(Study::clone(study).varied(&variant));
            dropped = variant.drop_cases;
            &varied_study
        };
        let (mut evidence, inputs) = self.evidence(study, world)?;
        if !dropped.is_empty() {
            evidence = self.dropped.get((evidence, dropped), |(all, dropped)| {
                let no_case = |unknown| EngineError::DroppedCase { decisions: write(decisions), unknown };
                let cases = without(&all.cases, dropped).map_err(no_case)?;
                Ok::<_, EngineError>(Evidence { cases, ..Evidence::clone(all) })
            })?;
        }
        check_cases(study, &evidence.cases)?;
        world.begins(Stage::Calibrating);
        let calibrated = self.calibrate(study, Arc::clone(&evidence))?;
        world.begins(Stage::Analysing);
        let findings = self.analyse(study, &evidence, Arc::clone(&calibrated))?;
        let nca = self.nca(study, &evidence, &calibrated)?;
        let (panels, partitions) = self.grouped(study, &evidence, &calibrated, &findings)?;
        let given = (Arc::clone(&calibrated), study.analyses.clone(), study.budget);
        let together = self.together.get(given, |(calibrated, ..)| together(study, &calibrated.memberships))?;
        let given = (Arc::clone(&calibrated), study.analyses.clone(), study.budget);
        let chosen = |_: &ChoosingInputs| findings.iter().filter_map(Findings::cases_to_study).collect();
        let cases_to_study = self.cases_to_study.get(given, |given| Ok::<_, EngineError>(chosen(given)))?;
        let given = (Arc::clone(&calibrated), study.chains.clone(), study.budget);
        let chains = self.chains.get(given, |(calibrated, ..)| chains(study, &calibrated.memberships))?;
        world.begins(Stage::Varying);
        let given = (Arc::clone(study), Arc::clone(&evidence), Arc::clone(&calibrated));
        let judged = self.judged.get(given, |_| judged(study, &evidence, &calibrated, &findings, (&nca, &chains)))?;
        let (study, decisions) = (Arc::clone(study), decisions.to_vec());
        Ok(Artefacts {
            study,
            decisions,
            inputs,
            evidence,
            calibrated,
            findings,
            nca,
            chains,
            together,
            panels,
            cases_to_study,
            partitions,
            judged,
        })
    }

    /// The fit over periods and units, and the parts, of every analysis that asks for them.
    fn grouped(
        &mut self,
        study: &Study,
        evidence: &Arc<Evidence>,
        calibrated: &Arc<Calibrated>,
        findings: &[Findings],
    ) -> Result<Grouped, EngineError> {
        let (id, seed) = (study.id.clone(), study.robustness.seed);
        let given = (Arc::clone(evidence), Arc::clone(calibrated), study.analyses.clone(), study.budget, id, seed);
        let fitted = |_: &PanelInputs| Ok::<_, EngineError>(panels(study, &evidence.cases, findings));
        let panels = self.panels.get(given.clone(), fitted)?;
        let (analyse, found) = (self.analyse, (&calibrated.memberships, findings));
        let again = |_: &PanelInputs| partitions(&evidence.cases, found, (analyse, &Budget::from(&study.budget)));
        let partitions = self.partitions.get(given, again)?;
        Ok((panels, partitions))
    }

    fn calibrate(&mut self, study: &Study, evidence: Arc<Evidence>) -> Result<Arc<Calibrated>, EngineError> {
        let made = |(evidence, sets): &CalibratingInputs| Ok(calibrate(&evidence.cases, sets)?);
        self.calibrated.get((evidence, study.sets.clone()), made)
    }

    fn nca(
        &mut self,
        study: &Study,
        evidence: &Arc<Evidence>,
        calibrated: &Arc<Calibrated>,
    ) -> Result<Arc<Vec<NcaFindings>>, EngineError> {
        let (id, seed) = (study.id.clone(), study.robustness.seed);
        let given = (Arc::clone(evidence), Arc::clone(calibrated), id, seed, study.nca.clone(), study.sets.clone());
        self.nca.get(given, |(evidence, calibrated, ..)| Ok(nca::all(study, &evidence.cases, &calibrated.memberships)?))
    }

    fn analyse(
        &mut self,
        study: &Study,
        evidence: &Evidence,
        calibrated: Arc<Calibrated>,
    ) -> Result<Arc<Vec<Findings>>, EngineError> {
        let weights = weights(study, &evidence.cases)?;
        let (analyse, given) = (self.analyse, (calibrated, study.analyses.clone(), study.budget, weights));
        self.findings.get(given, |(calibrated, .., weights)| {
            let mut found = findings(study, &calibrated.memberships, analyse)?;
            if let Some(CaseWeights { column, by_case }) = weights {
                found.iter_mut().for_each(|found| found.weigh(column, |case| by_case.get(case).copied()));
            }
            Ok(found)
        })
    }
}

/// Checks that all cases to leave out exist.
///
/// # Errors
/// [`EngineError::UnknownCases`].
pub fn check_cases(study: &Study, table: &CaseTable) -> Result<(), EngineError> {
    let unknown = unknown_cases(study, table);
    if unknown.is_empty() { Ok(()) } else { Err(unknown.into()) }
}

fn judged(
    study: &Study,
    evidence: &Evidence,
    calibrated: &Calibrated,
    findings: &[Findings],
    (nca, chains): (&[NcaFindings], &[ChainFindings]),
) -> Result<Judged, EngineError> {
    let (table, memberships): (&CaseTable, &Memberships) = (&evidence.cases, &calibrated.memberships);
    let ((alternatives, other_side), diagnosis) = rayon::join(
        || {
            rayon::join(
                || alternatives(study, table, findings),
                || other_side(memberships, findings, &Budget::from(&study.budget)),
            )
        },
        || diagnose(study, table, calibrated),
    );
    let (alternatives, other_side) = (alternatives?, other_side?);
    let mut robustness = run_checks(study, table, findings, &alternatives);
    robustness.percentile_shifts = percentile_shifts(study, table, findings)?;
    let claims = judge(Record {
        study,
        table,
        memberships,
        findings,
        nca,
        chains,
        alternatives: &alternatives,
        multiverse: robustness.multiverse.as_ref(),
        numbers: &numbers(study, evidence),
    })?;
    let audit = audited(study, table, memberships, findings);
    Ok(Judged { diagnosis, alternatives, other_side, robustness, audit, claims })
}
