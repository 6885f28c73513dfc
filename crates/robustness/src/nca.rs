//! Runs the necessary condition analyses of a study, or of a variant of it.

use equifinal_nca::findings::Findings;
use equifinal_nca::sample::Sample;
use equifinal_nca::{Decided, NcaError, analyse, decided};
use equifinal_study::config::{NcaSpec, NcaValues, SetSpec, Study, Variant};
use equifinal_study::memberships::Memberships;
use equifinal_study::message::Message;
use equifinal_study::table::CaseTable;
use equifinal_study::{say, worded};
use thiserror::Error;

use crate::rerun::{memberships, without};
use equifinal_study::draws::key;

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
    let findings = analyse(spec, sample, task_key(study, spec));
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

/// The findings of one analysis of a variant, or the message that says why there are none.
pub(crate) fn varied(study: &Study, variant: &Variant, spec: &NcaSpec, table: &CaseTable) -> Result<Findings, Message> {
    let fewer = without(table, &variant.drop_cases).map_err(|unknown| unknown.message())?;
    let memberships = memberships(variant, table).map_err(|why| why.message())?;
    one(study, spec, &fewer, &variant.sets, &memberships).map_err(|why| why.message())
}

/// The deciding values of one analysis of a variant; `None` if its decisions cannot be applied.
pub(crate) fn decided_in(study: &Study, variant: &Variant, spec: &NcaSpec, table: &CaseTable) -> Option<Vec<Decided>> {
    let fewer = without(table, &variant.drop_cases).ok()?;
    let memberships = memberships(variant, table).ok()?;
    decided_of(study, spec, &fewer, &variant.sets, &memberships)
}

/// The deciding values of one analysis of these cases and sets; `None` if a scope leaves out cases, or values are missing.
pub(crate) fn decided_of(
    study: &Study,
    spec: &NcaSpec,
    table: &CaseTable,
    sets: &[SetSpec],
    memberships: &Memberships,
) -> Option<Vec<Decided>> {
    let sample = Sample::of(spec, table, sets, memberships)?;
    Some(decided(spec, sample, task_key(study, spec)))
}

/// The key of the random orders of an analysis.
fn task_key(study: &Study, spec: &NcaSpec) -> [u8; 32] {
    key(&study.id, study.robustness.seed, &format!("nca {}", spec.name))
}
