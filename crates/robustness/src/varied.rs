//! The study under decisions that its file, a claim or the command line names.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use std::borrow::Cow;

use equifinal_calibrate::direct;
use equifinal_study::config::decision::NcaChoice;
use equifinal_study::config::{Anchors, Calibration, Ceiling, Decision, Expect, NumericDecision, Study, Variant};
use equifinal_study::names::{listed, meant};

use crate::decisions::Decisions;
use crate::plan::Plan;

/// The study under some decisions: first those of an alternative, then those of a universe, then all others.
///
/// # Errors
/// Decisions that the study does not have, or that it does not allow. Cases are looked up where the data are.
pub fn varied(study: &Study, decisions: &[Decision]) -> Result<Variant, NotApplicable> {
    let (study, dropped) = with_alternative(study, decisions)?;
    whole(taken(&study, decisions)?.variant(&study), dropped)
}

/// One analysis of the study under some decisions, in the order of [`varied`], without those about conditions that it
/// does not have; `None` if an alternative that does not concern it is among them.
///
/// # Errors
/// As [`varied`].
pub(crate) fn varied_analysis(
    study: &Study,
    decisions: &[Decision],
    name: &str,
) -> Result<Option<Variant>, NotApplicable> {
    let (study, dropped) = with_alternative(study, decisions)?;
    let Some(analysis) = study.analyses.iter().find(|analysis| analysis.name == name) else { return Ok(None) };
    let has = |condition: &String| analysis.conditions.contains(condition);
    let concerning = |decision: &Decision| match decision {
        Decision::Expectation { condition, .. } => has(condition).then(|| decision.clone()),
        Decision::DropConditions(names) => {
            Some(Decision::DropConditions(names.iter().filter(|name| has(name)).cloned().collect()))
        }
        other => Some(other.clone()),
    };
    let decisions: Vec<Decision> = decisions.iter().filter_map(concerning).collect();
    let mut variant = taken(&study, &decisions)?.variant(&study);
    variant.analyses.retain(|analysis| analysis.name == name);
    whole(variant, dropped).map(Some)
}

/// The study under some decisions, for its necessary condition analyses, in the order of [`varied`].
///
/// # Errors
/// As [`varied`].
pub(crate) fn varied_nca(study: &Study, decisions: &[Decision]) -> Result<Variant, NotApplicable> {
    // These are about conditions of truth tables.
    let concerns = |one: &&Decision| !matches!(one, Decision::Expectation { .. } | Decision::DropConditions(_));
    varied(study, &decisions.iter().filter(concerns).cloned().collect::<Vec<_>>())
}

/// A variant without the cases that its alternative leaves out.
fn whole(mut variant: Variant, mut dropped: Vec<String>) -> Result<Variant, NotApplicable> {
    if let Some(analysis) = variant.analyses.iter().find(|analysis| analysis.conditions.is_empty()) {
        return Err(NotApplicable::NoConditions(analysis.name.clone()));
    }
    variant.drop_cases.append(&mut dropped);
    Ok(variant)
}

/// The decisions in the form that is applied, an alternative left aside.
///
/// # Errors
/// As [`varied`].
pub(crate) fn taken(study: &Study, decisions: &[Decision]) -> Result<Decisions, NotApplicable> {
    let mut taken = Decisions::default();
    for decision in decisions {
        if let Decision::Universe(universe) = decision {
            taken = of_universe(study, *universe)?;
        }
    }
    for decision in decisions {
        check(study, decision)?;
        taken.take(&study.sets, decision);
    }
    for (set, calibration) in &taken.calibrations {
        if let Calibration::Direct { anchors, .. } | Calibration::Percentiles { anchors, .. } = calibration
            && !direct::are_in_order(*anchors)
            && decisions
                .iter()
                .any(|decision| matches!(decision, Decision::Number(number, _) if number.set() == Some(set)))
        {
            let Anchors { exclusion, crossover, inclusion } = *anchors;
            return Err(NotApplicable::Disorder { set: set.clone(), anchors: [exclusion, crossover, inclusion] });
        }
    }
    Ok(taken)
}

