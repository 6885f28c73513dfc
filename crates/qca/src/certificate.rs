//! The independent check of every solution before it is published.
//!
//! It shares no code with the minimiser: terms are lists of levels, rows are looked up, and coverage beyond the listed
//! rows is counted by splitting terms. For each listed model it verifies that the model covers all required rows and no
//! forbidden one, that no literal of a term and no term of the model is redundant. Completeness of the list of models
//! is not checked.

mod distinct;
mod stated;
mod system;

use equifinal_study::config::SolutionType;
use equifinal_study::cuts::at_least;
use equifinal_study::exact::Sum;
use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use self::distinct::{Models, Place};
pub(crate) use self::system::certify_system;
use crate::solution::Solution;
use crate::term::Term;

/// Below this many terms a second thread costs more than it saves.
const WORTH_A_THREAD: usize = 256;

/// The conditions that a solution must satisfy.
#[derive(Debug, Clone)]
pub(crate) struct Rule<'a> {
    /// Levels of each condition.
    pub(crate) levels: Vec<usize>,
    /// Rows that every model must cover.
    pub(crate) positives: &'a [Vec<usize>],
    /// The region that terms may cover.
    pub(crate) territory: Territory<'a>,
}

/// The configurations that a term may cover.
#[derive(Debug, Clone)]
pub(crate) enum Territory<'a> {
    /// Everything outside these regions: rows as terms, and exclusions of the study.
    Outside(&'a [Term]),
    /// Only these regions and, for each model, its easy counterfactuals.
    Inside(&'a [Term]),
    /// Only the statements of rows, in which an order may be one that cannot be said, and easy counterfactuals.
    Stated {
        /// The rows that terms may cover. One with a level above those of [`Rule::levels`] stands for all of them, but
        /// only for terms without a literal there.
        rows: &'a [Term],
        /// The regions that they must not touch.
        barred: &'a [Term],
    },
    /// Any term that is consistent over the cases; a term is minimal if no part of it is consistent.
    Consistent(Cases<'a>),
}

/// The cases that decide on the consistency of a term.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cases<'a> {
    /// Memberships by condition, level and case.
    pub(crate) degrees: &'a [Vec<Vec<f64>>],
    /// Outcome memberships.
    pub(crate) outcome: &'a [f64],
    /// The required consistency of a term.
    pub(crate) cutoff: f64,
}

impl Cases<'_> {
    /// True if Σ min(x, y) / Σ x reaches the cutoff.
    fn suffice(&self, term: &Term) -> bool {
        let degree = |case: usize| {
            let literals =
                term.levels.iter().zip(self.degrees).filter_map(|(level, degrees)| Some((*level)?).zip(Some(degrees)));
            literals.map(|(level, degrees)| degrees[level][case]).fold(1.0, f64::min)
        };
        let x: Vec<f64> = (0..self.outcome.len()).map(degree).collect();
        let both: Vec<f64> = x.iter().zip(self.outcome).map(|(x, y)| x.min(*y)).collect();
        at_least(Sum::of(&both).share_of(Sum::of(&x)), self.cutoff)
    }
}

/// A solution that the independent check rejects: a bug in the program, so nothing is published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Refuted {
    /// The analysis.
    pub analysis: String,
    /// The procedure that gave the solution.
    pub procedure: Procedure,
    /// The type of the solution.
    pub kind: SolutionType,
    /// The flaw found.
    pub flaw: Flaw,
    /// The model with the flaw, as written in study files.
    pub model: String,
}

/// A procedure of standard or enhanced analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Procedure {
    /// Standard analysis (Ragin 2008).
    Standard,
    /// Enhanced standard analysis (Schneider & Wagemann 2013).
    Enhanced,
    /// Joint minimisation of several outcomes.
    Joint,
}

/// A flaw of a model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A row with output 1 is not covered.
    Uncovered {
        /// The model, counted from 1.
        model: usize,
    },
    /// A term covers a forbidden configuration.
    Forbidden {
        /// The model, counted from 1.
        model: usize,
        /// The term, counted from 1.
        term: usize,
    },
    /// A literal is redundant.
    SuperfluousLiteral {
        /// The model, counted from 1.
        model: usize,
        /// The term, counted from 1.
        term: usize,
    },
    /// A term is redundant.
    SuperfluousTerm {
        /// The model, counted from 1.
        model: usize,
        /// The term, counted from 1.
        term: usize,
    },
}

impl Flaw {
    /// The model and the term, both counted from 1; 0 if the flaw concerns no single term.
    pub(crate) fn place(&self) -> (usize, usize) {
        match *self {
            Self::Uncovered { model } => (model, 0),
            Self::Forbidden { model, term }
            | Self::SuperfluousLiteral { model, term }
            | Self::SuperfluousTerm { model, term } => (model, term),
        }
    }
}

