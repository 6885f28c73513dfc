//! The search over sets of conditions: how well some of the conditions explain the outcomes, as the data mining of CORA
//! (Thiem, Mkrtchyan & Sebechlebská 2022).

use equifinal_study::config::{Analysis, ConditionSearch, Joint};
use equifinal_study::cuts::at_least;
use equifinal_study::memberships::Memberships;

use crate::error::QcaError;
use crate::findings::SufficiencyFit;
use crate::minimise::budget::Budget;
use crate::refusal::Refusal;
use crate::systems::{SystemFindings, systems};

/// The sets of conditions that were searched.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchFindings {
    /// The name of the analysis, or of that of several outcomes.
    pub name: String,
    /// The sizes that were to be searched.
    pub sizes: ConditionSearch,
    /// Every set of conditions of these sizes: smaller ones first, then in the order of the conditions.
    pub sets: Vec<Searched>,
    /// True if all sets were searched, false if there are more than [`SearchFindings::MOST`].
    pub complete: bool,
}

/// A set of conditions.
#[derive(Debug, Clone, PartialEq)]
pub struct Searched {
    /// The conditions.
    pub conditions: Vec<String>,
    /// The number of minimal systems, or a lower bound of it; 0 if there is none.
    pub count: u128,
    /// True if the number is exact.
    pub count_is_exact: bool,
    /// The fit of the first system: of the union of its functions for the union of the outcomes.
    pub fit: Option<SufficiencyFit>,
    /// The reason why there is no system.
    pub refusal: Option<Refusal>,
}

impl Searched {
    /// Consistency times coverage; 0 without a system.
    pub fn score(&self) -> f64 {
        let score = self.fit.as_ref().and_then(|fit| Some(fit.consistency? * fit.coverage?));
        score.unwrap_or_default()
    }
}

impl SearchFindings {
    /// Maximum number of sets of conditions.
    pub const MOST: usize = 5_000;

    /// The smallest sets whose score is 1: they explain every case with an outcome, and no other.
    pub fn smallest(&self) -> Vec<&Searched> {
        let whole = || self.sets.iter().filter(|one| at_least(Some(one.score()), 1.0));
        let size = whole().map(|one| one.conditions.len()).min();
        whole().filter(|one| Some(one.conditions.len()) == size).collect()
    }

    /// All sets, those with the highest score first, smaller ones first among equals.
    pub fn ranked(&self) -> Vec<&Searched> {
        let mut ranked: Vec<&Searched> = self.sets.iter().collect();
        ranked.sort_by(|one, other| other.score().total_cmp(&one.score()));
        ranked
    }
}

/// Minimises the outcomes by every set of conditions of the sizes that the study asks for.
///
/// # Errors
/// As [`systems`].
pub fn search(
    joint: &Joint<'_>,
    sizes: ConditionSearch,
    memberships: &Memberships,
    budget: &Budget,
) -> Result<SearchFindings, QcaError> {
    let conditions = joint.analyses.first().map_or(&[][..], |analysis| &analysis.conditions);
    let mut wanted: Vec<Vec<&str>> = Vec::new();
    for size in sizes.from..=sizes.to.min(conditions.len()) {
        choose(conditions, size, 0, &mut Vec::new(), &mut wanted);
    }
    let complete = wanted.len() <= SearchFindings::MOST;
    // An order needs its events.
    let orders = joint.analyses.first().map_or(&[][..], |analysis| &analysis.temporal);
    wanted.retain(|kept| {
        let has = |name: &String| kept.contains(&name.as_str());
        orders.iter().all(|order| !has(&order.name) || has(&order.first) && has(&order.then))
    });
    wanted.truncate(SearchFindings::MOST);
    // Of each set one system is enough: all cover the same rows with cases.
    let budget = &Budget { models: 1, ..*budget };
    let sets = wanted.iter().map(|kept| one(joint, kept, memberships, budget)).collect::<Result<Vec<_>, _>>()?;
    Ok(SearchFindings { name: joint.name.clone(), sizes, sets, complete })
}

/// Adds every choice of `size` more conditions from `first` on, one more than may be searched at most.
fn choose<'a>(all: &'a [String], size: usize, first: usize, chosen: &mut Vec<&'a str>, found: &mut Vec<Vec<&'a str>>) {
    if found.len() > SearchFindings::MOST {
        return;
    }
    if size == 0 {
        found.push(chosen.clone());
        return;
    }
    for (at, name) in all.iter().enumerate().skip(first) {
        chosen.push(name);
        choose(all, size - 1, at + 1, chosen, found);
        chosen.pop();
    }
}

fn one(joint: &Joint<'_>, kept: &[&str], memberships: &Memberships, budget: &Budget) -> Result<Searched, QcaError> {
    let smaller = |analysis: &&Analysis| {
        let mut smaller = Analysis::clone(analysis);
        let dropped: Vec<&str> =
            analysis.conditions.iter().map(String::as_str).filter(|name| !kept.contains(name)).collect();
        smaller.leave_out(&dropped);
        smaller
    };
    let analyses: Vec<Analysis> = joint.analyses.iter().map(smaller).collect();
    let joint = Joint { name: joint.name.clone(), analyses: analyses.iter().collect() };
    let SystemFindings { found, .. } = systems(&joint, memberships, budget)?;
    let conditions = kept.iter().map(|&name| name.to_owned()).collect();
    Ok(match found {
        Ok(found) => Searched {
            conditions,
            count: found.count,
            count_is_exact: found.count_is_exact,
            fit: found.listed.first().map(|system| system.fit),
            refusal: None,
        },
        Err(refusal) => {
            let (count, count_is_exact) = (0, !refusal.reason.is_budget());
            Searched { conditions, count, count_is_exact, fit: None, refusal: Some(refusal.reason) }
        }
    })
}
