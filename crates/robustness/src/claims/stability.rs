//! Claims about consistency in single periods, and within single units.

use std::collections::BTreeMap;

use equifinal_qca::findings::{Findings, Model};
use equifinal_qca::sufficiency;
use equifinal_study::config::{Stability, StableIn};
use equifinal_study::cuts::at_least;
use equifinal_study::natural;

use super::models::{path_of, tied};
use super::record::Universe;
use super::verdict::{Found, Outcome};

/// The consistency of a solution or path in each group that a claim asks for, in natural order.
type Groups = Vec<(String, Option<f64>)>;

/// The outcome of a claim in one universe.
pub(super) fn outcome(claim: &Stability, some: bool, universe: Universe<'_>) -> Outcome {
    let findings = universe.findings;
    tied(claim.of.kind(findings.analysis.interpret), some, findings, |model| {
        let groups = groups(claim, model, universe)?;
        let least = claim.groups.least(groups.len());
        let of = groups.len();
        let (reached, missed): (Groups, Groups) =
            groups.into_iter().partition(|(_, found)| at_least(*found, claim.consistency));
        if reached.len() >= least {
            return Ok(());
        }
        Err(Found::Groups { missed, reached: reached.len(), of, least, times: claim.groups.is_of_times() })
    })
}

/// The consistency that decides: the lowest of the groups that must reach it, from the highest down.
pub(super) fn deciding(claim: &Stability, model: &Model, universe: Universe<'_>) -> Option<f64> {
    let mut found: Vec<Option<f64>> =
        groups(claim, model, universe).ok()?.into_iter().map(|(_, found)| found).collect();
    // A group without consistency comes last.
    found.sort_by(|a, b| b.unwrap_or(-1.0).total_cmp(&a.unwrap_or(-1.0)));
    let least = claim.groups.least(found.len());
    found.get(least.checked_sub(1)?).copied().flatten()
}

fn groups(claim: &Stability, model: &Model, universe: Universe<'_>) -> Result<Groups, Found> {
    let findings = universe.findings;
    let x = match &claim.path {
        Some(path) => findings.membership(&path_of(path, model, findings)?.term),
        None => model.memberships.clone(),
    };
    let members = members(claim.groups.is_of_times(), findings, universe);
    let consistency = |cases: &[usize]| {
        let pick =
            |values: &[f64]| -> Vec<f64> { cases.iter().filter_map(|&case| values.get(case)).copied().collect() };
        sufficiency(&pick(&x), &pick(&findings.outcome)).consistency
    };
    if let StableIn::Times(times) = &claim.groups {
        let of = |time: &String| (time.clone(), consistency(members.get(time.as_str()).map_or(&[], Vec::as_slice)));
        return Ok(times.iter().map(of).collect());
    }
    let mut groups: Groups = members.iter().map(|(name, cases)| ((*name).to_owned(), consistency(cases))).collect();
    groups.sort_by(|a, b| natural::compare(&a.0, &b.0));
    Ok(groups)
}

/// The cases of each period or unit, as positions in the findings.
fn members<'a>(times: bool, findings: &Findings, universe: Universe<'a>) -> BTreeMap<&'a str, Vec<usize>> {
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let Some(panel) = &universe.table.panel else { return members };
    let names = if times { &panel.times } else { &panel.units };
    let places: BTreeMap<&str, &str> =
        universe.table.cases.iter().zip(names).map(|(case, name)| (case.as_str(), name.as_str())).collect();
    for (position, case) in findings.cases.iter().enumerate() {
        if let Some(name) = places.get(case.as_str()) {
            members.entry(name).or_default().push(position);
        }
    }
    members
}
