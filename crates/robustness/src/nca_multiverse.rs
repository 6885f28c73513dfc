//! Necessary condition analyses in the universes of a multiverse.
//!
//! Few decisions enter such an analysis: its own, the cases left out, and anchors where memberships are compared. Universes
//! that agree in them are evaluated once.

use std::collections::BTreeMap;

use equifinal_nca::Decided;
use equifinal_study::config::{Decision, Design, Dimension, NcaSpec, NcaValues, with_parts};
use rayon::prelude::*;

use crate::decisions::Decisions;
use crate::nca::decided_in;
use crate::plan::Plan;
use crate::universe::Reanalysis;

/// A necessary condition analysis in the universes.
#[derive(Debug, Clone, PartialEq)]
pub struct NcaTally {
    /// The analysis.
    pub analysis: String,
    /// Number of universes.
    pub universes: u64,
    /// Universes whose decisions the data do not allow.
    pub impossible: u64,
    /// Number of different settings of the analysis among the universes.
    pub settings: u64,
    /// The conditions, in declared order; empty if the settings need more permutations than are made.
    pub conditions: Vec<NcaCount>,
}

/// A condition in the universes.
#[derive(Debug, Clone, PartialEq)]
pub struct NcaCount {
    /// The set of the condition.
    pub condition: String,
    /// Universes in which it is necessary.
    pub necessary: u64,
    /// The smallest and the largest effect size; `None` if there is none.
    pub effect_size: Option<[f64; 2]>,
}

/// The maximum number of permutations in all settings of an analysis.
const MOST_PERMUTATIONS: u64 = 20_000_000;

/// The maximum number of universes that are gone through to find the settings.
const MOST_UNIVERSES: u64 = 1_000_000;

/// The analyses that decisions of the multiverse enter, in declared order.
pub(crate) fn nca_tallies(reanalysis: &Reanalysis<'_>, plan: &Plan<'_>) -> Vec<NcaTally> {
    reanalysis.study().nca.iter().filter_map(|spec| tally(reanalysis, plan, spec)).collect()
}

fn tally(reanalysis: &Reanalysis<'_>, plan: &Plan<'_>, spec: &NcaSpec) -> Option<NcaTally> {
    let study = reanalysis.study();
    let enters: Vec<bool> = plan.dimensions().iter().map(|one| enters(one, spec, reanalysis)).collect();
    if !enters.contains(&true) {
        return None;
    }
    let mut tally = NcaTally {
        analysis: spec.name.clone(),
        universes: plan.size(),
        impossible: 0,
        settings: 0,
        conditions: Vec::new(),
    };
    let settings = settings(plan, &enters);
    let work = |settings: &[(Vec<Decision>, u64)]| settings.len() as u64 * spec.permutations.max(1);
    let Some(settings) = settings.filter(|settings| work(settings) <= MOST_PERMUTATIONS) else { return Some(tally) };
    tally.settings = settings.len() as u64;
    tally.conditions = spec
        .conditions
        .iter()
        .map(|condition| NcaCount { condition: condition.clone(), necessary: 0, effect_size: None })
        .collect();
    let run = |(decisions, universes): &(Vec<Decision>, u64)| {
        let mut taken = Decisions::default();
        decisions.iter().for_each(|decision| taken.take(&study.sets, decision));
        let variant = taken.variant(study);
        let spec = variant.nca.iter().find(|one| one.name == spec.name);
        let found = spec.and_then(|spec| decided_in(study, &variant, spec, reanalysis.table()));
        (found, *universes)
    };
    for (found, universes) in settings.par_iter().map(run).collect::<Vec<_>>() {
        match found {
            Some(found) => tally.add(&found, universes),
            None => tally.impossible += universes,
        }
    }
    Some(tally)
}

impl NcaTally {
    fn add(&mut self, found: &[Decided], universes: u64) {
        for (count, one) in self.conditions.iter_mut().zip(found) {
            count.necessary += if one.necessary { universes } else { 0 };
            if let Some(effect) = one.effect_size {
                let [low, high] = count.effect_size.unwrap_or([effect; 2]);
                count.effect_size = Some([low.min(effect), high.max(effect)]);
            }
        }
    }

    /// Universes whose decisions the data allow: the denominator of shares.
    pub fn possible(&self) -> u64 {
        self.universes - self.impossible
    }
}

/// True if a dimension enters an analysis.
fn enters(dimension: &Dimension, spec: &NcaSpec, reanalysis: &Reanalysis<'_>) -> bool {
    if let Some(number) = dimension.number() {
        let used = || with_parts(spec.sets().collect(), &reanalysis.study().sets);
        let is_used = |set: &str| spec.on == NcaValues::Memberships && used().contains(set);
        return number.method() == Some(&spec.name) || number.set().is_some_and(is_used);
    }
    dimension.listed().first().is_some_and(|one| match one {
        Decision::DropCases(_) => true,
        decision => decision.method() == Some(&spec.name),
    })
}

/// The different decisions that enter an analysis, each with its number of universes; `None` if there are too many
/// universes to find them.
fn settings(plan: &Plan<'_>, enters: &[bool]) -> Option<Vec<(Vec<Decision>, u64)>> {
    if plan.design() == Design::Factorial {
        let mut all: Vec<Vec<Decision>> = vec![Vec::new()];
        for (dimension, _) in plan.dimensions().iter().zip(enters).filter(|(_, enters)| **enters) {
            let values = dimension.listed();
            if all.len().saturating_mul(values.len()) as u64 > MOST_UNIVERSES {
                return None;
            }
            let with = |one: &Vec<Decision>| {
                let one = one.clone();
                values.iter().map(move |value| [&one[..], std::slice::from_ref(value)].concat()).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(with).collect();
        }
        let each = plan.size() / all.len().max(1) as u64;
        return Some(all.into_iter().map(|decisions| (decisions, each)).collect());
    }
    if plan.size() > MOST_UNIVERSES {
        return None;
    }
    let mut all: BTreeMap<String, (Vec<Decision>, u64)> = BTreeMap::new();
    for universe in 0..plan.size() {
        let taken = plan.by_dimension(universe).zip(enters).filter(|(_, enters)| **enters);
        let decisions: Vec<Decision> = taken.map(|(decision, _)| decision.into_owned()).collect();
        let key = equifinal_study::config::decision::write(&decisions);
        all.entry(key).or_insert((decisions, 0)).1 += 1;
    }
    Some(all.into_values().collect())
}