/// The study with the sets and analyses of the alternative that is named, if any, and the cases that it leaves out.
fn with_alternative<'a>(
    study: &'a Study,
    decisions: &[Decision],
) -> Result<(Cow<'a, Study>, Vec<String>), NotApplicable> {
    let id = decisions.iter().find_map(|one| if let Decision::Alternative(id) = one { Some(id) } else { None });
    let Some(id) = id else { return Ok((Cow::Borrowed(study), Vec::new())) };
    let alternative = study.alternatives.iter().find(|alternative| alternative.id == *id);
    let Variant { sets, analyses, nca, chains, drop_cases } =
        alternative.map(|alternative| alternative.variant.clone()).ok_or_else(|| {
            let hint = meant(id, study.alternatives.iter().map(|alternative| alternative.id.as_str()));
            NotApplicable::NoAlternative { id: id.clone(), hint }
        })?;
    Ok((Cow::Owned(Study { sets, analyses, nca, chains, ..study.clone() }), drop_cases))
}

/// The decisions of a universe of the study's multiverse.
fn of_universe(study: &Study, universe: u64) -> Result<Decisions, NotApplicable> {
    let multiverse = study.robustness.multiverse.as_ref().ok_or(NotApplicable::NoMultiverse)?;
    // The number of cases tells how far a universe is from the study, not what it decides.
    let plan = Plan::new(study, multiverse, 0);
    let none = NotApplicable::NoUniverse { universe, last: plan.size().saturating_sub(1) };
    if universe < plan.size() { Ok(plan.decisions(universe)) } else { Err(none) }
}

/// Checks that the study has what a decision is about.
fn check(study: &Study, decision: &Decision) -> Result<(), NotApplicable> {
    let conditions = || study.analyses.iter().flat_map(|analysis| &analysis.conditions);
    let is_condition = |name: &String| {
        let hint = || meant(name, conditions().map(String::as_str));
        let known = conditions().any(|condition| condition == name);
        if known { Ok(()) } else { Err(NotApplicable::NoCondition { name: name.clone(), hint: hint() }) }
    };
    match decision {
        Decision::Number(number, _) => check_number(study, number),
        Decision::Expectation { condition, expect } => {
            is_condition(condition)?;
            let mut sets = study.sets.iter().filter(|set| set.name == *condition);
            let has_levels = sets.any(|set| set.calibrate.is_multi_value());
            if has_levels && *expect != Expect::Any {
                return Err(NotApplicable::Levels(condition.clone()));
            }
            Ok(())
        }
        Decision::DropConditions(names) => names.iter().try_for_each(is_condition),
        Decision::Nca { analysis, choice } => check_nca(study, analysis, choice),
        Decision::Solution(_)
        | Decision::DropCases(_)
        | Decision::AtCrossover(_)
        | Decision::Alternative(_)
        | Decision::Universe(_) => Ok(()),
    }
}

/// Checks that a necessary condition analysis allows a choice.
fn check_nca(study: &Study, analysis: &str, choice: &NcaChoice) -> Result<(), NotApplicable> {
    let Some(spec) = study.nca.iter().find(|spec| spec.name == *analysis) else {
        return no_method(analysis, study.nca.iter().map(|spec| spec.name.as_str()));
    };
    match choice {
        NcaChoice::DecideBy(name) if Ceiling::place(name, &spec.ceilings).is_none() => {
            let known: Vec<&str> = spec.ceilings.iter().filter(|one| one.is_ceiling()).map(|one| one.name()).collect();
            let (analysis, ceiling) = (analysis.to_owned(), name.clone());
            Err(NotApplicable::NoCeiling { analysis, ceiling, known: listed(&known) })
        }
        NcaChoice::Scope(scopes) => match scopes.iter().find(|(set, _)| !spec.sets().any(|own| own == set)) {
            Some((set, _)) => Err(NotApplicable::NoSet { name: set.clone(), hint: meant(set, spec.sets()) }),
            None => Ok(()),
        },
        NcaChoice::DecideBy(_) | NcaChoice::Outliers(_) => Ok(()),
    }
}

fn no_method<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Result<(), NotApplicable> {
    Err(NotApplicable::NoMethod { name: name.to_owned(), hint: meant(name, known) })
}

