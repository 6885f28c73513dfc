//! Runs the necessary condition analyses of a study, or of a variant of it.

use equifinal_nca::findings::Findings;
use equifinal_nca::sample::Sample;
use equifinal_nca::{NcaError, analyse};
use equifinal_study::config::{NcaSpec, NcaValues, SetSpec, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::message::Message;
use equifinal_study::table::CaseTable;
use equifinal_study::{say, worded};
use thiserror::Error;

use crate::draws::key;

/// The reason why a necessary condition analysis cannot be run.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum NcaRefused {
    /// A set has no values to compare, or the column of the groups does not exist.
    NoValues {
        /// The analysis.
        analysis: String,
        /// The values that it compares.
        values: NcaValues,
    },
    /// Data that contradict the study file.
    Data {
        /// The analysis.
        analysis: String,
        /// The condition.
        condition: String,
        /// The reason.
        why: NcaError,
    },
}

impl NcaRefused {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NoValues { analysis, values: NcaValues::Scores } => say!("nca-no-numbers", analysis),
            Self::NoValues { analysis, values: NcaValues::Memberships } => say!("nca-no-memberships", analysis),
            Self::Data { analysis, condition, why } => say!("nca-data", analysis, condition, why),
        }
    }
}

worded!(NcaRefused);

/// The findings of the study's necessary condition analyses, in declared order. A condition that allows no analysis,
/// such as one without variation, is refused in its findings.
///
/// # Errors
/// Sets without values, and scopes that leave out cases.
pub fn all(study: &Study, table: &CaseTable, memberships: &Memberships) -> Result<Vec<Findings>, Vec<NcaRefused>> {
    let (mut all, mut refused) = (Vec::new(), Vec::new());
    for spec in &study.nca {
        match one(study, spec, table, &study.sets, memberships) {
            Ok(findings) => all.push(findings),
            Err(reason) => refused.push(reason),
        }
    }
    if refused.is_empty() { Ok(all) } else { Err(refused) }
}

/// The findings of one analysis with these sets and cases.
///
/// # Errors
/// As [`all`].
pub(crate) fn one(
    study: &Study,
    spec: &NcaSpec,
    table: &CaseTable,
    sets: &[SetSpec],
    memberships: &Memberships,
) -> Result<Findings, NcaRefused> {
    let sample = Sample::of(spec, table, sets, memberships)
        .ok_or_else(|| NcaRefused::NoValues { analysis: spec.name.clone(), values: spec.on })?;
    let task = format!("nca {}", spec.name);
    let findings = analyse(spec, sample, key(&study.id, study.robustness.seed, &task));
    let contradicted = findings.conditions.iter().find_map(|condition| match &condition.analysed {
        Err(why @ (NcaError::ScopeTooNarrow { .. } | NcaError::ScopeReversed { .. } | NcaError::TooWide)) => {
            Some((condition.condition.clone(), why.clone()))
        }
        _ => None,
    });
    match contradicted {
        None => Ok(findings),
        Some((condition, why)) => Err(NcaRefused::Data { analysis: spec.name.clone(), condition, why }),
    }
}
