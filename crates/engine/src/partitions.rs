//! Analyses run again in parts of their cases.

use std::collections::BTreeMap;

use equifinal_panel::{AnalysedPart, Partition, left_out, partition};
use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, QcaError};
use equifinal_study::config::{Analysis, PartitionBy};
use equifinal_study::memberships::{Memberships, Set};
use equifinal_study::natural;
use equifinal_study::table::{CaseTable, Cells};
use rayon::prelude::*;

use crate::error::EngineError;
use crate::findings::Analyse;

/// A part: its name and its cases, as positions in the table.
type Group<'a> = (&'a str, Vec<usize>);

/// The parts of every analysis that asks for them, in declared order. A part without a solution is a result.
///
/// # Errors
/// Solutions that the independent check rejects, and data that a part does not allow.
pub(crate) fn partitions(
    cases: &CaseTable,
    (memberships, findings): (&Memberships, &[Findings]),
    (analyse, budget): (Analyse, &Budget),
) -> Result<Vec<Partition>, EngineError> {
    let asked = findings.iter().filter_map(|one| Some((one, one.analysis.partition.clone()?)));
    asked
        .map(|(pooled, by)| {
            let groups = groups(cases, &by);
            let places: BTreeMap<&str, usize> =
                pooled.cases.iter().enumerate().map(|(at, case)| (case.as_str(), at)).collect();
            let parts = groups.into_par_iter().filter_map(|(name, members)| {
                let ids = members.iter().filter_map(|&member| cases.cases.get(member));
                let analysed: Vec<usize> = ids.filter_map(|id| places.get(id.as_str()).copied()).collect();
                // A group whose cases all lack a value is not a part of the analysis.
                let is_part = !analysed.is_empty();
                let run = |members: &[usize]| part((pooled, &places), memberships, members, (analyse, budget));
                let compared = || {
                    let findings = run(&members)?;
                    let rest: Vec<usize> =
                        (0..cases.cases.len()).filter(|case| members.binary_search(case).is_err()).collect();
                    let left_out = left_out(pooled, run(&rest)?.as_ref());
                    Ok(AnalysedPart { name: name.to_owned(), cases: analysed, findings, left_out })
                };
                is_part.then(compared)
            });
            let parts = parts.collect::<Result<Vec<_>, EngineError>>()?;
            Ok(partition(pooled, by, parts))
        })
        .collect()
}

/// The cases of each part; a case without a group is in none.
fn groups<'a>(cases: &'a CaseTable, by: &PartitionBy) -> Vec<Group<'a>> {
    let names: &[String] = match (by, &cases.panel) {
        (PartitionBy::Time, Some(panel)) => &panel.times,
        (PartitionBy::Unit, Some(panel)) => &panel.units,
        (PartitionBy::Time | PartitionBy::Unit, None) => &[],
        (PartitionBy::Cluster(column) | PartitionBy::Column(column), _) => {
            let texts = cases.columns.iter().filter(|own| own.name == *column).find_map(|own| match &own.cells {
                Cells::Texts(texts, _) => Some(texts.as_slice()),
                Cells::Numbers(_) => None,
            });
            texts.unwrap_or(&[])
        }
    };
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (case, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        groups.entry(name).or_default().push(case);
    }
    let mut groups: Vec<Group<'a>> = groups.into_iter().collect();
    groups.sort_by(|a, b| natural::compare(a.0, b.0));
    groups
}

/// The findings of a part; `None` if no case is left to analyse.
fn part(
    (pooled, places): (&Findings, &BTreeMap<&str, usize>),
    memberships: &Memberships,
    members: &[usize],
    (analyse, budget): (Analyse, &Budget),
) -> Result<Option<Findings>, EngineError> {
    let pick = |set: &Set| Set {
        name: set.name.clone(),
        kind: set.kind,
        values: members.iter().filter_map(|&member| set.values.get(member)).copied().collect(),
    };
    let ids = members.iter().filter_map(|&member| memberships.cases.get(member));
    let analysis = &pooled.analysis;
    let used = analysis.sets();
    let sets = memberships.sets.iter().filter(|set| used.contains(set.name.as_str()));
    let own = Memberships { cases: ids.cloned().collect(), sets: sets.map(pick).collect() };
    let alone = Analysis { partition: None, panel: None, case_selection: None, ..analysis.clone() };
    match analyse(&alone, &own, budget) {
        Ok(mut found) => {
            if let Some(weights) = &pooled.weights {
                let cases: Vec<usize> =
                    found.cases.iter().filter_map(|case| places.get(case.as_str())).copied().collect();
                found.weights = Some(weights.among(&cases));
            }
            Ok(Some(found))
        }
        Err(QcaError::NoCases { .. }) => Ok(None),
        Err(QcaError::Refuted(solution)) => Err(EngineError::from(solution)),
        Err(error) => Err(EngineError::Analyses(vec![error])),
    }
}
