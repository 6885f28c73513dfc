//! Several outcomes minimised together with shared prime implicants: switching theory (McCluskey & Schorn 1978), as in
//! CORA (Thiem, Mkrtchyan & Sebechlebská 2022, PLOS ONE 17).
//!
//! An implicant stands for all outcomes of whose negative rows it covers none. It is prime if no shorter term stands for
//! the same outcomes. A system is a set of prime implicants that covers every positive row of every outcome, and of which
//! none can be left out. As in CORA, the function of an outcome holds all implicants of the system that stand for it, also
//! those that other outcomes need; that of an outcome without a positive row is empty. Remainders may be covered, as in
//! the parsimonious solution.

use std::collections::BTreeMap;

use equifinal_study::config::{Joint, ModelsWanted, SolutionType};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::natural;
use fixedbitset::FixedBitSet;

use crate::certificate::{Procedure, Refuted, certify_system};
use crate::condition::Condition;
use crate::error::QcaError;
use crate::findings::SufficiencyFit;
use crate::fit::sufficiency;
use crate::frame::{Cases, Frame, ObservedRow};
use crate::fuzzy::{greatest, least};
use crate::limit::Limit;
use crate::minimise::budget::Budget;
use crate::minimise::chart::Chart;
use crate::minimise::covers::models;
use crate::minimise::models::Models;
use crate::minimise::prime::prime_implicants;
use crate::minimise::size::Search;
use crate::minimise::unsaid::check_separated;
use crate::output::Output;
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::solution::Path;
use crate::space::{Cube, Space};
use crate::term::Term;

/// The systems of several outcomes.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemFindings {
    /// The name of the analysis with several outcomes.
    pub name: String,
    /// The outcomes, in the study file's order.
    pub outcomes: Vec<Literal>,
    /// The names of the analyses of each outcome alone.
    pub analyses: Vec<String>,
    /// The conditions.
    pub conditions: Vec<Condition>,
    /// The cases with a value of every set, in natural order; parts refer to them by index.
    pub cases: Vec<String>,
    /// The systems, or the reason why there are none.
    pub found: Result<Systems, SystemRefusal>,
}

/// All minimal systems.
#[derive(Debug, Clone, PartialEq)]
pub struct Systems {
    /// Number of systems, or a lower bound of it.
    pub count: u128,
    /// True if the number is exact.
    pub count_is_exact: bool,
    /// The systems: those with fewer implicants first.
    pub listed: Vec<System>,
    /// All prime implicants, fewer literals first.
    pub prime_implicants: Vec<Implicant>,
}

/// A prime implicant of several outcomes.
#[derive(Debug, Clone, PartialEq)]
pub struct Implicant {
    /// The term.
    pub term: Term,
    /// The outcomes that it stands for, as indices.
    pub outcomes: Vec<usize>,
    /// Its fit as a sufficient condition of all these outcomes at once, the minimum of their memberships.
    pub fit: SufficiencyFit,
}

/// A minimal system: a function for every outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct System {
    /// Its prime implicants, as ascending indices.
    pub implicants: Vec<usize>,
    /// The function of each outcome.
    pub functions: Vec<Function>,
    /// The fit of the union of the functions as a sufficient condition of the union of the outcomes (CORA's inclusion and
    /// coverage of a system).
    pub fit: SufficiencyFit,
}

/// The implicants of a system that stand for one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// Its terms, with their fit and cases for the outcome.
    pub paths: Vec<Path>,
    /// The indices of these terms among all prime implicants.
    pub implicants: Vec<usize>,
    /// The fit of their union.
    pub fit: SufficiencyFit,
}

/// The reason why there are no systems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemRefusal {
    /// The outcome that it concerns, as an index; `None` if it concerns all of them.
    pub outcome: Option<usize>,
    /// The reason.
    pub reason: Refusal,
}

/// One outcome over the cases that all outcomes have.
struct Side {
    frame: Frame,
    cases: Cases,
    rows: Vec<ObservedRow>,
    outputs: Vec<Output>,
    problem: Problem,
}

/// Minimises the outcomes of some analyses together; they have the same conditions and decisions.
///
/// # Errors
/// Data that the analyses do not allow; systems that the independent check rejects ([`QcaError::Refuted`]).
pub fn systems(joint: &Joint<'_>, memberships: &Memberships, budget: &Budget) -> Result<SystemFindings, QcaError> {
    let (sides, cases) = sides(joint, memberships)?;
    let conditions = sides.first().map_or_else(Vec::new, |side| side.frame.conditions().to_vec());
    let found = match minimised(&sides, budget) {
        Ok((primes, models)) => {
            let found = written(&sides, &primes, models);
            check(&joint.name, &sides, &found)?;
            Ok(found)
        }
        Err(refusal) => Err(refusal),
    };
    Ok(SystemFindings {
        name: joint.name.clone(),
        outcomes: joint.analyses.iter().map(|analysis| analysis.outcome.clone()).collect(),
        analyses: joint.analyses.iter().map(|analysis| analysis.name.clone()).collect(),
        conditions,
        cases,
        found,
    })
}

