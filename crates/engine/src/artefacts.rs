//! The artefacts of a run, stage by stage, as values.

use equifinal_study::message::Message;
use std::io::Write;
use std::sync::Arc;

use equifinal_calibrate::Calibrated;
use equifinal_chains::ChainFindings;
use equifinal_exchange::{Analyses, Program};
use equifinal_measure::Evidence;
use equifinal_measure::audit::Check;
use equifinal_panel::{PanelFindings, Partition};
use equifinal_qca::case_selection::CasesToStudy;
use equifinal_qca::findings::Findings;
use equifinal_report::{ClaimVerdict, Input, Registration, ReportedConcern, Templates};
use equifinal_robustness::alternatives::AlternativeFindings;
use equifinal_robustness::checks::RobustnessResults;
use equifinal_robustness::claims::JudgedClaim;
use equifinal_robustness::crossover::OtherSide;
use equifinal_study::config::{Decision, Study};
use equifinal_study::diagnosis::Diagnosis;

use crate::digest::Inputs;
use crate::error::EngineError;
use crate::files::{Long, Part, Report, files};
use crate::summary::{summary, summary_of_chain};
use crate::systems::Together;

/// All artefacts of a run; a report is written from them.
#[derive(Debug, Clone)]
pub struct Artefacts {
    /// The study, with the decisions that were used.
    pub study: Arc<Study>,
    /// The decisions that differ from the study file; `study` already has them.
    pub decisions: Vec<Decision>,
    /// The digest of each file of data that was read.
    pub inputs: Inputs,
    /// The cases, and how they were measured.
    pub evidence: Arc<Evidence>,
    /// The memberships of the cases in the sets, and the diagnosis of each set.
    pub calibrated: Arc<Calibrated>,
    /// The findings, one entry per analysis, in declared order.
    pub findings: Arc<Vec<Findings>>,
    /// The findings of the necessary condition analyses, in declared order.
    pub nca: Arc<Vec<equifinal_nca::findings::Findings>>,
    /// The findings of every coincidence analysis, in declared order.
    pub chains: Arc<Vec<ChainFindings>>,
    /// The findings of outcomes that are minimised together, or by some of the conditions.
    pub together: Arc<Together>,
    /// The fit over periods and units of every analysis that asks for it, in declared order.
    pub panels: Arc<Vec<PanelFindings>>,
    /// The cases to study next of every analysis that asks for them, in declared order.
    pub cases_to_study: Arc<Vec<CasesToStudy>>,
    /// The parts of every analysis that asks for them, in declared order.
    pub partitions: Arc<Vec<Partition>>,
    /// Robustness results and verdicts.
    pub(crate) judged: Arc<Judged>,
}

/// Robustness results and the verdicts on claims, computed from the findings.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) diagnosis: Diagnosis,
    pub(crate) alternatives: Vec<AlternativeFindings>,
    pub(crate) other_side: Vec<OtherSide>,
    pub(crate) robustness: RobustnessResults,
    pub(crate) audit: Vec<Check>,
    pub(crate) claims: Vec<JudgedClaim>,
}

/// The parts of a report that do not follow from the run itself.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The study's own templates, and the clock that limits their run time.
    pub templates: Templates,
    /// The relation of the run to the registered plan; `None` if no plan is registered.
    pub registration: Option<Registration>,
}

impl Artefacts {
    /// The calibration diagnostics of all sets.
    pub fn diagnosis(&self) -> &Diagnosis {
        &self.judged.diagnosis
    }

    /// The study under its named changes, in the study's order.
    pub fn alternatives(&self) -> &[AlternativeFindings] {
        &self.judged.alternatives
    }

    /// All other robustness results: ranges, maps, multiverse, resampling.
    pub fn robustness(&self) -> &RobustnessResults {
        &self.judged.robustness
    }

    /// The results of the audit rules for the study's published figures.
    pub fn audit(&self) -> &[Check] {
        &self.judged.audit
    }

    /// The verdict on each claim, in the study's order.
    pub fn claims(&self) -> &[JudgedClaim] {
        &self.judged.claims
    }

    /// The interpreted solution of each analysis, and the first structure of each coincidence analysis, one line each.
    pub fn solutions(&self) -> Vec<Message> {
        self.findings.iter().map(summary).chain(self.chains.iter().map(summary_of_chain)).collect()
    }

    /// The files that [`Self::write`] writes.
    pub fn long(&self) -> Vec<Long> {
        let has_sets = !self.calibrated.memberships.sets.is_empty();
        std::iter::once(Long::Results).chain(has_sets.then_some(Long::Memberships)).collect()
    }

    /// Writes a long file piece by piece.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn write(&self, file: Long, edition: &Edition, to: &mut dyn Write) -> Result<(), EngineError> {
        let input = self.input(edition);
        match file {
            Long::Results => equifinal_report::write_results(&input, to)?,
            Long::Memberships => equifinal_report::write_memberships(&input, to)?,
        }
        Ok(())
    }

    /// The verdict on each claim, in the words of a language.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn verdicts(&self, edition: &Edition, language: &str) -> Result<Vec<ClaimVerdict>, EngineError> {
        Ok(equifinal_report::verdicts(&self.input(edition), language)?)
    }

    /// The concerns that readers need to know before they trust the results, in the words of a language, the most severe first.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn concerns(&self, edition: &Edition, language: &str) -> Result<Vec<ReportedConcern>, EngineError> {
        Ok(equifinal_report::reported_concerns(&self.input(edition), language)?)
    }

    /// The report's entry on an index page of several reports, for its manifest.
    pub fn entry(&self, edition: &Edition) -> serde_json::Value {
        equifinal_report::entry(&self.input(edition))
    }

    /// The files of the report besides the long ones.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn report(&self, edition: &Edition, part: Part) -> Result<Report, EngineError> {
        files(&self.input(edition), part)
    }

    /// The files with which another program repeats the analyses, by name.
    pub fn exported(&self, program: Program) -> Vec<(String, String)> {
        program.files(&Analyses {
            id: &self.study.id,
            memberships: &self.calibrated.memberships,
            findings: &self.findings,
            nca: &self.nca,
        })
    }

    fn input<'a>(&'a self, edition: &'a Edition) -> Input<'a> {
        let Judged { diagnosis, alternatives, other_side, robustness, audit, claims } = &*self.judged;
        Input {
            study: &self.study,
            decisions: &self.decisions,
            evidence: &self.evidence,
            memberships: &self.calibrated.memberships,
            diagnoses: &self.calibrated.diagnoses,
            diagnosis,
            findings: &self.findings,
            nca: &self.nca,
            chains: &self.chains,
            systems: &self.together.systems,
            searches: &self.together.searches,
            panels: &self.panels,
            cases_to_study: &self.cases_to_study,
            partitions: &self.partitions,
            alternatives,
            other_side,
            audit,
            claims,
            registration: edition.registration.as_ref(),
            templates: &edition.templates,
            robustness,
        }
    }
}
