//! The cases of each analysis: found in the file, excluded by the study, without a value, left out near 0.5, analysed.

use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, MissingCase};
use equifinal_study::config::{Analysis, Calibration, MissingRule, SetSpec, Study};
use equifinal_study::natural;
use equifinal_study::table::{CaseTable, ExcludedCase};

use crate::input::Input;

/// The cases of one analysis.
pub(crate) struct CaseFlow<'a> {
    /// Number of cases in the file, excluded ones among them.
    pub(crate) found: usize,
    /// Those that the study excludes.
    pub(crate) excluded: &'a [ExcludedCase],
    /// Those without a value of a set.
    pub(crate) missing: &'a [MissingCase],
    /// Those left out by the crossover policy.
    pub(crate) dropped: Vec<&'a str>,
    /// Number of cases analysed.
    pub(crate) analysed: usize,
    /// The sets with imputed values, each with the cases that have one.
    pub(crate) imputed: Vec<(&'a SetSpec, Vec<&'a str>)>,
}

/// True if the study says which cases are none, or what becomes of cases without a value.
pub(crate) fn is_reported(input: &Input<'_>) -> bool {
    !input.evidence.cases.excluded.is_empty() || input.study.sets.iter().any(|set| set.missing.is_some())
}

/// The cases of an analysis of a run.
pub(crate) fn of<'a>(input: &Input<'a>, findings: &'a Findings) -> CaseFlow<'a> {
    let table = &input.evidence.cases;
    let sets = sets_behind(input.study, &findings.analysis);
    let imputed = sets.into_iter().filter(|set| matches!(set.missing, Some(MissingRule::Impute { .. })));
    let imputed = imputed.map(|set| (set, lacking(table, set))).filter(|(_, cases)| !cases.is_empty());
    CaseFlow {
        found: table.cases.len() + table.excluded.len(),
        excluded: &table.excluded,
        missing: &findings.missing,
        dropped: findings.dropped(),
        analysed: findings.cases.len(),
        imputed: imputed.collect(),
    }
}

/// The cases for which the file has no value of a set, in natural order.
fn lacking<'a>(table: &'a CaseTable, set: &SetSpec) -> Vec<&'a str> {
    let cases = table.cases.iter().enumerate().filter(|(case, _)| table.lacks(set, *case));
    let mut cases: Vec<&str> = cases.map(|(_, case)| case.as_str()).collect();
    cases.sort_by(|a, b| natural::compare(a, b));
    cases
}

/// The sets of an analysis and their parts, in the order of the study.
fn sets_behind<'a>(study: &'a Study, analysis: &Analysis) -> Vec<&'a SetSpec> {
    let mut open: Vec<&str> = analysis.conditions.iter().map(String::as_str).collect();
    open.push(&analysis.outcome.set);
    let mut names: BTreeSet<&str> = BTreeSet::new();
    while let Some(name) = open.pop() {
        let spec = study.sets.iter().find(|set| set.name == name).filter(|set| names.insert(&set.name));
        if let Some(Calibration::Composite { of, .. }) = spec.map(|spec| &spec.calibrate) {
            open.extend(of.iter().map(|part| part.set.as_str()));
        }
    }
    study.sets.iter().filter(|set| names.contains(set.name.as_str())).collect()
}