impl Rule<'_> {
    /// Checks every listed model of a solution; each term once per set of easy counterfactuals near it.
    pub(crate) fn certify(&self, solution: &Solution) -> Result<(), Flaw> {
        let found = Models::of(solution);
        self.cover_all(&found)?;
        let inside = matches!(self.territory, Territory::Inside(_) | Territory::Stated { .. });
        let places = found.places(|term, easy| inside && apart(term, easy) != Apart::Far);
        let each = found.terms.iter().zip(&places).flat_map(|(term, places)| places.iter().map(move |at| (term, at)));
        let each: Vec<_> = each.collect();
        let flaw = |&(term, (near, &place)): &(&&Term, (&FixedBitSet, &Place))| {
            let easy: Vec<&Term> = near.ones().map(|at| found.easy[at]).collect();
            self.flaw(term, &easy, place)
        };
        let flaws: Vec<Flaw> = if each.len() < WORTH_A_THREAD {
            each.iter().filter_map(flaw).collect()
        } else {
            each.par_iter().filter_map(flaw).collect()
        };
        flaws.into_iter().min_by_key(Flaw::place).map_or(Ok(()), Err)
    }

    /// Checks that every model covers all positive rows, and that every term is the only one to cover some row.
    fn cover_all(&self, found: &Models<'_>) -> Result<(), Flaw> {
        let rows = |term: &&Term| (0..self.positives.len()).filter(|&row| term.covers(&self.positives[row])).collect();
        let covered: Vec<FixedBitSet> = found.terms.iter().map(rows).collect();
        for (model, number) in found.models.iter().zip(1..) {
            let mut once = FixedBitSet::with_capacity(self.positives.len());
            let mut twice = once.clone();
            for &term in model {
                twice.union_with(&(&covered[term] & &once));
                once.union_with(&covered[term]);
            }
            if once.count_ones(..) < self.positives.len() {
                return Err(Flaw::Uncovered { model: number });
            }
            once.difference_with(&twice);
            if let Some(at) = model.iter().position(|&term| covered[term].is_disjoint(&once)) {
                return Err(Flaw::SuperfluousTerm { model: number, term: at + 1 });
            }
        }
        Ok(())
    }

    /// Checks that the term covers only allowed configurations, and then that no literal is redundant.
    fn flaw(&self, term: &Term, easy: &[&Term], (model, number): Place) -> Option<Flaw> {
        let (allowed, lean) = match self.territory {
            Territory::Outside(forbidden) => {
                let near = Near::new(term, forbidden.iter());
                (near.touching.is_empty(), near.held().all(|condition| near.beyond(condition).next().is_some()))
            }
            Territory::Inside(allowed) => {
                let near = Near::new(term, allowed.iter().chain(easy.iter().copied()));
                // The term itself is filled, so what counts is what it would cover beyond.
                let lean = near.held().all(|condition| {
                    let own = term.levels[condition];
                    let mut others = (0..self.levels[condition]).filter(|&level| Some(level) != own);
                    others.any(|level| {
                        let near = near.at(condition, level);
                        near.is_empty() || !self.is_filled(&with(term, condition, level), &near)
                    })
                });
                (self.is_filled(term, &near.touching), lean)
            }
            Territory::Stated { rows, barred } => {
                let is_stated = |term: &Term| self.is_stated(term, (rows, easy), barred);
                let removable = stated::removable(&self.levels, term, rows);
                (is_stated(term), !removable.iter().any(|set| is_stated(&without(term, set))))
            }
            Territory::Consistent(cases) => (cases.suffice(term), no_part_suffices(cases, term)),
        };
        match (allowed, lean) {
            (true, true) => None,
            (false, _) => Some(Flaw::Forbidden { model, term: number }),
            (true, false) => Some(Flaw::SuperfluousLiteral { model, term: number }),
        }
    }

    /// True if the term covers only what rows state, and easy counterfactuals, and touches nothing barred.
    fn is_stated(&self, term: &Term, (rows, easy): (&[Term], &[&Term]), barred: &[Term]) -> bool {
        let touches = |region: &Term| apart(term, region) == Apart::Touching;
        let speaking = stated::speaking(&self.levels, term, rows);
        let regions = speaking.iter().chain(easy.iter().copied());
        !barred.iter().any(touches)
            && self.is_filled(term, &regions.filter(|region| touches(region)).collect::<Vec<_>>())
    }

    /// True if the regions together cover the whole term, found by splitting it until one region or none contains each
    /// part.
    fn is_filled(&self, term: &Term, regions: &[&Term]) -> bool {
        if regions.iter().any(|region| region.contains(term)) {
            return true;
        }
        let free = |condition: &usize| {
            term.levels[*condition].is_none() && regions.iter().any(|region| region.levels[*condition].is_some())
        };
        // Regions that together are smaller cannot fill it, even where no two overlap.
        let size = |region: Option<&Term>| -> u128 {
            let is_free = |at: &usize| term.levels[*at].or_else(|| region?.levels[*at]).is_none();
            (0..term.levels.len()).filter(is_free).map(|at| self.levels[at] as u128).product()
        };
        if regions.iter().map(|&region| size(Some(region))).sum::<u128>() < size(None) {
            return false;
        }
        let Some(condition) = (0..term.levels.len()).find(free) else { return false };
        (0..self.levels[condition]).all(|level| {
            let part = with(term, condition, level);
            let touching = |region: &&Term| region.levels[condition].is_none_or(|other| other == level);
            let touching: Vec<&Term> = regions.iter().copied().filter(touching).collect();
            self.is_filled(&part, &touching)
        })
    }
}