fn check_number(study: &Study, number: &NumericDecision) -> Result<(), NotApplicable> {
    if let NumericDecision::Method { analysis, number: kind } = number {
        return match number.of_method(&study.nca, &study.chains) {
            Some(_) => Ok(()),
            None if kind.is_of_nca() => no_method(analysis, study.nca.iter().map(|spec| spec.name.as_str())),
            None => no_method(analysis, study.chains.iter().map(|chain| chain.name.as_str())),
        };
    }
    let Some(name) = number.set() else { return Ok(()) };
    let set = study.sets.iter().find(|set| set.name == name).ok_or_else(|| {
        let hint = meant(name, study.sets.iter().map(|set| set.name.as_str()));
        NotApplicable::NoSet { name: name.to_owned(), hint }
    })?;
    let (has, kind) = match number {
        NumericDecision::Anchor { anchor, .. } => (anchor.moves_in(&set.calibrate), anchor.name()),
        NumericDecision::Idm { .. } => (set.calibrate.idm().is_some(), "idm"),
        NumericDecision::Consistency
        | NumericDecision::Pri
        | NumericDecision::Frequency
        | NumericDecision::Method { .. } => (true, ""),
    };
    if has { Ok(()) } else { Err(NotApplicable::NoAnchor { set: name.to_owned(), kind }) }
}

/// The reasons why a study cannot be run under decisions.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NotApplicable {
    /// The study does not have the alternative.
    NoAlternative {
        /// The id.
        id: String,
        /// The most similar alternative, or the list of alternatives.
        hint: Message,
    },
    /// The study does not have the necessary condition analysis, or coincidence analysis.
    NoMethod {
        /// The name.
        name: String,
        /// The most similar analysis, or the list of analyses.
        hint: Message,
    },
    /// A necessary condition analysis does not compute the ceiling.
    NoCeiling {
        /// The analysis.
        analysis: String,
        /// The ceiling.
        ceiling: String,
        /// Its ceilings.
        known: Message,
    },
    /// The study has no multiverse.
    NoMultiverse,
    /// The multiverse does not have the universe.
    NoUniverse {
        /// The universe.
        universe: u64,
        /// The last universe.
        last: u64,
    },
    /// The study does not have the set.
    NoSet {
        /// The name.
        name: String,
        /// The most similar set, or the list of sets.
        hint: Message,
    },
    /// No analysis has the condition.
    NoCondition {
        /// The name.
        name: String,
        /// The most similar condition, or the list of conditions.
        hint: Message,
    },
    /// A condition with levels is neither present nor absent.
    Levels(String),
    /// An analysis would have no condition.
    NoConditions(String),
    /// The calibration does not have the anchor.
    NoAnchor {
        /// The set.
        set: String,
        /// The anchor.
        kind: &'static str,
    },
    /// The anchors neither rise nor fall.
    Disorder {
        /// The set.
        set: String,
        /// The anchors: exclusion, crossover, inclusion.
        anchors: [f64; 3],
    },
}

impl NotApplicable {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::NoAlternative { id, hint } => say!("varied-no-alternative", id, hint),
            Self::NoMethod { name, hint } => say!("varied-no-method", name, hint),
            Self::NoCeiling { analysis, ceiling, known } => say!("varied-no-ceiling", analysis, ceiling, known),
            Self::NoMultiverse => say!("varied-no-multiverse"),
            Self::NoUniverse { universe, last } => say!("varied-no-universe", universe, last),
            Self::NoSet { name, hint } => say!("varied-no-set", name, hint),
            Self::NoCondition { name, hint } => say!("varied-no-condition", name, hint),
            Self::Levels(value) => say!("varied-levels", value),
            Self::NoConditions(value) => say!("varied-no-conditions", value),
            Self::NoAnchor { set, kind } => say!("varied-no-anchor", set, kind),
            Self::Disorder { set, anchors } => {
                say!("varied-disorder", set, anchors = anchors[0], anchors_2 = anchors[1], anchors_3 = anchors[2])
            }
        }
    }
}

worded!(NotApplicable);