/// The outcomes over the cases that have a value of every one, and the ids of these cases.
fn sides(joint: &Joint<'_>, memberships: &Memberships) -> Result<(Vec<Side>, Vec<String>), QcaError> {
    let find = |analysis: &str, set: &str| {
        let unknown = || QcaError::UnknownSet { analysis: analysis.to_owned(), set: set.to_owned() };
        memberships.set(set).ok_or_else(unknown)
    };
    let outcomes = joint.analyses.iter().map(|analysis| find(&analysis.name, &analysis.outcome.set));
    let outcomes = outcomes.collect::<Result<Vec<&Set>, _>>()?;
    let has_all = |case: &usize| outcomes.iter().all(|outcome| outcome.has(*case));
    let order: Vec<usize> = natural::order(&memberships.cases).into_iter().filter(has_all).collect();
    let picked = |set: &Set| Set {
        name: set.name.clone(),
        kind: set.kind,
        values: order.iter().map(|&case| set.values[case]).collect(),
    };
    let mut ids = Vec::new();
    let mut sides = Vec::new();
    for (analysis, outcome) in joint.analyses.iter().zip(&outcomes) {
        let sets = analysis.conditions.iter().map(|set| Ok(picked(find(&analysis.name, set)?)));
        let sets = sets.collect::<Result<Vec<Set>, QcaError>>()?;
        let kinds: Vec<SetKind> = sets.iter().map(|set| set.kind).collect();
        let frame = Frame::new(analysis, &kinds)?;
        let cases = frame.cases(&sets.iter().collect::<Vec<_>>(), &picked(outcome))?;
        let rows = frame.rows(&cases);
        let outputs = frame.outputs(&rows, &analysis.truth_table, cases.outcome.len());
        let observed: Vec<(Cube, Output)> = rows.iter().zip(&outputs).map(|(row, &output)| (row.row, output)).collect();
        let problem = frame.problem(&observed);
        ids = cases.kept.iter().map(|&case| memberships.cases[order[case]].clone()).collect();
        sides.push(Side { frame, cases, rows, outputs, problem });
    }
    Ok((sides, ids))
}

/// A prime implicant and the outcomes that it stands for.
type Tagged = (Cube, Vec<usize>);

/// The prime implicants, and the systems as indices into them.
fn minimised(sides: &[Side], budget: &Budget) -> Result<(Vec<Tagged>, Models), SystemRefusal> {
    let of_all = |reason| SystemRefusal { outcome: None, reason };
    if sides.iter().all(|side| side.problem.positives.is_empty()) {
        return Err(of_all(Refusal::NoPositiveRow));
    }
    if let Some(at) = sides.iter().position(|side| side.problem.negatives.is_empty()) {
        return Err(SystemRefusal { outcome: Some(at), reason: Refusal::NoNegativeRow });
    }
    let primes = primes(sides, budget).map_err(of_all)?;
    for (at, side) in sides.iter().enumerate() {
        let own: Vec<Cube> = primes.iter().filter(|(_, of)| of.contains(&at)).map(|&(cube, _)| cube).collect();
        check_separated(side.frame.space(), &own, &side.problem.positives)
            .map_err(|reason| SystemRefusal { outcome: Some(at), reason })?;
    }
    let cells: usize = sides.iter().map(|side| side.problem.positives.len()).sum();
    let column = |(cube, of): &Tagged| {
        let mut rows = FixedBitSet::with_capacity(cells);
        let mut first = 0;
        for (at, Side { problem, .. }) in sides.iter().enumerate() {
            let covered =
                problem.positives.iter().enumerate().filter(|(_, row)| of.contains(&at) && cube & !**row == 0);
            covered.for_each(|(row, _)| rows.insert(first + row));
            first += problem.positives.len();
        }
        rows
    };
    let chart = Chart::of_columns(cells, primes.iter().map(column));
    let exhausted = || of_all(Refusal::Budget { limit: Limit::Search, most: budget.work });
    let found = models(&chart, ModelsWanted::Irredundant, &mut Search::new(budget.work), budget);
    found.map(|models| (primes, models)).map_err(|_| exhausted())
}

/// The prime implicants of every set of outcomes, in the order of the reference.
///
/// # Errors
/// [`Refusal::Budget`].
fn primes(sides: &[Side], budget: &Budget) -> Result<Vec<Tagged>, Refusal> {
    let Some(space) = sides.first().map(|side| side.frame.space()) else { return Ok(Vec::new()) };
    let mut found: BTreeMap<Cube, Vec<usize>> = BTreeMap::new();
    for chosen in 1..1_u64 << sides.len() {
        let of = |at: usize| chosen >> at & 1 == 1;
        let own = || sides.iter().enumerate().filter(|(at, _)| of(*at)).map(|(_, side)| &side.problem);
        let mut positives: Vec<Cube> = own().flat_map(|problem| problem.positives.iter().copied()).collect();
        positives.sort_unstable();
        positives.dedup();
        let negatives: Vec<Cube> = own().flat_map(|problem| problem.negatives.iter().copied()).collect();
        for cube in prime_implicants(space, &positives, &negatives, budget.prime_implicants)? {
            found.entry(cube).or_insert_with(|| stands_for(space, sides, cube));
        }
        if found.len() > budget.prime_implicants {
            let most = budget.prime_implicants as u64;
            return Err(Refusal::Budget { limit: Limit::PrimeImplicants, most });
        }
    }
    let mut primes: Vec<Tagged> = found.into_iter().collect();
    primes.sort_by_cached_key(|(cube, _)| space.order(*cube));
    Ok(primes)
}