/// The distance of a term from a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Apart {
    /// They share a configuration.
    Touching,
    /// They differ on this condition alone.
    On(usize),
    /// They differ on two or more conditions.
    Far,
}

fn apart(term: &Term, region: &Term) -> Apart {
    let differs = |&condition: &usize| match (term.levels[condition], region.levels[condition]) {
        (Some(own), Some(other)) => own != other,
        _ => false,
    };
    let mut conditions = (0..term.levels.len()).filter(differs);
    match (conditions.next(), conditions.next()) {
        (None, _) => Apart::Touching,
        (Some(only), None) => Apart::On(only),
        _ => Apart::Far,
    }
}

/// The regions that a term touches, or would touch without one literal.
struct Near<'a> {
    term: &'a Term,
    touching: Vec<&'a Term>,
    /// Each with the only condition on which the term differs from it.
    next_door: Vec<(usize, &'a Term)>,
}

impl<'a> Near<'a> {
    fn new(term: &'a Term, regions: impl Iterator<Item = &'a Term>) -> Self {
        let (mut touching, mut next_door) = (Vec::new(), Vec::new());
        for region in regions {
            match apart(term, region) {
                Apart::Touching => touching.push(region),
                Apart::On(condition) => next_door.push((condition, region)),
                Apart::Far => {}
            }
        }
        Self { term, touching, next_door }
    }

    /// The conditions on which the term has a literal.
    fn held(&self) -> impl Iterator<Item = usize> {
        (0..self.term.levels.len()).filter(|&condition| self.term.levels[condition].is_some())
    }

    /// The regions that the term would touch with another level of a condition.
    fn at(&self, condition: usize, level: usize) -> Vec<&'a Term> {
        let touching = self.touching.iter().copied().filter(|region| region.levels[condition].is_none());
        touching.chain(self.beyond(condition).filter(|region| region.levels[condition] == Some(level))).collect()
    }

    /// The regions that the term would touch in addition without its literal on a condition.
    fn beyond(&self, condition: usize) -> impl Iterator<Item = &'a Term> {
        self.next_door.iter().filter(move |(only, _)| *only == condition).map(|&(_, region)| region)
    }
}

/// The term with this level of a condition.
fn with(term: &Term, condition: usize, level: usize) -> Term {
    let mut part = term.clone();
    part.levels[condition] = Some(level);
    part
}

/// True if no term with one or more literals left out is consistent. All parts are checked, since consistency is not
/// monotonic in the length of a term.
fn no_part_suffices(cases: Cases<'_>, term: &Term) -> bool {
    let held: Vec<usize> = (0..term.levels.len()).filter(|&condition| term.levels[condition].is_some()).collect();
    (1..(1_u64 << held.len()) - 1).all(|parts| {
        let left_out: Vec<usize> = (0..held.len()).filter(|i| parts >> i & 1 == 1).map(|i| held[i]).collect();
        !cases.suffice(&without(term, &left_out))
    })
}

/// The term without its literals on some conditions.
fn without(term: &Term, left_out: &[usize]) -> Term {
    let mut wider = term.clone();
    left_out.iter().for_each(|&condition| wider.levels[condition] = None);
    wider
}

impl Refuted {
    /// The message for the user.
    pub fn message(&self) -> Message {
        let Self { analysis, procedure, kind, flaw, model } = self;
        say!(
            "certificate-refuted",
            analysis,
            procedure = match procedure {
                Procedure::Standard => Message::empty(),
                Procedure::Enhanced => say!("enhanced"),
                Procedure::Joint => say!("joint"),
            },
            kind = kind.words(),
            flaw,
            model
        )
    }
}

impl Flaw {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Uncovered { model } => say!("certificate-uncovered", model),
            Self::Forbidden { model, term } => say!("certificate-forbidden", term, model),
            Self::SuperfluousLiteral { model, term } => say!("certificate-superfluous-literal", term, model),
            Self::SuperfluousTerm { model, term } => say!("certificate-superfluous-term", term, model),
        }
    }
}

worded!(Refuted, Flaw);

#[cfg(test)]
mod tests;
