//! What a run gives, stage by stage, as values.

use std::sync::Arc;

use equifinal_calibrate::Calibrated;
use equifinal_measure::Evidence;
use equifinal_measure::audit::Check;
use equifinal_qca::findings::Findings;
use equifinal_report::{ClaimVerdict, Input, Registration, Templates};
use equifinal_robustness::alternatives::AlternativeFindings;
use equifinal_robustness::claims::{JudgedClaim, Setting};
use equifinal_robustness::crossover::OtherSide;
use equifinal_robustness::laboratory::Tried;
use equifinal_study::config::Study;
use equifinal_study::diagnosis::Diagnosis;

use crate::digest::Inputs;
use crate::error::EngineError;
use crate::files::{Part, Report, files};
use crate::summary::summary;

/// Everything that a run of a study gives; a report is written from it.
#[derive(Debug, Clone)]
pub struct Artefacts {
    /// The study, with the decisions that were used.
    pub study: Arc<Study>,
    /// The decisions that were taken otherwise than the study file says; `study` has them already.
    pub setting: Option<Setting>,
    /// The digest of each file of data that was read.
    pub inputs: Inputs,
    /// The cases, and how they were measured.
    pub evidence: Arc<Evidence>,
    /// The memberships of the cases in the sets, and what calibration found out about each set.
    pub calibrated: Arc<Calibrated>,
    /// One entry an analysis, in declared order.
    pub findings: Arc<Vec<Findings>>,
    /// What else follows from the study.
    pub(crate) judged: Arc<Judged>,
}

/// What is tried and judged once the findings are there.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) diagnosis: Diagnosis,
    pub(crate) alternatives: Vec<AlternativeFindings>,
    pub(crate) other_side: Vec<OtherSide>,
    pub(crate) tried: Tried,
    pub(crate) audit: Vec<Check>,
    pub(crate) claims: Vec<JudgedClaim>,
}

/// What a report says that a run alone does not decide.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The study's own templates, and the clock that ends them.
    pub templates: Templates,
    /// How the run stands to the registered plan; nothing where no plan is registered.
    pub registration: Option<Registration>,
}

impl Artefacts {
    /// What stands out in the sets.
    pub fn diagnosis(&self) -> &Diagnosis {
        &self.judged.diagnosis
    }

    /// The study under its named changes, in the study's order.
    pub fn alternatives(&self) -> &[AlternativeFindings] {
        &self.judged.alternatives
    }

    /// Everything else that was tried: ranges, maps, multiverse, draws.
    pub fn tried(&self) -> &Tried {
        &self.judged.tried
    }

    /// What the rules say of the study's published figures.
    pub fn audit(&self) -> &[Check] {
        &self.judged.audit
    }

    /// What became of each claim, in the study's order.
    pub fn claims(&self) -> &[JudgedClaim] {
        &self.judged.claims
    }

    /// The interpreted solution of each analysis, a line each.
    pub fn solutions(&self) -> Vec<String> {
        self.findings.iter().map(summary).collect()
    }

    /// The text of `results.json`.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn results(&self, edition: &Edition) -> Result<String, EngineError> {
        Ok(equifinal_report::results(&self.input(edition))?)
    }

    /// What became of each claim, in words.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn verdicts(&self, edition: &Edition) -> Result<Vec<ClaimVerdict>, EngineError> {
        Ok(equifinal_report::verdicts(&self.input(edition))?)
    }

    /// What must be known before the results are trusted, in English.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn warnings(&self, edition: &Edition) -> Result<Vec<String>, EngineError> {
        Ok(equifinal_report::warnings(&self.input(edition))?)
    }

    /// The files of the report.
    ///
    /// # Errors
    /// [`EngineError::Report`].
    pub fn report(&self, edition: &Edition, part: Part) -> Result<Report, EngineError> {
        files(&self.input(edition), part)
    }

    fn input<'a>(&'a self, edition: &'a Edition) -> Input<'a> {
        let Judged { diagnosis, alternatives, other_side, tried, audit, claims } = &*self.judged;
        Input {
            study: &self.study,
            setting: self.setting.as_ref(),
            evidence: &self.evidence,
            memberships: &self.calibrated.memberships,
            diagnoses: &self.calibrated.diagnoses,
            diagnosis,
            findings: &self.findings,
            alternatives,
            other_side,
            audit,
            claims,
            registration: edition.registration.as_ref(),
            templates: &edition.templates,
            tried,
        }
    }
}