/// The outcomes of whose negative rows a term covers none.
fn stands_for(space: &Space, sides: &[Side], cube: Cube) -> Vec<usize> {
    let avoids = |side: &Side| side.problem.negatives.iter().all(|&negative| !space.is_cube(cube | negative));
    sides.iter().enumerate().filter(|(_, side)| avoids(side)).map(|(at, _)| at).collect()
}

/// The systems with their fit.
fn written(sides: &[Side], primes: &[Tagged], models: Models) -> Systems {
    let joined = |outcomes: &[usize], pick: fn(f64, f64) -> f64| {
        let mut outcomes = outcomes.iter().filter_map(|&at| sides.get(at)).map(|side| &side.cases.outcome);
        let mut whole = outcomes.next().cloned().unwrap_or_default();
        outcomes.for_each(|one| whole.iter_mut().zip(one).for_each(|(whole, &one)| *whole = pick(*whole, one)));
        whole
    };
    let every: Vec<usize> = (0..sides.len()).collect();
    let any = joined(&every, greatest);
    let system = |model: Vec<u32>| {
        let implicants: Vec<usize> = model.into_iter().map(|at| at as usize).collect();
        let cubes: Vec<Cube> = implicants.iter().map(|&at| primes[at].0).collect();
        let of = |at: usize| implicants.iter().copied().filter(move |&one| primes[one].1.contains(&at)).collect();
        let functions = sides.iter().enumerate().map(|(at, side)| function(side, primes, of(at))).collect();
        let fit = sides.first().map_or_else(SufficiencyFit::default, |side| {
            sufficiency(&side.frame.memberships(&side.cases, &cubes), &any)
        });
        System { implicants, functions, fit }
    };
    let implicant = |(cube, of): &Tagged| {
        let all = joined(of, least);
        let (term, degrees) = sides.first().map_or_else(Default::default, |side| {
            (Some(side.frame.space().term(*cube)), side.frame.memberships(&side.cases, &[*cube]))
        });
        let term = term.unwrap_or(Term { levels: Vec::new() });
        Implicant { term, outcomes: of.clone(), fit: sufficiency(&degrees, &all) }
    };
    Systems {
        count: models.count,
        count_is_exact: models.exact,
        listed: models.listed.into_iter().map(system).collect(),
        prime_implicants: primes.iter().map(implicant).collect(),
    }
}

fn function(side: &Side, primes: &[Tagged], implicants: Vec<usize>) -> Function {
    let cubes: Vec<Cube> = implicants.iter().map(|&at| primes[at].0).collect();
    Function {
        paths: side.frame.paths(&side.cases, &side.rows, &side.outputs, &cubes),
        fit: side.frame.fit(&side.cases, &cubes),
        implicants,
    }
}

/// Has every listed system checked independently.
fn check(name: &str, sides: &[Side], found: &Systems) -> Result<(), QcaError> {
    let Some(space) = sides.first().map(|side| side.frame.space()) else { return Ok(()) };
    let terms = |cubes: &[Cube]| cubes.iter().map(|&cube| space.term(cube)).collect::<Vec<_>>();
    let rules: Vec<(Vec<Term>, Vec<Term>)> =
        sides.iter().map(|side| (terms(&side.problem.positives), terms(&side.problem.negatives))).collect();
    for (system, number) in found.listed.iter().zip(1..) {
        let implicants = system.implicants.iter().map(|&at| &found.prime_implicants[at]);
        let tagged: Vec<(&Term, &[usize])> = implicants.map(|one| (&one.term, &one.outcomes[..])).collect();
        if let Err(flaw) = certify_system(&rules, &tagged, number) {
            let conditions = sides.first().map_or(&[][..], |side| side.frame.conditions());
            let model: Vec<String> = tagged.iter().map(|(term, _)| term.write(conditions)).collect();
            let (analysis, model) = (name.to_owned(), model.join(" + "));
            let (procedure, kind) = (Procedure::Joint, SolutionType::Parsimonious);
            return Err(Refuted { analysis, procedure, kind, flaw, model }.into());
        }
    }
    Ok(())
}

impl SystemFindings {
    /// A term as written in study files.
    pub fn write_term(&self, term: &Term) -> String {
        term.write(&self.conditions)
    }
}

#[cfg(test)]
mod tests;
