//! Complex models: one atomic model of every outcome, without structural redundancy (Baumgartner & Falk 2019).

use std::collections::BTreeSet;

use equifinal_qca::minimise::budget::{Exhausted, Work};
use equifinal_qca::space::{Cube, Space};

use crate::factors::literals;
use crate::formula::{Formula, Structure};
use crate::possible::allowed;

/// The structures, and whether all combinations were examined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Combined {
    pub(crate) structures: BTreeSet<Structure>,
    pub(crate) complete: bool,
}

/// Combines the atomic models of the outcomes, `models` holding those of one outcome each; keeps at most `kept`.
pub(crate) fn combined(
    space: &Space,
    models: &[Vec<Formula>],
    acyclic: bool,
    work: &mut Work,
    kept: usize,
) -> Combined {
    let mut found = Combined { structures: BTreeSet::new(), complete: true };
    let models: Vec<&Vec<Formula>> = models.iter().filter(|models| !models.is_empty()).collect();
    if models.is_empty() {
        return found;
    }
    let mut pick = vec![0; models.len()];
    loop {
        let formulas: Vec<Formula> = pick.iter().zip(&models).map(|(&at, models)| models[at].clone()).collect();
        let added = without_redundant(space, &formulas, work)
            .and_then(|parts| parts.into_iter().try_for_each(|part| add(space, part, acyclic, work, &mut found)));
        if added.is_err() || found.structures.len() > kept {
            found.complete = false;
            break;
        }
        let Some(last) = (0..pick.len()).rev().find(|&at| pick[at] + 1 < models[at].len()) else { break };
        pick[last] += 1;
        pick[last + 1..].fill(0);
    }
    keep_largest(&mut found.structures);
    found
}

fn add(
    space: &Space,
    formulas: Vec<Formula>,
    acyclic: bool,
    work: &mut Work,
    found: &mut Combined,
) -> Result<(), Exhausted> {
    let structure = Structure { formulas };
    let is_wanted = !(acyclic && structure.is_cyclic(space));
    if is_wanted && !found.structures.contains(&structure) && is_free(space, &structure.formulas, work)? {
        found.structures.insert(structure);
    }
    Ok(())
}

/// Removes structures that are part of another one; only those that lost a formula can be.
fn keep_largest(structures: &mut BTreeSet<Structure>) {
    let most = structures.iter().map(|one| one.formulas.len()).max().unwrap_or_default();
    let shorter: Vec<Structure> = structures.iter().filter(|one| one.formulas.len() < most).cloned().collect();
    for one in shorter {
        if structures.iter().any(|other| other.formulas.len() > one.formulas.len() && one.is_part_of(other)) {
            structures.remove(&one);
        }
    }
}

/// The parts of the formulas that allow the same configurations and from which no formula can be left out.
fn without_redundant(space: &Space, formulas: &[Formula], work: &mut Work) -> Result<Vec<Vec<Formula>>, Exhausted> {
    let mut parts = BTreeSet::new();
    reduce(space, formulas.to_vec(), work, &mut parts)?;
    Ok(parts.into_iter().collect())
}

fn reduce(
    space: &Space,
    formulas: Vec<Formula>,
    work: &mut Work,
    parts: &mut BTreeSet<Vec<Formula>>,
) -> Result<(), Exhausted> {
    let mut is_minimal = true;
    for at in 0..formulas.len() {
        let mut rest = formulas.clone();
        let one = rest.remove(at);
        // A formula whose outcome no other names restricts the others in no way, and they do not imply it.
        let outcome = space.fill(one.outcome);
        if rest.iter().all(|other| other.factors(space) & outcome == 0) {
            continue;
        }
        let over = formulas.iter().fold(0, |all, formula| all | formula.factors(space));
        // The walk goes to its end also after an exception, so that a budget ends at the same place in every order.
        let mut is_implied = true;
        allowed(space, &rest, over, work, |row| is_implied &= one.holds(row))?;
        if is_implied {
            is_minimal = false;
            reduce(space, rest, work, parts)?;
        }
    }
    if is_minimal {
        parts.insert(formulas);
    }
    Ok(())
}

/// True if the structure is neither contradictory nor always true, leaves no value constant, and implies no structure
/// with a shorter antecedent.
fn is_free(space: &Space, formulas: &[Formula], work: &mut Work) -> Result<bool, Exhausted> {
    if formulas.len() == 1 {
        // An atomic model was examined when it was found.
        return Ok(true);
    }
    let over = formulas.iter().fold(0, |all, formula| all | formula.factors(space));
    let mut rows = Vec::new();
    allowed(space, formulas, over, work, |row| rows.push(row))?;
    let varies = |literal: Cube| {
        let with = rows.iter().filter(|&&row| row & literal != 0).count();
        0 < with && with < rows.len()
    };
    Ok(formulas.iter().flat_map(Formula::literals).all(varies)
        && formulas.iter().all(|formula| !shorter(formula).any(|short| says_the_same(&rows, formula, &short))))
}

/// Every formula with one term or one literal less.
fn shorter(formula: &Formula) -> impl Iterator<Item = Formula> + '_ {
    formula.terms.iter().enumerate().flat_map(move |(at, &term)| {
        let with = move |replacement: Option<Cube>| {
            let others = formula.terms.iter().enumerate().filter(move |(other, _)| *other != at);
            let terms = others.map(|(_, &term)| term).chain(replacement).collect();
            Formula { outcome: formula.outcome, terms }
        };
        let is_long = term.count_ones() > 1;
        let literals = literals(term).filter(move |_| is_long).map(move |literal| with(Some(term & !literal)));
        (formula.terms.len() > 1).then(|| with(None)).into_iter().chain(literals)
    })
}

fn says_the_same(rows: &[Cube], one: &Formula, other: &Formula) -> bool {
    rows.iter().all(|&row| one.is_present(row) == other.is_present(row))
}
