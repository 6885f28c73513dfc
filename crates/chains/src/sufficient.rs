//! Minimally sufficient conditions: conjunctions that reach the cutoff of consistency, no part of which does.
//!
//! Level by level, as frequent sets are mined (Agrawal & Srikant 1994): a conjunction is examined only if some case is
//! a member of it, and if no part of it is sufficient. Both properties are inherited by every part, so nothing is
//! passed over.

use equifinal_qca::minimise::budget::Work;
use equifinal_qca::space::Cube;
use rayon::prelude::*;

use crate::cuts::Cuts;
use crate::factors::Factors;
use crate::fit::Target;

/// Possible parts of conditions for one outcome.
#[derive(Debug, Clone)]
pub(crate) struct Candidates {
    /// The literals allowed of each possible cause, by factor.
    pub(crate) literals: Vec<Vec<Cube>>,
    /// Maximum number of literals of a conjunction.
    pub(crate) most: usize,
}

/// The minimally sufficient conditions, and whether all were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sufficient {
    /// The conditions, in the order of the space.
    pub(crate) terms: Vec<Cube>,
    /// False if the budget ended the search.
    pub(crate) complete: bool,
}

/// Finds the minimally sufficient conditions of an outcome.
pub(crate) fn minimally_sufficient(
    factors: &Factors,
    target: &Target<'_>,
    cuts: &Cuts,
    candidates: &Candidates,
    work: &mut Work,
    kept: usize,
) -> Sufficient {
    let mut found = Sufficient { terms: Vec::new(), complete: true };
    let mut frontier: Vec<Cube> = vec![0];
    for _ in 0..candidates.most.min(factors.factors.len()) {
        let longer = frontier.par_iter().map(|&cube| extend(factors, target, cuts, candidates, &found.terms, cube));
        let longer: Vec<Extended> = longer.collect();
        let examined = longer.iter().map(|one| one.sufficient.len() + one.open.len()).sum();
        found.terms.extend(longer.iter().flat_map(|one| &one.sufficient));
        frontier = longer.into_iter().flat_map(|one| one.open).collect();
        if work.charge(examined).is_err() || found.terms.len() > kept {
            found.complete = false;
            break;
        }
        if frontier.is_empty() {
            break;
        }
    }
    factors.sort(&mut found.terms);
    found
}

/// The extensions of one conjunction by one literal of a later factor.
struct Extended {
    sufficient: Vec<Cube>,
    open: Vec<Cube>,
}

fn extend(
    factors: &Factors,
    target: &Target<'_>,
    cuts: &Cuts,
    candidates: &Candidates,
    shorter: &[Cube],
    cube: Cube,
) -> Extended {
    let mut extended = Extended { sufficient: Vec::new(), open: Vec::new() };
    let members: Vec<Cube> = factors.rows.iter().copied().filter(|row| cube & !row == 0).collect();
    let degrees = factors.conjunction(cube);
    let last = (0..candidates.literals.len()).rev().find(|&factor| factors.space.condition(factor) & cube != 0);
    for factor in last.map_or(0, |last| last + 1)..candidates.literals.len() {
        for &literal in &candidates.literals[factor] {
            let longer = cube | literal;
            if !members.iter().any(|row| row & literal != 0) || shorter.iter().any(|part| part & !longer == 0) {
                continue;
            }
            let both = degrees.iter().zip(factors.degrees(literal)).map(|(&all, &one)| all.min(one));
            let into = if cuts.is_sufficient(target, &target.sums(both)) {
                &mut extended.sufficient
            } else {
                &mut extended.open
            };
            into.push(longer);
        }
    }
    extended
}
