//! The study again under changes that it names itself, as the table that journals print.

use equifinal_calibrate::calibrate;
use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, analyse};
use equifinal_study::config::{Alternative, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::{CaseTable, Cells};
use equifinal_study::text::Text;
use rayon::prelude::*;

pub use crate::comparison::{Comparison, Verdict};

/// One named change and what it does to each analysis it concerns.
#[derive(Debug, Clone)]
pub struct AlternativeFindings {
    /// The id.
    pub id: String,
    /// The name in reports.
    pub label: Option<Text>,
    /// What was changed, `path: new value`.
    pub changes: Vec<String>,
    /// One comparison an analysis.
    pub comparisons: Vec<Comparison>,
}

/// Runs every alternative of the study from the raw table on and compares it with `findings`, the study's own.
///
/// A change that the data do not bear (a set that cannot be calibrated, a case that does not exist) is no
/// error: its comparisons are [`Verdict::NotComparable`] and say why. The result is in the study's order,
/// whatever the number of threads.
pub fn alternatives(study: &Study, table: &CaseTable, findings: &[Findings]) -> Vec<AlternativeFindings> {
    study.alternatives.par_iter().map(|alternative| rerun(alternative, table, findings)).collect()
}

fn rerun(alternative: &Alternative, table: &CaseTable, findings: &[Findings]) -> AlternativeFindings {
    let memberships = recalibrate(alternative, table);
    let comparisons = alternative
        .analyses
        .iter()
        .filter_map(|changed| {
            let original = findings.iter().find(|findings| findings.analysis.name == changed.name)?;
            let outcome = memberships.as_ref().map_err(Clone::clone).and_then(|memberships| {
                analyse(changed, memberships, &Budget::default()).map_err(|error| error.to_string())
            });
            Some(Comparison::new(original, changed, outcome))
        })
        .collect();
    AlternativeFindings {
        id: alternative.id.clone(),
        label: alternative.label.clone(),
        changes: alternative.changes.clone(),
        comparisons,
    }
}

/// Memberships under the changed sets. Cases are left out before calibration, since percentiles depend on them.
fn recalibrate(alternative: &Alternative, table: &CaseTable) -> Result<Memberships, String> {
    let table = without(table, &alternative.drop_cases)?;
    match calibrate(&table, &alternative.sets) {
        Ok(calibrated) => Ok(calibrated.memberships),
        Err(errors) => Err(first_of(&errors.to_string())),
    }
}

/// The first of several errors, one a line: a reason stands in a cell of a table.
fn first_of(errors: &str) -> String {
    match errors.lines().count() {
        0 | 1 => errors.to_owned(),
        several => format!("{}, and {} more", errors.lines().next().unwrap_or_default(), several - 1),
    }
}

/// The table without some cases.
fn without(table: &CaseTable, dropped: &[String]) -> Result<CaseTable, String> {
    if let Some(stranger) = dropped.iter().find(|id| !table.cases.contains(id)) {
        return Err(format!("{} holds no case `{stranger}` to leave out", table.file));
    }
    let kept: Vec<bool> = table.cases.iter().map(|id| !dropped.contains(id)).collect();
    let mut table = table.clone();
    keep(&mut table.cases, &kept);
    keep(&mut table.lines, &kept);
    for column in &mut table.columns {
        match &mut column.cells {
            Cells::Numbers(numbers) => keep(numbers, &kept),
            Cells::Texts(texts) => keep(texts, &kept),
        }
    }
    Ok(table)
}

fn keep<T>(values: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    values.retain(|_| kept.next().copied().unwrap_or_default());
}
