//! The study under its named alternatives, as the table that journals print.

use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, Refuted};
use equifinal_study::config::{Alternative, Study};
use equifinal_study::table::CaseTable;
use equifinal_study::text::Text;
use rayon::prelude::*;

use crate::comparison::Comparison;
use crate::impossible::{Impossible, unless_refuted};
use crate::rerun;

/// One named alternative and its effect on each analysis concerned.
#[derive(Debug, Clone)]
pub struct AlternativeFindings {
    /// The id.
    pub id: String,
    /// The name in reports.
    pub label: Option<Text>,
    /// The changes, `path: new value`.
    pub changes: Vec<String>,
    /// One comparison per analysis.
    pub comparisons: Vec<Comparison>,
}

/// Runs every alternative of the study from the raw table and compares it with `findings`, the study's own.
///
/// A change that does not fit the data (a set that cannot be calibrated, an unknown case) is not an error: its
/// comparisons are [`NotComparable`](crate::comparison::Verdict::NotComparable) with the reason. The order is that of
/// the study, for any number of threads.
///
/// # Errors
/// A solution that the independent check rejects.
pub fn alternatives(
    study: &Study,
    table: &CaseTable,
    findings: &[Findings],
) -> Result<Vec<AlternativeFindings>, Refuted> {
    let budget = Budget::from(&study.budget);
    let reruns = study.alternatives.par_iter().map(|alternative| compared(alternative, table, findings, &budget));
    // Of several errors the first in order counts, whichever thread came first.
    reruns.collect::<Vec<_>>().into_iter().collect()
}

/// An alternative compared with the study's own findings.
pub(crate) fn compared(
    alternative: &Alternative,
    table: &CaseTable,
    findings: &[Findings],
    budget: &Budget,
) -> Result<AlternativeFindings, Refuted> {
    let outcomes: Vec<Result<Findings, Impossible>> = match rerun::findings(&alternative.variant, table, budget) {
        Ok(outcomes) => outcomes.into_iter().map(unless_refuted).collect::<Result<_, Refuted>>()?,
        Err(reason) => alternative.variant.analyses.iter().map(|_| Err(reason.clone())).collect(),
    };
    let comparisons = alternative.variant.analyses.iter().zip(outcomes).filter_map(|(changed, outcome)| {
        let original = findings.iter().find(|findings| findings.analysis.name == changed.name)?;
        Some(Comparison::new(original, changed, outcome))
    });
    Ok(AlternativeFindings {
        comparisons: comparisons.collect(),
        id: alternative.id.clone(),
        label: alternative.label.clone(),
        changes: alternative.changes.clone(),
    })
}
